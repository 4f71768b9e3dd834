package se.byggsten.saml.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Severity;
import se.byggsten.core.finding.Verdict;
import se.byggsten.saml.lint.internal.Names;

/**
 * Right metadata with one fault each: the lint names the requirement that is broken, and no other.
 */
class BrokenMetadataTest {
  private static final String ACS_END = "index=\"0\" isDefault=\"true\"/>";
  private static final String HOK = Names.HOKSSO;
  private static final String CATEGORIES =
      "<saml:Attribute Name=\"http://macedir.org/entity-category\"";

  @Test
  void finds_nothing_in_right_metadata() {
    assertThat(RightMetadata.service().report().findings()).isEmpty();
    assertThat(RightMetadata.provider().report().findings()).isEmpty();
    assertThat(RightMetadata.service().report().conforms()).isTrue();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource({"services", "serviceKeys", "serviceCategories", "serviceEndpoints"})
  void names_what_is_broken_in_a_service(
      String id, String code, UnaryOperator<RightMetadata> change) {
    assertNamed(id, code, change.apply(RightMetadata.service()));
  }

  static void assertNamed(String id, String code, RightMetadata broken) {
    MetadataLintReport report = broken.report();
    assertThat(RightMetadata.broken(report)).as("%s", report.findings()).containsExactly(id);
    List<Finding> faults =
        report.findings().stream().filter(f -> f.severity() != Severity.INFO).toList();
    assertThat(faults)
        .as("%s", faults)
        .anySatisfy(fault -> assertThat(fault.code().value()).isEqualTo("SAML-LINT-" + code));
    assertThat(faults)
        .allSatisfy(
            fault -> {
              assertThat(fault.where().detail().orElse("")).startsWith("/md:EntityDescriptor");
              assertThat(fault.where().line().orElse(0)).isPositive();
              assertThat(fault.message()).isNotBlank();
              assertThat(fault.remedy()).isNotBlank();
            });
    RequirementStrength strength =
        SwedenConnectRequirements.version("1.9").get(RequirementId.of(id)).strength();
    assertThat(report.conforms()).isEqualTo(strength != RequirementStrength.MUST);
  }

  static Stream<Arguments> services() {
    return Stream.of(
        fault("SC-00", "ELEMENT-UNEXPECTED", m -> m.with("NameIDFormat", "NameIdFormat")),
        fault(
            "SC-00",
            "ELEMENT-UNEXPECTED",
            m ->
                m.without("<md:ContactPerson.*?</md:ContactPerson>")
                    .with(
                        "<md:Organization>",
                        "<md:ContactPerson contactType=\"support\"/><md:Organization>")),
        fault("SC-00", "ATTRIBUTE-LACKING", m -> m.with(" index=\"0\"", "")),
        fault(
            "SC-00",
            "ATTRIBUTE-LACKING",
            m -> m.with(" entityID=\"https://eksta.example/sp\"", "")),
        fault("SC-00", "ATTRIBUTE-UNEXPECTED", m -> m.with(" index=", " rank=\"1\" index=")),
        fault("SC-00", "ATTRIBUTE-FORM", m -> m.with("2026-12-24T00:00:00Z", "24 dec 2026")),
        fault("SC-00", "ATTRIBUTE-FORM", m -> m.with("PT1H", "1h")),
        fault("SC-00", "ATTRIBUTE-FORM", m -> m.with("ID=\"_sp\"", "ID=\"1 2\"")),
        fault(
            "SC-00",
            "ATTRIBUTE-LACKING",
            m -> m.with("<md:OrganizationURL xml:lang=\"sv\">", "<md:OrganizationURL>")),
        fault(
            "SC-00",
            "ATTRIBUTE-FORM",
            m -> m.with("https://eksta.example/sp\"", "https://x.se/" + "a".repeat(1012) + "\"")),
        fault("SC-00", "ENTITY-ID-FORM", m -> m.with("https://eksta.example/sp\"", "eksta\"")),
        fault(
            "SC-00", "TEXT-UNEXPECTED", m -> m.with("<md:Organization>", "<md:Organization>text")),
        fault(
            "SC-00",
            "ID-TWICE",
            m -> m.withFirst("<alg:DigestMethod", "<alg:DigestMethod ID=\"_sp\"")),
        fault(
            "SC-00",
            "PROTOCOL-MISSING",
            m ->
                m.with(
                    "protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\"",
                    "protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:1.1:protocol\"")),
        fault("SC-00", "INDEX-TWICE", m -> m.with(ACS_END, ACS_END + acs("0", "https", ""))),
        fault(
            "SC-00",
            "DEFAULT-TWICE",
            m -> m.with(ACS_END, ACS_END + acs("1", "https", " isDefault=\"1\""))),
        fault(
            "SC-01a",
            "ORGANIZATION-MISSING",
            m -> m.without("<md:Organization>.*</md:Organization>")),
        fault("SC-01a", "ORGANIZATION-PART", m -> m.with(">Eksta<", "> <")),
        fault(
            "SC-01a",
            "ORGANIZATION-URL",
            m -> m.with(">https://eksta.example/<", ">www.eksta.example<")),
        fault(
            "SC-02a",
            "ORGANIZATION-NAME-SWEDISH",
            m -> m.without("<md:OrganizationName xml:lang=\"sv\">.*?</md:OrganizationName>")),
        fault("SC-02b", "ORGANIZATION-NUMBER-FORM", m -> m.with(">2021006883<", ">202100-6883<")),
        fault("SC-02b", "ORGANIZATION-NUMBER-FORM", m -> m.with(">2021006883<", ">2021006884<")),
        fault(
            "SC-02b",
            "ORGANIZATION-NUMBER-PLACE",
            m ->
                m.inEntity(
                    "<mdorgext:OrganizationNumber>2021006883</mdorgext:OrganizationNumber>")),
        fault(
            "SC-03a",
            "UIINFO-MISSING",
            m -> m.without("<md:Extensions>\\s*<mdui:UIInfo>.*</mdui:UIInfo>\\s*</md:Extensions>")),
        fault(
            "SC-03a",
            "DISPLAY-NAME-SWEDISH",
            m -> m.without("<mdui:DisplayName xml:lang=\"sv\">.*?</mdui:DisplayName>")),
        fault("SC-03a", "LOGO-MISSING", m -> m.without("<mdui:Logo.*?</mdui:Logo>")),
        fault("SC-03a", "LOGO-SIZE", m -> m.with(" height=\"60\"", "")),
        fault("SC-03a", "LOGO-SIZE", m -> m.with("width=\"120\"", "width=\"120px\"")),
        fault(
            "SC-03a",
            "LOGO-ADDRESS",
            m -> m.with(">https://eksta.example/logo.svg<", ">logo.svg<")),
        fault(
            "SC-03b",
            "DESCRIPTION-SWEDISH",
            m -> m.without("<mdui:Description xml:lang=\"sv\">.*?</mdui:Description>")),
        fault(
            "SC-03c",
            "ENGLISH-MISSING",
            m -> m.without("<mdui:Description xml:lang=\"en\">.*?</mdui:Description>")),
        fault(
            "SC-03d",
            "LOGO-TLS",
            m -> m.with("https://eksta.example/logo.svg", "http://eksta.example/logo.svg")),
        fault(
            "SC-19b",
            "SIGNATURE-ALGORITHM",
            m -> m.withFirst("<md:Extensions>", signature("#_sp", "sha1") + "<md:Extensions>")),
        fault(
            "SC-19b",
            "SIGNATURE-COVERS",
            m -> m.withFirst("<md:Extensions>", signature("#_x", "sha256") + "<md:Extensions>")),
        fault(
            "SC-20b", "VALIDITY-PAST", m -> m.with("2026-12-24T00:00:00Z", "2026-11-22T10:15:30Z")),
        fault("SC-20b", "CACHE-ZERO", m -> m.with("PT1H", "PT0S")));
  }

  static Stream<Arguments> serviceKeys() {
    String noCertificate = "<ds:KeyName>key</ds:KeyName>";
    String data = "<ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data>";
    String signing = data.formatted(LintKeys.SIGNING);
    return Stream.of(
        fault("SC-04", "KEY-NO-CERTIFICATE", m -> m.with(signing, noCertificate)),
        fault("SC-04", "CERTIFICATE-UNREADABLE", m -> m.with(LintKeys.SIGNING, "AAAA")),
        fault("SC-05a", "KEY-WITHOUT-USE", m -> m.with(" use=\"encryption\"", "")),
        fault(
            "SC-05a",
            "KEY-SIGNING-MISSING",
            m -> m.without("<md:KeyDescriptor use=\"signing\">.*?</md:KeyDescriptor>")),
        fault("SC-05b", "CERTIFICATE-EXPIRED", m -> m.with(LintKeys.SIGNING, LintKeys.EXPIRED)),
        fault(
            "SC-05b",
            "CERTIFICATE-ISSUED",
            m -> m.with(LintKeys.SIGNING, LintKeys.ISSUED_BY_OTHER)),
        fault("SC-05b", "CERTIFICATE-DIGEST", m -> m.with(LintKeys.ENCRYPTION, LintKeys.OF_SHA1)),
        fault(
            "SC-06a",
            "ENCRYPTION-KEYS-SEVERAL",
            m ->
                m.withFirst(
                    "<md:NameIDFormat>", key(LintKeys.RSA_3072_OTHER) + "<md:NameIDFormat>")),
        fault(
            "SC-06a",
            "ENCRYPTION-KEY-NONE",
            m -> m.without("<md:KeyDescriptor use=\"encryption\">.*?</md:KeyDescriptor>")),
        fault("SC-57a", "KEY-SHORT", m -> m.with(LintKeys.ENCRYPTION, LintKeys.RSA_1024_BITS)),
        fault("SC-57a", "KEY-CURVE", m -> m.with(LintKeys.SIGNING, LintKeys.OTHER_CURVE)),
        fault("SC-57a", "KEY-EC-ENCRYPTION", m -> m.with(LintKeys.ENCRYPTION, LintKeys.SIGNING)),
        fault("SC-57b", "KEY-SHORT", m -> m.with(LintKeys.ENCRYPTION, LintKeys.RSA_2048_BITS)),
        fault(
            "SC-07a",
            "ALGORITHM-WEAK",
            m -> m.with("xmldsig-more#rsa-sha256\"", "xmldsig-more#rsa-md5\"")),
        fault(
            "SC-07a",
            "ALGORITHM-WEAK",
            m ->
                m.with(
                    "http://www.w3.org/2001/04/xmlenc#sha256",
                    "http://www.w3.org/2000/09/xmldsig#sha1")),
        fault(
            "SC-07a",
            "ALGORITHM-WEAK",
            m ->
                m.with(
                    "http://www.w3.org/2009/xmlenc11#aes256-gcm",
                    "http://www.w3.org/2001/04/xmlenc#rsa-1_5")),
        fault(
            "SC-07a",
            "ALGORITHM-NONE",
            m -> m.with(" Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"", "")));
  }

  static Stream<Arguments> serviceCategories() {
    String loa3 = "http://id.elegnamnden.se/ec/1.0/loa3-pnr";
    String value = "<saml:AttributeValue>%s</saml:AttributeValue>";
    return Stream.of(
        fault("SC-08a", "SERVICE-CATEGORY-MISSING", m -> m.without(value.formatted(loa3))),
        fault(
            "SC-08b",
            "CATEGORIES-SEVERAL",
            m -> m.with("</saml:Attribute>", "</saml:Attribute>" + CATEGORIES + NAME_FORMAT)),
        fault(
            "SC-08b",
            "CATEGORIES-NAME-FORMAT",
            m -> m.with(" NameFormat=\"" + Names.NAME_FORMAT_URI + "\"", "")),
        fault(
            "SC-08c",
            "CATEGORY-UNKNOWN",
            m -> m.category("http://id.elegnamnden.se/ec/1.0/loa9-pnr")),
        fault(
            "SC-08c",
            "CATEGORY-REPLACED",
            m -> m.category("http://id.swedenconnect.se/ec/sc/uncertified-loa3-pnr")),
        fault(
            "SC-09a", "ATTRIBUTES-NEEDLESS", m -> requesting(m, "urn:oid:1.2.752.29.4.13", "uri")),
        fault("SC-09b", "REQUESTED-NAME", m -> requesting(m, "mail", "uri")),
        fault(
            "SC-09b",
            "REQUESTED-NAME-FORMAT",
            m -> requesting(m, "urn:oid:0.9.2342.19200300.100.1.3", "basic")),
        fault("SC-10", "SECTOR-MISSING", m -> m.without(value.formatted(Names.PUBLIC_SECTOR))),
        fault("SC-10", "SECTOR-BOTH", m -> m.category(Names.PRIVATE_SECTOR)),
        fault(
            "SC-11a",
            "CATEGORY-REPLACED",
            m -> m.category("http://id.swedenconnect.se/contract/sc/eid-choice-2017")),
        fault(
            "SC-11a",
            "CATEGORY-UNKNOWN",
            m -> m.category("http://id.swedenconnect.se/contract/sc/eid-choice-2018")),
        fault(
            "SC-12a",
            "COORDINATION-NUMBER-SHUT-OUT",
            m -> m.without(value.formatted(Names.ACCEPTS_COORDINATION_NUMBER))),
        fault(
            "SC-14",
            "REQUESTS-UNSIGNED",
            m -> m.category(Names.SIGSERVICE).with("Signed=\"true\"", "Signed=\"false\"")));
  }

  static Stream<Arguments> serviceEndpoints() {
    String discovery =
        "<idpdisc:DiscoveryResponse Binding=\"%s\" Location=\"%s://eksta.example/disco\" index=\"%s\"/>";
    return Stream.of(
        fault(
            "SC-15",
            "NAME-FORMATS-OTHER",
            m ->
                m.with("nameid-format:persistent", "nameid-format:entity")
                    .with("nameid-format:transient", "nameid-format:encrypted")),
        fault(
            "SC-16",
            "DISCOVERY-BINDING",
            m -> m.inRole(discovery.formatted(Names.POST, "https", "1"))),
        fault(
            "SC-16",
            "ENDPOINT-TLS",
            m -> m.inRole(discovery.formatted(Names.IDPDISC, "http", "1"))),
        fault(
            "SC-16",
            "DISCOVERY-INDEX",
            m -> m.inRole(discovery.formatted(Names.IDPDISC, "https", "first"))),
        fault(
            "SC-16",
            "DISCOVERY-PLACE",
            m -> m.inEntity(discovery.formatted(Names.IDPDISC, "https", "1"))),
        fault("SC-17", "HOK-PROTOCOL-BINDING", m -> m.with(ACS_END, ACS_END + hok("hok", ""))),
        fault(
            "SC-17",
            "HOK-SHARED",
            m ->
                m.with(
                    ACS_END,
                    ACS_END + hok("acs", " hoksso:ProtocolBinding=\"" + Names.POST + "\""))),
        fault(
            "SC-18a",
            "ENDPOINT-TLS",
            m -> m.with("https://eksta.example/acs", "http://localhost/acs")),
        fault("SC-18a", "ENDPOINT-TLS", m -> m.with("https://eksta.example/acs", "/acs")),
        fault(
            "SC-18a",
            "ACS-POST-MISSING",
            m -> m.with("bindings:HTTP-POST", "bindings:HTTP-Artifact")));
  }

  private static final String NAME_FORMAT =
      " NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:uri\">"
          + "<saml:AttributeValue>http://id.elegnamnden.se/sprop/1.0/mobile-auth"
          + "</saml:AttributeValue></saml:Attribute>";

  @Test
  void tells_what_a_service_wishes_from_what_it_supports() {
    MetadataLintReport report =
        RightMetadata.service()
            .without("<md:NameIDFormat>[^<]*transient</md:NameIDFormat>")
            .report();
    assertThat(report.entities().get(0).result(RequirementId.of("SC-15")).orElseThrow())
        .satisfies(
            result -> {
              assertThat(result.verdict()).isEqualTo(Verdict.NOT_VERIFIED);
              assertThat(result.findings()).hasSize(1);
            });
    assertThat(report.conforms()).isTrue();
  }

  @Test
  void leaves_roles_and_types_of_others_alone() {
    String other =
        "<md:RoleDescriptor xmlns:x=\"urn:other\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:type=\"x:Attributes\" Wants=\"all\" protocolSupportEnumeration=\"urn:x\"><x:Y/>"
            + "</md:RoleDescriptor>";
    assertThat(
            RightMetadata.service()
                .with("</md:SPSSODescriptor>", "</md:SPSSODescriptor>" + other)
                .report()
                .findings())
        .isEmpty();
  }

  @Test
  void breaks_a_requirement_of_every_kind_that_metadata_can_show() {
    Set<String> shown =
        Stream.of(
                services(),
                serviceKeys(),
                serviceCategories(),
                serviceEndpoints(),
                BrokenProviderMetadataTest.providers())
            .flatMap(cases -> cases)
            .map(arguments -> (String) arguments.get()[0])
            .collect(Collectors.toSet());
    // SC-32d is free to do or not, so it cannot be broken.
    assertThat(
            SwedenConnectRequirements.version("1.9").all().stream()
                .filter(r -> r.verified().contains(VerifiedIn.METADATA))
                .map(r -> r.id().value())
                .filter(id -> !id.equals("SC-32d")))
        .allSatisfy(id -> assertThat(shown).contains(id));
    assertThat(shown).hasSizeGreaterThanOrEqualTo(30);
  }

  static Arguments fault(String id, String code, UnaryOperator<RightMetadata> change) {
    return arguments(id, code, change);
  }

  private static String acs(String index, String scheme, String more) {
    return ("<md:AssertionConsumerService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\""
            + " Location=\"%s://eksta.example/acs2\" index=\"%s\"%s/>")
        .formatted(scheme, index, more);
  }

  private static String hok(String path, String more) {
    return ("<md:AssertionConsumerService Binding=\"%s\" Location=\"https://eksta.example/%s\""
            + " index=\"7\"%s/>")
        .formatted(HOK, path, more);
  }

  private static String key(String certificate) {
    return "<md:KeyDescriptor use=\"encryption\"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>"
        + certificate
        + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>";
  }

  private static RightMetadata requesting(RightMetadata metadata, String name, String format) {
    return metadata.with(
        ACS_END,
        ACS_END
            + ("<md:AttributeConsumingService index=\"0\"><md:ServiceName xml:lang=\"sv\">A"
                    + "</md:ServiceName><md:RequestedAttribute Name=\"%s\""
                    + " NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:%s\"/>"
                    + "</md:AttributeConsumingService>")
                .formatted(name, format));
  }

  /** A signature by its form alone. */
  private static String signature(String reference, String hash) {
    String digest =
        hash.equals("sha1")
            ? "http://www.w3.org/2000/09/xmldsig#sha1"
            : "http://www.w3.org/2001/04/xmlenc#sha256";
    String exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    return """
        <ds:Signature><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="%2$s"/>\
        <ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>\
        <ds:Reference URI="%1$s"><ds:Transforms>\
        <ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>\
        <ds:Transform Algorithm="%2$s"/></ds:Transforms><ds:DigestMethod Algorithm="%3$s"/>\
        <ds:DigestValue>AAAA</ds:DigestValue></ds:Reference></ds:SignedInfo>\
        <ds:SignatureValue>AAAA</ds:SignatureValue></ds:Signature>"""
        .formatted(reference, exclusive, digest);
  }
}
