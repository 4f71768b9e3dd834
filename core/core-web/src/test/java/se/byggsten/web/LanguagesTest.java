package se.byggsten.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource({
    "sv, ltr, Svenska", "yi, rtl, ייִדיש", "yi-Latn, ltr, ייִדיש", "ar, rtl, العربية",
    "az-Arab, rtl, azərbaycan", "fi, ltr, Suomi", "fit, ltr, Meänkieli", "se, ltr, Davvisámegiella",
    "sma, ltr, Åarjelsaemien", "smj, ltr, Julevsámegiella", "rom, ltr, Romani", "qaa, ltr, qaa"
  })
  void know_their_direction_and_their_own_name(String tag, String direction, String name) {
    Locale locale = Locale.forLanguageTag(tag);
    assertThat(Languages.direction(locale)).isEqualTo(direction);
    assertThat(Languages.ownName(locale)).isEqualToIgnoringCase(name);
  }
}
