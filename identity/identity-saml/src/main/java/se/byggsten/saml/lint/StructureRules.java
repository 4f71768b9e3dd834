package se.byggsten.saml.lint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.byggsten.saml.lint.internal.Names;
import se.byggsten.saml.lint.internal.XmlNode;

/** That the entity is what SAML 2.0 says that metadata are. */
final class StructureRules implements LintRules {
  static final String ID = "SC-00";

  private static final List<String> INDEXED =
      List.of("AssertionConsumerService", "ArtifactResolutionService", "AttributeConsumingService");

  @Override
  public void judge(Subject subject, Conclusions conclusions) {
    subject.problems().forEach(problem -> conclusions.broken(ID, problem));
    entityId(subject, conclusions);
    for (XmlNode descriptor : subject.descriptors()) {
      boolean saml2 =
          descriptor
              .attribute("protocolSupportEnumeration")
              .map(value -> List.of(value.strip().split("\\s+")).contains(Names.PROTOCOL))
              .orElse(true);
      if (!saml2) {
        conclusions.broken(ID, descriptor, "PROTOCOL-MISSING");
      }
      INDEXED.forEach(name -> indexes(descriptor.children(Names.MD, name), conclusions));
    }
    conclusions.judged(ID, "evidence.schema");
  }

  private static void entityId(Subject subject, Conclusions conclusions) {
    Optional<String> entityId = subject.entity().attribute("entityID");
    // The schema speaks of one that is missing or too long.
    if (entityId.isPresent()
        && entityId.get().length() <= subject.parameter(ID, "entity-id-characters")
        && !isAbsolute(entityId.get())) {
      conclusions.broken(ID, subject.entity(), "ENTITY-ID-FORM");
    }
  }

  private static boolean isAbsolute(String value) {
    try {
      return new URI(value).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** An index names one of several, and only one of them is what is meant without an index. */
  private static void indexes(List<XmlNode> endpoints, Conclusions conclusions) {
    Set<String> used = new HashSet<>();
    boolean chosen = false;
    for (XmlNode endpoint : endpoints) {
      String index = endpoint.attribute("index").map(String::strip).orElse("");
      if (!index.isEmpty() && !used.add(index)) {
        conclusions.broken(ID, endpoint, "INDEX-TWICE", index);
      }
      if (endpoint.isTrue("isDefault")) {
        if (chosen) {
          conclusions.broken(ID, endpoint, "DEFAULT-TWICE");
        }
        chosen = true;
      }
    }
  }
}
