package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.lint.FormWords;
import se.byggsten.web.Html;
import se.byggsten.web.Passage;

class FormWordsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\w+\\}");

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en", "sv-SE", "en-GB"})
  void are_complete_in_swedish_and_english(String tag) {
    assertThat(FormWords.missing(Locale.forLanguageTag(tag))).isEmpty();
  }

  @Test
  void are_finnish_wherever_a_question_is_asked_and_put_right() {
    assertThat(FormWords.missing(Locale.forLanguageTag("fi-SE")))
        .noneMatch(key -> key.matches("(action|error|files|intro|page|part|row|rows)\\..*"))
        .doesNotContain("yes", "no", "optional", "why", "select.empty", "revealed", "prefilled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fi", "fit", "se", "sma", "smj", "rom", "yi"})
  void have_the_same_keys_and_places_in_every_language(String language) throws IOException {
    Properties texts = new Properties();
    try (InputStream stream =
        Words.class.getResourceAsStream("/se/byggsten/forms/texts_" + language + ".properties")) {
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    assertThat(FormWords.keys()).containsAll(texts.stringPropertyNames());
    for (String key : texts.stringPropertyNames()) {
      assertThat(places(texts.getProperty(key))).as(key).isEqualTo(places(FormWords.swedish(key)));
    }
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @Test
  void are_swedish_and_say_so_where_a_minority_language_has_none() {
    Words sami = Words.shown("se");
    assertThat(sami.get("part.month")).isEqualTo("Mánnu");
    assertThat(Html.text(sami.get("part.month")).value()).isEqualTo("Mánnu");
    assertThat(Html.text(sami.get("error.Required", Map.of("label", "<1>"))).value())
        .isEqualTo("<span lang=\"sv\" dir=\"ltr\">Svara på frågan: &lt;1&gt;</span>");
    assertThat(FormWords.missing(Locale.forLanguageTag("se")))
        .contains("error.Required")
        .doesNotContain("part.month");
  }

  @Test
  void say_which_language_is_put_into_a_sentence_in_another() {
    String text = Words.shown("yi").get("error.Required", Map.of("label", "נאָמען"));
    assertThat(Html.text(text).value())
        .isEqualTo(
            "<span lang=\"sv\" dir=\"ltr\">Svara på frågan: "
                + "<span lang=\"yi\" dir=\"rtl\">נאָמען</span></span>");
    assertThat(Passage.plain(text)).isEqualTo("Svara på frågan: נאָמען");
    assertThat(Words.shown("sv")).isSameAs(Words.of("sv"));
  }

  @Test
  void run_from_the_right_in_yiddish_but_not_in_yiddish_in_latin_letters() {
    assertThat(Html.text(Words.shown("yi").get("yes")).value()).isEqualTo("יאָ");
    assertThat(Html.text(Words.shown("yi-Latn").get("yes")).value()).contains("lang=\"sv\"", "Ja");
  }

  @Test
  void come_from_a_file_of_the_service_for_a_language_of_its_own() {
    Words german = Words.of("de-AT");
    assertThat(german.get("action.next")).isEqualTo("Weiter");
    assertThat(Words.shown("de-AT").get("action.next")).isEqualTo("Weiter");
    assertThat(german.get("error.Gartennummer", Map.of("label", "{label}")))
        .isEqualTo("Schreiben Sie die Nummer für: {label}");
    assertThat(german.get("action.back")).isEqualTo("Tillbaka");
    assertThat(FormWords.missing(Locale.GERMAN)).contains("action.back");
  }

  @Test
  void are_swedish_in_a_language_that_nobody_has_added() {
    assertThat(FormWords.missing(Locale.forLanguageTag("kl"))).isEqualTo(FormWords.keys());
    assertThat(Words.of("kl").get("yes")).isEqualTo("Ja");
    assertThat(Words.shown("kl").get("no such key")).isEqualTo("no such key");
  }

  @Test
  void refuse_a_key_that_is_none() {
    assertThatThrownBy(() -> FormWords.swedish("x")).isInstanceOf(IllegalArgumentException.class);
  }
}
