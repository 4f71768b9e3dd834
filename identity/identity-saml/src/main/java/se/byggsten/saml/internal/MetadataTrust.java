package se.byggsten.saml.internal;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why metadata are believed: because a key that we hold signed them, or because of how they came.
 *
 * @param signers the certificates of which one must verify; empty only when none is needed
 * @param maxValidity the longest validity that is believed, where one is set
 */
public record MetadataTrust(List<X509Certificate> signers, Optional<Duration> maxValidity) {
  /** Believes metadata for how they came. */
  public static MetadataTrust unsigned() {
    return new MetadataTrust(List.of(), Optional.empty());
  }

  /** Believes what one of the keys has signed, however long it says that it is valid. */
  public static MetadataTrust signedBy(List<X509Certificate> signers) {
    return signedBy(signers, Optional.empty());
  }

  /** Believes what one of the keys has signed for no longer than this. */
  public static MetadataTrust signedBy(
      List<X509Certificate> signers, Optional<Duration> maxValidity) {
    if (signers.isEmpty()) {
      throw new IllegalArgumentException("Signed metadata need a certificate");
    }
    return new MetadataTrust(List.copyOf(signers), maxValidity);
  }

  /** Says whether a signature is needed. */
  public boolean signed() {
    return !signers.isEmpty();
  }
}
