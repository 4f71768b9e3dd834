package se.byggsten.saml.lint;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.byggsten.saml.lint.internal.Names;
import se.byggsten.saml.lint.internal.XmlNode;
import se.byggsten.saml.metadata.internal.Identifiers;

/** The levels of assurance of an identity provider, and what follows from them (SC-23, SC-24). */
final class LevelRules implements LintRules {
  @Override
  public void judge(Subject subject, Conclusions conclusions) {
    if (subject.role() != EntityRole.IDP) {
      return;
    }
    List<XmlNode> attributes = subject.entityAttributes(Names.CERTIFICATION);
    List<XmlNode> values = subject.values(Names.CERTIFICATION);
    XmlNode place = attributes.isEmpty() ? subject.entity() : attributes.get(0);
    for (XmlNode attribute : attributes) {
      if (attribute.attribute("NameFormat").filter(Names.NAME_FORMAT_URI::equals).isEmpty()) {
        conclusions.broken("SC-23a", attribute, "LEVELS-NAME-FORMAT");
      }
    }
    for (XmlNode value : values) {
      String level = value.text();
      if (Identifiers.KNOWN.isWithdrawnLevel(level)) {
        conclusions.broken("SC-23a", value, "LEVEL-WITHDRAWN", level);
      } else if (Identifiers.KNOWN.isOfRegistry(level) && !Identifiers.KNOWN.isLevel(level)) {
        conclusions.broken("SC-23a", value, "LEVEL-UNKNOWN", level);
      }
    }
    Set<String> levels = values.stream().map(XmlNode::text).collect(Collectors.toSet());
    if (levels.stream().noneMatch(Identifiers.KNOWN::isLevel)) {
      conclusions.broken("SC-23a", place, "LEVELS-MISSING");
    }
    conclusions.judged("SC-23a", values.size());
    categories(subject, levels, place, conclusions);
  }

  private static void categories(
      Subject subject, Set<String> levels, XmlNode place, Conclusions conclusions) {
    List<Identifiers.Category> services = subject.categories(Identifiers.Kind.SERVICE);
    if (services.isEmpty()) {
      conclusions.notApplicable("SC-24b", "na.service-categories");
      conclusions.notApplicable("SC-24c", "na.service-categories");
    } else if (levels.isEmpty()) {
      conclusions.notVerified("SC-24b", "depends", "SC-23a");
    } else {
      services.stream()
          .filter(category -> !category.levels().isEmpty())
          .filter(category -> category.levels().stream().noneMatch(levels::contains))
          .forEach(
              category -> conclusions.broken("SC-24b", place, "LEVEL-OF-CATEGORY", category.uri()));
    }
    for (Identifiers.Category category : services) {
      category
          .implies()
          .filter(implied -> !subject.categories().contains(implied))
          .ifPresent(
              implied ->
                  conclusions.broken("SC-24c", place, "CATEGORY-IMPLIED", category.uri(), implied));
    }
    conclusions.judged("SC-24b", services.size());
    conclusions.judged("SC-24c", services.size());
  }
}
