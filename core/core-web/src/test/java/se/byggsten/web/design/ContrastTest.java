package se.byggsten.web.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContrastTest {
  @ParameterizedTest
  @CsvSource({
    // Ratios as W3C's understanding documents and WebAIM's checker give them.
    "#000000, #ffffff, 21.00",
    "#ffffff, #ffffff, 1.00",
    "#777777, #ffffff, 4.48",
    "#767676, #ffffff, 4.54",
    "#949494, #ffffff, 3.03",
    "#ff0000, #ffffff, 4.00",
    "#00f, #fff, 8.59"
  })
  void computes_the_ratio_of_wcag(String one, String other, double ratio) {
    assertThat(Contrast.ratio(Colour.of(one), Colour.of(other))).isEqualTo(ratio, within(0.01));
  }

  static Iterable<DesignTokens.Pair> pairs() {
    return DesignTokens.pairs();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void holds_for_all_that_meets_on_a_page_in_light_and_dark(DesignTokens.Pair pair) {
    assertThat(Contrast.ratio(pair.front().light(), pair.back().light()))
        .as("light " + pair)
        .isGreaterThanOrEqualTo(pair.minimum());
    assertThat(Contrast.ratio(pair.front().dark(), pair.back().dark()))
        .as("dark " + pair)
        .isGreaterThanOrEqualTo(pair.minimum());
  }

  @Test
  void every_colour_but_that_of_lines_meets_another() {
    assertThat(ColourToken.values())
        .filteredOn(t -> t != ColourToken.LINE)
        .allSatisfy(
            token ->
                assertThat(DesignTokens.pairs())
                    .anyMatch(pair -> pair.front() == token || pair.back() == token));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "red", "#12", "#12345", "#1234567", "rgb(0,0,0)", "#gggggg"})
  void refuses_what_is_no_colour(String text) {
    assertThatThrownBy(() -> Colour.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
