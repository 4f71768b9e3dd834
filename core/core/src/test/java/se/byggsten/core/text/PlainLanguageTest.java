package se.byggsten.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Severity;

class PlainLanguageTest {
  @Test
  void countsWordsSentencesAndLongWords() {
    Readability r = PlainLanguage.measure("Du kan söka plats. Handläggningen tar tjugo dagar!");

    assertThat(r).isEqualTo(new Readability(8, 2, 1, 4));
    assertThat(r.lix()).isCloseTo(4 + 12.5, within(1e-9));
  }

  @Test
  void countsSixLettersAsShortAndSevenAsLong() {
    assertThat(PlainLanguage.measure("ansöka ansöker").longWords()).isEqualTo(1);
  }

  @Test
  void endsNoSentenceAtAnAbbreviationOrAClock() {
    assertThat(PlainLanguage.measure("Ta med t.ex. pass kl. 8.30 på dagen.").sentences())
        .isEqualTo(1);
  }

  @Test
  void endsASentenceAtALineBreak() {
    assertThat(PlainLanguage.measure("Barnet\nPersonnummer\nSkola").sentences()).isEqualTo(3);
  }

  @Test
  void countsNoAddressesAndNoPlaceholders() {
    assertThat(
            PlainLanguage.measure(
                "Se (https://eksta.example/kolloverksamheten) eller <a@b.example> {ärendenummer}"))
        .isEqualTo(new Readability(2, 1, 0, 2));
  }

  @Test
  void measuresNothingAsNothing() {
    assertThat(PlainLanguage.measure(" \n …")).isEqualTo(new Readability(0, 0, 0, 0));
    assertThat(PlainLanguage.measure("").lix()).isZero();
  }

