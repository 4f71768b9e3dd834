package se.byggsten.saml.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.xml.stream.XMLStreamException;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.OutgoingRequest;
import se.byggsten.saml.UserMessage;
import se.byggsten.saml.internal.XmlOut.Namespace;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.SamlBinding;
import se.byggsten.saml.protocol.SamlException;

/** Writes and signs requests for both bindings (Deployment Profile 5). */
public final class AuthnRequests {
  /** Longer addresses are cut by some browsers and servers on the way. */
  private static final int LONGEST_ADDRESS = 6000;

  private static final String URI_FORMAT = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";

  private final String entityId;
  private final String acsUrl;
  private final CertifiedKey key;

  /** Creates the writer of a service. */
  public AuthnRequests(String entityId, String acsUrl, CertifiedKey key) {
    this.entityId = entityId;
    this.acsUrl = acsUrl;
    this.key = key;
  }

  /**
   * Returns the message to an identity provider, in the binding that suits it: by redirect, unless
   * the address would be too long or would tell who the visitor is, or there is none for it.
   */
  public OutgoingRequest write(
      String id,
      Instant issuedAt,
      IdentityProviderMetadata idp,
      Set<AssuranceLevel> levels,
      LoginRequest asked,
      String relayState) {
    Draft draft = new Draft(id, issuedAt, idp, levels, asked);
    Optional<URI> byPost = idp.singleSignOn(SamlBinding.POST);
    // Addresses stand in logs and histories, so personal data goes by POST or not at all.
    boolean personal = byPost.isPresent() && !draft.principal().isEmpty();
    Optional<URI> byRedirect =
        idp.singleSignOn(SamlBinding.REDIRECT)
            .filter(to -> !personal)
            .map(to -> redirect(draft, to, relayState));
    return byRedirect
        .filter(address -> byPost.isEmpty() || address.toString().length() <= LONGEST_ADDRESS)
        .<OutgoingRequest>map(OutgoingRequest.Redirect::new)
        .or(() -> byPost.map(to -> post(draft, to, relayState)))
        .orElseThrow(
            () ->
                new SamlException(
                    ErrorCode.of("SAML-REQUEST"),
                    "The identity provider has no address for HTTP-Redirect or HTTP-POST"));
  }

  private URI redirect(Draft draft, URI destination, String relayState) {
    SigningAlgorithm algorithm = draft.algorithm(key);
    String query =
        "SAMLRequest="
            + encode(Base64.getEncoder().encodeToString(deflate(xml(draft, destination, Map.of()))))
            + "&RelayState="
            + encode(relayState)
            + "&SigAlg="
            + encode(algorithm.signatureMethod());
    String all = query + "&Signature=" + encode(sign(query, algorithm));
    return URI.create(destination + (destination.getRawQuery() == null ? "?" : "&") + all);
  }

  private OutgoingRequest post(Draft draft, URI destination, String relayState) {
    String signed =
        EnvelopedSignatures.sign(
            xml(draft, destination, draft.principal()),
            key,
            draft.algorithm(key),
            Optional.of("Issuer"));
    Map<String, String> fields = new TreeMap<>();
    fields.put("RelayState", relayState);
    fields.put(
        "SAMLRequest", Base64.getEncoder().encodeToString(signed.getBytes(StandardCharsets.UTF_8)));
    return new OutgoingRequest.Post(destination, fields);
  }

  private String xml(Draft draft, URI destination, Map<String, String> principal) {
    return XmlOut.document(out -> request(out, draft, destination, principal));
  }

