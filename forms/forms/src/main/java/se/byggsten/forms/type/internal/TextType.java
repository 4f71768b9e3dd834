package se.byggsten.forms.type.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.spi.Reading;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.component.InputHints;
import se.byggsten.web.component.TextInput;

/** One line of text that is kept as it was written. */
public final class TextType extends BuiltIn {
  private final List<ConstraintRule> constraints;
  private final String inputType;
  private final InputHints hints;
  private final int characters;
  private final BiFunction<String, Locale, String> read;
  private final String format;
  private final PaperShape paper;
  private final boolean person;
  private final String usual;
  private final Predicate<String> takes;
  private final String exampleHint;
  private final Set<String> formatErrors;

  private TextType(Builder builder) {
    super(builder.name, String.class, ValueType.TEXT, Trait.TYPED, Trait.VERBATIM);
    constraints = builder.constraints;
    inputType = builder.inputType;
    hints = builder.hints;
    characters = builder.characters;
    read = builder.read;
    format = builder.format;
    paper = builder.paper;
    person = builder.person;
    usual = builder.usual;
    takes = builder.takes;
    exampleHint = builder.exampleHint;
    formatErrors = builder.formatErrors;
  }

  /**
   * Returns a builder.
   *
   * @param name the name of the kind
   * @return the builder
   */
  public static Builder named(String name) {
    return new Builder(name);
  }

  @Override
  public List<ConstraintRule> constraints(FieldSettings settings) {
    return constraints;
  }

  @Override
  public boolean identifiesPerson() {
    return person;
  }

  @Override
  public String usualAutocomplete() {
    return usual;
  }

  @Override
  public boolean takesAutocomplete(String token) {
    return takes.test(token);
  }

  @Override
  public String exampleHint() {
    return exampleHint;
  }

  @Override
  public Set<String> formatErrors() {
    return formatErrors;
  }

  @Override
  public Bound bind(List<String> raw, FieldSettings settings) {
    return typed(raw).map(Bound::of).orElse(Bound.ABSENT);
  }

  @Override
  public List<String> raw(Object value, FieldSettings settings) {
    return List.of(value.toString());
  }

  @Override
  public List<String> shown(Object value, Reading reading) {
    return lines(read.apply(value.toString(), reading.locale()));
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    if (!format.isEmpty()) {
      schema.put("format", format);
    }
    schema.put("minLength", 1);
    return schema;
  }

  @Override
  public Html html(FieldInput input) {
    InputHints all = hints;
    if (!input.autocomplete().isEmpty()) {
      all = all.withAutocomplete(input.autocomplete());
    }
    TextInput.Builder builder =
        Draw.labelled(TextInput.builder(input.id()), input)
            .type(inputType)
            .value(input.raw(0))
            .hints(all);
    int width = Draw.width(input.characters().orElse(characters));
    if (width > 0) {
      builder.width(width);
    }
    return builder.build().toHtml();
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    return paper;
  }

  /** Gathers the parts of a {@link TextType}. */
  public static final class Builder {
    private final String name;
    private List<ConstraintRule> constraints = List.of();
    private String inputType = "text";
    private InputHints hints = InputHints.NONE.withSpellcheck(false);
    private int characters = Integer.MAX_VALUE;
    private BiFunction<String, Locale, String> read = (text, locale) -> text;
    private String format = "";
    private PaperShape paper = new PaperShape.Lines(1, "");
    private boolean person;
    private String usual = "";
    private Predicate<String> takes = token -> true;
    private String exampleHint = "";
    private Set<String> formatErrors = Set.of();

    private Builder(String name) {
      this.name = name;
    }

    /**
     * Sets the constraint of every field of the kind, which says how an answer is written.
     *
     * @param rule its simple name
     * @return this builder
     */
    public Builder constraint(String rule) {
      constraints = rule(rule);
      formatErrors = Set.of(rule);
      return this;
    }

    /**
     * Tells that an answer is always about a person.
     *
     * @return this builder
     */
    public Builder person() {
      person = true;
      return this;
    }

    /**
     * Sets which autocomplete tokens go with it.
     *
     * @param token the usual one
     * @param fits tells those that may be used
     * @return this builder
     */
    public Builder autocomplete(String token, Predicate<String> fits) {
      usual = token;
      takes = fits;
      return this;
    }

    /**
     * Tells that people need a hint.
     *
     * @param example such a hint in Swedish
     * @return this builder
     */
    public Builder exampleHint(String example) {
      exampleHint = example;
      return this;
    }

    /**
     * Sets the longest text.
     *
     * @param max how many characters
     * @return this builder
     */
    public Builder longest(long max) {
      constraints = List.of(new ConstraintRule("Size", Map.of("max", max)));
      return this;
    }

    /**
     * Sets the type attribute of the input.
     *
     * @param type the type
     * @return this builder
     */
    public Builder inputType(String type) {
      inputType = type;
      return this;
    }

    /**
     * Tells that it is plain language, which the browser may check the spelling of.
     *
     * @return this builder
     */
    public Builder prose() {
      hints = hints.withSpellcheck(null);
      return this;
    }

    /**
     * Asks for a keyboard with digits.
     *
     * @return this builder
     */
    public Builder digits() {
      hints = hints.withInputmode("numeric");
      return this;
    }

    /**
     * Asks for a keyboard with capital letters.
     *
     * @return this builder
     */
    public Builder capitals() {
      hints =
          new InputHints(
              hints.autocomplete(), hints.inputmode(), hints.pattern(), "characters", false);
      return this;
    }

    /**
     * Sets how wide the input is when the field does not say.
     *
     * @param count how many characters
     * @return this builder
     */
    public Builder characters(int count) {
      characters = count;
      return this;
    }

    /**
     * Sets how it is read out.
     *
     * @param reader the text and the language to what is read; never throws
     * @return this builder
     */
    public Builder read(BiFunction<String, Locale, String> reader) {
      read = reader;
      return this;
    }

    /**
     * Sets the format in JSON Schema.
     *
     * @param value the format
     * @return this builder
     */
    public Builder format(String value) {
      format = value;
      return this;
    }

    /**
     * Sets what it looks like on paper.
     *
     * @param shape the shape
     * @return this builder
     */
    public Builder paper(PaperShape shape) {
      paper = shape;
      return this;
    }

    /**
     * Builds the kind.
     *
     * @return the kind
     */
    public TextType build() {
      return new TextType(this);
    }
  }
}
