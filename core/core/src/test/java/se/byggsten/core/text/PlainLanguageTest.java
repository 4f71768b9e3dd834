package se.byggsten.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
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
  void countsNoAddresses() {
    assertThat(
            PlainLanguage.measure("Se https://eksta.example/kolloverksamheten eller a@b.example"))
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
        .extracting(f -> f.where().toString(), f -> f.code())
        .containsExactly(
            tuple("start:2:12", PlainLanguage.OFFICIALESE),
            tuple("start:2:27", PlainLanguage.OFFICIALESE));
    assertThat(findings.get(0).remedy()).contains("behövs");
    assertThat(findings).allSatisfy(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING));
  }

  @Test
  void findsNoOfficialeseInsideAnotherWord() {
    assertThat(PlainLanguage.check("x", "Enärsvägen ligger här.")).isEmpty();
  }

  @Test
  void findsALongSentenceAHeavyTextAndAnEndlessWord() {
    String heavy = "Handläggningen av ansökningarna ".repeat(40);

    assertThat(PlainLanguage.check("x", heavy))
        .extracting(Finding::code)
        .containsExactly(PlainLanguage.HEAVY_TEXT, PlainLanguage.LONG_SENTENCE);
    assertThat(PlainLanguage.check("x", "Barnomsorgsplaceringsansökan är klar."))
        .extracting(Finding::code)
        .containsExactly(PlainLanguage.LONG_WORD);
  }

  @Test
  void everyLineOfTheListHasAWordAndAReplacement() {
    assertThat(Officialese.words()).hasSizeGreaterThan(50);
    Officialese.words()
        .forEach(
            (word, plainer) -> {
              assertThat(plainer).isNotBlank();
              assertThat(PlainLanguage.check("x", "Det " + word + " här."))
                  .extracting(Finding::message)
                  .anySatisfy(m -> assertThat(m).contains(word));
            });
  }

  @Property(tries = 300)
  void anyTextHasNumbersThatFitTogether(@ForAll("texts") String text) {
    Readability r = PlainLanguage.measure(text);

    assertThat(r.lix()).isBetween(0.0, r.words() + 100.0);
    assertThat(PlainLanguage.check("x", text))
        .allSatisfy(f -> assertThat(f.where().line().orElse(1)).isPositive());
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
    return Arbitraries.strings().withChars("abåÄ.!?: \n-0é’😀").ofMaxLength(80);
  }
}
