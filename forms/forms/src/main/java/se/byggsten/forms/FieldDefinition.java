package se.byggsten.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.spi.SettingKind;
import se.byggsten.forms.spi.Trait;

/**
 * A field of a form.
 *
 * <p>Its texts have the keys {@code <id>.label}, {@code .hint}, {@code .why}, {@code
 * .option.<value>}, {@code .warning.<id>} and {@code .error.<constraint>}. Its id is the only one
 * of the form, the rows of groups included. The constraints are sorted; those that the type brings
 * apply besides and are not listed, not even when they are given. Conditions lose the space around
 * them.
 *
 * @param id a lower-case letter, then letters and digits; the name in posts and in conditions
 * @param type the kind of field
 * @param required whether an answer must be given when the field is shown
 * @param deferrable whether the form may be sent without a right answer, to be completed later
 *     (förvaltningslagen 20 §)
 * @param showIf the condition for showing it; empty for always
 * @param requiredIf the condition for requiring it; empty for never
 * @param value how it is calculated; empty for a field that is answered
 * @param constraints what the answer must meet, sorted
 * @param options the options of a choice, in order
 * @param warnings what to tell about an answer without stopping anybody
 * @param autocomplete the token of the HTML attribute (HTML Living Standard, 4.10.18.7); empty for
 *     none
 * @param prefill where the first value comes from
 * @param width how wide it is drawn
 * @param settings what the kind of field lets it say
 * @param facts why it is asked for and what becomes of it
 */
public record FieldDefinition(
    String id,
    FieldType type,
    boolean required,
    boolean deferrable,
    String showIf,
    String requiredIf,
    DecisionTable value,
    List<ConstraintRule> constraints,
    List<OptionDefinition> options,
    List<WarningRule> warnings,
    String autocomplete,
    Optional<PrefillRule> prefill,
    FieldWidth width,
    FieldSettings settings,
    DataFacts facts) {
  private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

  /** Words that conditions keep for themselves, and the id of the main element of every page. */
  private static final Set<String> RESERVED =
      Set.of(
          "main",
          "today",
          "answered",
          "rowNumber",
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
    if (!isId(id)) {
      throw new FormException(
          FormException.DEFINITION,
          "The id of a field is a lower-case letter, then letters and digits, and not one of"
              + " today, answered, rowNumber or a word of the condition language");
    }
    showIf = showIf.strip();
    requiredIf = requiredIf.strip();
    autocomplete = autocomplete.strip();
    List<ConstraintRule> brought = type.constraints(settings);
    constraints =
        constraints.stream().filter(rule -> !brought.contains(rule)).distinct().sorted().toList();
    options = List.copyOf(options);
    warnings = List.copyOf(warnings);
    Set<Trait> traits = type.traits();
    if (traits.contains(Trait.OPTIONS) == options.isEmpty()) {
      throw new FormException(
          FormException.DEFINITION,
          options.isEmpty()
              ? "Give the field " + id + " options"
              : "Only choices have options; see the field " + id);
    }
    if (options.stream().map(OptionDefinition::value).distinct().count() != options.size()) {
      throw new FormException(
          FormException.DEFINITION, "The field " + id + " has the same option twice");
    }
    if (warnings.stream().map(WarningRule::id).distinct().count() != warnings.size()) {
      throw new FormException(
          FormException.DEFINITION, "The field " + id + " has the same warning twice");
    }
    if (traits.contains(Trait.CALCULATED) == value.isEmpty()) {
      throw new FormException(
          FormException.DEFINITION,
          value.isEmpty()
              ? "Say how the field " + id + " is calculated"
              : "Only a calculated field has a value; see the field " + id);
    }
    for (Map.Entry<String, Object> setting : settings.all().entrySet()) {
      SettingKind kind = type.settings().get(setting.getKey());
      if (kind == null || !kind.accepts(setting.getValue())) {
        throw new FormException(
            FormException.DEFINITION,
            "A field of the kind "
                + type.name()
                + (kind == null ? " has no setting " : " has another kind of value for ")
                + setting.getKey()
                + "; see "
                + id);
      }
    }
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches() && !RESERVED.contains(text);
  }

  /**
   * Tells whether the kind of field has a trait.
   *
   * @param trait the trait
   * @return true when it has
   */
  public boolean has(Trait trait) {
    return type.traits().contains(trait);
  }

  /**
   * Tells whether somebody answers the field.
   *
   * @return false for calculated values and for text
   */
  public boolean isAsked() {
    return !has(Trait.CALCULATED) && !has(Trait.CONTENT);
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

  /**
   * Returns every constraint that judges an answer: its own, and those of its kind that none of its
   * own stands in place of.
   *
   * @return the constraints
   */
  public List<ConstraintRule> judging() {
    List<ConstraintRule> all = new ArrayList<>(constraints);
    for (ConstraintRule implied : type.constraints(settings)) {
      if (constraint(implied.name()).isEmpty()) {
        all.add(implied);
      }
    }
    return all;
  }

  /** Gathers the parts of a {@link FieldDefinition}. */
  public static final class Builder {
    private final String id;
    private final FieldType type;
    private boolean required;
    private boolean deferrable;
    private String showIf = "";
    private String requiredIf = "";
    private DecisionTable value = DecisionTable.NONE;
    private List<WarningRule> warnings = List.of();
    private FieldSettings settings = FieldSettings.NONE;
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
     * Sets whether the form may be sent without a right answer.
     *
     * @param value true when it may be completed later
     * @return this builder
     */
    public Builder deferrable(boolean value) {
      deferrable = value;
      return this;
    }

    /**
     * Sets how the field is calculated.
     *
     * @param expression the calculation in CEL; empty for a field that is answered
     * @return this builder
     */
    public Builder value(String expression) {
      return value(DecisionTable.of(expression));
    }

    /**
     * Sets how the field is calculated.
     *
     * @param table the rows that are tried
     * @return this builder
     */
    public Builder value(DecisionTable table) {
      value = table;
      return this;
    }

    /**
     * Sets what to tell about an answer without stopping anybody.
     *
     * @param rules the warnings in order
     * @return this builder
     */
    public Builder warnings(List<WarningRule> rules) {
      warnings = rules;
      return this;
    }

    /**
     * Sets what the kind of field lets it say.
     *
     * @param value values by name
     * @return this builder
     * @throws IllegalArgumentException when a value is not text, number, flag or list of texts
     */
    public Builder settings(Map<String, ?> value) {
      settings = FieldSettings.of(value);
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
          deferrable,
          showIf,
          requiredIf,
          value,
          constraints,
          options,
          warnings,
          autocomplete,
          prefill,
          width,
          settings,
          facts);
    }
  }
}
