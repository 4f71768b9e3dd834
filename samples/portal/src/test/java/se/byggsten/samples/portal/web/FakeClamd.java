package se.byggsten.samples.portal.web;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks clamd's INSTREAM: hangs up while it is down, else finds what holds a word. */
public final class FakeClamd implements AutoCloseable {
  private static final String HARMFUL = "farligt";

  private final ServerSocket server;
  private volatile boolean up;

  /** One that is down. */
  public FakeClamd() {
    try {
      server = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "fake-clamd");
    thread.setDaemon(true);
    thread.start();
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
  }

  /** From now on it hangs up. */
  public void goesDown() {
    up = false;
  }

  /** From now on it answers. */
  public void comesUp() {
    up = true;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        if (up) {
          scan(socket);
        }
      } catch (IOException hungUp) {
        // The next one may do better.
      }
    }
  }

  private static void scan(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    while (in.read() > 0) {
      // The command, up to its zero byte.
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      file.write(in.readNBytes(length));
    }
    boolean harmful = file.toString(StandardCharsets.ISO_8859_1).contains(HARMFUL);
    String reply = harmful ? "stream: Test.Word FOUND\0" : "stream: OK\0";
    socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
