package se.byggsten.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {
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
  void refuse_a_language_that_they_do_not_have() {
    assertThatThrownBy(() -> Texts.of(Locale.FRENCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fr");
  }
}
