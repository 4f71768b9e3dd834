package se.byggsten.saml.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.byggsten.core.ErrorCode;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.saml.protocol.internal.XmlLimits;

/** Signs a message of ours within itself (SAML 2.0 Core, section 5.4). */
final class EnvelopedSignatures {
  private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

  private EnvelopedSignatures() {}

  /**
   * Returns the document with a signature over its root.
   *
   * @param xml the document, whose root has an {@code ID}
   * @param after the child of the root after which the signature stands; empty for the first place
   */
  static String sign(
      String xml, CertifiedKey key, SigningAlgorithm algorithm, Optional<String> after) {
    OpenSaml.parsers();
    try {
      Document document = SafeXml.parse(xml.getBytes(StandardCharsets.UTF_8), XmlLimits.METADATA);
      Element root = document.getDocumentElement();
      root.setIdAttribute("ID", true);
      XMLSignature signature =
          new XMLSignature(document, "", algorithm.signatureMethod(), EXCLUSIVE);
      root.insertBefore(signature.getElement(), place(root, after));
      Transforms transforms = new Transforms(document);
      transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
      transforms.addTransform(EXCLUSIVE);
      signature.addDocument("#" + root.getAttribute("ID"), transforms, algorithm.digestMethod());
      signature.addKeyInfo(key.certificate());
      signature.sign(key.privateKey());
      return OpenSaml.write(document);
    } catch (XMLSecurityException e) {
      throw new SamlException(ErrorCode.of("SAML-KEYS"), "The signing key cannot be used", e);
    }
  }

  private static @Nullable Node place(Element root, Optional<String> after) {
    if (after.isEmpty()) {
      return root.getFirstChild();
    }
    for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (after.get().equals(child.getLocalName())) {
        return child.getNextSibling();
      }
    }
    throw new IllegalArgumentException("The message has no " + after.get());
  }
}
