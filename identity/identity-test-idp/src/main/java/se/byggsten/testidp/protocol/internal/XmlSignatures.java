package se.byggsten.testidp.protocol.internal;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.byggsten.testidp.protocol.TestIdpException;

/** Makes and verifies enveloped signatures with the JDK alone. */
public final class XmlSignatures {
  /**
   * By what a signature is made.
   *
   * @param key the key
   * @param shown the certificate that the signature names as its own
   * @param method the URI of the algorithm
   * @param digest the URI of the digest
   */
  public record Maker(Key key, X509Certificate shown, String method, String digest) {
    /** Signs as the profile wants it, with the key and its certificate. */
    public static Maker of(IdpKey key) {
      boolean rsa = "RSA".equals(key.privateKey().getAlgorithm());
      return new Maker(
          key.privateKey(),
          key.certificate(),
          rsa ? Names.RSA_SHA256 : Names.ECDSA_SHA256,
          Names.SHA256);
    }

    @Override
    public String toString() {
      return "Maker[" + method + "]";
    }
  }

  private XmlSignatures() {}

  /** Signs an element that has an {@code ID}; the signature stands after its issuer. */
  public static Element sign(Element element, Maker maker) {
    Element issuer = Xml.children(element, Names.SAML, "Issuer").get(0);
    return sign(element, issuer.getNextSibling(), maker);
  }

  /** Signs an element that has an {@code ID}; the signature stands before this child. */
  public static Element sign(Element element, @Nullable Node before, Maker maker) {
    try {
      XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
      String exclusive = CanonicalizationMethod.EXCLUSIVE;
      Reference reference =
          factory.newReference(
              "#" + element.getAttribute("ID"),
              factory.newDigestMethod(maker.digest(), null),
              List.of(
                  factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                  factory.newTransform(exclusive, (TransformParameterSpec) null)),
              null,
              null);
      SignedInfo info =
          factory.newSignedInfo(
              factory.newCanonicalizationMethod(exclusive, (C14NMethodParameterSpec) null),
              factory.newSignatureMethod(maker.method(), null),
              List.of(reference));
      KeyInfoFactory infos = factory.getKeyInfoFactory();
      KeyInfo keyInfo = infos.newKeyInfo(List.of(infos.newX509Data(List.of(maker.shown()))));
      DOMSignContext context = new DOMSignContext(maker.key(), element, before);
      context.setDefaultNamespacePrefix("ds");
      context.setIdAttributeNS(element, null, "ID");
      factory.newXMLSignature(info, keyInfo).sign(context);
      return Xml.children(element, Names.DS, "Signature").get(0);
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException("The JDK signs XML", e);
    }
  }

  /** Says whether the signature below the element covers it and is by one of these keys. */
  public static boolean covers(Element element, List<X509Certificate> certificates) {
    List<Element> signatures = Xml.children(element, Names.DS, "Signature");
    return signatures.size() == 1
        && certificates.stream()
            .anyMatch(certificate -> holds(signatures.get(0), element, certificate));
  }

  /** Says whether a signature, wherever it stands, is by the key over this element. */
  public static boolean holds(Element signature, Element over, X509Certificate certificate) {
    try {
      DOMValidateContext context = new DOMValidateContext(certificate.getPublicKey(), signature);
      context.setProperty("org.jcp.xml.dsig.secureValidation", true);
      context.setIdAttributeNS(over, null, "ID");
      XMLSignature read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      List<Reference> references = read.getSignedInfo().getReferences();
      return references.size() == 1
          && ("#" + over.getAttribute("ID")).equals(references.get(0).getURI())
          && read.validate(context);
    } catch (MarshalException | XMLSignatureException notOfThisForm) {
      return false;
    } catch (RuntimeException e) {
      throw new TestIdpException("The signature cannot be read", e);
    }
  }
}
