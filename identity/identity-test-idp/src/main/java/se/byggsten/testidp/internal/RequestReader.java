package se.byggsten.testidp.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.w3c.dom.Element;

/** Reads a signed request that came by the HTTP-Redirect binding. */
public final class RequestReader {
  private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
  private static final int MAX_QUERY = 16 * 1024;
  private static final int MAX_XML = 64 * 1024;
  private static final Duration MAX_AGE = Duration.ofMinutes(10);

  /**
   * A request whose signature has been verified.
   *
   * @param id the id of the request
   * @param service who asks
   * @param acsUrl where the answer goes
   * @param relayState what goes back with the answer
   * @param levels the levels that are asked for
   */
  public record Request(
      String id, ServiceMetadata service, String acsUrl, String relayState, List<String> levels) {}

  private RequestReader() {}

  /** Reads and verifies the query of the request's address. */
  public static Request read(
      String query, String destination, List<ServiceMetadata> services, Instant now) {
    Map<String, String> raw = parameters(query);
    Element request = Xml.parse(inflate(decoded(raw, "SAMLRequest"))).getDocumentElement();
    String issuer =
        Xml.all(request, SAML, "Issuer").stream()
            .findFirst()
            .map(e -> e.getTextContent().strip())
            .orElse("");
    ServiceMetadata service =
        services.stream()
            .filter(s -> s.entityId().equals(issuer))
            .findFirst()
            .orElseThrow(() -> new TestIdpException("The service that asks is not known here"));
    verify(raw, service.signing());
    require("AuthnRequest".equals(request.getLocalName()), "The message is no AuthnRequest");
    require(
        destination.equals(request.getAttribute("Destination")),
        "The request is addressed to another place");
    String acsUrl = request.getAttribute("AssertionConsumerServiceURL");
    require(service.acsUrls().contains(acsUrl), "The answer is to go to an unknown address");
    requireFresh(request.getAttribute("IssueInstant"), now);
    List<String> levels =
        Xml.all(request, SAML, "AuthnContextClassRef").stream()
            .map(e -> e.getTextContent().strip())
            .toList();
    return new Request(
        request.getAttribute("ID"), service, acsUrl, decoded(raw, "RelayState"), levels);
  }

  private static Map<String, String> parameters(String query) {
    require(query.length() <= MAX_QUERY, "The request is too large");
    Map<String, String> raw = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String previous = raw.put(pair.substring(0, equals), pair.substring(equals + 1));
        require(previous == null, "A parameter of the request is given twice");
      }
    }
    return raw;
  }

  private static String decoded(Map<String, String> raw, String name) {
    String value = raw.get(name);
    if (value == null || value.isEmpty()) {
      throw new TestIdpException("The request lacks " + name);
    }
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new TestIdpException("A parameter of the request is not encoded as it should be", e);
    }
  }

  private static void verify(Map<String, String> raw, List<X509Certificate> certificates) {
    String algorithm =
        switch (decoded(raw, "SigAlg")) {
          case "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256" -> "SHA256withRSA";
          case "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256" ->
              "SHA256withECDSAinP1363Format";
          default -> throw new TestIdpException("The request is signed by an unknown algorithm");
        };
    String signed =
        "SAMLRequest="
            + raw.get("SAMLRequest")
            + "&RelayState="
            + raw.get("RelayState")
            + "&SigAlg="
            + raw.get("SigAlg");
    byte[] value = base64(decoded(raw, "Signature"));
    if (certificates.stream().noneMatch(c -> verifies(algorithm, c, signed, value))) {
      throw new TestIdpException("The request is not signed by the service");
    }
  }

  private static boolean verifies(
      String algorithm, X509Certificate certificate, String signed, byte[] value) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initVerify(certificate.getPublicKey());
      signature.update(signed.getBytes(StandardCharsets.UTF_8));
      return signature.verify(value);
    } catch (GeneralSecurityException otherKindOfKey) {
      return false;
    }
  }

  private static String inflate(String base64) {
    Inflater inflater = new Inflater(true);
    try (InputStream in =
        new InflaterInputStream(new ByteArrayInputStream(base64(base64)), inflater)) {
      byte[] xml = in.readNBytes(MAX_XML + 1);
      require(xml.length <= MAX_XML, "The request is too large");
      return new String(xml, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new TestIdpException("The request is not deflated as it should be", e);
    } finally {
      inflater.end();
    }
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new TestIdpException("A parameter of the request is not base64", e);
    }
  }

  private static void requireFresh(String issueInstant, Instant now) {
    try {
      Duration age = Duration.between(Instant.parse(issueInstant), now).abs();
      require(age.compareTo(MAX_AGE) <= 0, "The request is too old, or the clocks differ");
    } catch (DateTimeException e) {
      throw new TestIdpException("The request does not say when it was issued", e);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new TestIdpException(otherwise);
    }
  }
}
