package se.byggsten.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionPackageTest {
  private static final PackageValidator VALIDATOR =
      PackageValidator.of(
          PackageProfile.CSIP_SIP_2_1_0, Clock.fixed(Packages.AT.plusSeconds(60), ZoneOffset.UTC));

  @TempDir Path folder;

  @Test
  void aPackageHoldsByEveryRequirementAsZipAndAsFolder() {
    SubmissionPackage sip = Packages.simple().build();
    assertThat(VALIDATOR.validate(sip.writeZip(folder.resolve("p.zip")).file())).isEmpty();
    assertThat(VALIDATOR.validate(sip.writeFolder(folder))).isEmpty();
  }

  @Test
  void theSamePackageGivesTheSameBytes() throws IOException {
    WrittenPackage first = Packages.simple().build().writeZip(folder.resolve("a.zip"));
    WrittenPackage second = Packages.simple().build().writeZip(folder.resolve("b.zip"));
    assertThat(second.sha256()).isEqualTo(first.sha256());
    assertThat(Files.mismatch(first.file(), second.file())).isEqualTo(-1);
    assertThat(first.size()).isEqualTo(Files.size(first.file()));
  }

  @Test
  void whatIsPackedAlreadyIsStoredAndTheRestIsCompressed() throws IOException {
    Path file = Packages.simple().build().writeZip(folder.resolve("p.zip")).file();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      var picture = zip.getEntry("eksta-2c4f1a/representations/rep2/data/attachment-1.png");
      var schema = zip.getEntry("eksta-2c4f1a/schemas/mets1_12.xsd");
      assertThat(picture.getCompressedSize()).isEqualTo(picture.getSize());
      assertThat(schema.getCompressedSize()).isLessThan(schema.getSize() / 4);
    }
  }

  @Test
  void ownersNamesAreToldInPremisAndNeverPaths() throws IOException {
    Path root = Packages.simple().build().writeFolder(folder);
    try (var all = Files.walk(root)) {
      assertThat(all.map(Path::toString)).noneMatch(path -> path.contains("Läkarintyg"));
    }
    assertThat(
            Files.readString(root.resolve("representations/rep2/metadata/preservation/premis.xml")))
        .contains("Läkarintyg Åsa &lt;Öberg&gt; &amp; co \uFFFD.png");
    assertThat(Packages.simple().build().toString()).doesNotContain("Läkarintyg");
    assertThat(
            Packages.file("x.txt", "text/plain", "").originallyNamed("Läkarintyg Öberg").toString())
        .doesNotContain("Öberg");
  }

  @Test
  void retentionAndSecrecyGoWithThePackage() throws IOException {
    Path root = Packages.simple().build().writeFolder(folder);
    assertThat(Files.readString(root.resolve("metadata/preservation/rights.xml")))
        .contains("<premis:act>dispose</premis:act>", "term P5Y", "classification 3.7.2")
        .contains("26 kap. 1 § OSL", "Plan 2026, KFN § 12");
  }

  @Property(tries = 30)
  void anyTextInTheDescriptionsGivesAPackageThatHolds(@ForAll String label, @ForAll String owner)
      throws IOException {
    Path file = Files.createTempFile("package", ".zip");
    try {
      Packages.simple()
          .label("x" + label)
          .representation(
              new Representation(
                  "rep3",
                  List.of(Packages.file("x.txt", "text/plain", owner).originallyNamed(owner))))
          .build()
          .writeZip(file);
      assertThat(VALIDATOR.validate(file)).isEmpty();
    } finally {
      Files.delete(file);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "..",
        "../x",
        "a/b",
        "a\\b",
        "/etc/passwd",
        "å.txt",
        "a b",
        "a..b",
        "x.",
        ".x"
      })
  void namesThatAreNotSafeEverywhereAreRefused(String name) {
    assertThatThrownBy(() -> Packages.file(name, "text/plain", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Packages.simple().objectId(name).build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoFilesWithOnePathAreRefusedAlsoWhenOnlyCaseTellsThemApart() {
    assertThatThrownBy(
            () ->
                Packages.simple()
                    .documentation(Packages.file("a.txt", "text/plain", ""))
                    .documentation(Packages.file("A.txt", "text/plain", ""))
                    .build())
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith("ARCHIVE-DUPLICATE-FILE");
  }

  @Test
  void aSourceThatChangesBetweenReadsIsToldOf() {
    AtomicInteger reads = new AtomicInteger();
    ContentSource changing =
        () ->
            new ByteArrayInputStream(
                ("version " + reads.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
    SubmissionPackage sip =
        Packages.simple()
            .representation(
                new Representation(
                    "rep3",
                    List.of(
                        new PackageFile(
                            "x.pdf", "application/pdf", Packages.AT, Optional.empty(), changing))))
            .build();
    assertThatThrownBy(() -> sip.writeZip(folder.resolve("p.zip")))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith("ARCHIVE-SOURCE-CHANGED");
  }

  @Test
  void aLargeFileStreamsThroughWithoutFillingMemory() {
    // More than the heap of the tests.
    long size = 800L << 20;
    SubmissionPackage sip =
        Packages.simple()
            .representation(
                new Representation(
                    "rep3",
                    List.of(
                        new PackageFile(
                            "x.zip",
                            "application/zip",
                            Packages.AT,
                            Optional.empty(),
                            () -> new Zeros(size)))))
            .build();
    WrittenPackage written = sip.writeZip(folder.resolve("large.zip"));
    assertThat(written.size()).isGreaterThan(size);
    assertThat(VALIDATOR.validate(written.file())).isEmpty();
  }

  @Test
  void thousandsOfFilesGetTheirMetsAndHold() {
    List<PackageFile> files = new ArrayList<>();
    IntStream.range(0, 5_000)
        .forEach(i -> files.add(Packages.file("f" + i + ".txt", "text/plain", "text " + i)));
    SubmissionPackage sip =
        Packages.simple().representation(new Representation("many", files)).build();
    assertThat(VALIDATOR.validate(sip.writeZip(folder.resolve("many.zip")).file())).isEmpty();
  }

  @Test
  void anUnknownProfileIsAnError() {
    assertThat(PackageProfile.of("2.1.0")).isEqualTo(PackageProfile.CSIP_SIP_2_1_0);
    assertThatThrownBy(() -> PackageProfile.of("2.0.4"))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith("ARCHIVE-UNKNOWN-PROFILE");
  }

  /** So many zeros, without holding them. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long size) {
      left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(length, left);
      left -= n;
      Arrays.fill(bytes, offset, offset + n, (byte) 0);
      return n;
    }
  }
}
