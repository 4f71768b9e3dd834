package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.protocol.SamlException;

/** Attempts to have a federation believed that its operator has not signed. */
class MetadataSignatureAttackTest {
  private static final String EVIL =
      Federation.entity("https://evil.example.se").key("signing", Scene.OTHER_KEY).xml();
  private static final String MD = "urn:oasis:names:tc:SAML:2.0:metadata";
  private static final String SIGNED =
      new String(
          new Federation().add(Federation.entity(Scene.IDP)).signed(), StandardCharsets.UTF_8);
  private static final int SIGNATURE_END = SIGNED.indexOf("</ds:Signature>") + 15;
  private static final String SIGNATURE =
      SIGNED.substring(SIGNED.indexOf("<ds:Signature"), SIGNATURE_END);

  private static List<IdentityProviderMetadata> read(String xml) {
    return SamlMetadata.readSigned(
        xml.getBytes(StandardCharsets.UTF_8), Federation.OPERATOR.certificate(), Federation.NOW);
  }

  private static void refuses(String xml, String reason) {
    assertThatThrownBy(() -> read(xml))
        .isInstanceOfSatisfying(
            SamlException.class,
            e -> {
              assertThat(e.code().value())
                  .isEqualTo(
                      "SAML-DUPLICATE-ID".equals(reason)
                          ? "SAML-METADATA-XML"
                          : "SAML-METADATA-SIGNATURE");
              assertThat(e.getMessage()).contains(reason);
            });
  }

  private static String around(String attributes, String content) {
    return "<md:EntitiesDescriptor xmlns:md=\""
        + MD
        + "\" validUntil=\"2026-11-23T00:00:00Z\""
        + attributes
        + ">"
        + content
        + "</md:EntitiesDescriptor>";
  }

  @Test
  void acceptsWhatIsSigned() {
    assertThat(read(SIGNED)).hasSize(1);
  }

  @Test
  void theSignedFederationInsideAnotherIsNotEnough() {
    refuses(around("", SIGNED + EVIL), "SAML-SIGNATURE-MISSING");
    refuses(around(" ID=\"_evil\"", SIGNED + EVIL), "SAML-SIGNATURE-MISSING");
  }

  @Test
  void aSignatureThatIsMovedToTheRootCoversTheRootOrNothing() {
    String inner = SIGNED.replace(SIGNATURE, "");
    refuses(around(" ID=\"_evil\"", SIGNATURE + inner + EVIL), "SAML-SIGNATURE-FORM");
    refuses(around(" ID=\"_feed\"", SIGNATURE + inner + EVIL), "SAML-DUPLICATE-ID");
    refuses(
        around(" ID=\"_feed\"", SIGNATURE + inner.replace("ID=\"_feed\"", "Id=\"_x\"") + EVIL),
        "SAML-SIGNATURE-INVALID");
    refuses(
        around("", SIGNATURE.replace("\"#_feed\"", "\"\"") + inner + EVIL), "SAML-SIGNATURE-FORM");
  }

  @Test
  void theSignedFederationCannotHideInItsOwnSignature() {
    String inner = SIGNED.replace(SIGNATURE, "").replace("ID=\"_feed\"", "ID=\"_x\"");
    refuses(
        around(
            " ID=\"_feed\"",
            SIGNATURE.replace(
                    "</ds:Signature>", "<ds:Object>" + inner + "</ds:Object></ds:Signature>")
                + EVIL),
        "SAML-SIGNATURE-FORM");
  }

  @Test
  void nobodyCanBeAddedOrChanged() {
    refuses(
        SIGNED.replace("</md:EntitiesDescriptor>", EVIL + "</md:EntitiesDescriptor>"),
        "SAML-SIGNATURE-INVALID");
    refuses(SIGNED.replace("idp.example.se/sso", "evil.example/sso"), "SAML-SIGNATURE-INVALID");
    refuses(SIGNED.replace("validUntil=\"2026", "validUntil=\"2036"), "SAML-SIGNATURE-INVALID");
  }

  @Test
  void aSignatureOverOneEntityIsNoneOverTheFederation() {
    String entity = Federation.entity(Scene.IDP).xml();
    String canonical =
        entity.replaceFirst(
            "<md:EntityDescriptor ", "<md:EntityDescriptor xmlns:md=\"" + MD + "\" ID=\"_one\" ");
    String signature = Federation.signature("#_one", canonical, Federation.OPERATOR);
    String signed = canonical.replaceFirst(">", ">" + signature);
    refuses(around("", signed + EVIL), "SAML-SIGNATURE-MISSING");
    refuses(around("", signature + canonical + EVIL), "SAML-SIGNATURE-FORM");
    refuses(around(" ID=\"_f\"", signature + canonical + EVIL), "SAML-SIGNATURE-FORM");
  }

