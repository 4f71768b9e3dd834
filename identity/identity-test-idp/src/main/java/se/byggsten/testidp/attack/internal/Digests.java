package se.byggsten.testidp.attack.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.byggsten.testidp.protocol.internal.Names;
import se.byggsten.testidp.protocol.internal.Xml;
import se.byggsten.testidp.protocol.internal.XmlEngine;

/** Digests and signatures made by hand, where no signer would make them. */
final class Digests {
  static {
    XmlEngine.start();
  }

  private Digests() {}

  /** Returns the digest that a reference to the element would have, its own signature left out. */
  static String ofSigned(Element element) {
    List<Element> signatures = Xml.children(element, Names.DS, "Signature");
    Node next = signatures.isEmpty() ? null : signatures.get(0).getNextSibling();
    // In its place, since what it inherits from above belongs to it.
    signatures.forEach(element::removeChild);
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS)
          .canonicalizeSubtree(element, bytes);
      return sha256(bytes.toByteArray());
    } catch (XMLSecurityException e) {
      throw new IllegalStateException("What was parsed can be canonicalised", e);
    } finally {
      signatures.forEach(signature -> element.insertBefore(signature, next));
    }
  }

  /** Returns the digest of nothing. */
  static String ofNothing() {
    return sha256("".getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the signature of nothing. */
  static String signatureOfNothing(PrivateKey key) {
    try {
      Signature signature =
          Signature.getInstance(
              "RSA".equals(key.getAlgorithm()) ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
      signature.initSign(key);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JDK signs", e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JDK knows SHA-256", e);
    }
  }
}
