package se.byggsten.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import se.byggsten.conformance.Acceptance;
import se.byggsten.conformance.Acceptances;
import se.byggsten.conformance.ConformanceException;
import se.byggsten.conformance.ConformanceReport;
import se.byggsten.conformance.Runs;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;

class ReportsTest {
  private static final String HOSTILE =
      "<script>alert(1)</script> \" onload='x' ]]> &#0; \u0000\u0008\uFFFF\uD800 \u202E <!-- --> é😀";

  private final ConformanceReport report = report("lang=sv", "security.txt saknas");

  @Test
  void writesJsonWithAStableShape() {
    DataView json = DataReader.json().view("report.json", JsonReport.render(report));

    assertThat(json.entries().keySet().iterator().next()).isEqualTo("summary");
    assertThat(json.required("schema").integer(1, 1)).isEqualTo(1);
    assertThat(json.required("conforms").bool()).isFalse();
    assertThat(json.required("catalogueVersion").text()).isEqualTo("0.1.0");
    assertThat(json.required("at").text()).isEqualTo("2026-11-22T12:00:00Z");
    assertThat(json.required("requirements").list()).hasSize(135);
    assertThat(json.required("counts").required("profile").required("PASS").integer(0, 9))
        .isEqualTo(1);
    assertThat(json.required("counts").required("acceptedNotVerified").integer(0, 9)).isEqualTo(1);
    DataView broken =
        json.required("requirements").list().stream()
            .filter(r -> r.required("id").text().equals(Runs.BROKEN.value()))
            .findFirst()
            .orElseThrow();
    assertThat(broken.required("verdict").text()).isEqualTo("FAIL");
    assertThat(broken.required("blocks").bool()).isTrue();
    assertThat(broken.list("findings")).hasSize(1);
  }

  @Test
  void writesJUnitWithOneCaseForEachRequirementOfTheProfile() throws Exception {
    org.w3c.dom.Document xml = xml(JUnitReport.render(report));

    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(4);
    assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertThat(xml.getElementsByTagName("error").getLength()).isZero();
    assertThat(xml.getElementsByTagName("skipped").getLength()).isEqualTo(2);
    assertThat(xml.getDocumentElement().getAttribute("name")).isEqualTo(report.summary());
    assertThat(xml.getDocumentElement().getAttribute("tests")).isEqualTo("4");
  }

  @Test
  void showsWhatIsNotVerifiedAsAnErrorOfTheBuild() throws Exception {
    ConformanceReport unseen =
        Runs.run(Runs.profile(Runs.UNSEEN), Acceptances.NONE, List.of(Runs.unseen()));

    NodeList errors = xml(JUnitReport.render(unseen)).getElementsByTagName("error");
    assertThat(errors.getLength()).isEqualTo(1);
    assertThat(((org.w3c.dom.Element) errors.item(0)).getAttribute("type"))
        .isEqualTo("NOT_VERIFIED");
  }

  @Test
  void writesAPageWithTheConclusionFirst() {
    Document page = Jsoup.parse(HtmlReport.render(report));

    assertThat(page.selectFirst("main").child(0).text()).isEqualTo(report.summary());
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("sv");
    assertThat(page.title()).startsWith("Inte godkänd – ");
    assertThat(page.select("#krav-SK-SAK-09 .badge").text()).isEqualTo("Brist");
    assertThat(page.select("tbody tr[id]")).hasSize(135);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void followsTheRulesOfAccessibilityItself(String language) {
    Document page = Jsoup.parse(HtmlReport.render(report, Locale.forLanguageTag(language)));

    assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
    Element skip = page.body().child(0);
    assertThat(skip.tagName()).isEqualTo("a");
    assertThat(page.getElementById(skip.attr("href").substring(1)).tagName()).isEqualTo("main");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("header, main, footer")).hasSize(3);
    int level = 1;
    for (Element heading : page.select("h1, h2, h3, h4")) {
      int next = heading.tagName().charAt(1) - '0';
      assertThat(next).isLessThanOrEqualTo(level + 1);
      level = next;
    }
    assertThat(page.select("table"))
        .allSatisfy(
            table -> {
              assertThat(table.select("caption")).hasSize(1);
              assertThat(table.select("th:not([scope])")).isEmpty();
              assertThat(table.select("tbody tr"))
                  .allSatisfy(row -> assertThat(row.select("th[scope=row]")).hasSize(1));
            });
    Set<String> ids = new HashSet<>();
    page.select("[id]").forEach(e -> assertThat(ids.add(e.id())).as(e.id()).isTrue());
    page.select("a[href]")
        .forEach(a -> assertThat(ids).as(a.attr("href")).contains(a.attr("href").substring(1)));
  }

  @Test
  void fetchesNothingFromElsewhereAndRunsNothing() {
    Document page = Jsoup.parse(HtmlReport.render(report));

    assertThat(page.select("script, link, img, iframe, object, embed, form, base")).isEmpty();
    assertThat(page.select("[src], [style], [onclick], [onload]")).isEmpty();
    assertThat(page.select("style").html()).doesNotContain("url(").doesNotContain("@import");
  }

  @Test
  void letsNoHostileTextThrough() throws Exception {
    ConformanceReport hostile = report(HOSTILE, HOSTILE);
    Document page = Jsoup.parse(HtmlReport.render(hostile));
    Document calm = Jsoup.parse(HtmlReport.render(report));

    assertThat(page.select("*")).hasSameSizeAs(calm.select("*"));
    assertThat(page.text()).contains("<script>alert(1)</script>").doesNotContain("\u202E");
    assertThat(xml(JUnitReport.render(hostile)).getElementsByTagName("testcase").getLength())
        .isEqualTo(4);
    DataView json = DataReader.json().view("x", JsonReport.render(hostile));
    assertThat(json.required("requirements").list()).hasSize(135);
  }

  @Test
  void writesTheThreeFilesAndOverwritesThem(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("a/b");
    ReportFiles.write(report, out);
    ReportFiles files = ReportFiles.write(report, out);

    try (Stream<Path> written = Files.list(out)) {
      assertThat(written.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("report.html", "report.json", "junit.xml");
    }
    assertThat(Files.readString(files.html())).isEqualTo(HtmlReport.render(report));
  }

  @Test
  void saysWhenTheFolderCannotBeWritten(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("upptagen"), "x");

    assertThatThrownBy(() -> ReportFiles.write(report, file))
        .isInstanceOf(ConformanceException.class)
        .hasMessageContaining("CONFORMANCE-REPORT-NOT-WRITTEN");
  }

  @Test
  void hasEveryTextInBothLanguages() throws IOException {
    assertThat(bundle("sv").keySet()).isEqualTo(bundle("en").keySet());
    assertThat(bundle("sv").values()).allSatisfy(v -> assertThat(v.toString()).isNotBlank());
  }

  private static Properties bundle(String language) throws IOException {
    Properties properties = new Properties();
    try (InputStream stream =
        ConformanceReport.class.getResourceAsStream("report_" + language + ".properties")) {
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    return properties;
  }

  private static ConformanceReport report(String evidence, String message) {
    return Runs.run(
        Runs.profile(Runs.MET, Runs.BROKEN, Runs.UNSEEN, Runs.OUTSIDE),
        Acceptances.of(List.of(new Acceptance(Runs.UNSEEN, evidence, LocalDate.of(2027, 1, 31)))),
        List.of(Runs.met(evidence), Runs.broken(message), Runs.unseen(), Runs.outside()));
  }

  private static org.w3c.dom.Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }
}
