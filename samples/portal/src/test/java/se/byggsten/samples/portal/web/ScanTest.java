package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;
import se.byggsten.samples.portal.ops.BesideOthers;

/** Files that come in while the virus scanner is down, on a portal with a scanner of the test's. */
@BesideOthers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScanTest {
  private final FakeClamd clamd = new FakeClamd();
  private final TestPortal portal =
      TestPortal.start(Clock.systemUTC(), config -> config.clamd(clamd.address()));

  @AfterAll
  void stop() throws IOException {
    portal.close();
    clamd.close();
  }

  @BeforeEach
  void isDown() {
    clamd.goesDown();
  }

  private List<Path> packages() throws IOException {
    if (!Files.isDirectory(portal.archive())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(portal.archive())) {
      return files.filter(file -> file.toString().endsWith(".zip")).toList();
    }
  }

  /** Applies with a file, and returns the id of the case. */
  private String applyWith(String person, String content) {
    Visitor citizen = Visitor.loggedIn(portal, person);
    citizen.fillIn();
    Exchange page = citizen.get("/ansokan/bilagor");
    FormData.Upload file =
        new FormData.Upload(
            "intyg.pdf",
            "application/pdf",
            ("%PDF-1.7\n" + content + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII));
    FormData data = FormData.untouched(Visitor.mainForm(page)).with("bilagor", file);
    Exchange kept = citizen.submit(page, data.with("_action", "upload"));
    assertThat(textOf(kept)).as("taken in although nobody could scan it").contains("intyg.pdf");
    return Visitor.idOf(citizen.apply());
  }

  private static String fileOf(Exchange page) {
    Matcher link = Pattern.compile("href=\"(/[^\"]+)\"[^>]*>[^<]*intyg\\.pdf").matcher(page.text());
    assertThat(link.find()).as(textOf(page)).isTrue();
    return link.group(1);
  }

  private static boolean holdsAttachment(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.stream().anyMatch(entry -> entry.getName().contains("/attachment-"));
    }
  }

  private static String journal(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      var entry =
          file.stream().filter(e -> e.getName().endsWith("journal.json")).findFirst().orElseThrow();
      return new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_file_is_neither_shown_nor_archived_before_it_is_scanned() throws IOException {
    int before = packages().size();
    String id = applyWith("anna", "helt vanligt");
    Visitor staff = Visitor.caseHandler(portal);
    Exchange page = staff.get("/handlaggare/" + id);
    assertThat(textOf(page)).contains("inte genomsökt efter virus än");
    String file = fileOf(page);
    Exchange refused = staff.get(file);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.text()).doesNotContain("helt vanligt");
    assertThat(packages()).as("the archive waits").hasSize(before);
    clamd.comesUp();
    await().atMost(Duration.ofSeconds(60)).until(() -> packages().size() == before + 1);
    assertThat(holdsAttachment(newest())).isTrue();
    assertThat(textOf(staff.get("/handlaggare/" + id))).doesNotContain("inte genomsökt");
    assertThat(staff.get(file).text()).contains("helt vanligt");
  }

  @Test
  void a_harmful_file_is_withheld_for_good_and_everybody_is_told() throws IOException {
    int before = packages().size();
    String id = applyWith("erik", "farligt innehåll");
    String mine = "/mina-arenden/" + id;
    Visitor citizen = Visitor.loggedIn(portal, "erik");
    Visitor staff = Visitor.caseHandler(portal);
    String file = fileOf(staff.get("/handlaggare/" + id));
    clamd.comesUp();
    await().atMost(Duration.ofSeconds(60)).until(() -> packages().size() == before + 1);
    Path zip = newest();
    assertThat(holdsAttachment(zip)).isFalse();
    assertThat(journal(zip)).contains("DOCUMENT_WITHHELD", "\"HARMFUL\"").doesNotContain("intyg");
    clamd.goesDown();
    assertThat(textOf(staff.get("/handlaggare/" + id)))
        .contains("lämnas inte ut, eftersom virusskanningen inte godkände", "godkände inte en fil");
    assertThat(staff.get(file).status()).isEqualTo(403);
    assertThat(staff.get(file).text()).doesNotContain("farligt inneh");
    assertThat(textOf(citizen.get(mine))).contains("virusskanningen inte godkände");
    assertThat(citizen.get(file.replace("/handlaggare/", "/mina-arenden/")).status())
        .isEqualTo(403);
  }

  private Path newest() throws IOException {
    return packages().stream()
        .max((a, b) -> Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
        .orElseThrow();
  }
}
