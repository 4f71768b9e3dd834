package se.byggsten.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern PLACE = Pattern.compile("%?\\{\\w+\\}");

  private static Properties bundle(String language) throws IOException {
    Properties properties = new Properties();
    try (InputStream in =
        TextsTest.class.getResourceAsStream("/se/byggsten/web/texts_" + language + ".properties")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties;
  }

  @Test
  void are_the_same_in_swedish_and_english() throws IOException {
    assertThat(bundle("sv").keySet()).isEqualTo(bundle("en").keySet());
    assertThat(bundle("sv").values()).noneMatch(text -> text.toString().isBlank());
  }

  @Test
  void speak_swedish_whatever_the_machine_speaks() {
    assertThat(Texts.of(Locale.forLanguageTag("sv-SE")).get("progress.step", "3", "6"))
        .isEqualTo("Steg 3 av 6");
    assertThat(Texts.of(Locale.UK).get("progress.step", "3", "6")).isEqualTo("Step 3 of 6");
  }

  @Test
  void are_swedish_and_say_so_in_a_language_that_nobody_has_added() {
    Texts texts = Texts.of(Locale.forLanguageTag("kl"));
    assertThat(texts.html("back")).isEqualTo("<span lang=\"sv\" dir=\"ltr\">Tillbaka</span>");
    assertThat(texts.html("progress.saved", "<b>"))
        .isEqualTo("<span lang=\"sv\" dir=\"ltr\">Sparat &lt;b&gt;</span>");
    assertThat(texts.missing()).isEqualTo(Texts.keys());
  }

  @Test
  void take_a_language_from_the_class_path_and_swedish_for_what_it_lacks() {
    Texts texts = Texts.of(Locale.forLanguageTag("yi"));
    assertThat(texts.html("back")).isEqualTo("צוריק");
    assertThat(texts.html("progress.step", "1", "3")).isEqualTo("טריט 1 פֿון 3");
    assertThat(texts.html("log.out")).contains("lang=\"sv\"");
    assertThat(texts.missing()).contains("log.out").doesNotContain("back");
    assertThat(Texts.of(Locale.forLanguageTag("sv")).missing()).isEmpty();
    assertThat(Texts.of(Locale.UK).missing()).isEmpty();
  }

  @Test
  void are_complete_in_finnish_and_have_the_same_places_in_every_language() throws IOException {
    assertThat(Texts.of(Locale.forLanguageTag("fi-SE")).missing()).isEmpty();
    for (String language : new String[] {"en", "fi", "fit", "se", "sma", "smj", "rom", "yi"}) {
      Properties texts = bundle(language);
      for (String key : texts.stringPropertyNames()) {
        assertThat(places(texts.getProperty(key)))
            .as(language + " " + key)
            .isEqualTo(places(Texts.swedish(key)));
      }
    }
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @Test
  void leave_hebrew_letters_out_of_a_page_in_latin_ones() {
    assertThat(Texts.of(Locale.forLanguageTag("yi-Latn")).html("back")).contains("Tillbaka");
  }

  @Test
  void refuse_a_key_that_is_none() {
    assertThatThrownBy(() -> Texts.of(Locale.UK).get("x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
