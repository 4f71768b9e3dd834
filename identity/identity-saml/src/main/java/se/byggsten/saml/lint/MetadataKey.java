package se.byggsten.saml.lint;

import java.io.ByteArrayInputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import se.byggsten.saml.lint.internal.XmlNode;

/**
 * A key that metadata declare.
 *
 * @param descriptor the element that declares it
 * @param element the element of its certificate
 * @param certificate the certificate
 */
record MetadataKey(XmlNode descriptor, XmlNode element, X509Certificate certificate) {
  private static final List<ECParameterSpec> CURVES =
      List.of(curve("secp256r1"), curve("secp384r1"), curve("secp521r1"));

  static Optional<X509Certificate> certificate(String base64) {
    try {
      byte[] der = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
      return CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der))
              instanceof X509Certificate read
          ? Optional.of(read).filter(c -> c.getPublicKey() != null)
          : Optional.empty();
    } catch (GeneralSecurityException | RuntimeException e) {
      // The parser of certificates throws of both kinds on broken ones.
      return Optional.empty();
    }
  }

  static boolean isPermittedCurve(ECPublicKey key) {
    ECParameterSpec given = key.getParams();
    return CURVES.stream()
        .anyMatch(
            curve ->
                curve.getCurve().equals(given.getCurve())
                    && curve.getGenerator().equals(given.getGenerator())
                    && curve.getOrder().equals(given.getOrder()));
  }

  private static ECParameterSpec curve(String name) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(name));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The Java platform lacks the curve " + name, e);
    }
  }
}
