package se.byggsten.web.component;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.internal.Texts;

/**
 * How much may be written, told under the field and counted by the script.
 *
 * <p>The server checks the limit; the count never stops anyone from typing.
 *
 * @param limit the most that may be written, or null when only the script knows
 * @param words true to count words, false to count characters
 * @param threshold percent of the limit after which the count is shown, or null for always
 * @param description the text, with %{count} for the limit; null for none
 * @param countClasses extra classes on the text, may be empty
 * @param messages the script's texts by key, such as {@code characters-under-limit.one}
 * @param language the language of the texts when it is not the page\'s, or null
 */
public record CharacterCount(
    @Nullable Integer limit,
    boolean words,
    @Nullable Integer threshold,
    @Nullable String description,
    String countClasses,
    Map<String, String> messages,
    @Nullable String language) {

  /** Keeps a copy of the texts. */
  public CharacterCount {
    messages = Collections.unmodifiableMap(new LinkedHashMap<>(messages));
  }

  /** Returns a limit in characters, with texts in the language. */
  public static CharacterCount characters(Locale locale, int limit) {
    return of(locale, limit, false);
  }

  /** Returns a limit in words, with texts in the language. */
  public static CharacterCount words(Locale locale, int limit) {
    return of(locale, limit, true);
  }

  private static CharacterCount of(Locale locale, int limit, boolean words) {
    Texts page = Texts.of(locale);
    Texts texts = page.wholly("count.");
    String unit = words ? "words" : "chars";
    String key = words ? "words" : "characters";
    Map<String, String> messages = new LinkedHashMap<>();
    for (String state : new String[] {"under", "over"}) {
      for (String number : new String[] {"one", "other"}) {
        messages.put(
            key + "-" + state + "-limit." + number,
            texts.get("count." + unit + "." + state + "." + number));
      }
    }
    messages.put(key + "-at-limit", texts.get("count." + unit + ".at"));
    return new CharacterCount(
        limit,
        words,
        null,
        texts.get("count." + unit),
        "",
        messages,
        texts == page ? null : texts.tag());
  }
}
