package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Key;
import java.util.List;
import javax.crypto.KeyGenerator;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.EncryptedData;
import org.apache.xml.security.encryption.XMLCipher;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Signs and encrypts without OpenSAML, so that the two judge each other. */
final class Crypto {
  static final String GCM256 = XMLCipher.AES_256_GCM;
  static final String OAEP = XMLCipher.RSA_OAEP;

  static {
    Init.init();
  }

  private Crypto() {}

  static String sign(String xml, KeyMaterial key) {
    return sign(xml, key.privateKey(), key, SignatureMethod.RSA_SHA256, DigestMethod.SHA256, true);
  }

  /** Signs the root (or its assertion) with any algorithm. */
  static String sign(
      String xml,
      Key signingKey,
      KeyMaterial certified,
      String method,
      String digest,
      boolean wholeResponse) {
    try {
      Document document = Dom.parse(xml);
      Element root = document.getDocumentElement();
      Element target = wholeResponse ? root : Dom.first(root, Dom.SAML, "Assertion");
      Element status = Dom.first(root, Dom.SAMLP, "Status");
      Node before =
          !wholeResponse
              ? Dom.first(target, Dom.SAML, "Subject")
              : status == null ? root.getFirstChild() : status;
      XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
      String exclusive = CanonicalizationMethod.EXCLUSIVE;
      KeyInfoFactory infos = factory.getKeyInfoFactory();
      KeyInfo info = infos.newKeyInfo(List.of(infos.newX509Data(List.of(certified.certificate()))));
      DOMSignContext context = new DOMSignContext(signingKey, target, before);
      context.setDefaultNamespacePrefix("ds");
      context.setProperty("org.jcp.xml.dsig.secureValidation", false);
      context.setIdAttributeNS(target, null, "ID");
      factory
          .newXMLSignature(
              factory.newSignedInfo(
                  factory.newCanonicalizationMethod(exclusive, (C14NMethodParameterSpec) null),
                  factory.newSignatureMethod(method, null),
                  List.of(
                      factory.newReference(
                          "#" + target.getAttribute("ID"),
                          factory.newDigestMethod(digest, null),
                          List.of(
                              factory.newTransform(
                                  Transform.ENVELOPED, (TransformParameterSpec) null),
                              factory.newTransform(exclusive, (TransformParameterSpec) null)),
                          null,
                          null))),
              info)
          .sign(context);
      return Dom.write(document);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Fails unless the key signed the root and with it the whole document. */
  static void requireValid(Element root, KeyMaterial key) throws Exception {
    DOMValidateContext context =
        new DOMValidateContext(
            key.certificate().getPublicKey(), Dom.first(root, Dom.DS, "Signature"));
    context.setIdAttributeNS(root, null, "ID");
    XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
    assertThat(signature.getSignedInfo().getReferences())
        .singleElement()
        .isInstanceOfSatisfying(
            Reference.class,
            reference -> assertThat(reference.getURI()).isEqualTo("#" + root.getAttribute("ID")));
    assertThat(signature.validate(context)).isTrue();
  }

  /** Returns an encrypted assertion. */
  static String encrypt(String assertion, KeyMaterial recipient, String block, String transport) {
    return encrypt(assertion, recipient, block, transport, null, null);
  }

  /** Returns an encrypted assertion whose key is padded with these digests. */
  static String encrypt(
      String assertion,
      KeyMaterial recipient,
      String block,
      String transport,
      String digest,
      String mask) {
    try {
      Document document = Dom.parse("<saml2:EncryptedAssertion xmlns:saml2=\"" + Dom.SAML + "\"/>");
      Node content = document.importNode(Dom.parse(assertion).getDocumentElement(), true);
      document.getDocumentElement().appendChild(content);
      KeyGenerator generator =
          KeyGenerator.getInstance(block.contains("tripledes") ? "DESede" : "AES");
      generator.init(
          block.contains("tripledes")
              ? 168
              : block.contains("128") ? 128 : block.contains("192") ? 192 : 256);
      Key key = generator.generateKey();
      XMLCipher keys = XMLCipher.getInstance(transport, null, digest);
      keys.init(XMLCipher.WRAP_MODE, recipient.certificate().getPublicKey());
      XMLCipher cipher = XMLCipher.getInstance(block);
      cipher.init(XMLCipher.ENCRYPT_MODE, key);
      EncryptedData data = cipher.getEncryptedData();
      org.apache.xml.security.keys.KeyInfo info =
          new org.apache.xml.security.keys.KeyInfo(document);
      info.add(keys.encryptKey(document, key, mask, null));
      data.setKeyInfo(info);
      cipher.doFinal(document, (Element) content);
      return Dom.write(document);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
