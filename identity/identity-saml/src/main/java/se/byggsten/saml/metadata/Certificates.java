package se.byggsten.saml.metadata;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Certificates as the bytes that they are made of, read when somebody asks for them.
 *
 * <p>A certificate that has been read takes five times the memory, and of the thousands in a
 * federation a service uses a few.
 */
final class Certificates {
  private final byte[][] encoded;
  private volatile @Nullable List<X509Certificate> read;

  private Certificates(byte[][] encoded) {
    this.encoded = encoded;
  }

  static Certificates of(List<X509Certificate> certificates) {
    try {
      byte[][] encoded = new byte[certificates.size()][];
      for (int i = 0; i < encoded.length; i++) {
        encoded[i] = certificates.get(i).getEncoded();
      }
      return new Certificates(encoded);
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("A certificate has an encoded form", e);
    }
  }

  boolean isEmpty() {
    return encoded.length == 0;
  }

  List<X509Certificate> all() {
    List<X509Certificate> known = read;
    if (known == null) {
      known = List.of(encoded).stream().map(Certificates::certificate).toList();
      read = known;
    }
    return known;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static X509Certificate certificate(byte[] der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new IllegalStateException("A certificate that was read before cannot be read again", e);
    }
  }
}
