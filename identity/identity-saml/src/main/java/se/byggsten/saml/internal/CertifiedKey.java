package se.byggsten.saml.internal;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A private key with its certificate.
 *
 * @param privateKey the key
 * @param certificate the certificate
 */
public record CertifiedKey(PrivateKey privateKey, X509Certificate certificate) {
  @Override
  public String toString() {
    return "CertifiedKey[masked]";
  }
}
