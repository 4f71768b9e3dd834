package se.byggsten.forms;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.byggsten.core.text.PlainLanguageException;
import se.byggsten.core.text.PlainLanguageLimits;

/** Checks a form's settings for plain language and gives them one shape, so that they compare. */
final class PlainLanguageSettings {
  private PlainLanguageSettings() {}

  static Map<String, Object> checked(Map<String, ?> settings, List<String> languages) {
    Map<String, Object> one = oneShape(settings);
    try {
      for (String language : languages) {
        PlainLanguageLimits.read(one, language.replaceFirst("-.*", ""));
      }
    } catch (PlainLanguageException e) {
      throw new FormException(FormException.DEFINITION, "plain-language: " + e.getMessage());
    }
    return one;
  }

  private static Map<String, Object> oneShape(Map<?, ?> settings) {
    Map<String, Object> sorted = new TreeMap<>();
    settings.forEach((name, value) -> sorted.put(String.valueOf(name), shape(value)));
    return Collections.unmodifiableMap(sorted);
  }

  private static Object shape(Object value) {
    if (value instanceof Map<?, ?> map) {
      return oneShape(map);
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(String::valueOf).distinct().sorted().toList();
    }
    return value instanceof Number number && number.doubleValue() == number.intValue()
        ? (Object) number.intValue()
        : value;
  }
}
