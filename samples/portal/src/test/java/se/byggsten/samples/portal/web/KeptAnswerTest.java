package se.byggsten.samples.portal.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.samples.portal.kollo.KolloAnswers;
import se.byggsten.samples.portal.ops.BesideOthers;

/** What the definition says of each field, from a portal's form to the archived package. */
@BesideOthers
class KeptAnswerTest {
  private static final String PHONE = "purpose: Nå dig när barnet är på kollo";

  /** The application, whose cases are disposed of after two years, but for one field of it. */
  private static FormDefinition formThatKeepsOneAnswer() throws IOException {
    try (InputStream yaml = KolloAnswers.class.getResourceAsStream("/forms/kolloplats.yaml")) {
      String text = new String(Objects.requireNonNull(yaml).readAllBytes(), UTF_8);
      assertThat(text).containsOnlyOnce(PHONE).contains("retention: dispose P2Y");
      String kept = PHONE + ", retention: preserve, classification: 3.7.9";
      return FormYaml.read(
          "kolloplats.yaml", text.replace(PHONE, kept).getBytes(UTF_8), KolloAnswers.FORM.texts());
    }
  }

  private static Path archived(TestPortal portal) throws IOException {
    try (Stream<Path> files = Files.list(portal.archive())) {
      return files.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow();
    }
  }

  private static String entry(Path zip, String end) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      var entry =
          file.stream().filter(e -> e.getName().endsWith("/" + end)).findFirst().orElseThrow();
      return new String(file.getInputStream(entry).readAllBytes(), UTF_8);
    }
  }

  private static String field(String information, String id) {
    int from = information.indexOf("<information field=\"" + id + "\">");
    assertThat(from).as(id).isPositive();
    return information.substring(from, information.indexOf("</information>", from));
  }

  @Test
  void one_field_that_is_preserved_preserves_the_case_and_each_field_takes_its_facts_along()
      throws IOException {
    FormDefinition form = formThatKeepsOneAnswer();
    try (TestPortal portal = TestPortal.start(Clock.systemUTC(), config -> config.form(form))) {
      Visitor citizen = Visitor.loggedIn(portal, "fatima");
      String own = "/mina-arenden/" + Visitor.idOf(citizen.apply());
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> citizen.get(own).text().contains("Handlingarna lämnades till arkivet"));
      Path zip = archived(portal);

      assertThat(entry(zip, "metadata/descriptive/case.xml"))
          .contains("<classification>3.7.2</classification>", "<action>preserve</action>")
          .contains("<basis>KFN-IHP-2026</basis>")
          .doesNotContain("<term>");
      assertThat(entry(zip, "metadata/preservation/rights.xml"))
          .contains("<premis:act>preserve</premis:act>", "classification 3.7.2");
      String information = entry(zip, "metadata/descriptive/information.xml");
      assertThat(field(information, "telefon"))
          .contains("<action>preserve</action>", "<classification>3.7.9</classification>")
          .contains("<purpose>Nå dig när barnet är på kollo</purpose>", "<personalData>ordinary<")
          .doesNotContain("<term>");
      assertThat(field(information, "fornamn"))
          .contains("<action>dispose</action>", "<term>P2Y</term>", "<label>")
          .contains("<classification>3.7.2</classification>", "kommunallagen (2017:725)");
      assertThat(field(information, "skyddad"))
          .contains("<personalData>sensitive</personalData>", "<secrecy>22 kap. 1 § OSL</secrecy>");
      assertNoAnswers(information);
      assertThat(entry(zip, "representations/rep2/data/journal.json")).contains("\"information\"");
    }
  }

  /** Numbers, dates and what is said in the definition itself prove nothing. */
  private static void assertNoAnswers(String information) {
    String definition = KolloAnswers.FORM.canonicalJson();
    List<String> answers =
        Answers.complete().entrySet().stream()
            .map(Map.Entry::getValue)
            .filter(answer -> answer.length() > 3 && !definition.contains(answer))
            .toList();
    assertThat(answers).hasSizeGreaterThan(5);
    assertThat(information).doesNotContain(answers).doesNotContain("Fatima");
  }
}
