package se.byggsten.testidp.protocol.internal;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.w3c.dom.Element;
import se.byggsten.testidp.protocol.TestIdpException;

/** Reads signed requests that came by the HTTP-Redirect or the HTTP-POST binding. */
public final class RequestReader {
  private static final String PRINCIPAL =
      "http://id.swedenconnect.se/authn/1.0/principal-selection/ns";
  private static final String MESSAGE = "http://id.swedenconnect.se/authn/1.0/user-message/ns";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final int MAX_QUERY = 64 * 1024;
  private static final int MAX_XML = 128 * 1024;
  private static final Duration MAX_AGE = Duration.ofMinutes(10);

  private final String destination;
  private final KnownServices services;
  private final Instant now;

  /** Creates a reader for one request. */
  public RequestReader(String destination, KnownServices services, Instant now) {
    this.destination = destination;
    this.services = services;
    this.now = now;
  }

  /** Reads and verifies the query of the request's address (HTTP-Redirect). */
  public Request redirected(String query) {
    Map<String, String> raw = parameters(query);
    Element root = Xml.parse(inflate(decoded(raw, "SAMLRequest"))).getDocumentElement();
    SignedQuery signed = SignedQuery.of(raw);
    ServiceMetadata service = services.maker(issuer(root), signed::isBy);
    String relayState = raw.containsKey("RelayState") ? decoded(raw, "RelayState") : "";
    return request(root, service, relayState);
  }

  /** Reads and verifies the fields of the request's form (HTTP-POST). */
  public Request posted(String samlRequest, String relayState) {
    require(samlRequest.length() <= MAX_XML * 2, "The request is too large");
    Element root =
        Xml.parse(new String(base64(samlRequest), StandardCharsets.UTF_8)).getDocumentElement();
    require(!Xml.children(root, Names.DS, "Signature").isEmpty(), "The request is not signed");
    ServiceMetadata service =
        services.maker(issuer(root), one -> XmlSignatures.covers(root, one.signing()));
    return request(root, service, relayState);
  }

  private static String issuer(Element root) {
    require(
        "AuthnRequest".equals(root.getLocalName()) && Names.SAMLP.equals(root.getNamespaceURI()),
        "The message is no AuthnRequest");
    return Xml.children(root, Names.SAML, "Issuer").stream()
        .findFirst()
        .map(e -> e.getTextContent().strip())
        .orElse("");
  }

  private Request request(Element root, ServiceMetadata service, String relayState) {
    require(
        destination.equals(root.getAttribute("Destination")),
        "The request is addressed to another place");
    requireFresh(root.getAttribute("IssueInstant"));
    List<String> levels =
        Xml.all(root, Names.SAML, "AuthnContextClassRef").stream()
            .map(e -> e.getTextContent().strip())
            .toList();
    List<String> scoping =
        Xml.all(root, Names.SAMLP, "IDPEntry").stream()
            .map(entry -> entry.getAttribute("ProviderID"))
            .toList();
    return new Request(
        root.getAttribute("ID"),
        service,
        acsUrl(root, service),
        relayState,
        levels,
        "true".equals(root.getAttribute("ForceAuthn")),
        principal(root),
        messages(root),
        scoping);
  }

  private static String acsUrl(Element root, ServiceMetadata service) {
    String url = root.getAttribute("AssertionConsumerServiceURL");
    String index = root.getAttribute("AssertionConsumerServiceIndex");
    require(
        url.isEmpty() || index.isEmpty(), "The request names both an address and an index for it");
    if (!index.isEmpty()) {
      String found = service.acsUrls().get(index);
      if (found == null) {
        throw new TestIdpException("The answer is to go to an index that the metadata lack");
      }
      return found;
    }
    require(
        url.isEmpty() || service.acsUrls().containsValue(url),
        "The answer is to go to an unknown address");
    return url.isEmpty() ? service.defaultAcsUrl() : url;
  }

  /** Source: Sweden Connect, Principal Selection in SAML Authentication Requests. */
  private static Map<String, String> principal(Element root) {
    Map<String, String> found = new LinkedHashMap<>();
    Xml.all(root, PRINCIPAL, "MatchValue")
        .forEach(value -> found.put(value.getAttribute("Name"), value.getTextContent().strip()));
    return found;
  }

  /** Source: Sweden Connect, User Message Extension in SAML Authentication Requests. */
  private static Map<String, String> messages(Element root) {
    Map<String, String> found = new LinkedHashMap<>();
    Xml.all(root, MESSAGE, "Message")
        .forEach(
            message ->
                found.put(
                    message.getAttributeNS(XML, "lang"),
                    new String(base64(message.getTextContent()), StandardCharsets.UTF_8)));
    return found;
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

  /** What the query's signature is over, and by which algorithm. */
  private record SignedQuery(String algorithm, String signed, String value) {
    static SignedQuery of(Map<String, String> raw) {
      String relayState = raw.get("RelayState");
      String signed =
          "SAMLRequest="
              + raw.get("SAMLRequest")
              + (relayState == null ? "" : "&RelayState=" + relayState)
              + "&SigAlg="
              + raw.get("SigAlg");
      return new SignedQuery(algorithm(decoded(raw, "SigAlg")), signed, decoded(raw, "Signature"));
    }

    private static String algorithm(String method) {
      return switch (method.substring(method.indexOf('#') + 1)) {
        case "rsa-sha256" -> "SHA256withRSA";
        case "rsa-sha384" -> "SHA384withRSA";
        case "rsa-sha512" -> "SHA512withRSA";
        case "ecdsa-sha256" -> "SHA256withECDSAinP1363Format";
        case "ecdsa-sha384" -> "SHA384withECDSAinP1363Format";
        case "ecdsa-sha512" -> "SHA512withECDSAinP1363Format";
        default -> throw new TestIdpException("The request is signed by an unknown algorithm");
      };
    }

    boolean isBy(ServiceMetadata service) {
      return service.signing().stream().anyMatch(this::isBy);
    }

    private boolean isBy(X509Certificate certificate) {
      try {
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(certificate.getPublicKey());
        signature.update(signed.getBytes(StandardCharsets.UTF_8));
        return signature.verify(base64(value));
      } catch (GeneralSecurityException otherKindOfKey) {
        return false;
      }
    }

    @Override
    public String toString() {
      return "SignedQuery[" + algorithm + "]";
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
      throw new TestIdpException("A part of the request is not base64", e);
    }
  }

  private void requireFresh(String issueInstant) {
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
