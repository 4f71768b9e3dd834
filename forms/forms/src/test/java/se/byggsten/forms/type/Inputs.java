package se.byggsten.forms.type;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.OptionText;
import se.byggsten.forms.spi.Reading;
import se.byggsten.web.Html;

/** Object mother of fields about to be drawn. */
final class Inputs {
  static final Locale SV = Locale.forLanguageTag("sv");
  static final Locale EN = Locale.ENGLISH;
  private static final Properties SWEDISH = load("sv");
  private static final Properties ENGLISH = load("en");

  private Inputs() {}

  private static Properties load(String language) {
    Properties words = new Properties();
    try (InputStream stream =
        Inputs.class.getResourceAsStream("/se/byggsten/forms/texts_" + language + ".properties")) {
      words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  static Function<String, String> words(Locale locale) {
    Properties words = locale.equals(SV) ? SWEDISH : ENGLISH;
    return key -> words.getProperty(key, key);
  }

  static Reading reading(FieldSettings settings, Locale locale, String... options) {
    return new Reading(options(List.of(options)), settings, locale, words(locale));
  }

  static List<OptionText> options(List<String> values) {
    return values.stream().map(value -> new OptionText(value, "Text: " + value, "")).toList();
  }

  static FieldInput input(List<String> raw, FieldSettings settings, String... options) {
    return input("", "", raw, settings, false, options);
  }

  static FieldInput input(
      String hint,
      String error,
      List<String> raw,
      FieldSettings settings,
      boolean heading,
      String... options) {
    return full(hint, error, raw, settings, heading, "", List.of(), Map.of(), options);
  }

  static FieldInput full(
      String hint,
      String error,
      List<String> raw,
      FieldSettings settings,
      boolean heading,
      String autocomplete,
      List<ConstraintRule> constraints,
      Map<String, Html> under,
      String... options) {
    return new FieldInput(
        "svar",
        "Fråga & <svar>",
        hint,
        error,
        raw,
        options(List.of(options)),
        true,
        heading,
        "Sidans rubrik",
        autocomplete,
        Optional.empty(),
        settings,
        constraints,
        SV,
        under,
        words(SV));
  }
}
