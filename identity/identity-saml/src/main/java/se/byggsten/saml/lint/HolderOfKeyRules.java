package se.byggsten.saml.lint;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.byggsten.saml.lint.internal.Names;
import se.byggsten.saml.lint.internal.XmlNode;

/** Logins that prove a key of the user's (SC-17). */
final class HolderOfKeyRules implements LintRules {
  private static final String ID = "SC-17";

  static boolean isHolderOfKey(XmlNode endpoint) {
    return endpoint.attribute("Binding").map(String::strip).filter(Names.HOKSSO::equals).isPresent()
        || endpoint.attribute(Names.HOKSSO, "ProtocolBinding").isPresent();
  }

  @Override
  public void judge(Subject subject, Conclusions conclusions) {
    boolean service = subject.role() == EntityRole.SP;
    List<XmlNode> endpoints =
        subject.inRole(service ? "AssertionConsumerService" : "SingleSignOnService");
    Set<String> ordinary =
        endpoints.stream()
            .filter(endpoint -> !isHolderOfKey(endpoint))
            .map(endpoint -> endpoint.attribute("Location").orElse(""))
            .collect(Collectors.toSet());
    Set<String> bindings = service ? Set.of(Names.POST) : Set.of(Names.POST, Names.REDIRECT);
    int count = 0;
    for (XmlNode endpoint : endpoints) {
      if (isHolderOfKey(endpoint)) {
        count++;
        judge(endpoint, ordinary, bindings, conclusions);
      }
    }
    if (count == 0) {
      conclusions.notApplicable(ID, "na.holder-of-key");
    }
    conclusions.judged(ID, count);
  }

  private static void judge(
      XmlNode endpoint, Set<String> ordinary, Set<String> bindings, Conclusions conclusions) {
    if (endpoint.attribute("Binding").filter(Names.HOKSSO::equals).isEmpty()) {
      conclusions.broken(ID, endpoint, "HOK-BINDING");
    } else if (endpoint
        .attribute(Names.HOKSSO, "ProtocolBinding")
        .filter(bindings::contains)
        .isEmpty()) {
      conclusions.broken(ID, endpoint, "HOK-PROTOCOL-BINDING");
    }
    if (endpoint.attribute("Location").filter(ordinary::contains).isPresent()) {
      conclusions.broken(ID, endpoint, "HOK-SHARED");
    }
  }
}
