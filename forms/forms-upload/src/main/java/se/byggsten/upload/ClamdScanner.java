package se.byggsten.upload;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.spi.AttachmentScanner;
import se.byggsten.upload.internal.ClamdConnection;

/**
 * Scans files with ClamAV's daemon, over TCP or a Unix socket.
 *
 * <p>Only the reply that clamd gives to a whole file that it found nothing in counts as clean;
 * silence, errors and everything else is a {@link ClamdException}. Keep {@link #upTo} at clamd's
 * own {@code StreamMaxLength}. The connection is not encrypted: clamd belongs on the same machine
 * or in the same closed network. Source: clamd(8), INSTREAM.
 *
 * <pre>{@code
 * ClamdScanner.at(UnixDomainSocketAddress.of("/run/clamav/clamd.ctl"))
 * ClamdScanner.at(InetSocketAddress.createUnresolved("clamd.internal", 3310))
 * }</pre>
 */
public final class ClamdScanner implements AttachmentScanner {
  private static final int CHUNK = 65_536;
  private static final Pattern FOUND = Pattern.compile("stream: [!-~][ -~]{0,254} FOUND");
  private static final String SIZE_LIMIT = "INSTREAM size limit exceeded. ERROR";

  private final SocketAddress address;
  private final Duration timeout;
  private final long maxBytes;

  private ClamdScanner(SocketAddress address, Duration timeout, long maxBytes) {
    this.address = address;
    this.timeout = timeout;
    this.maxBytes = maxBytes;
  }

  /**
   * Returns a scanner that waits at most 30 seconds and sends at most 25 MiB, as clamd's defaults.
   *
   * @param address an {@link java.net.InetSocketAddress}, resolved or not, or a {@link
   *     java.net.UnixDomainSocketAddress}
   * @return the scanner
   */
  public static ClamdScanner at(SocketAddress address) {
    return new ClamdScanner(address, Duration.ofSeconds(30), 25L * 1_024 * 1_024);
  }

  /**
   * Returns the same scanner with another patience.
   *
   * @param value how long a whole scan may last
   * @return the scanner
   * @throws IllegalArgumentException when it is not positive
   */
  public ClamdScanner within(Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException("A scan takes some time");
    }
    return new ClamdScanner(address, value, maxBytes);
  }

  /**
   * Returns the same scanner with another size limit.
   *
   * @param bytes clamd's {@code StreamMaxLength}; what is larger is not sent
   * @return the scanner
   * @throws IllegalArgumentException when it is not positive
   */
  public ClamdScanner upTo(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("A scanner takes at least one byte");
    }
    return new ClamdScanner(address, timeout, bytes);
  }

  /**
   * Scans a file.
   *
   * @param content the content
   * @return clean, harmful, or unscannable when it is larger than clamd takes
   * @throws ClamdException when it was not scanned
   */
  @Override
  public Verdict scan(FileContent content) {
    if (content.size() > maxBytes) {
      return Verdict.UNSCANNABLE;
    }
    try (ClamdConnection clamd = ClamdConnection.open(address, timeout)) {
      boolean all = sendAll(clamd, content);
      return verdict(clamd.reply(), all);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private static boolean sendAll(ClamdConnection clamd, FileContent content) throws IOException {
    if (!clamd.send(command("zINSTREAM"))) {
      return false;
    }
    for (long at = 0; at < content.size(); at += CHUNK) {
      byte[] bytes = content.read(at, CHUNK);
      ByteBuffer chunk = ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes);
      if (!clamd.send(chunk.flip())) {
        return false;
      }
    }
    return clamd.send(ByteBuffer.allocate(4));
  }

  private static Verdict verdict(String reply, boolean sentAll) {
    if (reply.equals(SIZE_LIMIT)) {
      return Verdict.UNSCANNABLE;
    }
    if (FOUND.matcher(reply).matches()) {
      return Verdict.HARMFUL;
    }
    if (reply.endsWith(" ERROR")) {
      throw new ClamdException(ClamdException.FAILED, "Look in the log of clamd");
    }
    if (sentAll && reply.equals("stream: OK")) {
      return Verdict.CLEAN;
    }
    throw ClamdConnection.odd();
  }

  /**
   * Asks clamd whether it is there, for a health page.
   *
   * @return empty when it is, or why not
   */
  public Optional<ClamdException> problem() {
    try (ClamdConnection clamd = ClamdConnection.open(address, timeout)) {
      clamd.send(command("zPING"));
      return clamd.reply().equals("PONG") ? Optional.empty() : Optional.of(ClamdConnection.odd());
    } catch (IOException e) {
      return Optional.of(unreachable(e));
    } catch (ClamdException e) {
      return Optional.of(e);
    }
  }

  private static ByteBuffer command(String name) {
    return ByteBuffer.wrap((name + "\0").getBytes(StandardCharsets.US_ASCII));
  }

  private static ClamdException unreachable(IOException cause) {
    return new ClamdException(
        ClamdException.UNREACHABLE, "See to it that clamd runs and may be reached", cause);
  }
}
