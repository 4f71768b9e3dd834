package se.byggsten.saml.lint;

import static se.byggsten.saml.lint.BrokenMetadataTest.fault;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same for identity providers, of what concerns them alone or otherwise. */
class BrokenProviderMetadataTest {
  private static final String LEVEL =
      "/saml:AttributeValue><saml:AttributeValue>http://id.elegnamnden.se/loa/1.0/%s<";

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("providers")
  void names_what_is_broken(String id, String code, UnaryOperator<RightMetadata> change) {
    BrokenMetadataTest.assertNamed(id, code, change.apply(RightMetadata.provider()));
  }

  static Stream<Arguments> providers() {
    String level = "http://id.elegnamnden.se/loa/1.0/loa3<";
    return Stream.of(
        fault("SC-03a", "LOGO-MISSING", m -> m.without("<mdui:Logo.*?</mdui:Logo>")),
        fault(
            "SC-05a",
            "KEY-ENCRYPTION-MISSING",
            m -> m.without("<md:KeyDescriptor use=\"encryption\">.*?</md:KeyDescriptor>")),
        fault(
            "SC-15",
            "NAME-FORMAT-MISSING",
            m -> m.with("nameid-format:transient", "nameid-format:kerberos")),
        fault(
            "SC-18b",
            "ENDPOINT-TLS",
            m -> m.with("https://idp.example/sso", "http://idp.example/sso")),
        fault("SC-18b", "SSO-BINDING-MISSING", m -> m.with("bindings:HTTP-POST", "bindings:SOAP")),
        fault(
            "SC-23a",
            "LEVELS-MISSING",
            m -> m.without("<saml:Attribute Name=\"urn:oasis[^>]*>.*?</saml:Attribute>")),
        fault(
            "SC-23a",
            "LEVEL-WITHDRAWN",
            m -> m.with(level, level + LEVEL.formatted("loa3-sigmessage"))),
        fault("SC-23a", "LEVEL-UNKNOWN", m -> m.with(level, level + LEVEL.formatted("loa5"))),
        fault(
            "SC-24b",
            "LEVEL-OF-CATEGORY",
            m -> m.category("http://id.elegnamnden.se/ec/1.0/loa2-pnr")),
        fault(
            "SC-24c",
            "CATEGORY-IMPLIED",
            m -> m.without("<saml:AttributeValue>[^<]*loa3-name<[^>]*>")),
        fault("SC-25", "SCOPE-FORM", m -> m.with("false\">2021006883", "false\">202100-6883")),
        fault("SC-25", "SCOPE-FORM", m -> m.with("false\">2021006883", "false\">2021006889")),
        fault("SC-25", "SCOPE-PATTERN", m -> m.with("regexp=\"false\"", "regexp=\"true\"")),
        fault("SC-25", "SCOPE-MISSING", m -> m.without("<shibmd:Scope.*?</shibmd:Scope>")),
        fault(
            "SC-25",
            "SCOPE-PLACE",
            m -> m.inEntity("<shibmd:Scope regexp=\"false\">2021006883</shibmd:Scope>")),
        fault("SC-34b", "PRINCIPAL-NAME", m -> m.without(" Name=\"urn:oid:1.2.752.29.4.13\"")));
  }
}
