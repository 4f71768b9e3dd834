package se.byggsten.archive.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.archive.ArchiveException;
import se.byggsten.archive.Packages;
import se.byggsten.archive.WrittenPackage;
import se.byggsten.core.cases.ArchiveDelivery;

class FolderDeliveryTest {
  private static final Clock CLOCK = Clock.fixed(Packages.AT, ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void aPackageIsDeliveredOnceWithOneReceipt() throws IOException {
    FolderDelivery delivery = FolderDelivery.to(folder.resolve("archive"), CLOCK);
    WrittenPackage sip = Packages.simple().build().writeZip(folder.resolve("p.zip"));
    assertThat(delivery.find(sip.objectId())).isEmpty();
    ArchiveDelivery first = delivery.deliver(sip.objectId(), sip.file(), sip.sha256());
    FolderDelivery later =
        FolderDelivery.to(
            folder.resolve("archive"), Clock.offset(CLOCK, java.time.Duration.ofDays(1)));
    assertThat(later.deliver(sip.objectId(), sip.file(), sip.sha256())).isEqualTo(first);
    assertThat(later.find(sip.objectId())).contains(first);
    assertThat(first.size()).isEqualTo(sip.size());
    assertThat(names()).containsExactly("eksta-2c4f1a.receipt", "eksta-2c4f1a.zip");
  }

  @Test
  void otherBytesUnderTheSameIdAreRefused() {
    FolderDelivery delivery = FolderDelivery.to(folder.resolve("archive"), CLOCK);
    WrittenPackage sip = Packages.simple().build().writeZip(folder.resolve("p.zip"));
    WrittenPackage other =
        Packages.simple().label("Annat").build().writeZip(folder.resolve("q.zip"));
    delivery.deliver(sip.objectId(), sip.file(), sip.sha256());
    assertThatThrownBy(() -> delivery.deliver(other.objectId(), other.file(), other.sha256()))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith("ARCHIVE-PACKAGE-CONFLICT");
  }

  @Test
  void whatACrashLeftIsReplaced() throws IOException {
    Path archive = Files.createDirectory(folder.resolve("archive"));
    Files.writeString(archive.resolve("eksta-2c4f1a.zip.part"), "half");
    Files.writeString(archive.resolve("eksta-2c4f1a.zip"), "another try");
    Files.writeString(archive.resolve("eksta-2c4f1a.receipt"), "half a receipt");
    FolderDelivery delivery = FolderDelivery.to(archive, CLOCK);
    WrittenPackage sip = Packages.simple().build().writeZip(folder.resolve("p.zip"));
    delivery.deliver(sip.objectId(), sip.file(), sip.sha256());
    assertThat(Files.mismatch(archive.resolve("eksta-2c4f1a.zip"), sip.file())).isEqualTo(-1);
    assertThat(names()).containsExactly("eksta-2c4f1a.receipt", "eksta-2c4f1a.zip");
  }

  @Test
  void aFileThatIsNotWhatItIsSaidToBeIsNotDelivered() throws IOException {
    FolderDelivery delivery = FolderDelivery.to(folder.resolve("archive"), CLOCK);
    WrittenPackage sip = Packages.simple().build().writeZip(folder.resolve("p.zip"));
    assertThatThrownBy(() -> delivery.deliver(sip.objectId(), sip.file(), "0".repeat(64)))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith("ARCHIVE-DELIVERY-FAILED");
    assertThat(names()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/b", "", "..", "a..b"})
  void idsAreNeverPaths(String id) {
    FolderDelivery delivery = FolderDelivery.to(folder.resolve("archive"), CLOCK);
    assertThatThrownBy(() -> delivery.find(id)).isInstanceOf(IllegalArgumentException.class);
  }

  private java.util.List<String> names() throws IOException {
    try (var all = Files.list(folder.resolve("archive"))) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
