package se.byggsten.forms.spi;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * In which language, with which options and settings a value is to be read out.
 *
 * @param options all options of the field
 * @param settings the settings of the field
 * @param locale the language
 * @param words the library's own words: a key such as {@code yes} to its text
 */
public record Reading(
    List<OptionText> options,
    FieldSettings settings,
    Locale locale,
    Function<String, String> words) {
  /** Copies the options. */
  public Reading {
    options = List.copyOf(options);
  }

  /**
   * Returns the text of an option.
   *
   * @param value the value of the option
   * @return its text; the value itself when there is no such option
   */
  public String option(String value) {
    return options.stream()
        .filter(option -> option.value().equals(value))
        .findFirst()
        .map(OptionText::text)
        .orElse(value);
  }
}
