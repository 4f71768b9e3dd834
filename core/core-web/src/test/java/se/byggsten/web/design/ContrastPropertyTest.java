package se.byggsten.web.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ContrastPropertyTest {
  @Property(tries = 200)
  void is_the_same_both_ways_and_between_1_and_21(
      @ForAll @IntRange(max = 255) int r,
      @ForAll @IntRange(max = 255) int g,
      @ForAll @IntRange(max = 255) int b,
      @ForAll @IntRange(max = 0xffffff) int other) {
    Colour one = new Colour(r, g, b);
    Colour two = Colour.of(String.format(Locale.ROOT, "#%06x", other));
    assertThat(Contrast.ratio(one, two)).isEqualTo(Contrast.ratio(two, one)).isBetween(1.0, 21.0);
    assertThat(Colour.of(one.toString())).isEqualTo(one);
  }
}
