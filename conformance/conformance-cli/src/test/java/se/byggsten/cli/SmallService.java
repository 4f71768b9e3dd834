package se.byggsten.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.identity.LoginResult;
import se.byggsten.saml.KeyMaterial;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.OutgoingRequest;
import se.byggsten.saml.SamlMetadata;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.ServiceProviderConfig;
import se.byggsten.saml.StartedLogin;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.testidp.protocol.internal.IdpKey;

/** A service with one page behind a login; when it is careless, it lets in whoever posts. */
final class SmallService implements AutoCloseable {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
  private static final IdpKey PAIR = IdpKey.rsa(2048, Instant.parse("2026-11-22T12:00:00Z"));
  private static final KeyMaterial KEY = KeyMaterial.of(PAIR.privateKey(), PAIR.certificate());

  private final HttpServer server;
  private final ServiceProvider sp;
  private final boolean careless;
  private final Set<String> sessions = ConcurrentHashMap.newKeySet();

  SmallService(String idpMetadata, boolean careless) throws IOException {
    this.careless = careless;
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    sp =
        ServiceProvider.builder(
                ServiceProviderConfig.builder(base() + "/metadata", URI.create(base() + "/acs"))
                    .signingKey(KEY)
                    .encryptionKey(KEY)
                    .description(
                        ServiceDescription.builder()
                            .organisation("Eksta", "Eksta", URI.create("https://eksta.example/"))
                            .name("Kollo", "Camp")
                            .description("Kollo", "Camp")
                            .logo(URI.create(base() + "/logo.svg"), 1, 1)
                            .build())
                    .build())
            .identityProviders(
                IdentityProviders.of(
                    SamlMetadata.read(
                        idpMetadata.getBytes(StandardCharsets.UTF_8), CLOCK.instant())))
            .store(InMemoryStore.with(CLOCK))
            .clock(CLOCK)
            .build();
    server.createContext("/", this::answer);
    server.start();
  }

  String page() {
    return base() + "/mina-sidor";
  }

  String metadataXml() {
    return sp.metadataXml();
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
      Map<String, String> cookies = new HashMap<>();
      String header = exchange.getRequestHeaders().getFirst("Cookie");
      pairs(header == null ? "" : header, "; ", cookies);
      if ("POST".equals(exchange.getRequestMethod())) {
        Map<String, String> form = new HashMap<>();
        byte[] body = exchange.getRequestBody().readAllBytes();
        pairs(new String(body, StandardCharsets.UTF_8), "&", form);
        take(exchange, form, cookies.get("login"));
      } else if (sessions.contains(cookies.getOrDefault("session", ""))) {
        exchange.sendResponseHeaders(204, -1);
      } else {
        List<String> all = sp.identityProviders().stream().map(idp -> idp.entityId()).toList();
        String asked = String.valueOf(exchange.getRequestURI().getQuery());
        if (all.size() > 1 && !asked.startsWith("idp=")) {
          choose(exchange, all);
          return;
        }
        LoginRequest request = LoginRequest.person("/mina-sidor");
        StartedLogin started =
            sp.startLogin(all.size() > 1 ? request.at(asked.substring(4)) : request);
        URI address = ((OutgoingRequest.Redirect) started.request()).address();
        go(exchange, address.toString(), "login=" + started.browserBinding());
      }
    }
  }

  private static void choose(HttpExchange exchange, List<String> all) throws IOException {
    StringBuilder page = new StringBuilder("<title>Choose</title>");
    all.forEach(idp -> page.append("<a href='/login?idp=" + idp + "'>an eID</a>"));
    byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void take(HttpExchange exchange, Map<String, String> form, String binding)
      throws IOException {
    LoginResult result =
        sp.completeLogin(form.get("SAMLResponse"), form.get("RelayState"), binding);
    if (careless || result instanceof LoginResult.Success) {
      String session = UUID.randomUUID().toString();
      sessions.add(session);
      go(exchange, "/mina-sidor", "session=" + session);
    } else {
      exchange.sendResponseHeaders(403, -1);
    }
  }

  private static void go(HttpExchange exchange, String where, String cookie) throws IOException {
    exchange.getResponseHeaders().set("Set-Cookie", cookie + "; Path=/");
    exchange.getResponseHeaders().set("Location", where);
    exchange.sendResponseHeaders(303, -1);
  }

  private static void pairs(String text, String between, Map<String, String> into) {
    for (String pair : text.split(between, -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        into.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
  }
}
