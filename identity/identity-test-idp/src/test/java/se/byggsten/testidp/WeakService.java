package se.byggsten.testidp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.byggsten.testidp.protocol.internal.AnswerDraft;
import se.byggsten.testidp.protocol.internal.Names;
import se.byggsten.testidp.protocol.internal.Xml;

/** A service that does on purpose what none may: the attacks must get in. */
final class WeakService implements AutoCloseable {
  private final HttpServer server;
  private final TestIdp idp;
  private final Predicate<Document> accepts;
  private final boolean html;
  private final String choice;
  private final Map<String, String> sessions = new ConcurrentHashMap<>();
  private Function<Document, String> names = answer -> "";

  private WeakService(TestIdp idp, Predicate<Document> accepts, boolean html, String choice)
      throws IOException {
    this.idp = idp;
    this.accepts = accepts;
    this.html = html;
    this.choice = choice;
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Lets in whoever comes with an answer that this accepts. */
  static WeakService accepting(TestIdp idp, Predicate<Document> accepts) throws IOException {
    return new WeakService(idp, accepts, false, "");
  }

  /** Sends its requests by a form that posts itself, signed within. */
  static WeakService posting(TestIdp idp, Predicate<Document> accepts) throws IOException {
    return new WeakService(idp, accepts, true, "");
  }

  /**
   * Shows a page first on which an identity provider is chosen: what follows {@code /chosen} then
   * leads on when it names this one. An address in place of a page is where it redirects to.
   */
  static WeakService choosing(TestIdp idp, Predicate<Document> accepts, String choice)
      throws IOException {
    return new WeakService(idp, accepts, false, choice);
  }

  /** Says whether the answer claims success, and looks at nothing else. */
  static boolean claimsSuccess(Document answer) {
    return Xml.all(answer.getDocumentElement(), Names.SAMLP, "StatusCode").stream()
        .anyMatch(code -> Names.SUCCESS.equals(code.getAttribute("Value")));
  }

  /** Lets the page greet by what this reads from the answer. */
  WeakService greeting(Function<Document, String> name) {
    names = answer -> " " + name.apply(answer);
    return this;
  }

  AttackRun.Builder attack() {
    return AttackRun.builder()
        .identityProvider(idp)
        .spMetadata(metadata(base()))
        .protectedPage(URI.create(base() + "/hemligt"));
  }

  static String metadata(String base) {
    StringBuilder keys = new StringBuilder();
    for (String use : Set.of("signing", "encryption")) {
      keys.append(
          """
          <md:KeyDescriptor use="%s"><ds:KeyInfo xmlns:ds="%s"><ds:X509Data><ds:X509Certificate>%s\
          </ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"""
              .formatted(use, Names.DS, Keys.SERVICE.base64()));
    }
    return """
        <md:EntityDescriptor xmlns:md="%s" entityID="%s"><md:SPSSODescriptor \
        protocolSupportEnumeration="%s">%s<md:AssertionConsumerService \
        Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="%s/acs" index="0"/>\
        </md:SPSSODescriptor></md:EntityDescriptor>"""
        .formatted(Names.MD, base, Names.SAMLP, keys, base);
  }

  URI protectedPage() {
    return URI.create(base() + "/hemligt");
  }

  String metadataXml() {
    return metadata(base());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String cookie = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
      if ("/acs".equals(exchange.getRequestURI().getPath())) {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        take(exchange, body.isEmpty() ? exchange.getRequestURI().getRawQuery() : body);
      } else if (sessions.containsKey(cookie.replaceFirst("^.*weak=", ""))) {
        page(exchange, 200, "Hej" + sessions.get(cookie.replaceFirst("^.*weak=", "")));
      } else if (!choice.isEmpty()) {
        choose(exchange);
      } else if (html) {
        page(exchange, 200, form());
      } else {
        exchange.getResponseHeaders().set("Location", redirect(idp.identityProvider()));
        exchange.sendResponseHeaders(302, -1);
      }
    }
  }

