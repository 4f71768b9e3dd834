package se.byggsten.saml.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.byggsten.saml.lint.internal.Names;
import se.byggsten.saml.lint.internal.XmlNode;

/** Where messages go (SC-16, SC-18). */
final class EndpointRules implements LintRules {
  @Override
  public void judge(Subject subject, Conclusions conclusions) {
    if (subject.role() == EntityRole.SP) {
      discovery(subject, conclusions);
      consumers(subject, conclusions);
    } else {
      signOn(subject, conclusions);
    }
  }

  private static void discovery(Subject subject, Conclusions conclusions) {
    List<XmlNode> responses = subject.entity().below(Names.IDPDISC, "DiscoveryResponse");
    if (responses.isEmpty()) {
      conclusions.notApplicable("SC-16", "na.discovery");
      return;
    }
    Set<XmlNode> placed = Set.copyOf(subject.roleExtensions(Names.IDPDISC, "DiscoveryResponse"));
    Set<String> indexes = new HashSet<>();
    for (XmlNode response : responses) {
      String index = response.attribute("index").map(String::strip).orElse("");
      if (!placed.contains(response)) {
        conclusions.broken("SC-16", response, "DISCOVERY-PLACE");
      } else if (response.attribute("Binding").filter(Names.IDPDISC::equals).isEmpty()) {
        conclusions.broken("SC-16", response, "DISCOVERY-BINDING");
      } else if (!WebAddress.isTls(response.attribute("Location").orElse(""))) {
        conclusions.broken("SC-16", response, "ENDPOINT-TLS");
      } else if (!index.matches("[0-9]{1,5}") || !indexes.add(index)) {
        conclusions.broken("SC-16", response, "DISCOVERY-INDEX");
      } else {
        conclusions.remark("SC-16", response, "DISCOVERY-NONE-EXISTS");
      }
    }
    conclusions.judged("SC-16", responses.size());
  }

  private static void consumers(Subject subject, Conclusions conclusions) {
    List<XmlNode> endpoints = subject.inRole("AssertionConsumerService");
    requireTls("SC-18a", endpoints, conclusions);
    boolean post = endpoints.stream().anyMatch(endpoint -> hasBinding(endpoint, Names.POST));
    if (!post) {
      XmlNode place = endpoints.isEmpty() ? subject.descriptors().get(0) : endpoints.get(0);
      conclusions.broken("SC-18a", place, "ACS-POST-MISSING");
    }
    endpoints.stream()
        .filter(endpoint -> !hasBinding(endpoint, Names.POST))
        .filter(endpoint -> !HolderOfKeyRules.isHolderOfKey(endpoint))
        .forEach(
            endpoint ->
                conclusions.remark(
                    "SC-18a", endpoint, "ACS-UNUSED", endpoint.attribute("Binding").orElse("")));
    conclusions.judged("SC-18a", endpoints.size());
  }

  private static void signOn(Subject subject, Conclusions conclusions) {
    List<XmlNode> endpoints = subject.inRole("SingleSignOnService");
    requireTls("SC-18b", endpoints, conclusions);
    for (String binding : List.of(Names.REDIRECT, Names.POST)) {
      if (endpoints.stream().noneMatch(endpoint -> hasBinding(endpoint, binding))) {
        XmlNode place = endpoints.isEmpty() ? subject.descriptors().get(0) : endpoints.get(0);
        conclusions.broken("SC-18b", place, "SSO-BINDING-MISSING", binding);
      }
    }
    conclusions.judged("SC-18b", endpoints.size());
    boolean signed =
        subject.descriptors().stream().anyMatch(d -> d.isTrue("WantAuthnRequestsSigned"));
    conclusions.judged("SC-32d", signed ? "evidence.signed" : "evidence.unsigned");
  }

  private static boolean hasBinding(XmlNode endpoint, String binding) {
    return endpoint.attribute("Binding").map(String::strip).filter(binding::equals).isPresent();
  }

  private static void requireTls(String id, List<XmlNode> endpoints, Conclusions conclusions) {
    for (XmlNode endpoint : endpoints) {
      boolean response = endpoint.attribute("ResponseLocation").map(WebAddress::isTls).orElse(true);
      if (!response || !endpoint.attribute("Location").map(WebAddress::isTls).orElse(true)) {
        conclusions.broken(id, endpoint, "ENDPOINT-TLS");
      }
    }
  }
}
