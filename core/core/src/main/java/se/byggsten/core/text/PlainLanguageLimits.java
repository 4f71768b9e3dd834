package se.byggsten.core.text;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.byggsten.core.ErrorCode;

/**
 * The thresholds of plain language for one language.
 *
 * <p>The settings of a form's {@code plain-language} map, all optional: {@code rules} (the version
 * of the rules, now 1), {@code lix}, {@code sentence-words}, {@code word-letters}, {@code
 * label-characters}, {@code hint-characters}, {@code error-characters}, {@code passive-percent},
 * {@code nominalisations}, {@code off} (ids of rules), {@code words} (words to accept) and a map
 * for each language that has other values, such as {@code en}.
 *
 * <pre>{@code
 * PlainLanguageLimits limits =
 *     PlainLanguageLimits.read(Map.of("lix", 40, "en", Map.of("lix", 45)), "sv");
 * }</pre>
 */
public final class PlainLanguageLimits {
  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "lix", 45,
          "sentence-words", 25,
          "word-letters", 24,
          "label-characters", 80,
          "hint-characters", 200,
          "error-characters", 160,
          "passive-percent", 20,
          "nominalisations", 2);

  private static final int LARGEST = 10_000;

  /** The thresholds that hold unless something else is said. */
  public static final PlainLanguageLimits DEFAULTS =
      new PlainLanguageLimits(NUMBERS, Set.of(), Set.of());

  private final Map<String, Integer> numbers;
  private final Set<ErrorCode> off;
  private final Set<String> words;

  private PlainLanguageLimits(Map<String, Integer> numbers, Set<ErrorCode> off, Set<String> words) {
    this.numbers = Map.copyOf(numbers);
    this.off = Set.copyOf(off);
    this.words = Set.copyOf(words);
  }

  /**
   * Reads the settings that hold for a language.
   *
   * @param settings the map of a form's {@code plain-language}; may be empty
   * @param language the primary language subtag, whose own map wins over the common settings
   * @return the thresholds
   * @throws PlainLanguageException with {@code KLAR-SETTING} for an unknown name or an unusable
   *     value, with {@code KLAR-UNKNOWN-VERSION} for an unknown version of the rules
   */
  public static PlainLanguageLimits read(Map<String, ?> settings, String language) {
    PlainLanguageLimits limits = DEFAULTS;
    Map<String, Map<String, ?>> languages = new TreeMap<>();
    for (Map.Entry<String, ?> setting : new TreeMap<>(settings).entrySet()) {
      if (setting.getKey().matches("[a-z]{2,3}") && setting.getValue() instanceof Map<?, ?> map) {
        languages.put(setting.getKey(), named(map));
      } else {
        limits = limits.with(setting.getKey(), setting.getValue());
      }
    }
    PlainLanguageLimits found = limits;
    for (Map.Entry<String, Map<String, ?>> other : languages.entrySet()) {
      PlainLanguageLimits own = limits;
      for (Map.Entry<String, ?> setting : other.getValue().entrySet()) {
        own = own.with(setting.getKey(), setting.getValue());
      }
      found = other.getKey().equals(language) ? own : found;
    }
    return found;
  }

  private static Map<String, ?> named(Map<?, ?> map) {
    return map.entrySet().stream()
        .collect(
            Collectors.toMap(
                e -> String.valueOf(e.getKey()), Map.Entry::getValue, (a, b) -> b, TreeMap::new));
  }

  /**
   * Returns these thresholds with one setting changed.
   *
   * @param name the name of the setting, such as {@code lix} or {@code off}
   * @param value a whole number, or a list of texts for {@code off} and {@code words}
   * @return the thresholds; rules put off and words accepted are added to those before
   * @throws PlainLanguageException as {@link #read} does
   */
  public PlainLanguageLimits with(String name, Object value) {
    if (NUMBERS.containsKey(name)) {
      Map<String, Integer> changed = new TreeMap<>(numbers);
      changed.put(name, number(name, value));
      return new PlainLanguageLimits(changed, off, words);
    }
    switch (name) {
      case "rules" -> {
        if (!PlainLanguage.RULES_VERSION.equals(String.valueOf(value))) {
          throw new PlainLanguageException(
              PlainLanguageException.UNKNOWN_VERSION,
              "Use version " + PlainLanguage.RULES_VERSION + " of the rules of plain language");
        }
        return this;
      }
      case "off" -> {
        Set<ErrorCode> more = new HashSet<>(off);
        texts(name, value).forEach(id -> more.add(rule(id)));
        return new PlainLanguageLimits(numbers, more, words);
      }
      case "words" -> {
        Set<String> more = new HashSet<>(words);
        texts(name, value).forEach(word -> more.add(word.strip().toLowerCase(Locale.ROOT)));
        return new PlainLanguageLimits(numbers, off, more);
      }
      default -> throw unknown(name);
    }
  }

  private static PlainLanguageException unknown(String name) {
    Set<String> known = new TreeSet<>(NUMBERS.keySet());
    known.addAll(List.of("rules", "off", "words"));
    return setting(
        "There is no setting with this name for plain language; "
            + Suggestion.nearest(name, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("use one of " + String.join(", ", known)));
  }

  private static int number(String name, Object value) {
    if (value instanceof Number number
        && number.doubleValue() == Math.rint(number.doubleValue())
        && number.doubleValue() >= 0
        && number.doubleValue() <= LARGEST) {
      return number.intValue();
    }
    throw setting("Give " + name + " a whole number from 0 to " + LARGEST);
  }

  private static List<String> texts(String name, Object value) {
    if (value instanceof Collection<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw setting("Give " + name + " a list of texts");
  }

  private static ErrorCode rule(String id) {
    Map<String, ErrorCode> known =
        PlainLanguage.rules().stream()
            .collect(Collectors.toMap(r -> r.id().value(), PlainLanguageRule::id));
    ErrorCode code = known.get(id);
    if (code == null) {
      throw setting(
          "There is no rule of plain language with this id"
              + Suggestion.nearest(id, known.keySet())
                  .map(near -> "; did you mean " + near + "?")
                  .orElse(""));
    }
    return code;
  }

  private static PlainLanguageException setting(String message) {
    return new PlainLanguageException(PlainLanguageException.SETTING, message);
  }

  private int limit(String name) {
    return numbers.getOrDefault(name, 0);
  }

  /**
   * Returns the highest LIX of a page.
   *
   * @return the index
   */
  public int lix() {
    return limit("lix");
  }

  /**
   * Returns the most words of a sentence.
   *
   * @return how many words
   */
  public int sentenceWords() {
    return limit("sentence-words");
  }

  /**
   * Returns the most letters of a word.
   *
   * @return how many letters
   */
  public int wordLetters() {
    return limit("word-letters");
  }

  /**
   * Returns the most characters of a label.
   *
   * @return how many characters
   */
  public int labelCharacters() {
    return limit("label-characters");
  }

  /**
   * Returns the most characters of a hint.
   *
   * @return how many characters
   */
  public int hintCharacters() {
    return limit("hint-characters");
  }

  /**
   * Returns the most characters of an error text.
   *
   * @return how many characters
   */
  public int errorCharacters() {
    return limit("error-characters");
  }

  /**
   * Returns how many per cent of the sentences may be passive before it is a warning.
   *
   * @return per cent of the sentences of the page
   */
  public int passivePercent() {
    return limit("passive-percent");
  }

  /**
   * Returns how many verbs turned into nouns a sentence may have.
   *
   * @return how many
   */
  public int nominalisations() {
    return limit("nominalisations");
  }

  /**
   * Tells whether a rule is put off.
   *
   * @param rule the id of the rule
   * @return true when it is
   */
  public boolean isOff(ErrorCode rule) {
    return off.contains(rule);
  }

  /**
   * Tells whether a word or phrase is accepted as it stands.
   *
   * @param word the word, in any case
   * @return true when it is
   */
  public boolean accepts(String word) {
    return words.contains(word.toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlainLanguageLimits that
        && numbers.equals(that.numbers)
        && off.equals(that.off)
        && words.equals(that.words);
  }

  @Override
  public int hashCode() {
    return numbers.hashCode() + 31 * off.hashCode() + 961 * words.hashCode();
  }

  @Override
  public String toString() {
    return "PlainLanguageLimits" + new TreeMap<>(numbers);
  }
}
