package se.byggsten.saml.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.byggsten.saml.lint.internal.Names;
import se.byggsten.saml.lint.internal.XmlNode;
import se.byggsten.saml.metadata.internal.Identifiers;

/** What a service asks for beside its categories (SC-09). */
final class RequestedAttributeRules implements LintRules {
  private static final Pattern OID = Pattern.compile("urn:oid:[0-2](\\.(0|[1-9][0-9]*)){1,30}");

  @Override
  public void judge(Subject subject, Conclusions conclusions) {
    if (subject.role() != EntityRole.SP) {
      return;
    }
    List<XmlNode> services = subject.inRole("AttributeConsumingService");
    if (services.isEmpty()) {
      conclusions.notApplicable("SC-09a", "na.requested-attributes");
      conclusions.notApplicable("SC-09b", "na.requested-attributes");
    }
    Set<String> released = Identifiers.KNOWN.attributes(subject.categories());
    int count = 0;
    for (XmlNode service : services) {
      List<XmlNode> requested = service.children(Names.MD, "RequestedAttribute");
      count += requested.size();
      boolean needless =
          !requested.isEmpty()
              && requested.stream()
                  .allMatch(r -> r.attribute("Name").map(released::contains).orElse(false));
      if (needless) {
        conclusions.broken("SC-09a", service, "ATTRIBUTES-NEEDLESS");
      }
      requested.forEach(attribute -> form(attribute, conclusions));
    }
    conclusions.judged("SC-09a", services.size());
    conclusions.judged("SC-09b", count);
  }

  /** The schema speaks of one without name; the framework's own examples leave out the format. */
  private static void form(XmlNode attribute, Conclusions conclusions) {
    Optional<String> name = attribute.attribute("Name");
    if (name.isPresent() && !OID.matcher(name.get()).matches()) {
      conclusions.broken("SC-09b", attribute, "REQUESTED-NAME", name.get());
    }
    if (attribute
        .attribute("NameFormat")
        .filter(f -> !Names.NAME_FORMAT_URI.equals(f))
        .isPresent()) {
      conclusions.broken("SC-09b", attribute, "REQUESTED-NAME-FORMAT");
    }
  }
}
