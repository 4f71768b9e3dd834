package se.byggsten.samples.portal.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sends bytes that no browser would, and reads the answer while it sends. */
final class Wire {
  private static final int PATIENCE_MILLIS = 45_000;
  private static final byte[] BLOCK = "a".repeat(65_536).getBytes(StandardCharsets.US_ASCII);

  /** Writes the body of a request. */
  @FunctionalInterface
  interface Body {
    void write(OutputStream out) throws IOException;
  }

  private Wire() {}

  static Reply send(String head) {
    return send(head, out -> {});
  }

  /**
   * Sends a request.
   *
   * @param head the request line and headers, lines ended by a single line feed here
   * @param body what comes after
   */
  static Reply send(String head, Body body) {
    return send("127.0.0.1", head, body);
  }

  /** The same from an address of the loopback, as somebody else's computer. */
  static Reply send(String from, String head, Body body) {
    URI url = TestPortal.running().url();
    try (Socket socket = new Socket(url.getHost(), url.getPort(), InetAddress.getByName(from), 0)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      Thread sender = new Thread(() -> write(socket, withHost(head, url), body), "sender");
      sender.setDaemon(true);
      sender.start();
      return parse(read(socket.getInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends the beginning of a request and hangs up. */
  static void abandon(String head, byte[] begun) {
    URI url = TestPortal.running().url();
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      write(socket, withHost(head, url), out -> out.write(begun));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withHost(String head, URI url) {
    String host = "Host: " + url.getHost() + ":" + url.getPort() + "\n";
    String closing = head.contains("Connection:") ? "\n" : "Connection: close\n\n";
    return (head.strip() + "\n" + host + closing).replace("\n", "\r\n");
  }

  private static void write(Socket socket, String head, Body body) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      body.write(out);
      out.flush();
    } catch (IOException refusedBeforeTheEnd) {
      Thread.currentThread().interrupt();
    }
  }

  /** So many bytes of nothing much. */
  static Body ofSize(long bytes) {
    return out -> {
      for (long left = bytes; left > 0; left -= BLOCK.length) {
        out.write(BLOCK, 0, (int) Math.min(BLOCK.length, left));
      }
    };
  }

  /** The same, in chunks that do not tell how many there will be. */
  static Body chunked(long bytes) {
    return out -> {
      byte[] size = "10000\r\n".getBytes(StandardCharsets.US_ASCII);
      byte[] end = "\r\n".getBytes(StandardCharsets.US_ASCII);
      for (long left = bytes; left > 0; left -= BLOCK.length) {
        out.write(size);
        out.write(BLOCK);
        out.write(end);
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    };
  }

  private static byte[] read(InputStream in) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      int read;
      while ((read = in.read(buffer)) >= 0) {
        answer.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // A server that will not read the rest may reset the connection after its answer.
      if (answer.size() == 0) {
        throw e;
      }
    }
    return answer.toByteArray();
  }

  private static Reply parse(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.UTF_8);
    int end = all.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new AssertionError("No answer but " + all);
    }
    List<String> lines = new ArrayList<>(List.of(all.substring(0, end).split("\r\n", -1)));
    int status = Integer.parseInt(lines.remove(0).split(" ", 3)[1]);
    Map<String, List<String>> headers = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), n -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return new Reply(status, headers, all.substring(end + 4));
  }
}
