package se.byggsten.testidp.internal;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.w3c.dom.Element;

/**
 * What a service tells of itself.
 *
 * @param entityId its name
 * @param acsUrls where it takes answers
 * @param signing the certificates of the keys that sign its requests
 * @param encryption the certificate to encrypt for
 */
public record ServiceMetadata(
    String entityId,
    List<String> acsUrls,
    List<X509Certificate> signing,
    X509Certificate encryption) {
  private static final String MD = "urn:oasis:names:tc:SAML:2.0:metadata";
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";

  /** Reads the metadata of one service. */
  public static ServiceMetadata read(String xml) {
    Element root = Xml.parse(xml).getDocumentElement();
    List<String> acsUrls =
        Xml.all(root, MD, "AssertionConsumerService").stream()
            .map(service -> service.getAttribute("Location"))
            .toList();
    List<X509Certificate> encryption = certificates(root, "encryption");
    if (acsUrls.isEmpty() || encryption.isEmpty()) {
      throw new TestIdpException("The service's metadata lack an address or an encryption key");
    }
    return new ServiceMetadata(
        root.getAttribute("entityID"), acsUrls, certificates(root, "signing"), encryption.get(0));
  }

  private static List<X509Certificate> certificates(Element root, String use) {
    List<X509Certificate> found = new ArrayList<>();
    for (Element key : Xml.all(root, MD, "KeyDescriptor")) {
      if (use.equals(key.getAttribute("use"))) {
        for (Element certificate : Xml.all(key, DS, "X509Certificate")) {
          try {
            found.add(
                (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                            new ByteArrayInputStream(
                                Base64.getMimeDecoder().decode(certificate.getTextContent()))));
          } catch (CertificateException e) {
            throw new TestIdpException("A certificate in the service's metadata is broken", e);
          }
        }
      }
    }
    return found;
  }
}
