package se.byggsten.samples.benchmarks.saml;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import se.byggsten.saml.KeyMaterial;

/**
 * A federation with a key for each identity provider, on P-256: keys of RSA would take an hour.
 *
 * <p>The XML is written in its canonical form, so that the JDK's digest and signature sign it.
 */
final class LargeFederation {
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String ROLE =
      """
      <md:EntityDescriptor entityID="%s"><md:Extensions><mdattr:EntityAttributes \
      xmlns:mdattr="urn:oasis:names:tc:SAML:metadata:attribute"><saml:Attribute \
      xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" \
      Name="urn:oasis:names:tc:SAML:attribute:assurance-certification" \
      NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"><saml:AttributeValue>\
      http://id.elegnamnden.se/loa/1.0/loa3</saml:AttributeValue></saml:Attribute>\
      </mdattr:EntityAttributes></md:Extensions><md:IDPSSODescriptor WantAuthnRequestsSigned="true" \
      protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:Extensions>\
      <mdui:UIInfo xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui"><mdui:DisplayName \
      xml:lang="sv">Legitimation %d</mdui:DisplayName><mdui:DisplayName xml:lang="en">eID %d\
      </mdui:DisplayName></mdui:UIInfo></md:Extensions><md:KeyDescriptor use="signing">\
      <ds:KeyInfo xmlns:ds="%s"><ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate>\
      </ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService \
      Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="%s/sso">\
      </md:SingleSignOnService></md:IDPSSODescriptor></md:EntityDescriptor>""";

  private final KeyMaterial operator;
  private final String head;
  private final String tail;

  private LargeFederation(KeyMaterial operator, String head, String tail) {
    this.operator = operator;
    this.head = head;
    this.tail = tail;
  }

  static LargeFederation of(int entities, Clock clock) {
    StringBuilder tail = new StringBuilder();
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      for (int i = 0; i < entities; i++) {
        String certificate =
            Base64.getEncoder().encodeToString(certificate(generator, i, clock).getEncoded());
        tail.append(ROLE.formatted(entityId(i), i, i, DS, certificate, entityId(i)));
      }
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("The JDK makes keys", e);
    }
    String head =
        "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" ID=\"_feed\""
            + " validUntil=\""
            + clock.instant().plus(Duration.ofDays(7))
            + "\">";
    return new LargeFederation(
        KeyMaterial.generate("operator", clock, Duration.ofDays(3650)),
        head,
        tail.append("</md:EntitiesDescriptor>").toString());
  }

  static String entityId(int number) {
    return "https://idp" + number + ".example.se/metadata";
  }

  X509Certificate operator() {
    return operator.certificate();
  }

  String signed() {
    try {
      byte[] content = (head + tail).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      String info =
          """
          <ds:SignedInfo xmlns:ds="%s"><ds:CanonicalizationMethod Algorithm=\
          "http://www.w3.org/2001/10/xml-exc-c14n#"></ds:CanonicalizationMethod>\
          <ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256">\
          </ds:SignatureMethod><ds:Reference URI="#_feed"><ds:Transforms><ds:Transform Algorithm=\
          "http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform><ds:Transform \
          Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform></ds:Transforms>\
          <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod>\
          <ds:DigestValue>%s</ds:DigestValue></ds:Reference></ds:SignedInfo>"""
              .formatted(DS, Base64.getEncoder().encodeToString(digest));
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(operator.privateKey());
      signer.update(info.getBytes(StandardCharsets.UTF_8));
      String value = Base64.getEncoder().encodeToString(signer.sign());
      return head
          + "<ds:Signature xmlns:ds=\"%s\">%s<ds:SignatureValue>%s</ds:SignatureValue></ds:Signature>"
              .formatted(DS, info, value)
          + tail;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JDK signs", e);
    }
  }

  private static X509Certificate certificate(KeyPairGenerator generator, int number, Clock clock)
      throws GeneralSecurityException, OperatorCreationException {
    KeyPair pair = generator.generateKeyPair();
    X500Name name = new X500Name("CN=idp" + number);
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(number + 1L),
                    Date.from(clock.instant()),
                    Date.from(clock.instant().plus(Duration.ofDays(3650))),
                    name,
                    pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
  }
}
