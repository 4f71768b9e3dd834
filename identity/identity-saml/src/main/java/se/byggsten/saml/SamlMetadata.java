package se.byggsten.saml;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import se.byggsten.core.ErrorCode;
import se.byggsten.saml.internal.MetadataParser;
import se.byggsten.saml.internal.MetadataTrust;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.protocol.SamlException;

/** Reads the metadata of identity providers. */
public final class SamlMetadata {
  private SamlMetadata() {}

  /**
   * Reads metadata that came by a way that is trusted in itself, such as a file beside the
   * service's own configuration.
   *
   * @param xml one entity or several
   * @param at the instant at which they must be valid
   * @return the identity providers that can be used
   * @throws SamlException with a code that begins with {@code SAML-METADATA}
   */
  public static List<IdentityProviderMetadata> read(byte[] xml, Instant at) {
    return MetadataParser.parse(xml, MetadataTrust.unsigned(), at).identityProviders();
  }

  /**
   * Reads the metadata of one identity provider that came by a trusted way.
   *
   * @param xml the metadata
   * @param at the instant at which they must be valid
   * @return the identity provider
   * @throws SamlException with a code that begins with {@code SAML-METADATA}
   */
  public static IdentityProviderMetadata readOne(byte[] xml, Instant at) {
    List<IdentityProviderMetadata> all = read(xml, at);
    if (all.size() != 1) {
      throw new SamlException(
          ErrorCode.of("SAML-METADATA-CONTENT"),
          "The metadata hold " + all.size() + " usable identity providers and not one");
    }
    return all.get(0);
  }

  /**
   * Reads the metadata of a federation, which its operator has signed.
   *
   * @param xml the metadata, which must say until when they are valid
   * @param signer the operator's certificate, which came by a trusted way
   * @param at the instant at which they must be valid
   * @return the identity providers that can be used
   * @throws SamlException with a code that begins with {@code SAML-METADATA}
   */
  public static List<IdentityProviderMetadata> readSigned(
      byte[] xml, X509Certificate signer, Instant at) {
    return readSigned(xml, List.of(signer), at);
  }

  /**
   * Reads the metadata of a federation while its operator changes keys.
   *
   * @param xml the metadata, which must say until when they are valid
   * @param signers the operator's certificates, of which one must verify
   * @param at the instant at which they must be valid
   * @return the identity providers that can be used
   * @throws IllegalArgumentException when there is no certificate
   * @throws SamlException with a code that begins with {@code SAML-METADATA}
   */
  public static List<IdentityProviderMetadata> readSigned(
      byte[] xml, List<X509Certificate> signers, Instant at) {
    return MetadataParser.parse(xml, MetadataTrust.signedBy(signers), at).identityProviders();
  }
}
