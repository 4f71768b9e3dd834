package se.byggsten.saml.internal;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import se.byggsten.saml.metadata.DeclaredAlgorithms;

/**
 * With what a message of ours is signed.
 *
 * <p>Among what both sides know, the first of this list; a peer that declares nothing must know the
 * mandatory ones (Deployment Profile 5.2 and 8).
 */
enum SigningAlgorithm {
  RSA_SHA256("RSA", "rsa-sha256", "http://www.w3.org/2001/04/xmlenc#sha256", "SHA256withRSA"),
  RSA_SHA384("RSA", "rsa-sha384", "http://www.w3.org/2001/04/xmldsig-more#sha384", "SHA384withRSA"),
  RSA_SHA512("RSA", "rsa-sha512", "http://www.w3.org/2001/04/xmlenc#sha512", "SHA512withRSA"),
  // XML signatures write ECDSA values as r and s side by side (RFC 4051, section 2.3.6).
  ECDSA_SHA256(
      "EC",
      "ecdsa-sha256",
      "http://www.w3.org/2001/04/xmlenc#sha256",
      "SHA256withECDSAinP1363Format"),
  ECDSA_SHA384(
      "EC",
      "ecdsa-sha384",
      "http://www.w3.org/2001/04/xmldsig-more#sha384",
      "SHA384withECDSAinP1363Format"),
  ECDSA_SHA512(
      "EC",
      "ecdsa-sha512",
      "http://www.w3.org/2001/04/xmlenc#sha512",
      "SHA512withECDSAinP1363Format");

  private final String keys;
  private final String signatureMethod;
  private final String digestMethod;
  private final String jcaName;

  SigningAlgorithm(String keys, String name, String digestMethod, String jcaName) {
    this.keys = keys;
    this.signatureMethod = "http://www.w3.org/2001/04/xmldsig-more#" + name;
    this.digestMethod = digestMethod;
    this.jcaName = jcaName;
  }

  /** Returns the algorithm for a message to somebody who declares these. */
  static SigningAlgorithm choose(PrivateKey key, DeclaredAlgorithms declared) {
    List<SigningAlgorithm> ours =
        Arrays.stream(values()).filter(a -> a.keys.equals(key.getAlgorithm())).toList();
    return ours.stream()
        .filter(a -> declared.signing().isEmpty() || declared.signing().contains(a.signatureMethod))
        .filter(a -> declared.digest().isEmpty() || declared.digest().contains(a.digestMethod))
        .findFirst()
        .orElse(ours.get(0));
  }

  /** Returns the algorithm for a message to nobody in particular. */
  static SigningAlgorithm mandatory(PrivateKey key) {
    return choose(key, DeclaredAlgorithms.NONE);
  }

  String signatureMethod() {
    return signatureMethod;
  }

  String digestMethod() {
    return digestMethod;
  }

  Signature engine() throws GeneralSecurityException {
    return Signature.getInstance(jcaName);
  }
}