  @Test
  void namesOfficialeseWithItsReplacementAndPlace() {
    List<Finding> findings =
        PlainLanguage.check("start", "Hej.\nBlanketten erfordras, och Jämlikt lagen gäller den.");

    assertThat(findings)
        .extracting(f -> f.where().toString(), f -> f.code().value())
        .containsExactly(
            tuple("start:2:12", "KLAR-OFFICIALESE"), tuple("start:2:27", "KLAR-OFFICIALESE"));
    assertThat(findings.get(0).remedy()).isEqualTo("Skriv hellre: behövas, behövs.");
    assertThat(findings).allSatisfy(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING));
  }

  @Test
  void findsNoOfficialeseInsideAnotherWord() {
    assertThat(PlainLanguage.check("x", "Enärsvägen ligger här.")).isEmpty();
  }

  @Test
  void judgesAHeavyPageAsAWholeAndNamesItsLongWords() {
    String heavy = "Handläggningen av ansökningarna pågår\n".repeat(40);

    Finding finding =
        PlainLanguage.check("x", heavy).stream()
            .filter(f -> f.code().value().equals("KLAR-LIX"))
            .findFirst()
            .orElseThrow();

    assertThat(finding.message()).isEqualTo("Texten har LIX 54, över 45");
    assertThat(finding.remedy()).contains("ansökningarna", "handläggningen");
    assertThat(finding.where().toString()).isEqualTo("x");
  }

  @Test
  void judgesShortLabelsTogetherAndNotOneByOne() {
    PageText page =
        new PageText(
            "p",
            "sv",
            List.of(
                TextItem.of("a.label", TextRole.LABEL, "Fastighetsbeteckning"),
                TextItem.of("b.label", TextRole.LABEL, "Personnummer")));

    assertThat(PlainLanguage.check(page, PlainLanguageLimits.DEFAULTS)).isEmpty();
  }

  @Test
  void everyRuleHasASourceAndTextsInItsLanguages() {
    assertThat(PlainLanguage.rules())
        .hasSize(23)
        .allSatisfy(
            rule -> {
              assertThat(rule.id().value()).startsWith("KLAR-");
              assertThat(rule.source()).isNotBlank();
              assertThat(rule.requirement().value()).isEqualTo(rule.id().value());
            });
  }

  @Test
  void aWordOfTheLimitsIsAccepted() {
    PlainLanguageLimits limits =
        PlainLanguageLimits.DEFAULTS.with("words", List.of("Jämlikt", "viktigt"));

    assertThat(PlainLanguage.check(PageText.of("x", "sv", "VIKTIGT: jämlikt lagen."), limits))
        .isEmpty();
  }

  @Test
  void aRulePutOffFindsNothing() {
    PlainLanguageLimits limits =
        PlainLanguageLimits.DEFAULTS.with("off", List.of("KLAR-OFFICIALESE"));

    assertThat(PlainLanguage.check(PageText.of("x", "sv", "Jämlikt lagen."), limits)).isEmpty();
  }

  @Test
  void judgesAnyLanguageByTheRulesThatHoldForAll() {
    String finnish = "Kirjoita nimesi tähän! " + "sana ".repeat(30);

    assertThat(PlainLanguage.check(PageText.of("x", "fi", finnish), PlainLanguageLimits.DEFAULTS))
        .extracting(f -> f.code().value())
        .containsExactlyInAnyOrder("KLAR-SENTENCE", "KLAR-EXCLAMATION");
  }

  @Test
  void speaksTheLanguageOfTheText() {
    assertThat(
            PlainLanguage.standard()
                .check(
                    PageText.of("x", "en-GB", "Pay prior to the visit."),
                    PlainLanguageLimits.DEFAULTS))
        .extracting(Finding::message, Finding::remedy)
        .containsExactly(tuple("“prior to” is officialese", "Write instead: before."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a ", "a@", "{", "! ", "erhåller ", "VIKTIGT ", "å\n"})
  void aMegabyteOfAnythingIsJudgedInSeconds(String part) {
    String huge = part.repeat(1_000_000 / part.length());
    String label = huge.substring(0, 1_000);
    PageText page = new PageText("x", "sv", List.of(TextItem.error("e", huge, label).forFormat()));

    org.junit.jupiter.api.Assertions.assertTimeout(
        Duration.ofSeconds(60), () -> PlainLanguage.check(page, PlainLanguageLimits.DEFAULTS));
  }

  @Property(tries = 300)
  void anyTextHasNumbersThatFitTogetherAndNeverThrows(@ForAll("texts") String text) {
    Readability r = PlainLanguage.measure(text);

    assertThat(r.lix()).isBetween(0.0, r.words() + 100.0);
    for (TextRole role : TextRole.values()) {
      for (String language : List.of("sv", "en", "yi", "")) {
        TextItem item = new TextItem("k", role, text, java.util.Optional.of(text), true);
        assertThat(
                PlainLanguage.check(
                    new PageText("x", language, List.of(item)), PlainLanguageLimits.DEFAULTS))
            .allSatisfy(
                f -> {
                  assertThat(f.where().line().orElse(1)).isPositive();
                  assertThat(f.where().column().orElse(1)).isPositive();
                  assertThat(f.message()).isNotBlank().doesNotContain("KLAR-");
                  assertThat(f.remedy()).isNotBlank().doesNotContain("KLAR-");
                });
      }
    }
  }

  @Property(tries = 200)
  void aTextTwiceIsAsHeavyAsOnce(@ForAll("texts") String text) {
    Readability once = PlainLanguage.measure(text);
    Readability twice = PlainLanguage.measure(text + "\n" + text);

    assertThat(twice.words()).isEqualTo(2 * once.words());
    assertThat(twice.lix()).isCloseTo(once.lix(), within(1e-9));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> noise =
        Arbitraries.strings().withChars("abåÄ.!?: \n-0é’😀{}@/").ofMaxLength(80);
    Arbitrary<String> prose =
        Arbitraries.of(
                "inte",
                "ovanligt",
                "skickas",
                "av",
                "bli",
                "behandlad",
                "t.ex.",
                "m m",
                "Ni",
                "VIKTIGT",
                "erhålla",
                "klicka",
                "här",
                "göra",
                "en",
                "bedömning",
                "is",
                "used",
                "ogiltig",
                "Skriv",
                "{label}",
                "www.x.se",
                ".",
                "!",
                "\n")
            .list()
            .ofMaxSize(20)
            .map(words -> String.join(" ", words));
    return Arbitraries.oneOf(noise, prose);
  }
}
