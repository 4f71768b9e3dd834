package se.byggsten.saml.internal;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.opensaml.security.credential.BasicCredential;
import org.opensaml.security.credential.Credential;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Decrypts a session key with an RSA key that never leaves its token.
 *
 * <p>The JDK's PKCS#11 provider knows RSA without padding but not OAEP, so the token does the RSA
 * operation and Bouncy Castle takes the padding off (RFC 8017, section 7.1.2).
 */
final class TokenDecryption {
  private static final Logger LOG = LoggerFactory.getLogger(TokenDecryption.class);
  private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
  private static final String XENC11 = "http://www.w3.org/2009/xmlenc11#";
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String OAEP_11 = "http://www.w3.org/2009/xmlenc11#rsa-oaep";

  private TokenDecryption() {}

  /** Says whether the key cannot be read, only used. */
  static boolean isNeededFor(PrivateKey key) {
    return "RSA".equals(key.getAlgorithm()) && key.getEncoded() == null;
  }

  /**
   * Returns the session keys that one of the tokens can decrypt; none when none can.
   *
   * @param encrypted an encrypted assertion whose form has been judged
   */
  static List<Credential> sessionKeys(Element encrypted, List<CertifiedKey> tokens) {
    List<Credential> found = new ArrayList<>();
    NodeList keys = encrypted.getElementsByTagNameNS(XENC, "EncryptedKey");
    for (int i = 0; i < keys.getLength(); i++) {
      for (CertifiedKey token : tokens) {
        try {
          found.add(new BasicCredential(sessionKey((Element) keys.item(i), token)));
        } catch (GeneralSecurityException | InvalidCipherTextException | RuntimeException other) {
          // Another token, or another key, may fit; that none does is told in one way by the
          // caller.
          LOG.debug("A token cannot decrypt a session key");
        }
      }
    }
    return found;
  }

  private static SecretKey sessionKey(Element encryptedKey, CertifiedKey token)
      throws GeneralSecurityException, InvalidCipherTextException {
    Element method = first(encryptedKey, XENC, "EncryptionMethod");
    boolean newer = method.getAttribute("Algorithm").equals(OAEP_11);
    NodeList digests = method.getElementsByTagNameNS(DS, "DigestMethod");
    NodeList masks = method.getElementsByTagNameNS(XENC11, "MGF");
    byte[] value =
        Base64.getMimeDecoder()
            .decode(first(encryptedKey, XENC, "CipherValue").getTextContent().strip());
    return new SecretKeySpec(
        decrypt(token, value, namesSha256(digests), newer && namesSha256(masks)), "AES");
  }

  private static boolean namesSha256(NodeList methods) {
    return methods.item(0) instanceof Element method
        && method.getAttribute("Algorithm").endsWith("sha256");
  }

  private static Element first(Element root, String namespace, String name)
      throws GeneralSecurityException {
    if (root.getElementsByTagNameNS(namespace, name).item(0) instanceof Element found) {
      return found;
    }
    throw new GeneralSecurityException("The encrypted key has no " + name);
  }

  /** Returns the session key. */
  private static byte[] decrypt(
      CertifiedKey key, byte[] encrypted, boolean sha256, boolean mgfSha256)
      throws GeneralSecurityException, InvalidCipherTextException {
    int size = (((RSAPublicKey) key.certificate().getPublicKey()).getModulus().bitLength() + 7) / 8;
    if (encrypted.length != size) {
      throw new GeneralSecurityException("The encrypted key has another length than the key");
    }
    OAEPEncoding padding =
        new OAEPEncoding(
            new TokenRsa(key.privateKey(), size), digest(sha256), digest(mgfSha256), new byte[0]);
    padding.init(false, new CipherParameters() {});
    return padding.processBlock(encrypted, 0, encrypted.length);
  }

  private static Digest digest(boolean sha256) {
    return sha256 ? SHA256Digest.newInstance() : new SHA1Digest();
  }

  /** RSA without padding, done by the token. */
  private static final class TokenRsa implements AsymmetricBlockCipher {
    private final PrivateKey key;
    private final int size;

    TokenRsa(PrivateKey key, int size) {
      this.key = key;
      this.size = size;
    }

    @Override
    public void init(boolean forEncryption, CipherParameters parameters) {
      if (forEncryption) {
        throw new IllegalArgumentException("A private key decrypts");
      }
    }

    @Override
    public int getInputBlockSize() {
      return size;
    }

    @Override
    public int getOutputBlockSize() {
      return size - 1;
    }

    @Override
    public byte[] processBlock(byte[] in, int offset, int length)
        throws InvalidCipherTextException {
      try {
        Cipher rsa = Cipher.getInstance("RSA/ECB/NoPadding");
        rsa.init(Cipher.DECRYPT_MODE, key);
        byte[] whole = rsa.doFinal(in, offset, length);
        // What stands to the right is the padded key; leading zeros may be there or not.
        byte[] block = new byte[size - 1];
        int copied = Math.min(whole.length, block.length);
        System.arraycopy(whole, whole.length - copied, block, block.length - copied, copied);
        return block;
      } catch (GeneralSecurityException e) {
        throw new InvalidCipherTextException("The token cannot decrypt", e);
      }
    }
  }
}
