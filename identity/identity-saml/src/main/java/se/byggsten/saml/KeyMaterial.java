package se.byggsten.saml;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import se.byggsten.core.ErrorCode;
import se.byggsten.saml.internal.KeyStores;
import se.byggsten.saml.internal.PemFiles;
import se.byggsten.saml.internal.TokenKeys;
import se.byggsten.saml.protocol.SamlException;

/**
 * A private key and the certificate that tells others its public half.
 *
 * <p>The federation trusts the key because it stands in signed metadata, so the certificate is
 * self-signed (Deployment Profile 2.1.1.2). {@link #toString()} shows nothing of the key.
 */
public final class KeyMaterial {
  private final PrivateKey privateKey;
  private final X509Certificate certificate;

  private KeyMaterial(PrivateKey privateKey, X509Certificate certificate) {
    this.privateKey = privateKey;
    this.certificate = certificate;
  }

  /**
   * Returns key material from its parts.
   *
   * @param privateKey an RSA key of at least 2048 bits or an EC key of at least 256 bits
   * @param certificate the certificate of its public half
   * @return the key material
   * @throws SamlException with code {@code SAML-KEYS} when the key is too weak or they do not match
   */
  public static KeyMaterial of(PrivateKey privateKey, X509Certificate certificate) {
    if (!KeyStores.isStrong(certificate.getPublicKey())) {
      throw new SamlException(
          ErrorCode.of("SAML-KEYS"),
          "The key is too weak: use RSA of at least 2048 bits or EC of at least 256 bits");
    }
    if (!KeyStores.belongTogether(privateKey, certificate.getPublicKey())) {
      throw new SamlException(
          ErrorCode.of("SAML-KEYS"), "The certificate is of another key than the private key");
    }
    return new KeyMaterial(privateKey, certificate);
  }

  /**
   * Makes a new RSA key of 3072 bits with a self-signed certificate.
   *
   * @param commonName the name in the certificate, such as the service's host
   * @param clock says from when it is valid
   * @param validity how long it is valid
   * @return the key material
   */
  public static KeyMaterial generate(String commonName, Clock clock, Duration validity) {
    return KeyStores.generate(commonName, clock.instant(), validity, KeyMaterial::of);
  }

  /**
   * Returns the key material of a PKCS#12 file, which is made, with a new key, when there is none.
   *
   * @param file the file; nodes of one service share it
   * @param password its password
   * @param clock says from when a new key is valid, for ten years
   * @return the key material
   * @throws SamlException with code {@code SAML-KEYS} when the file cannot be used or written
   */
  public static KeyMaterial keptIn(Path file, char[] password, Clock clock) {
    if (Files.exists(file)) {
      return load(file, password);
    }
    KeyMaterial made = generate("service provider", clock, Duration.ofDays(3650));
    made.store(file, password);
    return made;
  }

  /**
   * Reads key material from a PKCS#12 file that holds one private key.
   *
   * @param file the file
   * @param password its password
   * @return the key material
   * @throws SamlException with code {@code SAML-KEYS} when the file cannot be used
   */
  public static KeyMaterial load(Path file, char[] password) {
    return KeyStores.load(file, password, KeyMaterial::of);
  }

  /**
   * Reads key material from PEM files.
   *
   * @param privateKey the file with the key: PKCS#8, or the older forms of RSA and EC keys
   * @param certificate the file with its certificate
   * @return the key material
   * @throws SamlException with code {@code SAML-KEYS} when a file cannot be used
   */
  public static KeyMaterial pem(Path privateKey, Path certificate) {
    return of(PemFiles.privateKey(privateKey, Optional.empty()), PemFiles.certificate(certificate));
  }

  /**
   * Reads key material from PEM files, where the key is encrypted.
   *
   * @param privateKey the file with the key: encrypted PKCS#8
   * @param password its password
   * @param certificate the file with its certificate
   * @return the key material
   * @throws SamlException with code {@code SAML-KEYS} when a file cannot be used
   */
  public static KeyMaterial pem(Path privateKey, char[] password, Path certificate) {
    return of(
        PemFiles.privateKey(privateKey, Optional.of(password)), PemFiles.certificate(certificate));
  }

  /**
   * Finds key material in a hardware security module, which the key never leaves.
   *
   * <p>The module's provider is added to those of the machine.
   *
   * @param configuration the configuration file of the JDK's PKCS#11 provider, which names the
   *     module's library and slot
   * @param pin the PIN of the user
   * @param alias the label of the key and its certificate
   * @return the key material
   * @throws SamlException with code {@code SAML-KEYS} when there is no such key
   */
  public static KeyMaterial pkcs11(Path configuration, char[] pin, String alias) {
    return TokenKeys.load(configuration, pin, alias, Optional.empty(), KeyMaterial::of);
  }

  /**
   * Finds a key in a hardware security module that does not hold its certificate.
   *
   * @param configuration the configuration file of the JDK's PKCS#11 provider
   * @param pin the PIN of the user
   * @param alias the label of the key
   * @param certificate the PEM file with the certificate
   * @return the key material
   * @throws SamlException with code {@code SAML-KEYS} when there is no such key
   */
  public static KeyMaterial pkcs11(Path configuration, char[] pin, String alias, Path certificate) {
    return TokenKeys.load(
        configuration, pin, alias, Optional.of(PemFiles.certificate(certificate)), KeyMaterial::of);
  }

  /**
   * Writes the key material to a PKCS#12 file that only the owner may read.
   *
   * @param file the file, which is replaced as a whole
   * @param password the password
   * @throws SamlException with code {@code SAML-KEYS} when the file cannot be written
   */
  public void store(Path file, char[] password) {
    KeyStores.store(file, password, privateKey, certificate);
  }

  /**
   * Returns the private key.
   *
   * @return the key; a secret
   */
  public PrivateKey privateKey() {
    return privateKey;
  }

  /**
   * Returns the certificate.
   *
   * @return the certificate
   */
  public X509Certificate certificate() {
    return certificate;
  }

  @Override
  public String toString() {
    return "KeyMaterial[" + certificate.getSubjectX500Principal().getName() + "]";
  }
}
