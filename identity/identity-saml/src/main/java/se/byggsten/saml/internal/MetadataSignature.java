package se.byggsten.saml.internal;

import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.byggsten.saml.protocol.SamlRefusal;

/**
 * Verifies the signature over the whole of a metadata document.
 *
 * <p>Not by way of the engine, whose tree of objects for a federation takes more memory than the
 * document. Signatures further in are covered like any other content, and never read.
 */
final class MetadataSignature {
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";

  static {
    // The engine sets how this library writes, which must not go by who comes first.
    OpenSaml.parsers();
  }

  private MetadataSignature() {}

  /** Refuses unless one of the certificates' keys signed the root, and so all of the document. */
  static void require(Document document, List<X509Certificate> signers) {
    Element root = document.getDocumentElement();
    List<Element> signatures = Signatures.children(root, DS, "Signature");
    if (signatures.isEmpty()) {
      throw new RefusedException(SamlRefusal.SIGNATURE_MISSING);
    }
    Signatures.requireForm(root, signatures.get(0));
    // The only id that a reference can find: the form says that it is the root's.
    root.setIdAttribute("ID", true);
    Exception last = null;
    for (X509Certificate signer : signers) {
      if (KeyStores.isStrong(signer.getPublicKey())) {
        try {
          if (new XMLSignature(signatures.get(0), "", true)
              .checkSignatureValue(signer.getPublicKey())) {
            return;
          }
        } catch (XMLSecurityException | RuntimeException e) {
          // A value that is not base64, or a key of another kind than the method.
          last = e;
        }
      }
    }
    throw new RefusedException(SamlRefusal.SIGNATURE_INVALID, last);
  }
}
