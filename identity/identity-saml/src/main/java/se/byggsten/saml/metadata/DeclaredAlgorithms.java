package se.byggsten.saml.metadata;

import java.util.List;

/**
 * The algorithms that a party declares in its metadata, each as its URI, the first preferred.
 *
 * <p>Source: SAML V2.0 Metadata Profile for Algorithm Support; Deployment Profile 2.1.1.3 and 5.2.
 *
 * @param signing {@code alg:SigningMethod}; empty when none are declared
 * @param digest {@code alg:DigestMethod}; empty when none are declared
 * @param encryption {@code md:EncryptionMethod} of its encryption keys, ciphers and key transports
 *     together; empty when none are declared
 */
public record DeclaredAlgorithms(
    List<String> signing, List<String> digest, List<String> encryption) {
  /** Of a party that declares none. */
  public static final DeclaredAlgorithms NONE =
      new DeclaredAlgorithms(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public DeclaredAlgorithms {
    signing = List.copyOf(signing);
    digest = List.copyOf(digest);
    encryption = List.copyOf(encryption);
  }
}
