package se.byggsten.samples.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.samples.portal.ops.FolderLock;

@Timeout(60)
class DemoFoldersTest {
  @TempDir Path temp;

  @Test
  void neverTakesAFolderThatHoldsSomethingElse() throws Exception {
    Path photos = Files.createDirectories(temp.resolve("photos"));
    Files.writeString(photos.resolve("summer.jpg"), "x");
    assertThatThrownBy(() -> folders(photos).claim())
        .isInstanceOf(DemoException.class)
        .hasMessageContaining("DEMO-FOLDER-FOREIGN");
    assertThat(photos.resolve("summer.jpg")).exists();
  }

  @Test
  void resetsWhatIsItsOwnAndNothingElse() throws Exception {
    Path data = temp.resolve("demo");
    DemoFolders folders = folders(data);
    folders.claim();
    Files.createDirectories(folders.archive().resolve("a").resolve("b"));
    Files.createDirectories(folders.database());
    Files.writeString(folders.database().resolve("passwords"), "x");
    Files.writeString(data.resolve("notes.txt"), "mine");
    folders.reset();
    assertThat(folders.archive()).doesNotExist();
    assertThat(folders.database().resolve("passwords")).doesNotExist();
    assertThat(data.resolve("notes.txt")).exists();
    folders.claim();
  }

  @Test
  void doesNotResetUnderARunningPortal() {
    DemoFolders folders = folders(temp.resolve("demo"));
    folders.claim();
    try (FolderLock running = FolderLock.take(folders.database())) {
      assertThat(running).isNotNull();
      assertThatThrownBy(folders::reset).hasMessageContaining("PORTAL-DATA-IN-USE");
    }
  }

  private DemoFolders folders(Path data) {
    return new DemoFolders(data, temp.resolve("postgresql"));
  }
}
