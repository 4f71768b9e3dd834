package se.byggsten.saml.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import se.byggsten.core.ErrorCode;
import se.byggsten.saml.protocol.SamlException;

/** Reads keys and certificates from files of text (RFC 7468). */
public final class PemFiles {
  private static final ErrorCode CODE = ErrorCode.of("SAML-KEYS");

  /** A key of 16 384 bits takes some 13 kB; nothing that is read here is much larger. */
  private static final int LARGEST = 64 * 1024;

  private PemFiles() {}

  /** Reads a private key: PKCS#8, also encrypted, or the older forms of RSA and EC keys. */
  public static PrivateKey privateKey(Path file, Optional<char[]> password) {
    try (PEMParser parser = new PEMParser(new StringReader(text(file)))) {
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        Optional<PrivateKeyInfo> found = keyIn(part, password);
        if (found.isPresent()) {
          return new JcaPEMKeyConverter().getPrivateKey(found.get());
        }
      }
      throw new SamlException(
          CODE,
          "The file " + file + " holds no private key: it should have a part BEGIN PRIVATE KEY");
    } catch (IOException | OperatorCreationException | PKCSException | RuntimeException e) {
      if (e instanceof SamlException told) {
        throw told;
      }
      throw new SamlException(
          CODE,
          "The private key in "
              + file
              + " cannot be read: check its path, its rights and the password",
          e);
    }
  }

  private static Optional<PrivateKeyInfo> keyIn(Object part, Optional<char[]> password)
      throws OperatorCreationException, PKCSException {
    if (part instanceof PrivateKeyInfo key) {
      return Optional.of(key);
    }
    if (part instanceof PEMKeyPair pair) {
      return Optional.of(pair.getPrivateKeyInfo());
    }
    if (part instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
      char[] secret =
          password.orElseThrow(
              () -> new SamlException(CODE, "The private key is encrypted: give its password"));
      return Optional.of(
          encrypted.decryptPrivateKeyInfo(
              new JceOpenSSLPKCS8DecryptorProviderBuilder()
                  .setProvider(new BouncyCastleProvider())
                  .build(secret)));
    }
    return Optional.empty();
  }

  /** Reads the first certificate of a file. */
  public static X509Certificate certificate(Path file) {
    try (InputStream in =
        new ByteArrayInputStream(text(file).getBytes(StandardCharsets.US_ASCII))) {
      if (CertificateFactory.getInstance("X.509").generateCertificate(in)
          instanceof X509Certificate certificate) {
        return certificate;
      }
      throw new SamlException(CODE, "The file " + file + " holds no certificate");
    } catch (IOException | CertificateException e) {
      throw new SamlException(
          CODE,
          "The certificate in " + file + " cannot be read: it should have a part BEGIN CERTIFICATE",
          e);
    }
  }

  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new SamlException(
            CODE, "The file " + file + " is too large for a key or a certificate");
      }
      return new String(bytes, StandardCharsets.US_ASCII);
    }
  }
}
