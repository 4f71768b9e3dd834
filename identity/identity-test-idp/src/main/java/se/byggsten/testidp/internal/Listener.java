package se.byggsten.testidp.internal;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import se.byggsten.testidp.protocol.TestIdpException;

/** An address at 127.0.0.1 that nobody has a reason to ask, and who asked there all the same. */
public final class Listener implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private Listener(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Begins to listen at a free port. */
  public static Listener open() {
    try {
      HttpServer server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
      Listener listener = new Listener(server, IdpServer.daemons());
      server.setExecutor(listener.threads);
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              listener.asked.add(exchange.getRequestURI().getPath());
              exchange.sendResponseHeaders(404, -1);
            }
          });
      server.start();
      return listener;
    } catch (IOException e) {
      throw new TestIdpException("No port of 127.0.0.1 is free", e);
    }
  }

  /** Returns the address, with a slash at the end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Returns what was asked for since the last call. */
  public List<String> takeAsked() {
    List<String> taken = List.copyOf(asked);
    asked.clear();
    return taken;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
