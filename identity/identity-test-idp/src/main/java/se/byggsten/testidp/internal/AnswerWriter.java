package se.byggsten.testidp.internal;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.KeyGenerator;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.EncryptedData;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes, signs and encrypts answers. */
public final class AnswerWriter {
  private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
  private static final String SAMLP = "urn:oasis:names:tc:SAML:2.0:protocol";
  private static final Duration VALIDITY = Duration.ofMinutes(3);

  static {
    Init.init();
  }

  private AnswerWriter() {}

  /** Returns an answer with an assertion, not yet signed. */
  public static String success(AnswerDraft draft, X509Certificate encryptFor) {
    Document document = Xml.parse(response(draft, status(List.of(success())), ""));
    Node assertion = document.importNode(Xml.parse(assertion(draft)).getDocumentElement(), true);
    Element wrapper = document.createElementNS(SAML, "saml2:EncryptedAssertion");
    wrapper.appendChild(assertion);
    document.getDocumentElement().appendChild(wrapper);
    encrypt(document, (Element) assertion, encryptFor);
    return Xml.write(document);
  }

  /** Returns an answer with an assertion that everybody can read, not yet signed. */
  public static String unencrypted(AnswerDraft draft) {
    return response(draft, status(List.of(success())), assertion(draft));
  }

  /** Returns an answer without an assertion, not yet signed. */
  public static String error(AnswerDraft draft, String topStatus, String secondStatus) {
    return response(draft, status(List.of(topStatus, secondStatus)), "");
  }

  /** Returns the answer with an enveloped signature. */
  public static String sign(String xml, PrivateKey key, X509Certificate certificate) {
    Document document = Xml.parse(xml);
    Element root = document.getDocumentElement();
    try {
      XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
      String exclusive = CanonicalizationMethod.EXCLUSIVE;
      Reference reference =
          factory.newReference(
              "#" + root.getAttribute("ID"),
              factory.newDigestMethod(DigestMethod.SHA256, null),
              List.of(
                  factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                  factory.newTransform(exclusive, (TransformParameterSpec) null)),
              null,
              null);
      SignedInfo info =
          factory.newSignedInfo(
              factory.newCanonicalizationMethod(exclusive, (C14NMethodParameterSpec) null),
              factory.newSignatureMethod(SignatureMethod.RSA_SHA256, null),
              List.of(reference));
      KeyInfoFactory infos = factory.getKeyInfoFactory();
      KeyInfo keyInfo = infos.newKeyInfo(List.of(infos.newX509Data(List.of(certificate))));
      DOMSignContext context = new DOMSignContext(key, root, Xml.all(root, SAMLP, "Status").get(0));
      context.setDefaultNamespacePrefix("ds");
      context.setIdAttributeNS(root, null, "ID");
      factory.newXMLSignature(info, keyInfo).sign(context);
      return Xml.write(document);
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException("The JDK signs XML", e);
    }
  }

  /** Returns a new id. */
  public static String id() {
    byte[] bytes = new byte[20];
    new SecureRandom().nextBytes(bytes);
    return "_" + HexFormat.of().formatHex(bytes);
  }

  private static void encrypt(Document document, Element assertion, X509Certificate encryptFor) {
    try {
      KeyGenerator generator = KeyGenerator.getInstance("AES");
      generator.init(256);
      Key content = generator.generateKey();
      XMLCipher keys = XMLCipher.getInstance(XMLCipher.RSA_OAEP);
      keys.init(XMLCipher.WRAP_MODE, encryptFor.getPublicKey());
      EncryptedKey encryptedKey = keys.encryptKey(document, content);
      XMLCipher cipher = XMLCipher.getInstance(XMLCipher.AES_256_GCM);
      cipher.init(XMLCipher.ENCRYPT_MODE, content);
      EncryptedData data = cipher.getEncryptedData();
      org.apache.xml.security.keys.KeyInfo info =
          new org.apache.xml.security.keys.KeyInfo(document);
      info.add(encryptedKey);
      data.setKeyInfo(info);
      cipher.doFinal(document, assertion);
    } catch (Exception e) {
      // XMLCipher.doFinal declares Exception itself.
      if (e instanceof XMLSecurityException || e instanceof GeneralSecurityException) {
        throw new TestIdpException("The assertion cannot be encrypted for the service", e);
      }
      throw new IllegalStateException("Encryption fails in an unknown way", e);
    }
  }

  private static String success() {
    return "urn:oasis:names:tc:SAML:2.0:status:Success";
  }

  private static String status(List<String> codes) {
    StringBuilder xml = new StringBuilder("<saml2p:Status>");
    codes.forEach(code -> xml.append("<saml2p:StatusCode Value=\"").append(code).append("\">"));
    codes.forEach(code -> xml.append("</saml2p:StatusCode>"));
    return xml.append("</saml2p:Status>").toString();
  }

  private static String response(AnswerDraft draft, String status, String content) {
    return """
        <saml2p:Response xmlns:saml2p="%s" xmlns:saml2="%s" ID="%s" Version="2.0" IssueInstant="%s" \
        Destination="%s" InResponseTo="%s"><saml2:Issuer>%s</saml2:Issuer>%s%s</saml2p:Response>"""
        .formatted(
            SAMLP,
            SAML,
            id(),
            time(draft.issuedAt()),
            Xml.escape(draft.destination()),
            Xml.escape(draft.inResponseTo()),
            Xml.escape(draft.issuer()),
            status,
            content);
  }

  private static String assertion(AnswerDraft draft) {
    Instant issued = draft.issuedAt();
    StringBuilder attributes = new StringBuilder();
    for (Map.Entry<String, String> entry : draft.attributes().entrySet()) {
      attributes.append(
          """
          <saml2:Attribute Name="%s" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">\
          <saml2:AttributeValue xmlns:xs="http://www.w3.org/2001/XMLSchema" \
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string">%s\
          </saml2:AttributeValue></saml2:Attribute>"""
              .formatted(Xml.escape(entry.getKey()), Xml.escape(entry.getValue())));
    }
    return """
        <saml2:Assertion xmlns:saml2="%s" ID="%s" Version="2.0" IssueInstant="%s">\
        <saml2:Issuer>%s</saml2:Issuer><saml2:Subject>\
        <saml2:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">%s</saml2:NameID>\
        <saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">\
        <saml2:SubjectConfirmationData Address="127.0.0.1" InResponseTo="%s" NotOnOrAfter="%s" \
        Recipient="%s"/></saml2:SubjectConfirmation></saml2:Subject>\
        <saml2:Conditions NotBefore="%s" NotOnOrAfter="%s"><saml2:AudienceRestriction>\
        <saml2:Audience>%s</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions>\
        <saml2:AuthnStatement AuthnInstant="%s"><saml2:AuthnContext>\
        <saml2:AuthnContextClassRef>%s</saml2:AuthnContextClassRef></saml2:AuthnContext>\
        </saml2:AuthnStatement><saml2:AttributeStatement>%s</saml2:AttributeStatement>\
        </saml2:Assertion>"""
        .formatted(
            SAML,
            id(),
            time(issued),
            Xml.escape(draft.issuer()),
            id(),
            Xml.escape(draft.inResponseTo()),
            time(issued.plus(VALIDITY)),
            Xml.escape(draft.recipient()),
            time(issued),
            time(issued.plus(VALIDITY)),
            Xml.escape(draft.audience()),
            time(issued),
            Xml.escape(draft.level()),
            attributes);
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
