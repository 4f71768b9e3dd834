package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.samples.portal.web.Visitor.mainForm;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.samples.portal.ops.BesideOthers;

/** What was begun and sent before a new version of the form was put in use. */
@BesideOthers
class NewVersionTest {
  private static final String EMAIL = "      - id: epost\n";
  private static final String QUESTION =
      "      - {id: halsning, type: text, facts: {personal-data: ordinary}}\n";

  private static FormDefinition version(int version, boolean asksMore) {
    try (InputStream stream = NewVersionTest.class.getResourceAsStream("/forms/kolloplats.yaml")) {
      String yaml =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
              .replaceFirst("\nversion: [0-9]+\n", "\nversion: " + version + "\n");
      assertThat(yaml).contains(EMAIL);
      String asked = asksMore ? yaml.replace(EMAIL, QUESTION + EMAIL) : yaml;
      return FormYaml.read(
          "kolloplats.yaml", asked.getBytes(StandardCharsets.UTF_8), texts(asksMore));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static FormTexts texts(boolean asksMore) {
    FormTexts packaged =
        FormYaml.texts(
            NewVersionTest.class.getClassLoader(), "forms/kolloplats", List.of("sv", "en"));
    Map<String, Map<String, String>> texts = new TreeMap<>();
    packaged.all().forEach((language, all) -> texts.put(language, new TreeMap<>(all)));
    if (asksMore) {
      texts.values().forEach(all -> all.put("halsning.label", "Vill du hälsa något?"));
    }
    return FormTexts.of(texts);
  }

  private static void greet(Visitor citizen, String base) {
    Map<String, String> answers = new HashMap<>(Answers.complete());
    answers.put("halsning", "Hej på er från Åsa");
    citizen.submit(citizen.get(base + "/kontakt"), answers);
  }

  @Test
  void is_filled_in_read_and_changed_by_the_version_that_was_answered() {
    TestPortal first = TestPortal.start(Clock.systemUTC(), config -> config.form(version(1, true)));
    Visitor anna = Visitor.loggedIn(first, "anna");
    anna.fillIn();
    greet(anna, "/ansokan");
    String id = Visitor.idOf(anna.apply());
    Visitor erik = Visitor.loggedIn(first, "erik");
    erik.fillIn();
    greet(erik, "/ansokan");

    TestPortal second =
        first.startedAnew(Clock.systemUTC(), config -> config.form(version(2, false)));
    olderOnesGoOnByTheirOwnVersion(second, id);
    try (TestPortal third =
        second.startedAnew(Clock.systemUTC(), config -> config.form(version(3, true)))) {
      Visitor fresh = Visitor.loggedIn(third, "fatima");
      assertThat(textOf(fresh.get("/ansokan/kontakt")))
          .as("one more question that may be left empty is safe, so the draft moves")
          .contains("Vill du hälsa något?");
      assertThat(textOf(fresh.get("/ansokan/granska"))).contains("Elsa Lindström");
      assertThat(fresh.apply()).startsWith("/kvittens/");
    }
  }

  private static void olderOnesGoOnByTheirOwnVersion(TestPortal second, String id) {
    Visitor still = Visitor.loggedIn(second, "erik");
    assertThat(textOf(still.get("/ansokan/granska")))
        .as("the draft keeps the question that is gone")
        .contains("Vill du hälsa något?", "Hej på er från Åsa");
    Visitor fresh = Visitor.loggedIn(second, "fatima");
    fresh.fillIn();
    assertThat(textOf(fresh.get("/ansokan/kontakt"))).doesNotContain("Vill du hälsa");

    Visitor staff = Visitor.caseHandler(second);
    String page = "/handlaggare/" + id;
    assertThat(textOf(staff.get(page))).contains("Vill du hälsa något?", "Hej på er från Åsa");
    Visitor again = Visitor.loggedIn(second, "anna");
    assertThat(textOf(again.get("/kvittens/" + id))).contains("Ansökan");
    staff.submitTo(staff.get(page), "/oppna", Map.of());
    staff.submitTo(
        staff.get(page),
        "/komplettering",
        Map.of(
            "begaran", "Vilken adress?",
            "senast-year", "2099",
            "senast-month", "1",
            "senast-day", "15"));
    String mine = "/mina-arenden/" + id;
    Exchange review = again.get(mine + "/andra");
    assertThat(textOf(review)).contains("Hej på er från Åsa");
    Map<String, String> answers = new HashMap<>(Answers.complete());
    answers.put("adress-street", "Nygatan 3");
    answers.put("halsning", "Hej på er från Åsa");
    again.submit(again.get(mine + "/andra/kontakt"), answers);
    Exchange whole = again.get(mine + "/andra/granska");
    assertThat(again.submit(whole, FormData.untouched(mainForm(whole))).uri().getPath())
        .isEqualTo(mine);
    assertThat(textOf(staff.get(page))).contains("Nygatan 3", "Hej på er från Åsa");
  }
}
