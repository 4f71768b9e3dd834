package se.byggsten.saml.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.byggsten.saml.lint.internal.Names;
import se.byggsten.saml.lint.internal.XmlNode;
import se.byggsten.saml.metadata.internal.Identifiers;

/** Entity categories (SC-08, SC-10, SC-11, SC-12, SC-14). */
final class CategoryRules implements LintRules {
  @Override
  public void judge(Subject subject, Conclusions conclusions) {
    List<XmlNode> attributes = subject.entityAttributes(Names.ENTITY_CATEGORY);
    XmlNode place = attributes.isEmpty() ? subject.entity() : attributes.get(0);
    form(subject, attributes, conclusions);
    service(subject, place, conclusions);
    subject.values(Names.ENTITY_CATEGORY).forEach(v -> known(v, subject, conclusions));
    if (attributes.isEmpty()) {
      conclusions.notApplicable("SC-08c", "na.categories");
    }
    conclusions.judged("SC-08c", subject.categories().size());
    contracts(subject, conclusions);
    if (subject.role() == EntityRole.SP) {
      sector(subject, place, conclusions);
      coordinationNumber(subject, place, conclusions);
      signatureService(subject, conclusions);
    }
  }

  private static void form(Subject subject, List<XmlNode> attributes, Conclusions conclusions) {
    for (int i = 1; i < attributes.size(); i++) {
      conclusions.broken("SC-08b", attributes.get(i), "CATEGORIES-SEVERAL");
    }
    for (XmlNode attribute : attributes) {
      if (attribute.attribute("NameFormat").filter(Names.NAME_FORMAT_URI::equals).isEmpty()) {
        conclusions.broken("SC-08b", attribute, "CATEGORIES-NAME-FORMAT");
      }
      List<XmlNode> values = attribute.children(Names.SAML, "AttributeValue");
      if (values.isEmpty()) {
        conclusions.broken("SC-08b", attribute, "CATEGORY-EMPTY");
      }
      values.stream()
          .filter(value -> value.text().isEmpty())
          .forEach(value -> conclusions.broken("SC-08b", value, "CATEGORY-EMPTY"));
    }
    List<XmlNode> misplaced =
        subject.roleExtensions(Names.MDATTR, "EntityAttributes").stream()
            .flatMap(group -> group.children(Names.SAML, "Attribute").stream())
            .filter(a -> a.attribute("Name").filter(Names.ENTITY_CATEGORY::equals).isPresent())
            .toList();
    misplaced.forEach(attribute -> conclusions.broken("SC-08b", attribute, "CATEGORIES-PLACE"));
    if (attributes.isEmpty() && misplaced.isEmpty()) {
      conclusions.notApplicable("SC-08b", "na.categories");
    }
    conclusions.judged("SC-08b", attributes.size());
  }

  private static void service(Subject subject, XmlNode place, Conclusions conclusions) {
    boolean declared =
        subject.categories().stream()
            .anyMatch(
                uri ->
                    uri.startsWith("http://id.elegnamnden.se/ec/")
                        || uri.startsWith("http://id.swedenconnect.se/ec/"));
    if (!declared) {
      conclusions.broken("SC-08a", place, "SERVICE-CATEGORY-MISSING");
    }
    conclusions.judged("SC-08a", subject.categories(Identifiers.Kind.SERVICE).size());
  }

  private static void known(XmlNode value, Subject subject, Conclusions conclusions) {
    String uri = value.text();
    Optional<Identifiers.Category> category = Identifiers.KNOWN.category(uri);
    Optional<Identifiers.Kind> kind =
        category.map(Identifiers.Category::kind).or(() -> Identifiers.KNOWN.kindByPrefix(uri));
    if (kind.isEmpty()) {
      // A category of somebody else's.
      return;
    }
    String id = kind.get() == Identifiers.Kind.CONTRACT ? "SC-11a" : "SC-08c";
    if (category.isEmpty()) {
      conclusions.broken(id, value, "CATEGORY-UNKNOWN", uri);
    } else if (category.get().isReplaced(subject.day())) {
      String now = category.get().replacedBy().orElse("");
      conclusions.broken(id, value, "CATEGORY-REPLACED", uri, now);
    }
  }

  private static void contracts(Subject subject, Conclusions conclusions) {
    long count =
        subject.categories().stream()
            .filter(
                uri ->
                    Identifiers.KNOWN
                        .kindByPrefix(uri)
                        .filter(Identifiers.Kind.CONTRACT::equals)
                        .isPresent())
            .count();
    if (count == 0) {
      conclusions.notApplicable("SC-11a", "na.contracts");
    }
    conclusions.judged("SC-11a", (int) count);
  }

  private static void sector(Subject subject, XmlNode place, Conclusions conclusions) {
    Set<String> categories = subject.categories();
    boolean isPublic = categories.contains(Names.PUBLIC_SECTOR);
    boolean isPrivate = categories.contains(Names.PRIVATE_SECTOR);
    if (isPublic == isPrivate) {
      conclusions.broken("SC-10", place, isPublic ? "SECTOR-BOTH" : "SECTOR-MISSING");
    }
    conclusions.judged("SC-10", 1);
  }

  private static void coordinationNumber(Subject subject, XmlNode place, Conclusions conclusions) {
    boolean personalNumber =
        subject.categories(Identifiers.Kind.SERVICE).stream()
            .anyMatch(Identifiers.Category::personalNumber);
    if (!personalNumber) {
      conclusions.notApplicable("SC-12a", "na.personal-number");
    } else if (!subject.categories().contains(Names.ACCEPTS_COORDINATION_NUMBER)) {
      conclusions.broken("SC-12a", place, "COORDINATION-NUMBER-SHUT-OUT");
    }
    conclusions.judged("SC-12a", 1);
  }

  private static void signatureService(Subject subject, Conclusions conclusions) {
    if (!subject.categories().contains(Names.SIGSERVICE)) {
      conclusions.notApplicable("SC-14", "na.signature-service");
    } else {
      subject.descriptors().stream()
          .filter(descriptor -> !descriptor.isTrue("AuthnRequestsSigned"))
          .forEach(descriptor -> conclusions.broken("SC-14", descriptor, "REQUESTS-UNSIGNED"));
    }
    conclusions.judged("SC-14", 1);
  }
}
