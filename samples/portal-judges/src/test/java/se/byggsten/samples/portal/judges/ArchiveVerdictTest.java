package se.byggsten.samples.portal.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.samples.portal.web.TestPortal;
import se.byggsten.samples.portal.web.Visitor;
import se.byggsten.testsupport.Judge;
import se.byggsten.testsupport.OutsideData;

/** What outside judges say of the package and the PDF of an application with an attachment. */
@Tag("judges")
class ArchiveVerdictTest {
  /**
   * Rules of the Schematron that break on packages that the specification allows; the verdicts on
   * packages in {@code samples/judges} say why, one by one.
   */
  private static final Set<String> RULE_DEFECTS =
      Set.of(
          "CSIP12", "CSIP13", "CSIP16", "SIP2", "SIP14", "CSIP17", "CSIP60", "CSIP113", "CSIP63",
          "CSIP92", "CSIP93", "CSIP95", "CSIP97", "CSIP99", "CSIP101", "CSIP103", "CSIP105");

  private static final Pattern NUMBER = Pattern.compile("KFN \\d{4}-\\d{4}");

  @TempDir static Path folder;

  private static Path zip;
  private static Path unpacked;

  @BeforeAll
  static void apply() throws IOException {
    Visitor citizen = Visitor.loggedIn("fatima");
    citizen.fillIn();
    Exchange attachments = citizen.get("/ansokan/bilagor");
    Attachments.upload(citizen, attachments, "Läkarintyg åäö.pdf", Attachments.pdf());
    Exchange receipt = citizen.submit(citizen.fillIn(), java.util.Map.of());
    Matcher number = NUMBER.matcher(Visitor.textOf(receipt));
    assertThat(number.find()).as(Visitor.textOf(receipt)).isTrue();
    zip =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> delivered(number.group()), found -> !found.isEmpty())
            .get(0);
    unpacked = unpack(zip);
  }

  private static List<Path> delivered(String number) throws IOException {
    try (Stream<Path> files = Files.list(TestPortal.running().archive())) {
      return files
          .filter(f -> f.toString().endsWith(".zip"))
          .filter(f -> describes(f, number))
          .toList();
    }
  }

  private static boolean describes(Path zip, String number) {
    try (ZipFile file = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
      ZipEntry description =
          file.stream()
              .filter(e -> e.getName().endsWith("metadata/descriptive/case.xml"))
              .findFirst()
              .orElseThrow();
      try (InputStream in = file.getInputStream(description)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(number);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path unpack(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
      for (ZipEntry entry : file.stream().filter(e -> !e.isDirectory()).toList()) {
        Path target = folder.resolve(entry.getName()).normalize();
        assertThat(target.startsWith(folder)).isTrue();
        Files.createDirectories(target.getParent());
        try (InputStream in = file.getInputStream(entry)) {
          Files.copy(in, target);
        }
      }
    }
    return only(folder, "METS.xml").stream()
        .map(Path::getParent)
        .filter(p -> p.getParent().equals(folder))
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> only(Path root, String end) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(p -> p.toString().endsWith(end)).sorted().toList();
    }
  }

  @Test
  void commons_ip_finds_the_package_valid_without_errors() throws IOException {
    Path work = Files.createTempDirectory(folder, "commons-ip");
    Judge.commonsIp()
        .run(
            work,
            "validate",
            "-i",
            zip.toString(),
            "-o",
            work.toString(),
            "--specification-version=2.1.0");
    String report = Files.readString(only(work, ".json").get(0)).replaceAll("\\s", "");
    assertThat(report).contains("\"result\":\"VALID\"").contains("\"errors\":0");
  }

  @Test
  void vera_pdf_finds_the_application_compliant_with_pdf_a_2a_and_pdf_ua_1() throws IOException {
    List<Path> pdfs = only(unpacked.resolve("representations/rep1/data"), ".pdf");
    assertThat(pdfs).hasSize(1);
    Judge.Verdict verdict = Judge.veraPdf().run(folder, "2a,ua1", pdfs.get(0).toString());
    String name = pdfs.get(0).getFileName().toString();
    assertThat(verdict.lines()).containsExactly("PASS 2a " + name, "PASS ua1 " + name);
  }

  @Test
  void schematron_objects_to_nothing_but_its_own_defects() throws IOException {
    Judge.Verdict verdict =
        Judge.schematron()
            .run(
                folder,
                Stream.concat(
                        Stream.of(OutsideData.judge("eark-schematron").getParent().toString()),
                        only(unpacked, "METS.xml").stream().map(Path::toString))
                    .toArray(String[]::new));
    List<String> lines = verdict.lines();
    assertThat(lines.get(lines.size() - 1)).startsWith("JUDGED ");
    assertThat(lines.subList(0, lines.size() - 1))
        .allMatch(line -> RULE_DEFECTS.contains(line.split(" ", 2)[0]));
  }
}