  private void request(XmlOut out, Draft draft, URI destination, Map<String, String> principal)
      throws XMLStreamException {
    out.start(Namespace.SAML2P, "AuthnRequest")
        .declare(Namespace.SAML2P, Namespace.SAML2)
        .attribute("ID", draft.id())
        .attribute("Version", "2.0")
        .attribute("IssueInstant", draft.issuedAt().toString())
        .attribute("Destination", destination.toString())
        .attribute("ForceAuthn", Boolean.toString(draft.asked().forceAuthn()))
        .attribute("IsPassive", "false")
        .attribute("ProtocolBinding", SamlBinding.POST.uri())
        .attribute("AssertionConsumerServiceURL", acsUrl)
        .element(Namespace.SAML2, "Issuer", entityId);
    extensions(out, draft, principal);
    if (!draft.levels().isEmpty()) {
      out.start(Namespace.SAML2P, "RequestedAuthnContext").attribute("Comparison", "exact");
      for (String uri : draft.levels().stream().map(AssuranceLevel::uri).sorted().toList()) {
        out.element(Namespace.SAML2, "AuthnContextClassRef", uri);
      }
      out.end();
    }
    scoping(out, draft.asked());
    out.end();
  }

  private static void extensions(XmlOut out, Draft draft, Map<String, String> principal)
      throws XMLStreamException {
    Optional<UserMessage> message = draft.message();
    if (principal.isEmpty() && message.isEmpty()) {
      return;
    }
    out.start(Namespace.SAML2P, "Extensions");
    if (!principal.isEmpty()) {
      out.start(Namespace.PSC, "PrincipalSelection").declare(Namespace.PSC);
      for (Map.Entry<String, String> value : principal.entrySet()) {
        out.start(Namespace.PSC, "MatchValue")
            .attribute("Name", value.getKey())
            .attribute("NameFormat", URI_FORMAT)
            .text(value.getValue())
            .end();
      }
      out.end();
    }
    if (message.isPresent()) {
      out.start(Namespace.UMSG, "UserMessage")
          .declare(Namespace.UMSG)
          .attribute("mimeType", message.get().markdown() ? "text/markdown" : "text/plain");
      for (Map.Entry<String, String> text : message.get().texts().entrySet()) {
        byte[] utf8 = text.getValue().getBytes(StandardCharsets.UTF_8);
        out.start(Namespace.UMSG, "Message")
            .language(text.getKey())
            .text(Base64.getEncoder().encodeToString(utf8))
            .end();
      }
      out.end();
    }
    out.end();
  }

  private static void scoping(XmlOut out, LoginRequest asked) throws XMLStreamException {
    List<String> proxied = asked.proxied();
    List<String> requesters = asked.requesters();
    if (proxied.isEmpty() && requesters.isEmpty()) {
      return;
    }
    out.start(Namespace.SAML2P, "Scoping");
    if (!proxied.isEmpty()) {
      out.start(Namespace.SAML2P, "IDPList");
      for (String entityId : proxied) {
        out.start(Namespace.SAML2P, "IDPEntry").attribute("ProviderID", entityId).end();
      }
      out.end();
    }
    for (String entityId : requesters) {
      out.element(Namespace.SAML2P, "RequesterID", entityId);
    }
    out.end();
  }

  private String sign(String query, SigningAlgorithm algorithm) {
    try {
      Signature signature = algorithm.engine();
      signature.initSign(key.privateKey());
      signature.update(query.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new SamlException(ErrorCode.of("SAML-KEYS"), "The signing key cannot be used", e);
    }
  }

  private static byte[] deflate(String xml) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(xml.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** One request, with what this identity provider does not want to be told left out. */
  private record Draft(
      String id,
      Instant issuedAt,
      IdentityProviderMetadata idp,
      Set<AssuranceLevel> levels,
      LoginRequest asked) {

    SigningAlgorithm algorithm(CertifiedKey key) {
      return SigningAlgorithm.choose(key.privateKey(), idp.algorithms());
    }

    Map<String, String> principal() {
      Map<String, String> wanted = new TreeMap<>();
      asked
          .principal()
          .forEach(
              (attribute, value) -> {
                if (idp.principalSelection().contains(attribute.name())) {
                  wanted.put(attribute.name(), value);
                }
              });
      return wanted;
    }

    Optional<UserMessage> message() {
      return asked.message().filter(text -> idp.supportsUserMessage());
    }
  }
}
