package se.byggsten.saml.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Verdict;

/**
 * Metadata against which nothing can be said, to be changed in one place.
 *
 * @param role the role of the entity
 * @param xml the metadata
 */
record RightMetadata(EntityRole role, String xml) {
  private static final String EXTENSIONS_END = "</mdattr:EntityAttributes>\n  </md:Extensions>";

  private static final String NAMESPACES =
      """
      xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"
          xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui"
          xmlns:mdattr="urn:oasis:names:tc:SAML:metadata:attribute"
          xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
          xmlns:alg="urn:oasis:names:tc:SAML:metadata:algsupport"
          xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
          xmlns:shibmd="urn:mace:shibboleth:metadata:1.0"
          xmlns:psc="http://id.swedenconnect.se/authn/1.0/principal-selection/ns"
          xmlns:idpdisc="urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol"
          xmlns:hoksso="urn:oasis:names:tc:SAML:2.0:profiles:holder-of-key:SSO:browser"
          xmlns:mdorgext="http://id.swedenconnect.se/authn/1.0/md-org-ext/ns\"""";

  private static final String ALGORITHMS =
      """
      <alg:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
          <alg:SigningMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>""";

  private static final String UI =
      """
      <md:Extensions>
            <mdui:UIInfo>
              <mdui:DisplayName xml:lang="sv">Ansökan</mdui:DisplayName>
              <mdui:DisplayName xml:lang="en">Application</mdui:DisplayName>
              <mdui:Description xml:lang="sv">Sök plats.</mdui:Description>
              <mdui:Description xml:lang="en">Apply for a place.</mdui:Description>
              <mdui:Logo height="60" width="120">https://eksta.example/logo.svg</mdui:Logo>
            </mdui:UIInfo>
          </md:Extensions>""";

  private static final String NAME_FORMATS =
      """
      <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>
          <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>""";

  private static final String ORGANIZATION =
      """
      <md:Organization>
          <md:Extensions><mdorgext:OrganizationNumber>2021006883</mdorgext:OrganizationNumber></md:Extensions>
          <md:OrganizationName xml:lang="sv">Eksta kommun</md:OrganizationName>
          <md:OrganizationName xml:lang="en">Eksta municipality</md:OrganizationName>
          <md:OrganizationDisplayName xml:lang="sv">Eksta</md:OrganizationDisplayName>
          <md:OrganizationDisplayName xml:lang="en">Eksta</md:OrganizationDisplayName>
          <md:OrganizationURL xml:lang="sv">https://eksta.example/</md:OrganizationURL>
        </md:Organization>
        <md:ContactPerson contactType="support"><md:EmailAddress>mailto:e@eksta.example</md:EmailAddress></md:ContactPerson>""";

