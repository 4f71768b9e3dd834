package se.byggsten.upload;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A server that does one conversation of clamd's protocol as a test says. */
final class ScriptedClamd implements AutoCloseable {
  private final ServerSocket server;
  private final Thread thread;
  final CompletableFuture<byte[]> received = new CompletableFuture<>();

  /** What the server does with a connection. */
  interface Script {
    void play(DataInputStream in, OutputStream out) throws IOException;
  }

  private ScriptedClamd(ServerSocket server, Script script) {
    this.server = server;
    thread = new Thread(() -> serve(script), "scripted-clamd");
    thread.setDaemon(true);
  }

  static ScriptedClamd playing(Script script) throws IOException {
    ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    ScriptedClamd clamd = new ScriptedClamd(server, script);
    clamd.thread.start();
    return clamd;
  }

  /** Takes the whole file as clamd does, then replies. */
  static ScriptedClamd replying(String reply) throws IOException {
    CompletableFuture<ScriptedClamd> self = new CompletableFuture<>();
    ScriptedClamd clamd =
        playing(
            (in, out) -> {
              self.join().received.complete(takeFile(in));
              out.write(reply.getBytes(StandardCharsets.ISO_8859_1));
              out.flush();
            });
    self.complete(clamd);
    return clamd;
  }

  static byte[] takeFile(DataInputStream in) throws IOException {
    command(in);
    java.io.ByteArrayOutputStream file = new java.io.ByteArrayOutputStream();
    int length;
    while ((length = in.readInt()) > 0) {
      file.write(in.readNBytes(length));
    }
    return file.toByteArray();
  }

  static String command(DataInputStream in) throws IOException {
    StringBuilder command = new StringBuilder();
    int next;
    while ((next = in.read()) > 0) {
      command.append((char) next);
    }
    return command.toString();
  }

  private void serve(Script script) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        script.play(new DataInputStream(socket.getInputStream()), socket.getOutputStream());
      } catch (IOException closed) {
        // The other side, or the test, has had enough.
      }
    }
  }

  SocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
