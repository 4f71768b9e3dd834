package se.byggsten.testidp.protocol.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import se.byggsten.testidp.protocol.TestIdpException;

/**
 * A key of the test identity provider with its self-signed certificate.
 *
 * @param privateKey the key; worth nothing outside tests
 * @param certificate the certificate
 */
public record IdpKey(PrivateKey privateKey, X509Certificate certificate) {
  private static final String FILE = "test-idp.p12";
  private static final char[] PASSWORD = {'t', 'e', 's', 't', '-', 'i', 'd', 'p'};
  private static final Duration VALIDITY = Duration.ofDays(3650);

  /** Makes an RSA key of so many bits. */
  public static IdpKey rsa(int bits, Instant now) {
    return make(
        "RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4), "SHA256withRSA", now);
  }

  /** Makes a key on the curve P-256. */
  public static IdpKey ellipticCurve(Instant now) {
    return make("EC", new ECGenParameterSpec("secp256r1"), "SHA256withECDSA", now);
  }

  /** Reads the key in the folder, or makes one and keeps it there. */
  public static IdpKey keptIn(Path folder, Instant now) {
    Path file = folder.resolve(FILE);
    try {
      if (Files.exists(file)) {
        return load(file);
      }
      IdpKey fresh = rsa(2048, now);
      Files.createDirectories(folder);
      fresh.store(folder, file);
      return fresh;
    } catch (IOException | GeneralSecurityException e) {
      throw new TestIdpException(
          "The key of the test identity provider can be neither read nor kept in the folder", e);
    }
  }

  /** Returns the certificate as in metadata. */
  public String base64() {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("The certificate was made here", e);
    }
  }

  @Override
  public String toString() {
    return "IdpKey[" + certificate.getSubjectX500Principal().getName() + "]";
  }

  private static IdpKey load(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    String alias = store.aliases().nextElement();
    return new IdpKey(
        (PrivateKey) store.getKey(alias, PASSWORD), (X509Certificate) store.getCertificate(alias));
  }

  private void store(Path folder, Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("saml", privateKey, PASSWORD, new X509Certificate[] {certificate});
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD);
    }
  }

  private static IdpKey make(
      String kind, AlgorithmParameterSpec size, String signature, Instant now) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      generator.initialize(size);
      KeyPair pair = generator.generateKeyPair();
      X500Name name = new X500Name("CN=test-idp");
      JcaX509v3CertificateBuilder certificate =
          new JcaX509v3CertificateBuilder(
              name,
              new BigInteger(120, new SecureRandom()).setBit(120),
              Date.from(now.minus(Duration.ofDays(1))),
              Date.from(now.plus(VALIDITY)),
              name,
              pair.getPublic());
      return new IdpKey(
          pair.getPrivate(),
          new JcaX509CertificateConverter()
              .getCertificate(
                  certificate.build(
                      new JcaContentSignerBuilder(signature).build(pair.getPrivate()))));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("The JDK makes keys", e);
    }
  }
}