  static RightMetadata service() {
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <md:EntityDescriptor NAMESPACES
            ID="_sp" entityID="https://eksta.example/sp" validUntil="2026-12-24T00:00:00Z" cacheDuration="PT1H">
          <md:Extensions>
            ALGORITHMS
            <mdattr:EntityAttributes>
              <saml:Attribute Name="http://macedir.org/entity-category" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">
                <saml:AttributeValue>http://id.elegnamnden.se/ec/1.0/loa3-pnr</saml:AttributeValue>
                <saml:AttributeValue>http://id.elegnamnden.se/st/1.0/public-sector-sp</saml:AttributeValue>
                <saml:AttributeValue>http://id.swedenconnect.se/contract/sc/sweden-connect</saml:AttributeValue>
                <saml:AttributeValue>http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number</saml:AttributeValue>
              </saml:Attribute>
            </mdattr:EntityAttributes>
          </md:Extensions>
          <md:SPSSODescriptor AuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            UI
            <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>SIGNING</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
            <md:KeyDescriptor use="encryption"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>ENCRYPTION</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
              <md:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm"/></md:KeyDescriptor>
            NAMEFORMATS
            <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://eksta.example/acs" index="0" isDefault="true"/>
          </md:SPSSODescriptor>
          ORGANIZATION
        </md:EntityDescriptor>
        """;
    return new RightMetadata(EntityRole.SP, filled(xml));
  }

  static RightMetadata provider() {
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <md:EntityDescriptor NAMESPACES
            ID="_idp" entityID="https://idp.example/metadata" validUntil="2026-12-24T00:00:00Z" cacheDuration="PT1H">
          <md:Extensions>
            ALGORITHMS
            <mdattr:EntityAttributes>
              <saml:Attribute Name="http://macedir.org/entity-category" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">
                <saml:AttributeValue>http://id.elegnamnden.se/ec/1.0/loa3-pnr</saml:AttributeValue>
                <saml:AttributeValue>http://id.swedenconnect.se/ec/1.0/loa3-name</saml:AttributeValue>
                <saml:AttributeValue>http://id.swedenconnect.se/ec/1.0/loa3-orgid</saml:AttributeValue>
              </saml:Attribute>
              <saml:Attribute Name="urn:oasis:names:tc:SAML:attribute:assurance-certification" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">
                <saml:AttributeValue>http://id.elegnamnden.se/loa/1.0/loa3</saml:AttributeValue>
              </saml:Attribute>
            </mdattr:EntityAttributes>
          </md:Extensions>
          <md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            UI
            <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>SIGNING</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
            <md:KeyDescriptor use="encryption"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>ENCRYPTION</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
            NAMEFORMATS
            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example/sso"/>
            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example/sso"/>
          </md:IDPSSODescriptor>
          ORGANIZATION
        </md:EntityDescriptor>
        """;
    RightMetadata plain = new RightMetadata(EntityRole.IDP, filled(xml));
    return plain.with(
        "</mdui:UIInfo>",
        "</mdui:UIInfo>\n      <shibmd:Scope regexp=\"false\">2021006883</shibmd:Scope>"
            + "<psc:RequestedPrincipalSelection><psc:MatchValue Name=\"urn:oid:1.2.752.29.4.13\"/>"
            + "</psc:RequestedPrincipalSelection>");
  }

  private static String filled(String xml) {
    return xml.replace("NAMESPACES", NAMESPACES)
        .replace("ALGORITHMS", ALGORITHMS)
        .replace("UI\n", UI + "\n")
        .replace("NAMEFORMATS", NAME_FORMATS)
        .replace("ORGANIZATION", ORGANIZATION)
        .replace("SIGNING", LintKeys.SIGNING)
        .replace("ENCRYPTION", LintKeys.ENCRYPTION);
  }

  /** One place changed; the place must be there. */
  RightMetadata with(String target, String replacement) {
    assertThat(xml).contains(target);
    return new RightMetadata(role, xml.replace(target, replacement));
  }

  /** The first place changed. */
  RightMetadata withFirst(String target, String replacement) {
    int at = xml.indexOf(target);
    assertThat(at).isNotNegative();
    return new RightMetadata(
        role, xml.substring(0, at) + replacement + xml.substring(at + target.length()));
  }

  RightMetadata without(String regex) {
    String shorter = xml.replaceAll("(?s)" + regex, "");
    assertThat(shorter).isNotEqualTo(xml);
    return new RightMetadata(role, shorter);
  }

  RightMetadata category(String uri) {
    return withFirst(
        "<saml:AttributeValue>",
        "<saml:AttributeValue>" + uri + "</saml:AttributeValue>\n        <saml:AttributeValue>");
  }

  RightMetadata inRole(String element) {
    return withFirst("</mdui:UIInfo>", "</mdui:UIInfo>" + element);
  }

  RightMetadata inEntity(String element) {
    return with(
        EXTENSIONS_END.strip(), "</mdattr:EntityAttributes>" + element + "</md:Extensions>");
  }

  byte[] bytes() {
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  MetadataLintReport report(String version) {
    return MetadataLint.of(SwedenConnectRequirements.version(version), role)
        .inLanguage("en")
        .check("metadata.xml", bytes(), LintKeys.NOW);
  }

  MetadataLintReport report() {
    return report("1.9");
  }

  /** The requirements that are broken, of the document or of an entity. */
  Set<String> broken() {
    return broken(report());
  }

  static Set<String> broken(MetadataLintReport report) {
    List<CheckResult> results =
        Stream.concat(
                report.document().stream(),
                report.entities().stream().flatMap(entity -> entity.results().stream()))
            .toList();
    return results.stream()
        .filter(result -> result.verdict() == Verdict.FAIL)
        .map(result -> result.requirement().value())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
