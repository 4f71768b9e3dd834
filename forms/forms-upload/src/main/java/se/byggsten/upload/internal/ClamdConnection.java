package se.byggsten.upload.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import se.byggsten.upload.ClamdException;

/**
 * One conversation with clamd over TCP or a Unix socket, with one deadline for all of it.
 *
 * <p>The channel never blocks, since a Unix socket has no timeout of its own.
 */
public final class ClamdConnection implements AutoCloseable {
  private static final int LONGEST_REPLY = 1_024;

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final long deadline;
  private final ByteArrayOutputStream reply = new ByteArrayOutputStream();
  private boolean ended;

  private ClamdConnection(SocketChannel channel, Selector selector, long deadline)
      throws IOException {
    this.channel = channel;
    this.selector = selector;
    this.deadline = deadline;
    channel.configureBlocking(false);
    key = channel.register(selector, 0);
  }

  /**
   * Connects.
   *
   * @param address where clamd listens
   * @param timeout how long the whole conversation may last
   * @return the connection
   * @throws IOException when nobody answers
   */
  public static ClamdConnection open(SocketAddress address, Duration timeout) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    SocketChannel channel =
        address instanceof UnixDomainSocketAddress
            ? SocketChannel.open(StandardProtocolFamily.UNIX)
            : SocketChannel.open();
    Selector selector = Selector.open();
    try {
      ClamdConnection connection = new ClamdConnection(channel, selector, deadline);
      connection.connect(resolved(address));
      return connection;
    } catch (IOException | RuntimeException e) {
      selector.close();
      channel.close();
      throw e;
    }
  }

  private static SocketAddress resolved(SocketAddress address) throws IOException {
    if (address instanceof InetSocketAddress inet && inet.isUnresolved()) {
      // Looked up for each connection, so that a scanner that moves is found again.
      InetSocketAddress found = new InetSocketAddress(inet.getHostString(), inet.getPort());
      if (found.isUnresolved()) {
        throw new IOException("Unknown host");
      }
      return found;
    }
    return address;
  }

  private void connect(SocketAddress address) throws IOException {
    if (!channel.connect(address)) {
      while (!channel.finishConnect()) {
        await(SelectionKey.OP_CONNECT);
      }
    }
  }

  /**
   * Sends bytes until all are sent or clamd speaks before it was asked to.
   *
   * @param bytes what to send
   * @return false when clamd has answered or closed before everything was sent
   * @throws IOException when the connection breaks
   */
  public boolean send(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      await(SelectionKey.OP_WRITE | SelectionKey.OP_READ);
      if (key.isReadable() && receive()) {
        return false;
      }
      if (key.isWritable()) {
        try {
          channel.write(bytes);
        } catch (IOException closed) {
          // Clamd closes when it has had enough; what it said before that can still be read.
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Waits for the reply.
   *
   * @return the reply without the zero byte at its end
   * @throws IOException when the connection breaks first
   * @throws ClamdException {@link ClamdException#REPLY} when it is too long, has no end, or is not
   *     ASCII
   */
  public String reply() throws IOException {
    while (!ended && !isWhole()) {
      await(SelectionKey.OP_READ);
      receive();
    }
    byte[] bytes = reply.toByteArray();
    if (!isWhole() || indexOfZero(bytes) != bytes.length - 1) {
      throw odd();
    }
    for (int i = 0; i < bytes.length - 1; i++) {
      if (bytes[i] < ' ' || bytes[i] > '~') {
        throw odd();
      }
    }
    return new String(bytes, 0, bytes.length - 1, StandardCharsets.US_ASCII);
  }

  /**
   * Makes the exception for a reply that clamd never gives.
   *
   * @return the exception
   */
  public static ClamdException odd() {
    return new ClamdException(
        ClamdException.REPLY, "See to it that clamd, and nothing else, listens at the address");
  }

  private boolean isWhole() {
    return indexOfZero(reply.toByteArray()) >= 0;
  }

  private static int indexOfZero(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Reads what is there; true when clamd said something or closed. */
  private boolean receive() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(LONGEST_REPLY);
    int count = channel.read(buffer);
    if (count < 0) {
      ended = true;
      return true;
    }
    reply.write(buffer.array(), 0, count);
    if (reply.size() > LONGEST_REPLY) {
      throw odd();
    }
    return count > 0;
  }

  private void await(int what) throws IOException {
    key.interestOps(what);
    long left = (deadline - System.nanoTime()) / 1_000_000;
    if (left > 0) {
      selector.select(left);
      selector.selectedKeys().clear();
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new IOException("Interrupted");
    }
    if (deadline - System.nanoTime() <= 0) {
      throw new ClamdException(
          ClamdException.TIMEOUT, "Give clamd more time, or look at what it is doing");
    }
  }

  @Override
  public void close() throws IOException {
    try (selector) {
      channel.close();
    }
  }
}
