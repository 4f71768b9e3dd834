package se.byggsten.saml.internal;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import se.byggsten.saml.protocol.SamlRefusal;

/**
 * Verifies enveloped signatures: form first, then algorithms, then the key.
 *
 * <p>The key is one that we already hold. What the message says of its own key is never read.
 */
final class Signatures {
  /** Accepted and declared in our metadata (Deployment Profile 8). */
  static final List<String> SIGNATURE_METHODS =
      List.of(
          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
          "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
          "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
          "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512");

  /** Accepted and declared in our metadata. */
  static final List<String> DIGEST_METHODS =
      List.of(
          "http://www.w3.org/2001/04/xmlenc#sha256",
          "http://www.w3.org/2001/04/xmldsig-more#sha384",
          "http://www.w3.org/2001/04/xmlenc#sha512");

  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
  private static final Set<String> SIGNATURES = Set.copyOf(SIGNATURE_METHODS);
  private static final Set<String> DIGESTS = Set.copyOf(DIGEST_METHODS);
  private static final Set<String> CANONICALIZATIONS =
      Set.of(
          "http://www.w3.org/2001/10/xml-exc-c14n#",
          "http://www.w3.org/2001/10/xml-exc-c14n#WithComments");

  private Signatures() {}

  /** Verifies that one of the certificates' keys signed the object, all of it. */
  static void verify(SignableSAMLObject object, List<X509Certificate> certificates) {
    Signature signature = object.getSignature();
    if (signature == null) {
      throw new RefusedException(SamlRefusal.SIGNATURE_MISSING);
    }
    requireForm(element(object.getDOM()), element(signature.getDOM()));
    try {
      new SAMLSignatureProfileValidator().validate(signature);
    } catch (SignatureException | RuntimeException e) {
      throw new RefusedException(SamlRefusal.SIGNATURE_FORM, e);
    }
    Exception last = null;
    for (X509Certificate certificate : certificates) {
      if (KeyStores.isStrong(certificate.getPublicKey())) {
        try {
          SignatureValidator.validate(signature, new BasicX509Credential(certificate));
          return;
        } catch (SignatureException | RuntimeException e) {
          // A value that is not base64 comes as an IllegalArgumentException from below the engine.
          last = e;
        }
      }
    }
    throw new RefusedException(SamlRefusal.SIGNATURE_INVALID, last);
  }

  /** Judges the form of every signature in a document, before the engine reads any of them. */
  static void requireForm(Document document) {
    NodeList signatures = document.getElementsByTagNameNS(DS, "Signature");
    for (int i = 0; i < signatures.getLength(); i++) {
      if (signatures.item(i) instanceof Element signature
          && signature.getParentNode() instanceof Element signed) {
        requireForm(signed, signature);
      } else {
        throw new RefusedException(SamlRefusal.SIGNATURE_FORM);
      }
    }
  }

  /** Judges the form of a signature over an element. */
  static void requireForm(Element root, Element element) {
    if (element.getParentNode() != root
        || children(root, DS, "Signature").size() != 1
        || elements(element) != children(element, DS, "KeyInfo").size() + 2
        || children(element, DS, "SignedInfo").size() != 1
        || children(element, DS, "SignatureValue").size() != 1
        || children(element, DS, "KeyInfo").size() > 1) {
      throw new RefusedException(SamlRefusal.SIGNATURE_FORM);
    }
    if (elements(only(element, "SignatureValue")) > 0) {
      throw new RefusedException(SamlRefusal.SIGNATURE_FORM);
    }
    Element info = only(element, "SignedInfo");
    requireAlgorithm(only(info, "CanonicalizationMethod"), CANONICALIZATIONS);
    requireAlgorithm(only(info, "SignatureMethod"), SIGNATURES);
    Element reference = only(info, "Reference");
    String id = root.getAttribute("ID");
    if (id.isEmpty() || !reference.getAttribute("URI").equals("#" + id)) {
      throw new RefusedException(SamlRefusal.SIGNATURE_FORM);
    }
    requireAlgorithm(only(reference, "DigestMethod"), DIGESTS);
    List<Element> transforms = children(only(reference, "Transforms"), DS, "Transform");
    if (transforms.isEmpty()
        || transforms.size() > 2
        || !ENVELOPED.equals(transforms.get(0).getAttribute("Algorithm"))) {
      throw new RefusedException(SamlRefusal.SIGNATURE_FORM);
    }
    if (transforms.size() == 2) {
      requireAlgorithm(transforms.get(1), CANONICALIZATIONS);
    }
  }

  private static void requireAlgorithm(Element element, Set<String> accepted) {
    if (!accepted.contains(element.getAttribute("Algorithm"))) {
      throw new RefusedException(SamlRefusal.ALGORITHM);
    }
  }

  private static Element only(Element parent, String name) {
    List<Element> found = children(parent, DS, name);
    if (found.size() != 1) {
      throw new RefusedException(SamlRefusal.SIGNATURE_FORM);
    }
    return found.get(0);
  }

  private static Element element(@Nullable Element dom) {
    if (dom == null) {
      throw new RefusedException(SamlRefusal.XML);
    }
    return dom;
  }

  private static int elements(Element parent) {
    int count = 0;
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element) {
        count++;
      }
    }
    return count;
  }

  static List<Element> children(Element parent, String namespace, String name) {
    List<Element> found = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element
          && name.equals(element.getLocalName())
          && namespace.equals(element.getNamespaceURI())) {
        found.add(element);
      }
    }
    return found;
  }
}
