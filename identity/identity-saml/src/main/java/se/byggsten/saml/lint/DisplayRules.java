package se.byggsten.saml.lint;

import java.util.List;
import se.byggsten.saml.lint.internal.Names;
import se.byggsten.saml.lint.internal.XmlNode;

/** What people see of the entity when they log in (SC-03). */
final class DisplayRules implements LintRules {
  @Override
  public void judge(Subject subject, Conclusions conclusions) {
    List<XmlNode> infos = subject.roleExtensions(Names.MDUI, "UIInfo");
    english(subject, infos, conclusions);
    if (infos.isEmpty()) {
      List<XmlNode> elsewhere = subject.entity().below(Names.MDUI, "UIInfo");
      if (elsewhere.isEmpty()) {
        conclusions.broken("SC-03a", subject.descriptors().get(0), "UIINFO-MISSING");
      } else {
        conclusions.broken("SC-03a", elsewhere.get(0), "UIINFO-PLACE");
      }
      conclusions.notVerified("SC-03b", "depends", "SC-03a");
      conclusions.notVerified("SC-03d", "depends", "SC-03a");
      return;
    }
    for (XmlNode info : infos) {
      requireSwedish(info, "DisplayName", "SC-03a", "DISPLAY-NAME-SWEDISH", conclusions);
      requireSwedish(info, "Description", "SC-03b", "DESCRIPTION-SWEDISH", conclusions);
      logos(info, conclusions);
    }
    conclusions.judged("SC-03a", infos.size());
    conclusions.judged("SC-03b", infos.size());
  }

  private static void requireSwedish(
      XmlNode info, String name, String id, String code, Conclusions conclusions) {
    boolean given =
        info.children(Names.MDUI, name).stream()
            .anyMatch(node -> node.hasLanguage("sv") && !node.text().isEmpty());
    if (!given) {
      conclusions.broken(id, info, code);
    }
  }

  private static void logos(XmlNode info, Conclusions conclusions) {
    List<XmlNode> logos = info.children(Names.MDUI, "Logo");
    if (logos.isEmpty()) {
      conclusions.broken("SC-03a", info, "LOGO-MISSING");
      conclusions.notVerified("SC-03d", "depends", "SC-03a");
    }
    for (XmlNode logo : logos) {
      if (!isPixels(logo, "height") || !isPixels(logo, "width")) {
        conclusions.broken("SC-03a", logo, "LOGO-SIZE");
      }
      boolean inline = logo.text().startsWith("data:image/");
      if (!inline && WebAddress.web(logo.text()).isEmpty()) {
        conclusions.broken("SC-03a", logo, "LOGO-ADDRESS");
      } else if (!inline && !WebAddress.isTls(logo.text())) {
        conclusions.broken("SC-03d", logo, "LOGO-TLS");
      }
    }
    conclusions.judged("SC-03d", logos.size());
  }

  private static boolean isPixels(XmlNode logo, String name) {
    return logo.attribute(name)
        .filter(value -> value.strip().matches("[1-9][0-9]{0,5}"))
        .isPresent();
  }

  /** What is given in Swedish is given in English too. */
  private static void english(Subject subject, List<XmlNode> infos, Conclusions conclusions) {
    for (XmlNode info : infos) {
      english(info, Names.MDUI, "DisplayName", conclusions);
      english(info, Names.MDUI, "Description", conclusions);
    }
    for (XmlNode organisation : subject.entity().children(Names.MD, "Organization")) {
      english(organisation, Names.MD, "OrganizationName", conclusions);
      english(organisation, Names.MD, "OrganizationDisplayName", conclusions);
    }
    conclusions.judged("SC-03c", infos.size());
  }

  private static void english(
      XmlNode parent, String namespace, String name, Conclusions conclusions) {
    List<XmlNode> texts = parent.children(namespace, name);
    boolean swedish = texts.stream().anyMatch(node -> node.hasLanguage("sv"));
    boolean english = texts.stream().anyMatch(node -> node.hasLanguage("en"));
    if (swedish && !english) {
      conclusions.broken("SC-03c", texts.get(0), "ENGLISH-MISSING", texts.get(0).shown());
    }
  }
}
