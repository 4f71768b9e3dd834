package se.byggsten.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.spi.AttachmentScanner.Verdict;

/**
 * Debian's real clamd, as a process of its own, with a signature of the EICAR test string that is
 * made here.
 */
@Tag("judges")
class ClamdJudgeTest {
  // In two parts, so that scanners do not take this class for the test file.
  private static final byte[] EICAR =
      ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
          .getBytes(StandardCharsets.US_ASCII);
  private static final int STREAM_MAX = 1_000_000;

  @TempDir static Path folder;
  private static Process clamd;
  private static List<SocketAddress> addresses;

  @BeforeAll
  static void startClamd() throws IOException {
    Path signatures = Files.createDirectory(folder.resolve("db"));
    Files.writeString(
        signatures.resolve("test.ndb"),
        "Byggsten.Test.Eicar:0:*:" + HexFormat.of().formatHex(EICAR) + "\n");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path socket = folder.resolve("clamd.ctl");
    Path settings = folder.resolve("clamd.conf");
    Files.writeString(
        settings,
        String.join(
            "\n",
            "Foreground yes",
            "DatabaseDirectory " + signatures,
            "TemporaryDirectory " + Files.createDirectory(folder.resolve("tmp")),
            "LocalSocket " + socket,
            "TCPSocket " + port,
            "TCPAddr 127.0.0.1",
            "MaxThreads 2",
            "StreamMaxLength " + STREAM_MAX,
            ""));
    // Clamd must be able to reach its files even if it changes its user.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    clamd =
        new ProcessBuilder("/usr/sbin/clamd", "--foreground", "--config-file=" + settings)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("clamd.log").toFile())
            .start();
    addresses =
        List.of(
            UnixDomainSocketAddress.of(socket),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Awaitility.await("clamd listens: " + folder.resolve("clamd.log"))
        .atMost(Duration.ofSeconds(60))
        .until(() -> addresses.stream().allMatch(a -> ClamdScanner.at(a).problem().isEmpty()));
  }

  @AfterAll
  static void stopClamd() throws InterruptedException {
    if (clamd != null) {
      clamd.destroy();
      if (!clamd.waitFor(20, TimeUnit.SECONDS)) {
        clamd.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void clamd_finds_the_test_string_and_nothing_in_clean_files() {
    for (SocketAddress address : addresses) {
      ClamdScanner scanner = ClamdScanner.at(address);
      assertThat(scanner.scan(FileContent.of(EICAR))).isEqualTo(Verdict.HARMFUL);
      assertThat(scanner.scan(FileContent.of(new byte[0]))).isEqualTo(Verdict.CLEAN);
      assertThat(scanner.scan(FileContent.of(Pictures.plain("jpeg")))).isEqualTo(Verdict.CLEAN);
      byte[] hidden = Pictures.concat(new byte[300_000], EICAR, new byte[300_000]);
      assertThat(scanner.scan(FileContent.of(hidden))).isEqualTo(Verdict.HARMFUL);
      assertThat(scanner.scan(FileContent.of(new byte[700_000]))).isEqualTo(Verdict.CLEAN);
    }
  }

  @Test
  void clamd_looks_into_office_documents() {
    byte[] docx = OfficeFiles.docx("word/media/bild.bin", EICAR);
    assertThat(ClamdScanner.at(addresses.get(0)).scan(FileContent.of(docx)))
        .isEqualTo(Verdict.HARMFUL);
  }

  @Test
  void a_stream_that_is_too_long_for_clamd_is_no_clean_one() {
    for (SocketAddress address : addresses) {
      assertThat(ClamdScanner.at(address).scan(FileContent.of(new byte[5 * STREAM_MAX])))
          .isEqualTo(Verdict.UNSCANNABLE);
    }
  }
}
