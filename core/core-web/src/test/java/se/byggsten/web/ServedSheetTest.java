package se.byggsten.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.web.design.ColourToken;

class ServedSheetTest {
  private final String sheet = content(WebAssets.STYLESHEET);

  private static String content(String name) {
    String file = WebAssets.standard().href("", name);
    return new String(
        WebAssets.standard().find(file).orElseThrow().content(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#1d70b8", "#0b0c0c", "#00703c", "#ffdd00", "#fd0", "#d4351c", "#b1b4b6", "#505a5f",
        "#f3f2f1", "#003078", "#4c2c92", "#005a30", "#002d18", "#cce2d8", "gds transport", "arial",
        "crown", "crest.svg", "@font-face", "url(", "@import"
      })
  void holds_no_colour_or_font_of_govuk_and_fetches_nothing(String trace) {
    assertThat(sheet.toLowerCase(Locale.ROOT).indexOf(trace)).as("where it is").isNegative();
  }

  @Test
  void names_no_colour_outside_the_tokens() {
    Set<String> known = new TreeSet<>();
    for (ColourToken token : ColourToken.values()) {
      known.add(token.light().toString());
      known.add(token.dark().toString());
    }
    Matcher colours = Pattern.compile("#[0-9a-fA-F]{3,8}\\b").matcher(sheet);
    Set<String> found = new TreeSet<>();
    while (colours.find()) {
      found.add(colours.group().toLowerCase(Locale.ROOT));
    }
    assertThat(found).isEqualTo(known);
  }

  @Test
  void defines_every_property_that_it_uses() {
    Set<String> used = matches("var\\((--b-[a-z-]+)");
    Set<String> defined = matches("(--b-[a-z-]+):");
    assertThat(defined).containsAll(used);
  }

  private Set<String> matches(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(sheet);
    Set<String> found = new TreeSet<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void serves_dark_print_high_contrast_and_reduced_motion() {
    for (String query :
        List.of(
            "prefers-color-scheme:dark",
            "@media print",
            "forced-colors: active",
            "prefers-reduced-motion: reduce")) {
      assertThat(sheet).contains(query);
    }
    assertThat(sheet.chars().filter(c -> c == '{').count())
        .isEqualTo(sheet.chars().filter(c -> c == '}').count());
  }

  @Test
  void turns_with_the_direction_of_the_language() {
    assertThat(sheet)
        .doesNotContainPattern("[{;]\\s*(margin|padding|border)-(left|right)[a-z-]*\\s*:")
        .doesNotContainPattern("(text-align|float):\\s*(left|right)")
        .doesNotContainPattern("[{;]\\s*(left|right)\\s*:")
        .doesNotContainPattern("border-(top|bottom)-(left|right)-radius");
    assertThat(sheet).contains("inset-inline-start:", "text-align:start", "padding-inline-start");
  }

  @Test
  void runs_under_a_strict_policy() {
    assertThat(content(WebAssets.SCRIPT))
        .doesNotContain("eval(", "innerHTML", "new Function", "document.write", ".style.");
  }

  @Test
  void names_files_after_their_content_and_knows_no_others() {
    for (WebAsset asset : WebAssets.standard().all()) {
      assertThat(asset.fileName()).matches("byggsten\\.[0-9a-f]{12}\\.(css|js|svg)");
      assertThat(asset.cacheControl()).contains("immutable");
      assertThat(WebAssets.standard().find(asset.fileName())).contains(asset);
    }
    for (String wrong : List.of("", "byggsten.css", "../WebAssets.class", "byggsten.0.css")) {
      assertThat(WebAssets.standard().find(wrong)).isEmpty();
    }
  }
}
