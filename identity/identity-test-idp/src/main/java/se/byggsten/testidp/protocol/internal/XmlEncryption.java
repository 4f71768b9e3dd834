package se.byggsten.testidp.protocol.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.List;
import java.util.Set;
import javax.crypto.KeyGenerator;
import org.apache.xml.security.encryption.EncryptedData;
import org.apache.xml.security.encryption.EncryptedKey;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.keys.KeyInfo;
import org.apache.xml.security.utils.EncryptionConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import se.byggsten.testidp.protocol.TestIdpException;

/** Encrypts elements for a service, by the algorithms that its metadata declare. */
public final class XmlEncryption {
  private static final List<String> BLOCK =
      List.of(
          XMLCipher.AES_256_GCM,
          XMLCipher.AES_192_GCM,
          XMLCipher.AES_128_GCM,
          XMLCipher.AES_256,
          XMLCipher.AES_192,
          XMLCipher.AES_128);
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
  private static final Set<String> SHA256_OAEP = Set.of(XMLCipher.RSA_OAEP, XMLCipher.RSA_OAEP_11);

  static {
    XmlEngine.start();
  }

  /**
   * How something is encrypted.
   *
   * @param block the URI of the cipher of the content
   * @param transport the URI of the cipher of the key
   * @param oaepDigest the URI of the digest of OAEP, or null for what the cipher has by itself
   */
  public record Method(String block, String transport, @Nullable String oaepDigest) {
    /** What every service has to know (Deployment Profile 8). */
    public static final Method MANDATORY = new Method(Names.AES256_CBC, Names.RSA_OAEP, null);

    /** Chooses by what the service declares; what it does not declare is not used. */
    public static Method of(ServiceMetadata service) {
      List<String> declared = service.encryptionMethods();
      String block = BLOCK.stream().filter(declared::contains).findFirst().orElse(Names.AES256_CBC);
      boolean sha256 =
          service.oaepDigests().contains(Names.SHA256)
              && declared.stream().anyMatch(SHA256_OAEP::contains)
              && !service.oaepDigests().contains("http://www.w3.org/2000/09/xmldsig#sha1");
      return new Method(block, Names.RSA_OAEP, sha256 ? Names.SHA256 : null);
    }
  }

  private XmlEncryption() {}

  /**
   * Puts an element that has a parent into an element of this name, encrypted.
   *
   * @return the element that took its place
   */
  public static Element encrypt(
      Element clear, String wrapper, Method method, ServiceMetadata service) {
    Document document = clear.getOwnerDocument();
    declareWhatIsInherited(clear);
    Element wrapped = document.createElementNS(Names.SAML, "saml2:" + wrapper);
    clear.getParentNode().replaceChild(wrapped, clear);
    wrapped.appendChild(clear);
    encryptInPlace(clear, method, service);
    return wrapped;
  }

  /** What is encrypted must be readable alone; exclusive canonicalization does not mind. */
  private static void declareWhatIsInherited(Element element) {
    for (Node above = element.getParentNode(); above != null; above = above.getParentNode()) {
      NamedNodeMap attributes = above.getAttributes();
      for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
        Node attribute = attributes.item(i);
        if (XMLNS.equals(attribute.getNamespaceURI())
            && !element.hasAttributeNS(XMLNS, attribute.getLocalName())) {
          element.setAttributeNS(XMLNS, attribute.getNodeName(), attribute.getNodeValue());
        }
      }
    }
  }

  private static void encryptInPlace(Element clear, Method method, ServiceMetadata service) {
    Document document = clear.getOwnerDocument();
    try {
      Key content = contentKey(method.block());
      XMLCipher keys =
          method.oaepDigest() == null
              ? XMLCipher.getInstance(method.transport())
              : XMLCipher.getInstance(method.transport(), null, method.oaepDigest());
      keys.init(XMLCipher.WRAP_MODE, service.encryption().getPublicKey());
      EncryptedKey encryptedKey =
          XMLCipher.RSA_OAEP_11.equals(method.transport())
              ? keys.encryptKey(document, content, EncryptionConstants.MGF1_SHA256, null)
              : keys.encryptKey(document, content);
      XMLCipher cipher = XMLCipher.getInstance(method.block());
      cipher.init(XMLCipher.ENCRYPT_MODE, content);
      EncryptedData data = cipher.getEncryptedData();
      KeyInfo info = new KeyInfo(document);
      info.add(encryptedKey);
      data.setKeyInfo(info);
      // Written here, since the cipher's own writer drops what lies between the letters: CDATA.
      byte[] bytes = Xml.write(clear).getBytes(StandardCharsets.UTF_8);
      EncryptedData written = encrypted(cipher, document, bytes);
      clear.getParentNode().replaceChild(cipher.martial(document, written), clear);
    } catch (XMLSecurityException | GeneralSecurityException e) {
      throw new TestIdpException("The assertion cannot be encrypted for the service", e);
    }
  }

  /** The method declares Exception itself, so that nothing narrower can be caught around it. */
  private static EncryptedData encrypted(XMLCipher cipher, Document document, byte[] bytes)
      throws XMLSecurityException {
    try {
      return cipher.encryptData(
          document, EncryptionConstants.TYPE_ELEMENT, new ByteArrayInputStream(bytes));
    } catch (XMLSecurityException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Encryption fails in an unknown way", e);
    }
  }

  private static Key contentKey(String block) throws GeneralSecurityException {
    if (XMLCipher.TRIPLEDES.equals(block)) {
      return KeyGenerator.getInstance("DESede").generateKey();
    }
    KeyGenerator generator = KeyGenerator.getInstance("AES");
    generator.init(block.contains("128") ? 128 : block.contains("192") ? 192 : 256);
    return generator.generateKey();
  }
}
