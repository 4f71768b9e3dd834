package se.byggsten.samples.judges;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.identity.LoginResult;
import se.byggsten.saml.KeyMaterial;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.OutgoingRequest;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.ServiceProviderConfig;
import se.byggsten.saml.StartedLogin;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.metadata.ServiceDescription;

/** A service with a page behind a login, which keeps every answer that is posted to it. */
final class RecordingService implements AutoCloseable {
  private static final Pattern ID = Pattern.compile(" ID=\"([^\"]+)\"");
  private static final Pattern COOKIE = Pattern.compile("(in|binding)=([^;]+)");

  private final HttpServer server;
  private final ServiceProviderConfig config;
  private final KeyMaterial encryption;
  private final ServiceProvider provider;
  private final Map<String, String> requestIds = new ConcurrentHashMap<>();
  private final Set<String> sessions = ConcurrentHashMap.newKeySet();
  private final List<Posted> posted = new ArrayList<>();

  /** An answer, the id of the request that it should answer, and what we said of it. */
  record Posted(String requestId, String samlResponse, String ourVerdict) {}

  RecordingService(IdentityProviderMetadata idp, Clock clock) throws IOException {
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    encryption = KeyMaterial.generate("encryption", clock, Duration.ofDays(30));
    config =
        ServiceProviderConfig.builder(base() + "/metadata", URI.create(base() + "/acs"))
            .signingKey(KeyMaterial.generate("signing", clock, Duration.ofDays(30)))
            .encryptionKey(encryption)
            .description(description())
            .build();
    provider =
        ServiceProvider.builder(config)
            .identityProviders(IdentityProviders.of(List.of(idp)))
            .store(InMemoryStore.with(clock))
            .clock(clock)
            .build();
    server.createContext("/", this::answer);
    server.start();
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  ServiceProviderConfig config() {
    return config;
  }

  KeyMaterial encryption() {
    return encryption;
  }

  String metadataXml() {
    return provider.metadataXml();
  }

  URI protectedPage() {
    return URI.create(base() + "/inne");
  }

  /** Returns what has been posted since this was last asked. */
  List<Posted> takePosted() {
    synchronized (posted) {
      List<Posted> all = List.copyOf(posted);
      posted.clear();
      return all;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> cookies = cookies(exchange);
      if ("/acs".equals(exchange.getRequestURI().getPath())) {
        take(exchange, cookies);
      } else if (sessions.contains(cookies.getOrDefault("in", ""))) {
        send(exchange, 200, "Inne");
      } else {
        begin(exchange);
      }
    }
  }

  private void begin(HttpExchange exchange) throws IOException {
    StartedLogin login = provider.startLogin(LoginRequest.person("/inne"));
    URI address = ((OutgoingRequest.Redirect) login.request()).address();
    Map<String, String> query = fields(address.getRawQuery());
    requestIds.put(query.get("RelayState"), requestId(query.get("SAMLRequest")));
    exchange.getResponseHeaders().add("Set-Cookie", "binding=" + login.browserBinding());
    exchange.getResponseHeaders().add("Location", address.toString());
    exchange.sendResponseHeaders(302, -1);
  }

  private void take(HttpExchange exchange, Map<String, String> cookies) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> fields = fields(body);
    String response = fields.getOrDefault("SAMLResponse", "");
    String relayState = fields.getOrDefault("RelayState", "");
    LoginResult result = provider.completeLogin(response, relayState, cookies.get("binding"));
    boolean in = result instanceof LoginResult.Success;
    String verdict =
        result instanceof LoginResult.Refused refused ? refused.code().value() : "ACCEPTED";
    if (!response.isEmpty() && !response.contains(" ")) {
      synchronized (posted) {
        posted.add(new Posted(requestIds.getOrDefault(relayState, "_none"), response, verdict));
      }
    }
    if (in) {
      String session = UUID.randomUUID().toString();
      sessions.add(session);
      exchange.getResponseHeaders().add("Set-Cookie", "in=" + session);
      exchange.getResponseHeaders().add("Location", protectedPage().toString());
      exchange.sendResponseHeaders(303, -1);
    } else {
      send(exchange, 403, verdict);
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Map<String, String> cookies(HttpExchange exchange) {
    Map<String, String> found = new HashMap<>();
    for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
      Matcher cookie = COOKIE.matcher(header);
      while (cookie.find()) {
        found.put(cookie.group(1), cookie.group(2));
      }
    }
    return found;
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> found = new HashMap<>();
    for (String pair : form.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        found.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return found;
  }

  private static String requestId(String samlRequest) throws IOException {
    byte[] deflated = Base64.getDecoder().decode(samlRequest);
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(deflated), new Inflater(true))) {
      Matcher id = ID.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      if (!id.find()) {
        throw new IOException("The request has no id");
      }
      return id.group(1);
    }
  }

  private static ServiceDescription description() {
    URI home = URI.create("https://eksta.example/");
    return ServiceDescription.builder()
        .organisation("Eksta kommun", "Eksta municipality", home)
        .organisationNumber("2120002999")
        .name("Ansökan", "Application")
        .description("Sök plats", "Apply for a place")
        .logo(URI.create("https://eksta.example/logo.svg"), 120, 60)
        .supportEmail("support@eksta.example")
        .build();
  }
}
