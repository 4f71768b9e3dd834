package se.byggsten.web.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.web.WebAssets;

class ThemeTest {
  private static void assertAllPairsPass(Theme theme) {
    for (DesignTokens.Pair pair : DesignTokens.pairs()) {
      assertThat(Contrast.ratio(theme.light(pair.front()), theme.light(pair.back())))
          .as("light " + pair)
          .isGreaterThanOrEqualTo(pair.minimum());
      assertThat(Contrast.ratio(theme.dark(pair.front()), theme.dark(pair.back())))
          .as("dark " + pair)
          .isGreaterThanOrEqualTo(pair.minimum());
    }
  }

  @ParameterizedTest
  @CsvSource({"#7a1f4b", "#00564c", "#0b4f8a", "#8a2be2", "#5a5a00", "#000000", "#b3261e"})
  void everything_follows_from_a_brand_colour(String brand) {
    Theme theme = Theme.of(Map.of("brand", brand, "font", "Source Sans 3", "radius", "2"));
    assertAllPairsPass(theme);
    assertThat(theme.light(ColourToken.BRAND)).isEqualTo(Colour.of(brand));
    assertThat(theme.css())
        .contains(
            "--b-brand:" + brand,
            "--b-font:\"Source Sans 3\",sans-serif;",
            "--b-radius:2px",
            "card:4px")
        .contains("prefers-color-scheme:dark", "@media print");
  }

  @Test
  void is_our_own_look_when_nothing_is_given() {
    for (ColourToken token : ColourToken.values()) {
      assertThat(Theme.standard().light(token)).isEqualTo(token.light());
      assertThat(Theme.of(Map.of()).dark(token)).isEqualTo(token.dark());
    }
  }

  @Test
  void says_which_pair_is_too_alike_and_what_would_pass() {
    ThemeException wrong =
        catchThrowableOfType(
            ThemeException.class, () -> Theme.of(Map.of("brand", "#5bb0f0", "text", "#14213d")));
    assertThat(wrong.code()).isEqualTo(ThemeException.CONTRAST);
    assertThat(wrong)
        .hasMessageContaining("brand #5bb0f0 on paper #ffffff (light) has contrast 2.3")
        .hasMessageContaining("needs 4.5; the nearest brand that passes is #");
    String message = String.valueOf(wrong.getMessage());
    int at = message.indexOf("the nearest brand that passes is ");
    Colour suggested = Colour.of(message.substring(at + 33, at + 40));
    assertThat(Contrast.ratio(suggested, Colour.of("#ffffff"))).isBetween(4.5, 4.65);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "brand|red",
        "brand|#12",
        "brand|url(x)",
        "colour|#112233",
        "radius|25",
        "radius|-1",
        "radius|1px",
        "font|x;}body{display:none",
        "font|x</style>",
        "font|url(http://x)",
        "font|''",
        "font|Arial\"",
        "font|Arial,,Inter"
      })
  void refuses_what_is_no_value_without_quoting_markup(String key, String value) {
    assertThatThrownBy(() -> Theme.of(Map.of(key, value)))
        .isInstanceOfSatisfying(
            ThemeException.class, e -> assertThat(e.code()).isEqualTo(ThemeException.VALUE))
        .hasMessageContaining(key);
  }

  @Test
  void comes_after_the_sheet_and_under_a_name_of_its_own() {
    WebAssets themed = WebAssets.of(Theme.of(Map.of("brand", "#7a1f4b")));
    String href = themed.href("", WebAssets.STYLESHEET);
    assertThat(href).isNotEqualTo(WebAssets.standard().href("", WebAssets.STYLESHEET));
    String sheet = new String(themed.find(href).orElseThrow().content(), StandardCharsets.UTF_8);
    assertThat(sheet.lastIndexOf("--b-brand:#7a1f4b")).isGreaterThan(sheet.lastIndexOf("#0b4f8a"));
    assertThat(themed.href("", WebAssets.SCRIPT))
        .isEqualTo(WebAssets.standard().href("", WebAssets.SCRIPT));
  }

  @Property(tries = 300)
  void any_values_give_enough_contrast_or_an_error(@ForAll long seed) {
    Random random = new Random(seed);
    Map<String, String> values = new LinkedHashMap<>();
    for (String key : List.copyOf(Theme.colourKeys().keySet())) {
      // Half of them near what works, so that both outcomes are met.
      int noise = random.nextBoolean() ? 0xffffff : 0x1f1f1f;
      if (random.nextInt(3) > 0) {
        int near =
            Integer.parseInt(Theme.colourKeys().get(key).light().toString().substring(1), 16);
        int value =
            noise == 0xffffff ? random.nextInt(0x1000000) : near ^ (random.nextInt() & noise);
        values.put(key, String.format(Locale.ROOT, "#%06x", value));
      }
    }
    try {
      assertAllPairsPass(Theme.of(values));
    } catch (ThemeException e) {
      assertThat(e.code()).isEqualTo(ThemeException.CONTRAST);
      assertThat(e).hasMessageContaining("needs").hasMessageContaining("that passes is #");
    }
  }
}
