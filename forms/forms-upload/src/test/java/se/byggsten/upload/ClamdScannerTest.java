package se.byggsten.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.ErrorCode;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.spi.AttachmentScanner.Verdict;

@Timeout(60)
class ClamdScannerTest {
  private static final FileContent FILE = FileContent.of(new byte[200_000]);

  private static Verdict scan(ScriptedClamd clamd) {
    return ClamdScanner.at(clamd.address()).within(Duration.ofSeconds(5)).scan(FILE);
  }

  private static ErrorCode failure(SocketAddress address, Duration patience) {
    return catchThrowableOfType(
            ClamdException.class, () -> ClamdScanner.at(address).within(patience).scan(FILE))
        .code();
  }

  private static ErrorCode failure(ScriptedClamd clamd) {
    return failure(clamd.address(), Duration.ofSeconds(5));
  }

  @Test
  void sends_the_whole_file_in_chunks_and_believes_a_plain_ok() throws Exception {
    byte[] bytes = new byte[150_001];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    try (ScriptedClamd clamd = ScriptedClamd.replying("stream: OK\0")) {
      assertThat(ClamdScanner.at(clamd.address()).scan(FileContent.of(bytes)))
          .isEqualTo(Verdict.CLEAN);
      assertThat(clamd.received.join()).isEqualTo(bytes);
    }
  }

  @Test
  void a_name_of_a_virus_is_harmful_and_a_size_limit_is_unscannable() throws Exception {
    try (ScriptedClamd clamd = ScriptedClamd.replying("stream: Win.Test.EICAR_HDB-1 FOUND\0")) {
      assertThat(scan(clamd)).isEqualTo(Verdict.HARMFUL);
    }
    try (ScriptedClamd clamd = ScriptedClamd.replying("INSTREAM size limit exceeded. ERROR\0")) {
      assertThat(scan(clamd)).isEqualTo(Verdict.UNSCANNABLE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stream: ok\0",
        "stream: OK",
        "stream: OK\n",
        "stream: OK\0stream: Eicar FOUND\0",
        "stream: OK \0",
        " stream: OK\0",
        "OK\0",
        "\0",
        "",
        "stream: FOUND\0",
        "PONG\0",
        "HTTP/1.1 200 OK\r\n\r\n\0",
        "stream: Evil\u001b[2J FOUND\0",
        "str\u00e4am: OK\0",
      })
  void a_reply_that_clamd_never_gives_is_no_verdict(String reply) throws Exception {
    try (ScriptedClamd clamd = ScriptedClamd.replying(reply)) {
      assertThat(failure(clamd)).isEqualTo(ClamdException.REPLY);
    }
  }

  @Test
  void an_endless_reply_is_cut_off() throws Exception {
    try (ScriptedClamd clamd =
        ScriptedClamd.playing(
            (in, out) -> {
              ScriptedClamd.takeFile(in);
              byte[] noise = new byte[4_096];
              Arrays.fill(noise, (byte) 'x');
              for (int i = 0; i < 10_000; i++) {
                out.write(noise);
              }
            })) {
      assertThat(failure(clamd)).isEqualTo(ClamdException.REPLY);
    }
  }

  @Test
  void an_ok_before_the_whole_file_was_sent_is_no_verdict() throws Exception {
    FileContent large = FileContent.of(new byte[20_000_000]);
    try (ScriptedClamd clamd =
        ScriptedClamd.playing(
            (in, out) -> {
              ScriptedClamd.command(in);
              out.write("stream: OK\0".getBytes(StandardCharsets.US_ASCII));
              out.flush();
              in.skipNBytes(15_000_000);
            })) {
      assertThat(
              catchThrowableOfType(
                      ClamdException.class, () -> ClamdScanner.at(clamd.address()).scan(large))
                  .code())
          .isIn(ClamdException.REPLY, ClamdException.UNREACHABLE);
    }
  }

  @Test
  void an_error_of_clamd_is_no_verdict() throws Exception {
    try (ScriptedClamd clamd = ScriptedClamd.replying("stream: Can't allocate memory ERROR\0")) {
      assertThat(failure(clamd)).isEqualTo(ClamdException.FAILED);
    }
  }

  @Test
  void silence_and_slowness_end_at_the_deadline() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (ScriptedClamd silent =
        ScriptedClamd.playing(
            (in, out) -> {
              ScriptedClamd.takeFile(in);
              awaitQuietly(over);
            })) {
      assertThat(failure(silent.address(), Duration.ofMillis(300)))
          .isEqualTo(ClamdException.TIMEOUT);
      over.countDown();
    }
    CountDownLatch deaf = new CountDownLatch(1);
    FileContent large = FileContent.of(new byte[20_000_000]);
    try (ScriptedClamd neverReads = ScriptedClamd.playing((in, out) -> awaitQuietly(deaf))) {
      ClamdScanner scanner = ClamdScanner.at(neverReads.address()).within(Duration.ofMillis(300));
      assertThat(catchThrowableOfType(ClamdException.class, () -> scanner.scan(large)).code())
          .isEqualTo(ClamdException.TIMEOUT);
      deaf.countDown();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Test
  void a_connection_that_closes_at_once_is_no_verdict() throws Exception {
    try (ScriptedClamd clamd = ScriptedClamd.playing((in, out) -> {})) {
      assertThat(failure(clamd)).isIn(ClamdException.UNREACHABLE, ClamdException.REPLY);
    }
  }

  @Test
  void nobody_at_the_address_is_told_with_a_code(@TempDir Path folder) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    InetSocketAddress nobody = InetSocketAddress.createUnresolved("localhost", port);
    assertThat(failure(nobody, Duration.ofSeconds(5))).isEqualTo(ClamdException.UNREACHABLE);
    assertThat(
            failure(UnixDomainSocketAddress.of(folder.resolve("none.ctl")), Duration.ofSeconds(5)))
        .isEqualTo(ClamdException.UNREACHABLE);
    assertThat(ClamdScanner.at(nobody).problem()).isPresent();
  }

  @Test
  void a_file_that_is_larger_than_clamd_takes_is_not_sent() {
    InetSocketAddress nobody = InetSocketAddress.createUnresolved("localhost", 1);
    assertThat(ClamdScanner.at(nobody).upTo(199_999).scan(FILE)).isEqualTo(Verdict.UNSCANNABLE);
  }

  @Test
  void says_whether_clamd_is_there() throws Exception {
    try (ScriptedClamd clamd =
        ScriptedClamd.playing(
            (in, out) -> {
              assertThat(ScriptedClamd.command(in)).isEqualTo("zPING");
              out.write("PONG\0".getBytes(StandardCharsets.US_ASCII));
            })) {
      assertThat(ClamdScanner.at(clamd.address()).problem()).isEmpty();
    }
    try (ScriptedClamd clamd =
        ScriptedClamd.playing(
            (in, out) -> out.write("SSH-2.0\0".getBytes(StandardCharsets.US_ASCII)))) {
      assertThat(ClamdScanner.at(clamd.address()).problem()).isPresent();
    }
  }
}
