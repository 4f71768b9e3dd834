package se.byggsten.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {
  private static boolean matches(String regexp, String text, TextPattern.Option... options) {
    return TextPattern.of(regexp, Set.of(options)).matches(text);
  }

  @Test
  void judges_the_whole_of_a_text() {
    assertThat(matches("[0-9]{3}", "123")).isTrue();
    assertThat(matches("[0-9]{3}", "1234")).isFalse();
    assertThat(matches("\\p{Lu}\\p{L}*", "Åsa")).isTrue();
    assertThat(matches("[\\[\\]^&-]+", "[^&-]")).isTrue();
    assertThat(matches("a&&b", "a&&b")).isTrue();
    assertThat(matches("\\Q(?=\\E", "(?=")).isTrue();
    assertThat(matches("åsa", "ÅSA", TextPattern.Option.CASE_INSENSITIVE)).isTrue();
    assertThat(matches("a.b", "a\nb")).isFalse();
    assertThat(matches("a.b", "a\nb", TextPattern.Option.DOTALL)).isTrue();
    assertThat(matches("(?m)a$\n^b", "a\nb")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+b",
        "(a|a)*b",
        "(a|aa)+b",
        "(.*a){20}b",
        "([a-z]+)*!",
        "(([a-z]+)+ ?)+[0-9]"
      })
  void no_pattern_hangs_on_any_text(String regexp) {
    TextPattern pattern = TextPattern.of(regexp, Set.of());
    String text = "a".repeat(20_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> assertThat(pattern.matches(text)).isFalse());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "(a)\\1¦refers back to a group at character 4",
        "(?<x>a)\\k<x>¦refers back to a group at character 8",
        "a(?=b)¦looks ahead or behind with (?= at character 2",
        "(?<!a)b¦looks ahead or behind with (?<!",
        "(?>a)b¦atomic group",
        "a*+b¦possessive repetition at character 3",
        "a{2}+b¦possessive",
        "[a-z&&[^b]]¦cuts one class",
        "[a[bc]]¦class in a class at character 3",
        "a{1,4000}¦more than 1000 times",
        "((a{100}){100}){100}¦too large",
        "(a¦cannot be read",
        "[a¦cannot be read",
        "\\p{IsNoScript}¦cannot be read",
        "\\R¦cannot be read"
      })
  void tells_what_cannot_be_used_and_what_to_write_instead(String regexp, String told) {
    ExpressionException e =
        catchThrowableOfType(ExpressionException.class, () -> TextPattern.of(regexp, Set.of()));
    assertThat(e.code()).isEqualTo(TextPattern.CODE);
    assertThat(e).hasMessageContaining(regexp).hasMessageContaining(told);
  }

  @Test
  void refuses_a_pattern_that_is_a_book() {
    assertThatThrownBy(() -> TextPattern.of("a".repeat(2_001), Set.of()))
        .isInstanceOf(ExpressionException.class);
  }

  @Property(tries = 300)
  void whatever_is_written_is_a_pattern_or_refused(
      @ForAll
          @AlphaChars
          @Chars({
            '(', ')', '[', ']', '{', '}', '*', '+', '?', '\\', '^', '$', '|', '&', ':', '1', ','
          })
          @StringLength(max = 25)
          String regexp) {
    try {
      assertThat(TextPattern.of(regexp, Set.of()).matches("\u0000")).isIn(true, false);
    } catch (ExpressionException e) {
      assertThat(e.code()).isEqualTo(TextPattern.CODE);
    }
  }

  @Test
  void agrees_with_java_where_both_have_the_pattern() {
    for (String regexp :
        new String[] {
          "[0-9]{6}-[0-9]{4}", "[^<]*", "a*", "(?s) *[^<]*# \\d?.*", "([A-Za-z]|[ -])+"
        }) {
      IntStream.range(0, 200)
          .mapToObj(i -> Integer.toString(i * 7919, 36) + " <#-".substring(i % 5))
          .forEach(
              text ->
                  assertThat(matches(regexp, text))
                      .as("%s on %s", regexp, text)
                      .isEqualTo(text.matches(regexp)));
    }
  }
}
