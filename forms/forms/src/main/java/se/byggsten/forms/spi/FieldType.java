package se.byggsten.forms.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.expression.Domain;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.web.Html;

/**
 * A kind of field: how its answer is read, judged, shown, drawn, exported and printed.
 *
 * <p>The built-in kinds implement this interface and so may yours; they have the same rights.
 * Implementations are stateless and safe for use by many threads, and two of one name are the same
 * kind. What a citizen has written is personal data: it may not be logged or put in an exception.
 */
public interface FieldType {
  /**
   * Returns the name in a YAML form.
   *
   * @return lower-case letters, digits and hyphens, such as {@code postal-code}
   */
  String name();

  /**
   * Returns the Java type of the answers, which constraints judge.
   *
   * @return the raw type
   */
  Class<?> javaType();

  /**
   * Returns the Java type of the answers of a field with settings.
   *
   * @param settings the settings of the field
   * @return the raw type; {@link #javaType()} unless the settings decide
   */
  default Class<?> javaType(FieldSettings settings) {
    return javaType();
  }

  /**
   * Returns the type that conditions see.
   *
   * @param settings the settings of the field
   * @return the type
   */
  ValueType valueType(FieldSettings settings);

  /**
   * Returns what is special about the kind.
   *
   * @return the traits
   */
  default Set<Trait> traits() {
    return Set.of();
  }

  /**
   * Returns the endings of the posted names, one for each input.
   *
   * @return an empty text for a kind with one input; {@code -day}, {@code -month}, {@code -year}
   *     for a date
   */
  default List<String> parts() {
    return List.of("");
  }

  /**
   * Returns the settings that a field of this kind may have.
   *
   * @return their kinds by name, in lower camel case
   */
  default Map<String, SettingKind> settings() {
    return Map.of();
  }

  /**
   * Returns the constraints that every field of this kind has.
   *
   * @param settings the settings of the field
   * @return the constraints; a field that names one of them itself has its own instead
   */
  default List<ConstraintRule> constraints(FieldSettings settings) {
    return List.of();
  }

  /**
   * Tells whether an answer is always about a person, so that the form must say what personal data
   * it is (article 30 of the GDPR).
   *
   * @return true for a personnummer or a telephone number
   */
  default boolean identifiesPerson() {
    return false;
  }

  /**
   * Returns the autocomplete token of a field that asks the user about the user (WCAG 2.1, 1.3.5).
   *
   * @return a token of the HTML standard, such as {@code tel}; empty when there is no usual one
   */
  default String usualAutocomplete() {
    return "";
  }

  /**
   * Tells whether a field may have an autocomplete token.
   *
   * @param token a token of the HTML standard; never {@code off}, which every field may have
   * @return true when a browser that fills it in gives an answer of this kind
   */
  default boolean takesAutocomplete(String token) {
    return true;
  }

  /**
   * Returns an example of the hint that a field needs for people to know how it is answered (WCAG
   * 2.1, 3.3.2).
   *
   * @return the example in Swedish; empty when the label says enough
   */
  default String exampleHint() {
    return "";
  }

  /**
   * Returns the errors that say how an answer is written, whose texts are to give an example.
   *
   * @return their names, among those of {@link #bind} and of {@link #constraints}
   */
  default Set<String> formatErrors() {
    return Set.of();
  }

  /**
   * Returns what conditions can read, by which those that never or always hold are found.
   *
   * @param settings the settings of the field
   * @param constraints what the answer must meet, by the field and by its kind
   * @return everything that {@link #expressionValue} may give; empty when that is not known. Of a
   *     kind with {@link Trait#OPTIONS}, the options of the field are the domain.
   */
  default Optional<Domain> domain(FieldSettings settings, List<ConstraintRule> constraints) {
    return Optional.empty();
  }

  /**
   * Returns the choice in the drawing that gives conditions a value.
   *
   * <p>A field that is shown for that choice alone lies under it, in the page from the start, so
   * that it is answered without a script and in the same post. A kind that gives a choice draws
   * what {@link FieldInput#under()} has for it.
   *
   * @param value what a condition compares with: a text, or true
   * @return the posted value of the choice; empty when fields do not lie under choices
   */
  default Optional<String> choiceOf(Object value) {
    return Optional.empty();
  }

