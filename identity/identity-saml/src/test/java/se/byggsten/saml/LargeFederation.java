package se.byggsten.saml;

import java.security.GeneralSecurityException;
import java.util.Base64;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.metadata.EntityCategory;

/**
 * A federation of any size, whose entities are as large as real ones.
 *
 * <p>In the feed of Sweden Connect of 2022 an identity provider takes 10 kB of XML, a third of it
 * certificates.
 */
final class LargeFederation {
  private static final String UI = "xmlns:mdui=\"urn:oasis:names:tc:SAML:metadata:ui\"";

  private LargeFederation() {}

  /** Makes a federation in which no certificate is like another, nor like one of another seed. */
  static Federation of(int entities, int seed) {
    Federation federation = new Federation().id("_large" + seed).cacheDuration("PT5H");
    for (int i = 0; i < entities; i++) {
      federation.add(entity(i, seed));
    }
    return federation;
  }

  static String entityId(int number) {
    return "https://idp" + number + ".example.se/saml2/idp/metadata";
  }

  private static Federation.Entity entity(int number, int seed) {
    String host = "https://idp" + number + ".example.se/";
    return Federation.entity(entityId(number))
        .level(AssuranceLevel.LOA3.uri())
        .level(AssuranceLevel.UNCERTIFIED_LOA3.uri())
        .category(EntityCategory.LOA3_PNR.uri())
        .category(EntityCategory.MOBILE_AUTH.uri())
        .category(EntityCategory.SECURE_AUTHENTICATOR_BINDING.uri())
        .category(EntityCategory.CONTRACT_SWEDEN_CONNECT.uri())
        .category("http://id.swedenconnect.se/contract/Leverantor/Kund/Avtal-" + number % 50)
        .roleWith(" WantAuthnRequestsSigned=\"true\"")
        .roleExtensions(
            "<mdui:UIInfo "
                + UI
                + "><mdui:DisplayName xml:lang=\"sv\">Åsö legitimation "
                + number
                + "</mdui:DisplayName><mdui:DisplayName xml:lang=\"en\">Aso identity "
                + number
                + "</mdui:DisplayName><mdui:Description xml:lang=\"sv\">"
                + "Legitimera dig med en tjänst som många använder. ".repeat(80)
                + "</mdui:Description><mdui:Logo height=\"60\" width=\"120\">"
                + host
                + "logo.svg</mdui:Logo></mdui:UIInfo>")
        .key("signing", certificate(2 * number, seed), "")
        .key("encryption", certificate(2 * number + 1, seed), "")
        .endpoints(
            Federation.Entity.endpoint("HTTP-POST", host + "saml2/post")
                + Federation.Entity.endpoint("HTTP-Redirect", host + "saml2/redirect"))
        .roleContent(
            "<saml:Attribute xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\""
                + " Name=\"urn:oid:1.2.752.29.4.13\"></saml:Attribute>"
                + "<md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
                + "</md:NameIDFormat>"
                + contact("technical").repeat(3)
                + contact("support").repeat(2));
  }

  private static String contact(String kind) {
    return "<md:ContactPerson contactType=\""
        + kind
        + "\"><md:Company>Leverantör av legitimationer AB</md:Company><md:GivenName>Funktion"
        + "</md:GivenName><md:SurName>Förvaltning</md:SurName><md:EmailAddress>"
        + "mailto:saml-forvaltning@leverantor.example.se</md:EmailAddress><md:TelephoneNumber>"
        + "+46 8 123 456 00</md:TelephoneNumber></md:ContactPerson>";
  }

  /** Nobody verifies what stands last in a certificate, its own signature. */
  private static String certificate(int number, int seed) {
    try {
      byte[] der = Scene.IDP_KEY.certificate().getEncoded();
      for (int i = 0; i < 4; i++) {
        der[der.length - 1 - i] = (byte) (number >> (8 * i));
      }
      der[der.length - 5] = (byte) seed;
      return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(der);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
