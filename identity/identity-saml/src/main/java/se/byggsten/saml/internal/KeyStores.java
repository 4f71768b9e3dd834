package se.byggsten.saml.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.function.BiFunction;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import se.byggsten.core.ErrorCode;
import se.byggsten.saml.protocol.SamlException;

/** Makes, reads and writes keys. */
public final class KeyStores {
  private static final ErrorCode CODE = ErrorCode.of("SAML-KEYS");
  private static final String ALIAS = "saml";
  private static final int RSA_BITS = 3072;

  private KeyStores() {}

  /** Makes an RSA key with a self-signed certificate. */
  public static <T> T generate(
      String commonName,
      Instant from,
      Duration validity,
      BiFunction<PrivateKey, X509Certificate, T> maker) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS);
      KeyPair pair = generator.generateKeyPair();
      X500Name name = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
      JcaX509v3CertificateBuilder certificate =
          new JcaX509v3CertificateBuilder(
              name,
              serialNumber(),
              Date.from(from),
              Date.from(from.plus(validity)),
              name,
              pair.getPublic());
      return maker.apply(
          pair.getPrivate(),
          new JcaX509CertificateConverter()
              .getCertificate(
                  certificate.build(
                      new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new SamlException(CODE, "This JDK cannot make an RSA key", e);
    }
  }

  /** Reads the one private key of a PKCS#12 file. */
  public static <T> T load(
      Path file, char[] password, BiFunction<PrivateKey, X509Certificate, T> maker) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      List<String> aliases = Collections.list(store.aliases());
      if (aliases.size() != 1) {
        throw new SamlException(
            CODE,
            "The key file "
                + file
                + " is to hold one private key and nothing else, and holds "
                + aliases.size()
                + " entries");
      }
      Key key = store.getKey(aliases.get(0), password);
      if (key instanceof PrivateKey privateKey
          && store.getCertificate(aliases.get(0)) instanceof X509Certificate certificate) {
        return maker.apply(privateKey, certificate);
      }
      throw new SamlException(
          CODE, "The key file " + file + " holds no private key with its certificate");
    } catch (IOException | GeneralSecurityException e) {
      throw new SamlException(
          CODE,
          "The key file " + file + " cannot be read: check its path, its rights and the password",
          e);
    }
  }

  /** Writes a PKCS#12 file beside its place and then moves it there. */
  public static void store(
      Path file, char[] password, PrivateKey privateKey, X509Certificate certificate) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(ALIAS, privateKey, password, new X509Certificate[] {certificate});
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Path temporary = temporary(file.toAbsolutePath());
      try (OutputStream out = Files.newOutputStream(temporary)) {
        store.store(out, password);
      }
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | GeneralSecurityException e) {
      throw new SamlException(
          CODE, "The key file " + file + " cannot be written: check its path and rights", e);
    }
  }

  /** Says whether the key is as strong as the profile requires (Deployment Profile 8). */
  public static boolean isStrong(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return rsa.getModulus().bitLength() >= 2048;
    }
    return key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= 256;
  }

  /** Says whether the one signs what the other verifies. */
  public static boolean belongTogether(PrivateKey privateKey, PublicKey publicKey) {
    try {
      String algorithm =
          "EC".equals(privateKey.getAlgorithm()) ? "SHA256withECDSA" : "SHA256withRSA";
      byte[] probe = "probe".getBytes(StandardCharsets.UTF_8);
      Signature signer = Signature.getInstance(algorithm);
      signer.initSign(privateKey);
      signer.update(probe);
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(publicKey);
      verifier.update(probe);
      return verifier.verify(signer.sign());
    } catch (GeneralSecurityException anotherKind) {
      return false;
    }
  }

  private static BigInteger serialNumber() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return new BigInteger(1, bytes).clearBit(127).setBit(126);
  }

  private static Path temporary(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IOException("A key file lies in a folder");
    }
    return Files.getFileStore(folder).supportsFileAttributeView("posix")
        ? Files.createTempFile(
            folder,
            "key",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : Files.createTempFile(folder, "key", ".tmp");
  }
}
