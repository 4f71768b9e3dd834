package se.byggsten.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Serves pages on loopback under a strict content security policy. */
final class Pages implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final HttpServer server;

  private Pages(HttpServer server) {
    this.server = server;
  }

  static Pages of(Path folder) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String name = exchange.getRequestURI().getPath().substring(1);
          Path file = folder.resolve(name).normalize();
          boolean found = file.startsWith(folder) && Files.isRegularFile(file);
          byte[] content = found ? Files.readAllBytes(file) : name.getBytes(StandardCharsets.UTF_8);
          String type = name.substring(name.lastIndexOf('.') + 1);
          exchange
              .getResponseHeaders()
              .set("Content-Type", TYPES.getOrDefault(type, "text/plain; charset=utf-8"));
          exchange
              .getResponseHeaders()
              .set("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
          exchange.sendResponseHeaders(found ? 200 : 404, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    server.start();
    return new Pages(server);
  }

  URI at(String name) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
