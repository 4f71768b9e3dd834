package se.byggsten.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final List<String> KEYS = List.of("owner", "goals", "retention", "followUps");

  @Test
  void findsASlipOfTheFingers() {
    assertThat(Suggestion.nearest("onwer", KEYS)).contains("owner");
    assertThat(Suggestion.nearest("retenton", KEYS)).contains("retention");
    assertThat(Suggestion.nearest("FOLLOWUPS", KEYS)).contains("followUps");
  }

  @Test
  void suggestsNothingForAnotherWord() {
    assertThat(Suggestion.nearest("hosting", KEYS)).isEmpty();
    assertThat(Suggestion.nearest("", KEYS)).isEmpty();
    assertThat(Suggestion.nearest("x".repeat(10_000), KEYS)).isEmpty();
  }

  @Property(tries = 100)
  void findsAWordThatLacksALetter(
      @ForAll @AlphaChars @StringLength(min = 4, max = 20) String word) {
    assertThat(Suggestion.nearest(word.substring(1), List.of(word))).contains(word);
  }
}