  /** The one that the address or the form names, which must be one of the two. */
  private Optional<TestIdentityProvider> chosen(HttpExchange exchange) throws IOException {
    URI asked = exchange.getRequestURI();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String all = URLDecoder.decode(asked.toString() + "&" + body, StandardCharsets.UTF_8);
    TestIdentityProvider first = idp.identityProvider();
    return Stream.of(first, first.second())
        .filter(one -> asked.getPath().startsWith("/chosen"))
        .filter(one -> all.matches(".*[=/]" + one.entityId() + "(?:&.*)?"))
        .findFirst();
  }

  private void choose(HttpExchange exchange) throws IOException {
    TestIdentityProvider first = idp.identityProvider();
    String here =
        choice
            .replace("BASE", base())
            .replace("IDP", first.entityId())
            .replace("OTHER", first.second().entityId());
    Optional<TestIdentityProvider> chosen = chosen(exchange);
    if (chosen.isPresent()) {
      here = redirect(chosen.get());
    }
    boolean asked = "/choose".equals(exchange.getRequestURI().getPath());
    if (here.startsWith("http") || !asked) {
      exchange.getResponseHeaders().set("Location", here.startsWith("http") ? here : "/choose");
      exchange.sendResponseHeaders(302, -1);
    } else {
      page(exchange, 200, here);
    }
  }

  private void take(HttpExchange exchange, String form) throws IOException {
    String response = "";
    String relayState = "/hemligt";
    for (String pair : form.split("&", -1)) {
      String value =
          URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8);
      if (pair.startsWith("SAMLResponse=")) {
        response = value;
      } else if (pair.startsWith("RelayState=") && value.startsWith("http")) {
        relayState = value;
      }
    }
    try {
      // Everything that a parser can be made to do, it does.
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      Document document =
          factory
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(Base64.getDecoder().decode(response)));
      if (accepts.test(document)) {
        String session = UUID.randomUUID().toString();
        sessions.put(session, names.apply(document));
        exchange.getResponseHeaders().set("Set-Cookie", "weak=" + session + "; Path=/");
        exchange.getResponseHeaders().set("Location", relayState);
        exchange.sendResponseHeaders(302, -1);
      } else {
        page(exchange, 403, "Nej");
      }
    } catch (Exception e) {
      page(exchange, 500, e.getClass().getName());
    }
  }

  private static void page(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private String request(TestIdentityProvider asked) {
    return """
        <saml2p:AuthnRequest xmlns:saml2p="%s" xmlns:saml2="%s" ID="%s" Version="2.0" \
        IssueInstant="%s" Destination="%s" ForceAuthn="true"><saml2:Issuer>%s</saml2:Issuer>\
        <saml2p:RequestedAuthnContext><saml2:AuthnContextClassRef>\
        http://id.elegnamnden.se/loa/1.0/loa3</saml2:AuthnContextClassRef>\
        </saml2p:RequestedAuthnContext></saml2p:AuthnRequest>"""
        .formatted(
            Names.SAMLP, Names.SAML, AnswerDraft.id(), Instant.now(), asked.singleSignOn(), base());
  }

  private String form() {
    Document document = Xml.parse(request(idp.identityProvider()));
    Element root = document.getDocumentElement();
    se.byggsten.testidp.protocol.internal.XmlSignatures.sign(
        root, se.byggsten.testidp.protocol.internal.XmlSignatures.Maker.of(Keys.SERVICE));
    return "<form method=post action='"
        + idp.identityProvider().singleSignOn()
        + "'><input type=\"hidden\" name=\"SAMLRequest\" value=\""
        + Base64.getEncoder().encodeToString(Xml.write(document).getBytes(StandardCharsets.UTF_8))
        + "\"><input type=\"hidden\" name=\"RelayState\" value=\"s&#45;1\"></form>";
  }

  private String redirect(TestIdentityProvider asked) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
      out.write(request(asked).getBytes(StandardCharsets.UTF_8));
    }
    String query =
        "SAMLRequest="
            + encoded(bytes.toByteArray())
            + "&SigAlg="
            + URLEncoder.encode(Names.RSA_SHA256, StandardCharsets.UTF_8);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(Keys.SERVICE.privateKey());
      signature.update(query.getBytes(StandardCharsets.UTF_8));
      return asked.singleSignOn() + "?" + query + "&Signature=" + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(byte[] bytes) {
    return URLEncoder.encode(Base64.getEncoder().encodeToString(bytes), StandardCharsets.UTF_8);
  }
}
