package se.byggsten.testidp.protocol.internal;

import java.util.Collection;
import java.util.List;
import se.byggsten.core.person.AssuranceLevel;

/** Writes the metadata of the test identity provider (Deployment Profile 2.1). */
public final class IdpMetadata {
  private static final List<String> CATEGORIES =
      List.of(
          "http://id.elegnamnden.se/ec/1.0/loa2-pnr",
          "http://id.elegnamnden.se/ec/1.0/loa3-pnr",
          "http://id.elegnamnden.se/ec/1.0/loa4-pnr",
          "http://id.elegnamnden.se/ec/1.0/eidas-naturalperson",
          "http://id.elegnamnden.se/ec/1.0/eidas-pnr-delivery",
          "http://id.swedenconnect.se/ec/1.0/loa2-orgid",
          "http://id.swedenconnect.se/ec/1.0/loa3-orgid",
          "http://id.swedenconnect.se/ec/1.0/loa4-orgid",
          "http://id.swedenconnect.se/ec/1.0/loa2-name",
          "http://id.swedenconnect.se/ec/1.0/loa3-name",
          "http://id.swedenconnect.se/ec/1.0/loa4-name",
          "http://id.elegnamnden.se/sprop/1.0/mobile-auth",
          "http://id.swedenconnect.se/general-ec/1.0/supports-user-message");
  private static final List<String> SIGNING =
      List.of("rsa-sha256", "rsa-sha384", "rsa-sha512", "ecdsa-sha256", "ecdsa-sha384");
  private static final List<String> PRINCIPAL =
      List.of(Names.NUMBER, "urn:oid:1.2.752.201.3.4", Names.AFFILIATION);
  private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
  private static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

  private IdpMetadata() {}

  /**
   * Returns the metadata.
   *
   * @param entityId its name
   * @param baseUrl below which it answers
   * @param number what tells it from others by name; empty when it is alone
   * @param key its key
   * @param levels the levels that it declares
   * @param attributes the attributes that it offers
   * @param scope the organisation number that it may vouch for
   */
  public static String write(
      String entityId,
      String baseUrl,
      String number,
      IdpKey key,
      List<AssuranceLevel> levels,
      Collection<String> attributes,
      String scope) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" \
        xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" \
        xmlns:ds="http://www.w3.org/2000/09/xmldsig#" \
        xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui" entityID="%s">\
        <md:Extensions>%s<mdattr:EntityAttributes \
        xmlns:mdattr="urn:oasis:names:tc:SAML:metadata:attribute">%s%s\
        </mdattr:EntityAttributes></md:Extensions>\
        <md:IDPSSODescriptor WantAuthnRequestsSigned="true" \
        protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">\
        <md:Extensions><shibmd:Scope xmlns:shibmd="urn:mace:shibboleth:metadata:1.0" \
        regexp="false">%s</shibmd:Scope>%s\
        <psc:RequestedPrincipalSelection \
        xmlns:psc="http://id.swedenconnect.se/authn/1.0/principal-selection/ns">%s\
        </psc:RequestedPrincipalSelection></md:Extensions>%s%s\
        <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>\
        <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>\
        %s%s%s</md:IDPSSODescriptor>%s</md:EntityDescriptor>
        """
        .formatted(
            Xml.escape(entityId),
            algorithms(),
            attribute(
                "urn:oasis:names:tc:SAML:attribute:assurance-certification",
                levels.stream().map(AssuranceLevel::uri).toList()),
            attribute("http://macedir.org/entity-category", CATEGORIES),
            scope,
            uiInfo(baseUrl, number),
            principal(),
            keyFor("signing", key),
            keyFor("encryption", key),
            singleSignOn(REDIRECT, baseUrl),
            singleSignOn(POST, baseUrl),
            offered(attributes),
            organisation(baseUrl));
  }

  private static String algorithms() {
    StringBuilder xml = new StringBuilder();
    String start = "<alg:%s xmlns:alg=\"urn:oasis:names:tc:SAML:metadata:algsupport\"";
    xml.append((start + " Algorithm=\"%s\"/>").formatted("DigestMethod", Names.SHA256));
    for (String method : SIGNING) {
      xml.append(
          (start + " Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#%s\"/>")
              .formatted("SigningMethod", method));
    }
    return xml.toString();
  }

  private static String attribute(String name, List<String> values) {
    StringBuilder xml = new StringBuilder();
    xml.append("<saml:Attribute Name=\"%s\" NameFormat=\"%s\">".formatted(name, Names.URI_FORMAT));
    values.forEach(
        value -> xml.append("<saml:AttributeValue>%s</saml:AttributeValue>".formatted(value)));
    return xml.append("</saml:Attribute>").toString();
  }

  /** Returns two documents as one. */
  public static String both(String first, String second) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<md:EntitiesDescriptor xmlns:md=\""
        + Names.MD
        + "\">"
        + first.substring(first.indexOf("<md:"))
        + second.substring(second.indexOf("<md:"))
        + "</md:EntitiesDescriptor>\n";
  }

  private static String uiInfo(String baseUrl, String number) {
    return """
        <mdui:UIInfo><mdui:DisplayName xml:lang="sv">Testlegitimation%s</mdui:DisplayName>\
        <mdui:DisplayName xml:lang="en">Test eID%s</mdui:DisplayName>\
        <mdui:Description xml:lang="sv">Bara för test, aldrig i skarp drift</mdui:Description>\
        <mdui:Description xml:lang="en">For tests alone, never in production</mdui:Description>\
        <mdui:Logo height="64" width="64">%s/logo.png</mdui:Logo></mdui:UIInfo>"""
        .formatted(number, number, Xml.escape(baseUrl));
  }

  private static String principal() {
    StringBuilder xml = new StringBuilder();
    PRINCIPAL.forEach(name -> xml.append("<psc:MatchValue Name=\"%s\"/>".formatted(name)));
    return xml.toString();
  }

  private static String keyFor(String use, IdpKey key) {
    return """
        <md:KeyDescriptor use="%s"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>%s\
        </ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"""
        .formatted(use, key.base64());
  }

  private static String singleSignOn(String binding, String baseUrl) {
    return "<md:SingleSignOnService Binding=\"%s\" Location=\"%s/sso\"/>"
        .formatted(binding, Xml.escape(baseUrl));
  }

  private static String offered(Collection<String> attributes) {
    StringBuilder xml = new StringBuilder();
    attributes.forEach(
        name ->
            xml.append(
                "<saml:Attribute Name=\"%s\" NameFormat=\"%s\"/>"
                    .formatted(Xml.escape(name), Names.URI_FORMAT)));
    return xml.toString();
  }

  private static String organisation(String baseUrl) {
    StringBuilder xml = new StringBuilder("<md:Organization>");
    for (String name : List.of("OrganizationName", "OrganizationDisplayName")) {
      xml.append("<md:%s xml:lang=\"sv\">Eksta kommun</md:%s>".formatted(name, name));
      xml.append("<md:%s xml:lang=\"en\">Eksta municipality</md:%s>".formatted(name, name));
    }
    for (String language : List.of("sv", "en")) {
      xml.append(
          "<md:OrganizationURL xml:lang=\"%s\">%s</md:OrganizationURL>"
              .formatted(language, Xml.escape(baseUrl)));
    }
    xml.append("</md:Organization><md:ContactPerson contactType=\"support\">");
    return xml.append("<md:EmailAddress>mailto:test@eksta.example</md:EmailAddress>")
        .append("</md:ContactPerson>")
        .toString();
  }
}
