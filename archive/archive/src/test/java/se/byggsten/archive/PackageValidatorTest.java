package se.byggsten.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Severity;

class PackageValidatorTest {
  private static final PackageValidator VALIDATOR =
      PackageValidator.of(
          PackageProfile.CSIP_SIP_2_1_0, Clock.fixed(Packages.AT.plusSeconds(60), ZoneOffset.UTC));

  @TempDir Path folder;
  private Path root = Path.of("");

  @BeforeEach
  void writePackage() {
    root = Packages.simple().build().writeFolder(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OBJID=\"eksta-2c4f1a\"|OBJID=\"other\"|CSIP1",
        "TYPE=\"Mixed\"|TYPE=\"Potatoes\"|CSIP2",
        "CREATEDATE=\"2026-03-02T08:15:31Z\"|CREATEDATE=\"yesterday\"|CSIP7",
        "LASTMODDATE=\"2026-03-02T08:15:31Z\"|LASTMODDATE=\"2027-03-02T08:15:31Z\"|CSIP8",
        "OAISPACKAGETYPE=\"SIP\"|OAISPACKAGETYPE=\"AIP\"|SIP4",
        "SOFTWARE VERSION|IDENTIFICATIONCODE|CSIP16",
        "STATUS=\"CURRENT\"|STATUS=\"NOW\"|CSIP20",
        "MIMETYPE=\"text/plain\"|MIMETYPE=\"text/potato\"|CSIP68",
        "CHECKSUMTYPE=\"SHA-256\"|CHECKSUMTYPE=\"ROT-13\"|CSIP72",
        "documentation/README.txt\"|documentation/LIESMICH.txt\"|CSIP79",
        "USE=\"Documentation\"|USE=\"Potatoes\"|CSIP64",
        "LABEL=\"CSIP\"|LABEL=\"PISC\"|CSIP80",
        "TYPE=\"PHYSICAL\"|TYPE=\"LOGICAL\"|CSIP81",
        "LABEL=\"Metadata\"|LABEL=\"Data\"|CSIP88",
        "ROLE=\"CREATOR\" TYPE=\"ORGANIZATION\"|ROLE=\"EDITOR\" TYPE=\"ORGANIZATION\"|SIP15",
        "E-ARK-SIP-v2-1-0.xml|E-ARK-DIP.xml|SIP2",
        "xlink:title=\"group|xlink:title=\"nothing|CSIP108",
        "<metsHdr|<metsHeader|METS-XSD",
      })
  void eachBreakIsReportedUnderItsRequirement(String from, String to, String requirement)
      throws IOException {
    change(
        root.resolve("METS.xml"),
        text ->
            text.replace(from, to)
                .replace("</metsHdr", from.equals("<metsHdr") ? "</metsHeader" : "</metsHdr"));
    assertThat(ids(root)).contains(requirement);
  }

