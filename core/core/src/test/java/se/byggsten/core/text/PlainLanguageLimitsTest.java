package se.byggsten.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.core.ErrorCode;

class PlainLanguageLimitsTest {
  @Test
  void readsCommonSettingsAndThoseOfTheLanguage() {
    Map<String, Object> settings =
        Map.of(
            "rules",
            1,
            "lix",
            40,
            "sentence-words",
            20,
            "en",
            Map.of("lix", 50),
            "off",
            List.of("KLAR-PASSIVE"));

    PlainLanguageLimits sv = PlainLanguageLimits.read(settings, "sv");
    PlainLanguageLimits en = PlainLanguageLimits.read(settings, "en");

    assertThat(sv.lix()).isEqualTo(40);
    assertThat(en.lix()).isEqualTo(50);
    assertThat(en.sentenceWords()).isEqualTo(20);
    assertThat(en.isOff(ErrorCode.of("KLAR-PASSIVE"))).isTrue();
    assertThat(en.labelCharacters()).isEqualTo(80);
    assertThat(PlainLanguageLimits.read(settings, "fi")).isEqualTo(sv).hasSameHashCodeAs(sv);
  }

  @Test
  void nothingSaidMeansTheDefaults() {
    assertThat(PlainLanguageLimits.read(Map.of(), "sv")).isEqualTo(PlainLanguageLimits.DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource({"lixx,40,lix", "sentence-word,20,sentence-words", "zzz,1,use one of"})
  void refusesAnUnknownSettingWithASuggestion(String name, int value, String hint) {
    assertThatThrownBy(() -> PlainLanguageLimits.read(Map.of(name, value), "sv"))
        .isInstanceOf(PlainLanguageException.class)
        .hasMessageContaining("KLAR-SETTING")
        .hasMessageContaining(hint);
  }

  @Test
  void refusesValuesThatCannotBe() {
    for (Object value : List.of(-1, 1.5, "40", 20_000, List.of())) {
      assertThatThrownBy(() -> PlainLanguageLimits.DEFAULTS.with("lix", value))
          .isInstanceOf(PlainLanguageException.class)
          .hasMessageContaining("whole number");
    }
    assertThatThrownBy(() -> PlainLanguageLimits.DEFAULTS.with("off", "KLAR-LIX"))
        .isInstanceOf(PlainLanguageException.class);
    assertThatThrownBy(() -> PlainLanguageLimits.DEFAULTS.with("off", List.of("KLAR-LIXX")))
        .hasMessageContaining("did you mean KLAR-LIX?");
  }

  @Test
  void refusesAWrongSettingOfAnotherLanguageToo() {
    assertThatThrownBy(() -> PlainLanguageLimits.read(Map.of("en", Map.of("lixx", 1)), "sv"))
        .isInstanceOf(PlainLanguageException.class);
  }

  @Test
  void refusesAnUnknownVersionOfTheRules() {
    assertThatThrownBy(() -> PlainLanguageLimits.DEFAULTS.with("rules", 2))
        .isInstanceOf(PlainLanguageException.class)
        .extracting(e -> ((PlainLanguageException) e).code())
        .isEqualTo(PlainLanguageException.UNKNOWN_VERSION);
  }
}
