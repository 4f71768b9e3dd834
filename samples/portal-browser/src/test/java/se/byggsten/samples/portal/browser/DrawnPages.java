package se.byggsten.samples.portal.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.byggsten.web.WebAsset;
import se.byggsten.web.WebAssets;

/** Serves pages that were drawn before, with their style sheets, on loopback. */
final class DrawnPages implements AutoCloseable {
  private final HttpServer server;
  private final List<String> names;

  private DrawnPages(HttpServer server, List<String> names) {
    this.server = server;
    this.names = names;
  }

  static DrawnPages of(Map<String, String> pages, WebAssets assets) throws IOException {
    List<String> names = new ArrayList<>(pages.keySet());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          String file = path.substring(path.lastIndexOf('/') + 1);
          WebAsset asset = assets.find(file).orElse(null);
          if (asset != null) {
            answer(exchange, asset.mediaType(), asset.content());
          } else if (file.matches("[0-9]+") && Integer.parseInt(file) < names.size()) {
            String html = pages.get(names.get(Integer.parseInt(file)));
            answer(exchange, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
          } else {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
          }
        });
    server.start();
    return new DrawnPages(server, names);
  }

  private static void answer(HttpExchange exchange, String type, byte[] content)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The path of a page. */
  String path(String name) {
    int at = names.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException("No page " + name + " among " + names);
    }
    return "/" + at;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
