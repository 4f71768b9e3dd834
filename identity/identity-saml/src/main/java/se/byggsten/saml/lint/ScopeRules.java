package se.byggsten.saml.lint;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import se.byggsten.core.identifier.Organisationsnummer;
import se.byggsten.saml.lint.internal.Names;
import se.byggsten.saml.lint.internal.XmlNode;

/** For whom an identity provider may speak, and whom it wants to be told of (SC-25, SC-34). */
final class ScopeRules implements LintRules {
  private static final Pattern DOMAIN =
      Pattern.compile("(?=.{1,253}$)([a-zA-Z0-9-]{1,63}\\.)+[a-zA-Z][a-zA-Z0-9-]{1,62}");

  @Override
  public void judge(Subject subject, Conclusions conclusions) {
    if (subject.role() != EntityRole.IDP) {
      return;
    }
    scopes(subject, conclusions);
    principal(subject, conclusions);
  }

  private static void scopes(Subject subject, Conclusions conclusions) {
    List<XmlNode> all = subject.entity().below(Names.SHIBMD, "Scope");
    Set<XmlNode> placed = Set.copyOf(subject.roleExtensions(Names.SHIBMD, "Scope"));
    boolean organisations = subject.categories().stream().anyMatch(c -> c.endsWith("-orgid"));
    if (all.isEmpty() && organisations) {
      conclusions.broken("SC-25", subject.descriptors().get(0), "SCOPE-MISSING");
    } else if (all.isEmpty()) {
      conclusions.notApplicable("SC-25", "na.scopes");
    }
    for (XmlNode scope : all) {
      String value = scope.text();
      if (!placed.contains(scope)) {
        conclusions.broken("SC-25", scope, "SCOPE-PLACE");
      } else if (scope.isTrue("regexp")) {
        conclusions.broken("SC-25", scope, "SCOPE-PATTERN");
      } else if (value.matches("[0-9-]*")
          ? !value.matches("[0-9]{10}")
              || Organisationsnummer.tryParse(value, subject.day()).isEmpty()
          : !DOMAIN.matcher(value).matches()) {
        conclusions.broken("SC-25", scope, "SCOPE-FORM");
      }
    }
    conclusions.judged("SC-25", all.size());
  }

  private static void principal(Subject subject, Conclusions conclusions) {
    List<XmlNode> all = subject.entity().below(Names.PSC, "RequestedPrincipalSelection");
    Set<XmlNode> placed =
        Set.copyOf(subject.roleExtensions(Names.PSC, "RequestedPrincipalSelection"));
    if (all.isEmpty()) {
      conclusions.notApplicable("SC-34b", "na.principal-selection");
    }
    for (XmlNode selection : all) {
      List<XmlNode> values = selection.children(Names.PSC, "MatchValue");
      if (!placed.contains(selection)) {
        conclusions.broken("SC-34b", selection, "PRINCIPAL-PLACE");
      } else if (values.isEmpty()
          || values.stream().anyMatch(v -> v.attribute("Name").orElse("").isBlank())) {
        conclusions.broken("SC-34b", selection, "PRINCIPAL-NAME");
      }
    }
    conclusions.judged("SC-34b", all.size());
  }
}
