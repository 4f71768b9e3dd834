package se.byggsten.forms.spi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.web.Html;

/**
 * A field that is about to be drawn, in one language, with what stands in it.
 *
 * <p>Texts that another language stands in for are {@link se.byggsten.web.Passage}s, which the
 * components and {@link Html#text(String)} write as such.
 *
 * @param id the name that is posted, and the id of the input
 * @param label the question, already marked when it need not be answered
 * @param hint help for answering, where it comes from and what files are allowed; may be empty
 * @param error what is to be put right; may be empty
 * @param raw what stands in it, as written, one text for each part; a calculated value as it is
 *     read out
 * @param options the options that are offered
 * @param required whether it must be answered
 * @param heading whether the label is the heading of the page
 * @param pageTitle the title of the page that it stands on
 * @param autocomplete the token of the HTML attribute; empty for none
 * @param characters how wide the input is; empty for the full width
 * @param settings the settings of the field
 * @param constraints what the answer must meet, by the field and by its kind
 * @param locale the language
 * @param under what lies under each option, by the value of the option
 * @param words the library's own words: a key such as {@code yes} to its text
 */
public record FieldInput(
    String id,
    String label,
    String hint,
    String error,
    List<String> raw,
    List<OptionText> options,
    boolean required,
    boolean heading,
    String pageTitle,
    String autocomplete,
    Optional<Integer> characters,
    FieldSettings settings,
    List<ConstraintRule> constraints,
    Locale locale,
    Map<String, Html> under,
    Function<String, String> words) {
  /** Copies the collections. */
  public FieldInput {
    raw = List.copyOf(raw);
    options = List.copyOf(options);
    constraints = List.copyOf(constraints);
    under = Map.copyOf(under);
  }

  /**
   * Returns what stands in a part.
   *
   * @param part the number of the part, from 0
   * @return the text; empty when nothing is written there
   */
  public String raw(int part) {
    return part < raw.size() ? raw.get(part) : "";
  }

  /**
   * Returns a word of the library in the language of the page.
   *
   * @param key the key
   * @return the text
   */
  public String word(String key) {
    return words.apply(key);
  }

  /**
   * Finds a constraint by name.
   *
   * @param name the simple name of its annotation
   * @return the first such constraint
   */
  public Optional<ConstraintRule> constraint(String name) {
    return constraints.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  /**
   * Returns the longest text that the constraints let through.
   *
   * @return how many characters; empty when there is no limit
   */
  public Optional<Integer> maxLength() {
    return constraint("Size")
        .map(rule -> rule.parameters().get("max"))
        .filter(Long.class::isInstance)
        .map(max -> ((Long) max).intValue());
  }

  /** Leaves out what is written. */
  @Override
  public String toString() {
    return "FieldInput[" + id + "]";
  }
}
