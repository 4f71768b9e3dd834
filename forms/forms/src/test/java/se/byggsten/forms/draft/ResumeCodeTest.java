package se.byggsten.forms.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeCodeTest {
  private static final String ALPHABET = "23456789CDFHJKMNPRTVWXY";

  @Test
  void is_written_in_five_groups_of_four_and_read_in_any_dress() {
    ResumeCode code = ResumeCode.generate();
    assertThat(code.shown()).matches("([2-9CDFHJKMNPRTVWXY]{4}-){4}[2-9CDFHJKMNPRTVWXY]{4}");
    String shown = code.shown();
    assertThat(ResumeCode.read(shown)).contains(code);
    assertThat(ResumeCode.read("  " + shown.toLowerCase(Locale.ROOT).replace("-", " ") + "\n"))
        .contains(code);
    assertThat(ResumeCode.read(shown.replace('-', '–'))).contains(code);
    assertThat(ResumeCode.read(shown.replace("-", "\u00a0"))).contains(code);
    String lookAlike = shown.replace('8', 'B').replace('6', 'g').replace('5', 'S');
    assertThat(ResumeCode.read(lookAlike.replace('V', 'U').replace('2', 'z'))).contains(code);
  }

  @Property(tries = 300)
  void every_single_wrong_character_is_told(
      @ForAll @IntRange(max = 19) int place, @ForAll @IntRange(min = 1, max = 22) int by) {
    char[] code = ResumeCode.generate().passphrase();
    int right = ALPHABET.indexOf(code[place]);
    code[place] = ALPHABET.charAt((right + by) % ALPHABET.length());
    assertThat(ResumeCode.read(String.valueOf(code))).isEmpty();
  }

  @Property(tries = 300)
  void every_two_that_changed_places_are_told(
      @ForAll @IntRange(max = 19) int one, @ForAll @IntRange(max = 19) int other) {
    ResumeCode code = ResumeCode.generate();
    char[] swapped = code.passphrase();
    char kept = swapped[one];
    swapped[one] = swapped[other];
    swapped[other] = kept;
    boolean same = String.valueOf(swapped).equals(String.valueOf(code.passphrase()));
    assertThat(ResumeCode.read(String.valueOf(swapped)).isPresent()).isEqualTo(same);
  }

  @Property(tries = 300)
  void what_is_typed_at_random_is_hardly_ever_a_code_and_never_an_exception(
      @ForAll @CharRange(from = '\0', to = '\uffff') @StringLength(max = 120) String typed) {
    assertThat(ResumeCode.read(typed)).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "-", "2222", "22222222222222222222222", "ÅÄÖÅÄÖÅÄÖÅÄÖÅÄÖÅÄÖÅÄ"})
  void what_is_no_code_is_told(String typed) {
    assertThat(ResumeCode.read(typed)).isEmpty();
  }

  @Test
  void no_two_codes_are_equal_and_none_is_printed() {
    Set<ResumeCode> codes = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      codes.add(ResumeCode.generate());
    }
    assertThat(codes).hasSize(2000);
    ResumeCode code = ResumeCode.generate();
    assertThat(code + " " + DraftOwner.code(code)).doesNotContain(code.shown().substring(0, 4));
  }
}
