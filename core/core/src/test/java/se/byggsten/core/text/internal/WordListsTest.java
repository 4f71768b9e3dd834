package se.byggsten.core.text.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.text.PageText;
import se.byggsten.core.text.PlainLanguage;
import se.byggsten.core.text.PlainLanguageLimits;

class WordListsTest {
  @Test
  void writesEveryFormOfAPattern() {
    assertThat(Notation.expand("erhåll|a.er/erhöll"))
        .containsExactly("erhålla", "erhåller", "erhöll");
    assertThat(Notation.expand("äg|a.er rum|-.men"))
        .containsExactly("äga rum", "äga rummen", "äger rum", "äger rummen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void everyLineHasFormsReplacementsThatFitThemAndASource(String language) {
    List<String> lines = Notation.lines("officialese_" + language + ".tsv");
    Set<String> patterns = new HashSet<>();

    assertThat(lines).hasSizeGreaterThan("sv".equals(language) ? 250 : 120);
    for (String line : lines) {
      String[] columns = line.split("\t", -1);
      assertThat(columns).as(line).hasSize(3);
      assertThat(columns[2]).isIn("svarta-listan", "klarspråk", "eget", "plain-english");
      assertThat(patterns.add(columns[0])).as(line).isTrue();
      int forms = Notation.expand(columns[0]).size();
      int plainer = columns[1].split("/", -1).length;
      assertThat(plainer == 1 || plainer == forms).as(line + ": " + forms + "/" + plainer).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void everyFormOfTheListIsFound(String language) {
    PhraseBook book = Lexicon.of(language).orElseThrow().officialese();

    assertThat(book.size()).isGreaterThan(200);
    assertThat(book.entries())
        .allSatisfy(
            entry -> {
              String phrase = String.join(" ", entry.words());
              assertThat(
                      PlainLanguage.check(
                          PageText.of("x", language, phrase), PlainLanguageLimits.DEFAULTS))
                  .extracting(f -> f.code().value())
                  .contains("KLAR-OFFICIALESE");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void everyAbbreviationIsFound(String language) {
    for (String line : Notation.lines("abbreviations_" + language + ".tsv")) {
      String abbreviation = line.substring(0, line.indexOf('\t'));

      assertThat(
              PlainLanguage.check(
                  PageText.of("x", language, "Så " + abbreviation + " så"),
                  PlainLanguageLimits.DEFAULTS))
          .as(line)
          .extracting(f -> f.code().value())
          .contains("KLAR-ABBREVIATION");
    }
  }

  @Test
  void theRulesSayTheSameInBothLanguages() {
    assertThat(RuleBook.texts("rules_en.properties").keySet())
        .isEqualTo(RuleBook.texts("rules_sv.properties").keySet());
    for (var rule : RuleBook.all()) {
      assertThat(RuleBook.texts("rules_sv.properties"))
          .containsKeys(rule.id() + ".what", rule.id() + ".remedy");
    }
  }

  @Test
  void noPlainReplacementIsItselfOfficialese() {
    List<String> plainer =
        Notation.lines("officialese_sv.tsv").stream()
            .flatMap(line -> Arrays.stream(line.split("\t", -1)[1].split("/", -1)))
            .distinct()
            .toList();

    assertThat(plainer)
        .allSatisfy(
            text ->
                assertThat(PlainLanguage.check("x", text))
                    .as(text)
                    .extracting(f -> f.code().value())
                    .doesNotContain("KLAR-OFFICIALESE", "KLAR-ABBREVIATION"));
  }
}
