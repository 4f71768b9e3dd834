package se.byggsten.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A field of a form.
 *
 * <p>Its texts have the keys {@code <id>.label}, {@code .hint}, {@code .why}, {@code
 * .option.<value>} and {@code .error.<constraint>}. The lists are normalised: constraints sorted,
 * the constraint that the type brings always among them.
 *
 * @param id a lower-case letter, then letters and digits; the name in posts and in conditions
 * @param type the kind of field
 * @param required whether an answer must be given when the field is shown
 * @param showIf the condition for showing it; empty for always
 * @param requiredIf the condition for requiring it; empty for never
 * @param constraints what the answer must meet, sorted
 * @param options the options of a choice, in order
 * @param autocomplete the token of the HTML attribute (HTML Living Standard, 4.10.18.7); empty for
 *     none
 * @param prefill where the first value comes from
 * @param width how wide it is drawn
 * @param facts why it is asked for and what becomes of it
 */
public record FieldDefinition(
    String id,
    FieldType type,
    boolean required,
    String showIf,
    String requiredIf,
    List<ConstraintRule> constraints,
    List<OptionDefinition> options,
    String autocomplete,
    Optional<PrefillRule> prefill,
    FieldWidth width,
    DataFacts facts) {
  private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

  /** Words that conditions keep for themselves. */
  private static final Set<String> RESERVED =
      Set.of(
          "today",
          "answered",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "false",
          "for",
          "function",
          "if",
          "import",
          "in",
          "let",
          "loop",
          "package",
          "namespace",
          "null",
          "return",
          "true",
          "var",
          "void",
          "while");

  /**
   * Checks and normalises.
   *
   * @throws FormException {@link FormException#DEFINITION} when the id is reserved or not of the
   *     form, when a choice has no options or another field has some, or when an option comes twice
   */
  public FieldDefinition {
    if (!ID.matcher(id).matches() || RESERVED.contains(id)) {
      throw new FormException(
          FormException.DEFINITION,
          "The id of a field is a lower-case letter, then letters and digits, and not one of"
              + " today, answered or a word of the condition language");
    }
    List<ConstraintRule> rules = new ArrayList<>(constraints);
    implied(type).filter(rule -> lacks(rules, rule.name())).ifPresent(rules::add);
    constraints = rules.stream().distinct().sorted().toList();
    options = List.copyOf(options);
    if (type.isChoice() == options.isEmpty()) {
      throw new FormException(
          FormException.DEFINITION,
          type.isChoice()
              ? "Give the field " + id + " options"
              : "Only choices have options; see the field " + id);
    }
    if (options.stream().map(OptionDefinition::value).distinct().count() != options.size()) {
      throw new FormException(
          FormException.DEFINITION, "The field " + id + " has the same option twice");
    }
  }

  private static boolean lacks(List<ConstraintRule> rules, String name) {
    return rules.stream().noneMatch(rule -> rule.name().equals(name));
  }

  /**
   * Returns the constraint that a type brings.
   *
   * @param type the kind of field
   * @return the constraint; empty when the options or the reading of the answer say it all
   */
  public static Optional<ConstraintRule> implied(FieldType type) {
    return switch (type) {
      case TEXT -> Optional.of(new ConstraintRule("Size", Map.of("max", 200L)));
      case LONG_TEXT -> Optional.of(new ConstraintRule("Size", Map.of("max", 4_000L)));
      case PERSONNUMMER -> Optional.of(new ConstraintRule("Personnummer", Map.of()));
      case EMAIL -> Optional.of(new ConstraintRule("EmailAddress", Map.of()));
      case PHONE -> Optional.of(new ConstraintRule("PhoneNumber", Map.of()));
      case POSTAL_CODE -> Optional.of(new ConstraintRule("PostalCode", Map.of()));
      case FILES -> Optional.of(new ConstraintRule("Attachments", Map.of()));
      default -> Optional.empty();
    };
  }

  /**
   * Returns a builder.
   *
   * @param id the id of the field
   * @param type the kind of field
   * @return the builder
   */
  public static Builder builder(String id, FieldType type) {
    return new Builder(id, type);
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

  /** Gathers the parts of a {@link FieldDefinition}. */
  public static final class Builder {
    private final String id;
    private final FieldType type;
    private boolean required;
    private String showIf = "";
    private String requiredIf = "";
    private List<ConstraintRule> constraints = List.of();
    private List<OptionDefinition> options = List.of();
    private String autocomplete = "";
    private Optional<PrefillRule> prefill = Optional.empty();
    private FieldWidth width = FieldWidth.FULL;
    private DataFacts facts = DataFacts.NONE;

    private Builder(String id, FieldType type) {
      this.id = id;
      this.type = type;
    }

    /**
     * Sets whether an answer must be given.
     *
     * @param value true when it must
     * @return this builder
     */
    public Builder required(boolean value) {
      required = value;
      return this;
    }

    /**
     * Sets the condition for showing the field.
     *
     * @param value the condition, empty for always
     * @return this builder
     */
    public Builder showIf(String value) {
      showIf = value;
      return this;
    }

    /**
     * Sets the condition for requiring the field.
     *
     * @param value the condition, empty for never
     * @return this builder
     */
    public Builder requiredIf(String value) {
      requiredIf = value;
      return this;
    }

    /**
     * Sets the constraints.
     *
     * @param value the constraints in any order
     * @return this builder
     */
    public Builder constraints(List<ConstraintRule> value) {
      constraints = value;
      return this;
    }

    /**
     * Sets the options of a choice.
     *
     * @param value the options in order
     * @return this builder
     */
    public Builder options(List<OptionDefinition> value) {
      options = value;
      return this;
    }

    /**
     * Sets the autocomplete token.
     *
     * @param value the token, empty for none
     * @return this builder
     */
    public Builder autocomplete(String value) {
      autocomplete = value;
      return this;
    }

    /**
     * Sets where the first value comes from.
     *
     * @param value the rule
     * @return this builder
     */
    public Builder prefill(PrefillRule value) {
      prefill = Optional.of(value);
      return this;
    }

    /**
     * Sets how wide the field is drawn.
     *
     * @param value the width
     * @return this builder
     */
    public Builder width(FieldWidth value) {
      width = value;
      return this;
    }

    /**
     * Sets why it is asked for and what becomes of it.
     *
     * @param value the facts
     * @return this builder
     */
    public Builder facts(DataFacts value) {
      facts = value;
      return this;
    }

    /**
     * Builds the field.
     *
     * @return the field
     * @throws FormException {@link FormException#DEFINITION} when the parts will not do
     */
    public FieldDefinition build() {
      return new FieldDefinition(
          id,
          type,
          required,
          showIf,
          requiredIf,
          constraints,
          options,
          autocomplete,
          prefill,
          width,
          facts);
    }
  }
}
