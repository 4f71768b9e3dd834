package se.byggsten.samples.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.HttpBrowser;
import se.byggsten.data.DataReader;
import se.byggsten.samples.portal.ops.BesideOthers;
import se.byggsten.samples.portal.ops.FolderLock;
import se.byggsten.samples.portal.ops.internal.Postmaster;

@BesideOthers
@Timeout(120)
class DemoTest {
  private static final Path BINARIES = Path.of("target", "postgresql");

  @TempDir Path temp;

  @Test
  void servesHttpsWithItsOwnCaAndStopsAllThatItStarted() throws Exception {
    DemoFolders folders = folders();
    try (Demo demo = new Demo(folders)) {
      demo.start(0, Optional.of(0), Optional.empty(), Clock.systemUTC());
      assertThat(demo.url().getScheme()).isEqualTo("https");

      URI plain = URI.create("http://localhost:" + demo.httpPort() + "/");
      HttpBrowser browser =
          HttpBrowser.open(Set.of(demo.url().toString(), HttpBrowser.origin(plain)), demo.caFile());
      Exchange page = browser.get(plain);
      assertThat(HttpBrowser.origin(page.uri()))
          .as("plain HTTP only redirects")
          .isEqualTo(HttpBrowser.origin(demo.url()));
      assertThat(page.text()).contains("kolloplats");

      assertThat(DemoText.greeting(demo, false))
          .anyMatch(line -> line.contains(demo.url().toString()))
          .anyMatch(line -> line.contains("Anna Lindström"))
          .anyMatch(line -> line.contains(folders.data().toString()))
          .anyMatch(line -> line.contains("ca.pem"));
      List<String> json = DemoText.greeting(demo, true);
      assertThat(json).hasSize(1);
      assertThat(DataReader.json().view("greeting", json.get(0)).required("url").text())
          .isEqualTo(demo.url() + "/");
    }
    assertThat(Postmaster.in(folders.database().toRealPath().resolve("data"))).isEmpty();
    FolderLock.take(folders.database()).close();
  }

  @Test
  void aTakenPortIsFoundBeforeAnythingIsStarted() throws Exception {
    DemoFolders folders = folders();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Demo demo = new Demo(folders)) {
      assertThatThrownBy(
              () ->
                  demo.start(
                      0, Optional.of(taken.getLocalPort()), Optional.empty(), Clock.systemUTC()))
          .hasMessageContaining("PORTAL-PORT-TAKEN")
          .hasMessageContaining("--https-port");
      assertThat(folders.database()).doesNotExist();
    }
  }

  private DemoFolders folders() {
    DemoFolders folders = new DemoFolders(temp.resolve("demo"), BINARIES);
    folders.claim();
    return folders;
  }
}