  @Test
  void aFlippedByteIsSeenWithFileAndPlace() throws IOException {
    Path file = root.resolve("representations/rep2/data/attachment-1.png");
    byte[] bytes = Files.readAllBytes(file);
    bytes[17] ^= 1;
    Files.write(file, bytes);
    assertThat(VALIDATOR.validate(root))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule().value()).isEqualTo("CSIP71");
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.where().toString())
                  .startsWith("representations/rep2/METS.xml:")
                  .contains("/mets/fileSec[1]/fileGrp[1]/file[2]");
            });
    assertThatThrownBy(() -> VALIDATOR.orThrow(root))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith("ARCHIVE-PACKAGE-INVALID");
  }

  @Test
  void allIsCheckedWhateverWasFoundBefore() throws IOException {
    change(
        root.resolve("METS.xml"),
        text -> text.replace("OBJID=\"eksta-2c4f1a\"", "").replace("TYPE=\"PHYSICAL\"", ""));
    Files.delete(root.resolve("schemas/xlink.xsd"));
    Files.writeString(root.resolve("documentation/extra.txt"), "x");
    assertThat(ids(root)).contains("CSIP1", "CSIP81", "CSIP79", "CSIP69", "CSIP71", "CSIP66");
  }

  @Test
  void missingFoldersAndMetsAreReported() throws IOException {
    Files.delete(root.resolve("representations/rep1/METS.xml"));
    Files.delete(root.resolve("METS.xml"));
    assertThat(ids(root)).contains("CSIPSTR4", "CSIPSTR12");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(ids(empty)).contains("CSIPSTR4", "CSIPSTR5", "CSIPSTR9", "CSIPSTR15");
  }

  @Test
  void documentTypesAreRefusedAndNothingIsFetched() throws IOException {
    change(
        root.resolve("METS.xml"),
        text ->
            text.replace(
                "<mets ",
                "<!DOCTYPE mets [<!ENTITY a SYSTEM 'file:///etc/passwd'><!ENTITY b '&a;&a;'>]>"
                    + "<mets "));
    assertThat(ids(root)).contains("PKG-XML");
  }

  @Test
  void linksAreToldOfAndNotFollowed() throws IOException {
    Path file = root.resolve("documentation/README.txt");
    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("/etc/passwd"));
    Files.createSymbolicLink(root.resolve("loop"), root);
    assertThat(ids(root)).contains("PKG-PATH", "CSIP79");
  }

  @Test
  void pathsOutOfThePackageAreRefused() throws IOException {
    Path zip =
        zip(
            out -> {
              for (String name :
                  List.of(
                      "p/../../evil", "/etc/passwd", "p\\evil", "c:/evil", "p//x", "p/\u0001")) {
                entry(out, name, "x");
              }
              entry(out, "p/METS.xml", "<mets xmlns='http://www.loc.gov/METS/'/>");
              entry(out, "q/other.txt", "x");
              entry(out, "beside.txt", "x");
            });
    List<Finding> findings = VALIDATOR.validate(zip);
    assertThat(findings.stream().filter(f -> f.rule().value().equals("PKG-PATH"))).hasSize(6);
    assertThat(findings.stream().filter(f -> f.rule().value().equals("CSIPSTR1"))).hasSize(2);
  }

  @Test
  void aReferenceOutOfThePackageLeadsNowhere() throws IOException {
    change(
        root.resolve("METS.xml"),
        text -> text.replace("documentation/README.txt", "../../../../../../etc/passwd"));
    assertThat(ids(root)).contains("CSIP79", "CSIP66");
  }

  @Test
  void aBombIsToldOfAndNotRead() {
    Path zip =
        zip(
            out -> {
              entry(out, "p/METS.xml", "<mets xmlns='http://www.loc.gov/METS/'/>");
              out.putNextEntry(new ZipEntry("p/bomb"));
              byte[] zeros = new byte[1 << 20];
              for (int i = 0; i < 300; i++) {
                out.write(zeros);
              }
              out.closeEntry();
            });
    Assertions.assertTimeout(
        Duration.ofSeconds(60), () -> assertThat(ids(zip)).contains("PKG-SIZE"));
  }

  @Test
  void tensOfThousandsOfEntriesTakeSecondsAndGiveBoundedFindings() {
    Path zip =
        zip(
            out -> {
              entry(out, "p/METS.xml", "<mets xmlns='http://www.loc.gov/METS/'/>");
              for (int i = 0; i < 30_000; i++) {
                entry(out, "p/representations/r" + i + "/x", "");
              }
            });
    Assertions.assertTimeout(
        Duration.ofSeconds(60),
        () -> assertThat(VALIDATOR.validate(zip)).hasSizeBetween(1_000, 20_000));
  }

  @Test
  void deepAndWideMetsIsBounded() throws IOException {
    String deep = "<div>".repeat(100_000);
    Files.writeString(root.resolve("METS.xml"), "<mets xmlns='http://www.loc.gov/METS/'>" + deep);
    assertThat(ids(root)).contains("PKG-SIZE");
    Files.writeString(
        root.resolve("METS.xml"),
        "<mets xmlns='http://www.loc.gov/METS/'>" + "<dmdSec/>".repeat(50_000) + "</mets>");
    Assertions.assertTimeout(
        Duration.ofSeconds(60), () -> assertThat(ids(root)).contains("CSIP18"));
  }

  @Test
  void whatIsNoPackageIsAFinding() throws IOException {
    Path text = Files.writeString(folder.resolve("text.zip"), "not a zip");
    assertThat(ids(text)).containsExactly("PKG-READ");
    assertThat(ids(folder.resolve("nowhere"))).containsExactly("PKG-READ");
    byte[] whole =
        Files.readAllBytes(Packages.simple().build().writeZip(folder.resolve("w.zip")).file());
    for (int length : new int[] {0, 10, whole.length / 2, whole.length - 30}) {
      Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
      assertThat(VALIDATOR.validate(cut)).anyMatch(f -> f.severity() == Severity.ERROR);
    }
  }

  @Test
  void metsInAnotherEncodingIsReadAndABrokenOneIsRefused() throws IOException {
    Path mets = root.resolve("METS.xml");
    String text = Files.readString(mets);
    Files.write(mets, text.replace("UTF-8", "ISO-8859-1").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(ids(root)).isEmpty();
    Files.write(mets, text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(ids(root)).contains("PKG-XML");
  }

  @Property(tries = 60)
  void aDamagedZipNeverThrows(
      @ForAll @IntRange(max = 40_000) int at,
      @ForAll byte value,
      @ForAll @IntRange(max = 30) int run)
      throws IOException {
    Path file = Files.createTempFile("package", ".zip");
    try {
      Packages.simple().build().writeZip(file);
      byte[] bytes = Files.readAllBytes(file);
      int from = Math.min(at, bytes.length - 1);
      Arrays.fill(bytes, from, Math.min(bytes.length, from + run + 1), value);
      Files.write(file, bytes);
      assertThat(VALIDATOR.validate(file)).isNotNull();
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void personalDataInMetsIsNotRepeatedInFindings() throws IOException {
    change(
        root.resolve("METS.xml"),
        text ->
            text.replace(
                "RECORDSTATUS=\"NEW\"", "RECORDSTATUS=\"Öberg 19121212-1212\" BAD=\"Öberg\""));
    assertThat(VALIDATOR.validate(root).toString()).doesNotContain("Öberg", "1212");
  }

  @Test
  void theTableNamesManyRequirements() {
    assertThat(VALIDATOR.requirements()).hasSizeGreaterThan(120).doesNotHaveDuplicates();
  }

  private static Set<String> ids(Path zipOrFolder) {
    return VALIDATOR.validate(zipOrFolder).stream()
        .map(f -> f.rule().value())
        .collect(Collectors.toSet());
  }

  private static void change(Path file, UnaryOperator<String> how) throws IOException {
    String before = Files.readString(file);
    String after = how.apply(before);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(file, after);
  }

  private interface Entries {
    void write(ZipOutputStream out) throws IOException;
  }

  private Path zip(Entries entries) {
    Path zip = folder.resolve("made.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      entries.write(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return zip;
  }

  private static void entry(ZipOutputStream out, String name, String text) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.closeEntry();
  }
}