  @Test
  void ofTwoSignaturesNoneCounts() {
    refuses(SIGNED.replace(SIGNATURE, SIGNATURE + SIGNATURE), "SAML-SIGNATURE-FORM");
  }

  @Test
  void theKeyIsTheFederationsWhateverTheSignatureSays() {
    Federation federation = new Federation().add(Federation.entity(Scene.IDP));
    refuses(federation.signed(Scene.OTHER_KEY), "SAML-SIGNATURE-INVALID");
    // Somebody else's signature, with the operator's certificate beside it, and the other way
    // round.
    refuses(
        Crypto.sign(
            federation.xml(),
            Scene.OTHER_KEY.privateKey(),
            Federation.OPERATOR,
            SignatureMethod.RSA_SHA256,
            DigestMethod.SHA256,
            true),
        "SAML-SIGNATURE-INVALID");
    refuses(Crypto.sign(federation.xml(), Scene.OTHER_KEY), "SAML-SIGNATURE-INVALID");
    assertThat(
            read(
                Crypto.sign(
                    federation.xml(),
                    Federation.OPERATOR.privateKey(),
                    Scene.OTHER_KEY,
                    SignatureMethod.RSA_SHA256,
                    DigestMethod.SHA256,
                    true)))
        .as("what stands in KeyInfo is not read")
        .hasSize(1);
  }

  @Test
  void takesNoWeakAlgorithms() {
    String xml = new Federation().add(Federation.entity(Scene.IDP)).xml();
    refuses(signed(xml, SignatureMethod.RSA_SHA1, DigestMethod.SHA256), "SAML-ALGORITHM");
    refuses(signed(xml, SignatureMethod.RSA_SHA256, DigestMethod.SHA1), "SAML-ALGORITHM");
    byte[] publicKey = Federation.OPERATOR.certificate().getPublicKey().getEncoded();
    refuses(
        Crypto.sign(
            xml,
            new SecretKeySpec(publicKey, "HmacSHA256"),
            Federation.OPERATOR,
            SignatureMethod.HMAC_SHA256,
            DigestMethod.SHA256,
            true),
        "SAML-ALGORITHM");
  }

  private static String signed(String xml, String method, String digest) {
    return Crypto.sign(
        xml, Federation.OPERATOR.privateKey(), Federation.OPERATOR, method, digest, true);
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.w3.org/TR/1999/REC-xpath-19991116, SAML-SIGNATURE-FORM",
    "http://www.w3.org/TR/1999/REC-xslt-19991116, SAML-SIGNATURE-FORM",
    "http://www.w3.org/2000/09/xmldsig#base64, SAML-SIGNATURE-FORM"
  })
  void takesNoTransformsThatChooseWhatIsSigned(String transform, String reason) {
    refuses(
        SIGNED.replace("http://www.w3.org/2000/09/xmldsig#enveloped-signature", transform), reason);
  }

  @ParameterizedTest
  @CsvSource({
    "SignatureValue, SAML-SIGNATURE-INVALID",
    "DigestValue, SAML-SIGNATURE-INVALID",
    "Reference, SAML-SIGNATURE-FORM",
    "SignedInfo, SAML-SIGNATURE-FORM",
    "Transforms, SAML-SIGNATURE-FORM"
  })
  void aSignatureWithAPartEmptiedIsRefused(String part, String reason) {
    String emptied =
        SIGNED.replaceFirst("(?s)(<ds:" + part + "[^>]*>).*(</ds:" + part + ">)", "$1$2");
    refuses(emptied, reason);
  }

  @Property(tries = 120)
  void neverBelievesSignedMetadataWithOneCharacterChanged(@ForAll int place, @ForAll char other) {
    int at = Math.floorMod(place, SIGNED.length());
    String changed = SIGNED.substring(0, at) + other + SIGNED.substring(at + 1);
    try {
      IdentityProviderMetadata read = read(changed).get(0);
      IdentityProviderMetadata right = read(SIGNED).get(0);
      // Only what carries no meaning may differ: blanks in the signature's own values.
      assertThat(read.entityId()).isEqualTo(right.entityId());
      assertThat(read.singleSignOn()).isEqualTo(right.singleSignOn());
      assertThat(read.signingKeys()).isEqualTo(right.signingKeys());
      assertThat(read.validUntil()).isEqualTo(right.validUntil());
    } catch (SamlException e) {
      assertThat(e.code().value()).startsWith("SAML-METADATA-");
    }
  }
}
