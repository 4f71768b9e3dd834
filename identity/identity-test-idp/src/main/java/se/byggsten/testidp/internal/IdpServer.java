package se.byggsten.testidp.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import se.byggsten.testidp.TestIdentityProvider;
import se.byggsten.testidp.protocol.TestIdpException;
import se.byggsten.web.WebAssets;

/** Serves the pages of an identity provider on the JDK's own HTTP server, to this machine alone. */
public final class IdpServer implements AutoCloseable {
  private static final int MAX_FORM = 1024 * 1024;
  private static final int THREADS = 4;
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  private final HttpServer server;
  private final ExecutorService threads;

  private IdpServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Takes a port of 127.0.0.1; 0 for one that is free. Nothing is answered yet. */
  public static IdpServer open(int port) {
    // Otherwise each page waits 40 ms for the browser to confirm its headers.
    System.setProperty(NO_DELAY, System.getProperty(NO_DELAY, "true"));
    try {
      HttpServer server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
      return new IdpServer(server, daemons());
    } catch (IOException e) {
      throw new TestIdpException(
          "The port "
              + port
              + " is taken: stop the test identity provider or whatever else runs there first."
              + " At another port it has another name, which a service must be told to trust",
          e);
    }
  }

  /** Returns the address without a slash at the end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Begins to answer, and tells why requests are not answered. */
  public void serve(TestIdentityProvider idp, Consumer<String> onRefusal) {
    IdpSite site = new IdpSite(idp, false, WebAssets.DEFAULT_PATH, onRefusal);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, site));
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** Threads that keep no program running. */
  static ExecutorService daemons() {
    return Executors.newFixedThreadPool(
        THREADS,
        task -> {
          Thread thread = new Thread(task, "test-idp");
          thread.setDaemon(true);
          return thread;
        });
  }

  private static void answer(HttpExchange exchange, IdpSite site) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
      IdpSite.Page page =
          "POST".equals(exchange.getRequestMethod())
              ? site.post(uri.getPath(), form(exchange.getRequestBody()))
              : site.get(uri.getPath(), query);
      page.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      exchange.getResponseHeaders().set("Content-Type", page.type());
      byte[] bytes = page.content();
      exchange.sendResponseHeaders(page.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Map<String, String> form(InputStream body) throws IOException {
    Map<String, String> form = new HashMap<>();
    byte[] bytes = body.readNBytes(MAX_FORM);
    for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return "";
    }
  }
}
