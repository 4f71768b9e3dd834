package se.byggsten.saml.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.byggsten.core.identifier.Organisationsnummer;
import se.byggsten.saml.lint.internal.Names;
import se.byggsten.saml.lint.internal.XmlNode;

/** Who stands behind the entity (SC-01, SC-02). */
final class OrganisationRules implements LintRules {
  private static final List<String> PARTS =
      List.of("OrganizationName", "OrganizationDisplayName", "OrganizationURL");

  @Override
  public void judge(Subject subject, Conclusions conclusions) {
    Optional<XmlNode> organisation = subject.entity().child(Names.MD, "Organization");
    if (organisation.isEmpty()) {
      conclusions.broken("SC-01a", subject.entity(), "ORGANIZATION-MISSING");
      conclusions.notVerified("SC-02a", "depends", "SC-01a");
    } else {
      parts(organisation.get(), conclusions);
      swedish(organisation.get(), conclusions);
    }
    number(subject, conclusions);
  }

  private static void parts(XmlNode organisation, Conclusions conclusions) {
    for (String part : PARTS) {
      List<XmlNode> given = organisation.children(Names.MD, part);
      if (given.stream().allMatch(node -> node.text().isEmpty())) {
        conclusions.broken("SC-01a", organisation, "ORGANIZATION-PART", "md:" + part);
      }
    }
    for (XmlNode address : organisation.children(Names.MD, "OrganizationURL")) {
      if (!address.text().isEmpty() && WebAddress.web(address.text()).isEmpty()) {
        conclusions.broken("SC-01a", address, "ORGANIZATION-URL");
      }
    }
    conclusions.judged("SC-01a", 1);
  }

  private static void swedish(XmlNode organisation, Conclusions conclusions) {
    List<XmlNode> names = organisation.children(Names.MD, "OrganizationName");
    if (names.isEmpty()) {
      conclusions.notVerified("SC-02a", "depends", "SC-01a");
    } else if (names.stream().noneMatch(name -> name.hasLanguage("sv"))) {
      conclusions.broken("SC-02a", names.get(0), "ORGANIZATION-NAME-SWEDISH");
    }
    conclusions.judged("SC-02a", names.size());
  }

  private static void number(Subject subject, Conclusions conclusions) {
    List<XmlNode> all = subject.entity().below(Names.MDORGEXT, "OrganizationNumber");
    if (all.isEmpty()) {
      conclusions.notApplicable("SC-02b", "na.organization-number");
      return;
    }
    Set<XmlNode> placed = new LinkedHashSet<>();
    subject
        .entity()
        .children(Names.MD, "Organization")
        .forEach(o -> placed.addAll(o.extensions(Names.MDORGEXT, "OrganizationNumber")));
    XmlNode counted = placed.stream().findFirst().orElse(all.get(0));
    for (XmlNode number : all) {
      if (!placed.contains(number)) {
        conclusions.broken("SC-02b", number, "ORGANIZATION-NUMBER-PLACE");
      } else if (number != counted) {
        conclusions.broken("SC-02b", number, "ORGANIZATION-NUMBER-TWICE");
      } else if (!number.text().matches("[0-9]{10}")
          || Organisationsnummer.tryParse(number.text(), subject.day()).isEmpty()) {
        // The number of a sole trader is personal, so none is repeated.
        conclusions.broken("SC-02b", number, "ORGANIZATION-NUMBER-FORM");
      }
    }
    conclusions.judged("SC-02b", all.size());
  }
}
