package se.byggsten.testidp.attack.internal;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.xml.security.encryption.XMLCipher;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.byggsten.testidp.protocol.internal.AnswerDraft;
import se.byggsten.testidp.protocol.internal.AnswerWriter;
import se.byggsten.testidp.protocol.internal.Names;
import se.byggsten.testidp.protocol.internal.Xml;
import se.byggsten.testidp.protocol.internal.XmlEncryption;

/** What is encrypted in a wrong way, not at all, or tells something when it is opened. */
final class EncryptionAttacks {
  private static final String XSLT = "http://www.w3.org/TR/1999/REC-xslt-19991116";

  private EncryptionAttacks() {}

  static String clear(Scene scene) {
    return scene.signed(AnswerWriter.unencrypted(scene.draft()));
  }

  static String clearBesideEncrypted(Scene scene) {
    Document document = Xml.parse(scene.encrypted(scene.draft()));
    Element clear = Xml.parse(scene.victim().assertion()).getDocumentElement();
    document.getDocumentElement().appendChild(document.importNode(clear, true));
    return scene.signed(Xml.write(document));
  }

  static String twoAssertions(Scene scene) {
    Document document = Xml.parse(scene.encrypted(scene.draft()));
    Element second =
        Xml.children(
                Xml.parse(scene.encrypted(scene.victim())).getDocumentElement(),
                Names.SAML,
                "EncryptedAssertion")
            .get(0);
    document.getDocumentElement().appendChild(document.importNode(second, true));
    return scene.signed(Xml.write(document));
  }

  static String by(Scene scene, String block, String transport) {
    Document document = Xml.parse(AnswerWriter.unencrypted(scene.draft()));
    XmlEncryption.encrypt(
        Scene.assertionOf(document),
        "EncryptedAssertion",
        new XmlEncryption.Method(block, transport, null),
        scene.service());
    return scene.signed(Xml.write(document));
  }

  static String rsa15(Scene scene) {
    return by(scene, Names.AES256_CBC, XMLCipher.RSA_v1dot5);
  }

  static String tripleDes(Scene scene) {
    return by(scene, XMLCipher.TRIPLEDES, Names.RSA_OAEP);
  }

  /** Part of an assertion encrypted on its own, which the profile forbids. */
  static String part(Scene scene, String name, String wrapper) {
    Document document = Xml.parse(AnswerWriter.unencrypted(scene.draft()));
    Element clear = Xml.all(Scene.assertionOf(document), Names.SAML, name).get(0);
    XmlEncryption.encrypt(
        clear, wrapper, XmlEncryption.Method.of(scene.service()), scene.service());
    return scene.signed(AnswerWriter.encrypted(Xml.write(document), scene.service()));
  }

  /** An address in place of the encrypted bytes. */
  static String cipherReference(Scene scene, boolean withTransform) {
    Document document = Xml.parse(scene.encrypted(scene.draft()));
    Element root = document.getDocumentElement();
    List<Element> data = Xml.all(root, Names.XENC, "EncryptedData");
    Element cipher = Xml.children(data.get(0), Names.XENC, "CipherData").get(0);
    cipher.setTextContent("");
    Element reference = document.createElementNS(Names.XENC, "xenc:CipherReference");
    reference.setAttribute("URI", SignatureForgery.place(scene, "cipher"));
    if (withTransform) {
      Element transforms = document.createElementNS(Names.XENC, "xenc:Transforms");
      Element transform = document.createElementNS(Names.DS, "ds:Transform");
      transform.setAttribute("Algorithm", XSLT);
      String sheet = SignatureForgery.stylesheet(scene.listener(), "cipher-transform");
      transform.appendChild(document.importNode(Xml.parse(sheet).getDocumentElement(), true));
      transforms.appendChild(transform);
      reference.appendChild(transforms);
    }
    cipher.appendChild(reference);
    return Xml.write(document);
  }

  static String keyToFetch(Scene scene) {
    Document document = Xml.parse(scene.encrypted(scene.draft()));
    Element info = Xml.all(document.getDocumentElement(), Names.DS, "KeyInfo").get(0);
    info.setTextContent("");
    Element method = document.createElementNS(Names.DS, "ds:RetrievalMethod");
    method.setAttribute("URI", SignatureForgery.place(scene, "encrypted-key"));
    method.setAttribute("Type", "http://www.w3.org/2001/04/xmlenc#EncryptedKey");
    info.appendChild(method);
    return scene.signed(Xml.write(document));
  }

  /**
   * Four signed answers whose assertions cannot be opened, each for another reason: the wrapped
   * key, the padding of the content, its block, and what comes out.
   */
  static List<String> unopenable(Scene scene) {
    return unsignedUnopenable(scene).stream().map(scene::signed).toList();
  }

  /** The same without any signature: what who has no key can send of a message that they saw. */
  static List<String> unsignedUnopenable(Scene scene) {
    List<String> all = new ArrayList<>();
    all.add(broken(scene, "EncryptedKey", true));
    all.add(broken(scene, "EncryptedData", true));
    all.add(broken(scene, "EncryptedData", false));
    Document document = Xml.parse(AnswerWriter.unencrypted(scene.draft()));
    Element clear = Scene.assertionOf(document);
    Element nonsense = document.createElementNS("urn:x", "x");
    clear.getParentNode().replaceChild(nonsense, clear);
    XmlEncryption.encrypt(
        nonsense, "EncryptedAssertion", XmlEncryption.Method.MANDATORY, scene.service());
    all.add(Xml.write(document));
    return all;
  }

  private static String broken(Scene scene, String what, boolean lastByte) {
    Document document = Xml.parse(AnswerWriter.unencrypted(scene.draft()));
    XmlEncryption.encrypt(
        Scene.assertionOf(document),
        "EncryptedAssertion",
        XmlEncryption.Method.MANDATORY,
        scene.service());
    Element root = document.getDocumentElement();
    Element encrypted = Xml.all(root, Names.XENC, what).get(0);
    Element data = Xml.children(encrypted, Names.XENC, "CipherData").get(0);
    Element value = Xml.children(data, Names.XENC, "CipherValue").get(0);
    byte[] bytes = Base64.getMimeDecoder().decode(value.getTextContent());
    byte[] changed = lastByte ? bytes.clone() : java.util.Arrays.copyOf(bytes, bytes.length - 1);
    changed[changed.length - 1] ^= 1;
    value.setTextContent(Base64.getEncoder().encodeToString(changed));
    return Xml.write(document);
  }

  /** The assertion of an earlier answer in a new response. */
  static String reused(Scene scene, String earlier) {
    Document document = Xml.parse(scene.draft().response(List.of(Names.SUCCESS), ""));
    Element assertion =
        Xml.children(Xml.parse(earlier).getDocumentElement(), Names.SAML, "EncryptedAssertion")
            .get(0);
    document.getDocumentElement().appendChild(document.importNode(assertion, true));
    return scene.signed(Xml.write(document));
  }

  /** A new assertion with the id of an earlier one. */
  static String sameId(Scene scene, String id) {
    return scene.signed(scene.draft().set(AnswerDraft.Part.ASSERTION_ID, id));
  }
}