  /**
   * Reads an answer.
   *
   * @param raw what was posted, one text for each part or, with {@link Trait#MANY}, for each value
   * @param settings the settings of the field
   * @return the value or what is wrong; never throws for what a person can write
   */
  Bound bind(List<String> raw, FieldSettings settings);

  /**
   * Returns the errors that {@link #bind} may give, so that a form's texts for them are known.
   *
   * @return their names: the text has the key {@code <field>.error.<name>}, else {@code
   *     error.<name>} among the library's own words; those of {@link #constraints} left out
   */
  default Set<String> errors() {
    return Set.of();
  }

  /**
   * Turns the result of a calculation into a value; for {@link Trait#CALCULATED} alone.
   *
   * @param result a String, Boolean, Long, Double or list, as the expression gave it
   * @param settings the settings of the field
   * @return the value, rounded and checked; absent when the kind is not calculated
   */
  default Bound calculated(Object result, FieldSettings settings) {
    return Bound.ABSENT;
  }

  /**
   * Returns what would have been posted for a value.
   *
   * @param value a value of the Java type
   * @param settings the settings of the field
   * @return one text for each part; reading it again gives an equal value
   */
  List<String> raw(Object value, FieldSettings settings);

  /**
   * Reads out a value for people.
   *
   * @param value a value of the Java type
   * @param reading the language, options and settings
   * @return its lines; at least one
   */
  List<String> shown(Object value, Reading reading);

  /**
   * Returns the value that conditions and calculations see.
   *
   * @param value a value of the Java type
   * @return a value of {@link #valueType}
   */
  default Object expressionValue(Object value) {
    return value;
  }

  /**
   * Returns the value that a calculation has given, for kinds with {@link Trait#CALCULATED}.
   *
   * @param result what the expression gave, of {@link #valueType}
   * @param settings the settings of the field
   * @return the value, of the Java type
   */
  default Object ofExpression(Object result, FieldSettings settings) {
    return result;
  }

  /**
   * Returns what makes a readable value doubtful, without stopping anybody.
   *
   * @param value a value of the Java type
   * @param settings the settings of the field
   * @return the names of warnings: the text has the key {@code <field>.warning.<name>}, else {@code
   *     warning.<name>} among the library's own words
   */
  default List<String> doubts(Object value, FieldSettings settings) {
    return List.of();
  }

  /**
   * Returns every name that {@link #doubts} may give, so that a form's texts for them are known.
   *
   * @return the names
   */
  default Set<String> allDoubts() {
    return Set.of();
  }

  /**
   * Returns the value in JSON.
   *
   * @param value a value of the Java type
   * @return a String, Boolean, Number, list or map
   */
  default Object json(Object value) {
    return value;
  }

  /**
   * Returns what would have been posted for a value in JSON.
   *
   * @param json a String, Boolean, BigDecimal, list or map, as {@link #json} gives or a person
   *     wrote
   * @return one text for each part; something that {@link #bind} refuses when it cannot be read
   */
  default List<String> rawOfJson(Object json) {
    return json instanceof List<?> items
        ? items.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(json));
  }

  /**
   * Returns the JSON Schema (draft 2020-12) of the value in JSON.
   *
   * @param settings the settings of the field
   * @param options the values of its options
   * @return the schema
   */
  Map<String, Object> jsonSchema(FieldSettings settings, List<String> options);

  /**
   * Returns the id of the input that a link to the field goes to.
   *
   * @param id the id of the field
   * @return the id of its first input
   */
  default String anchor(String id) {
    return id + parts().get(0);
  }

  /**
   * Draws the field as an input.
   *
   * @param input the field with its texts and what stands in it
   * @return the markup
   */
  Html html(FieldInput input);

  /**
   * Returns what the field looks like on paper.
   *
   * @param settings the settings of the field
   * @return the shape
   */
  PaperShape paper(FieldSettings settings);
}
