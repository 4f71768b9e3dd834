package se.byggsten.saml;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A web server on this machine that answers as a federation's, or as a hostile one's. */
final class FederationServer implements AutoCloseable {
  /** Answers a request. */
  interface Handler {
    void answer(HttpExchange exchange) throws IOException;
  }

  private static final int PIECE = 1 << 14;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Handler> pages = new ConcurrentHashMap<>();
  private final List<Map<String, List<String>>> requests = new CopyOnWriteArrayList<>();

  FederationServer() {
    this(Optional.empty(), 0);
  }

  /** One that proves by a certificate who it is; 0 for a port that is free. */
  static FederationServer https(SSLContext tls, int port) {
    return new FederationServer(Optional.of(tls), port);
  }

  private FederationServer(Optional<SSLContext> tls, int port) {
    InetSocketAddress at = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      server = tls.isPresent() ? HttpsServer.create(at, 50) : HttpServer.create(at, 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (server instanceof HttpsServer https) {
      https.setHttpsConfigurator(new HttpsConfigurator(tls.orElseThrow()));
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(Map.copyOf(exchange.getRequestHeaders()));
      Handler handler = pages.get(exchange.getRequestURI().getRawPath());
      if (handler == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        handler.answer(exchange);
      }
    }
  }

  URI address(String path) {
    return URI.create(
        (server instanceof HttpsServer ? "https://" : "http://")
            + InetAddress.getLoopbackAddress().getHostAddress()
            + ":"
            + server.getAddress().getPort()
            + path);
  }

  FederationServer on(String path, Handler handler) {
    pages.put(path, handler);
    return this;
  }

  FederationServer serve(byte[] body) {
    return serve("/feed.xml", body);
  }

  FederationServer serve(String path, byte[] body) {
    return on(path, exchange -> write(exchange, body));
  }

  FederationServer status(int code) {
    return on("/feed.xml", exchange -> exchange.sendResponseHeaders(code, -1));
  }

  static void write(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length);
    // In pieces: the JDK's server keeps twice the largest for as long as the connection lives.
    for (int at = 0; at < body.length; at += PIECE) {
      exchange.getResponseBody().write(body, at, Math.min(PIECE, body.length - at));
    }
  }

  static void write(HttpExchange exchange, String text) throws IOException {
    write(exchange, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the headers of the requests so far. */
  List<Map<String, List<String>>> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
