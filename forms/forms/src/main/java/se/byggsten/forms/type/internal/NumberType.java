package se.byggsten.forms.type.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.expression.Domain;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.spi.Reading;
import se.byggsten.forms.spi.SettingKind;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.component.Affix;
import se.byggsten.web.component.InputHints;
import se.byggsten.web.component.TextInput;

/** A number, with a unit or of money. */
public final class NumberType extends BuiltIn {
  private static final int MOST_DECIMALS = 10;
  private static final int CHARACTERS = 10;

  private final boolean money;

  private NumberType(String name, boolean money) {
    super(name, BigDecimal.class, ValueType.DECIMAL, Trait.TYPED, Trait.VERBATIM);
    this.money = money;
  }

  /**
   * Returns the kind of plain numbers.
   *
   * @return the kind
   */
  public static NumberType number() {
    return new NumberType("number", false);
  }

  /**
   * Returns the kind of amounts of money.
   *
   * @return the kind
   */
  public static NumberType amount() {
    return new NumberType("amount", true);
  }

  @Override
  public Map<String, SettingKind> settings() {
    return money
        ? Map.of("decimals", SettingKind.NUMBER, "currency", SettingKind.TEXT)
        : Map.of("decimals", SettingKind.NUMBER, "unit", SettingKind.TEXT);
  }

  @Override
  public List<ConstraintRule> constraints(FieldSettings settings) {
    return List.of(
        new ConstraintRule(
            "Digits", Map.of("integer", 12L, "fraction", (long) decimals(settings))));
  }

  static int decimals(FieldSettings settings) {
    int decimals = settings.number("decimals").map(BigDecimal::intValue).orElse(0);
    return Math.max(0, Math.min(decimals, MOST_DECIMALS));
  }

  static String currency(FieldSettings settings) {
    return settings.text("currency").orElse("SEK");
  }

  private String unit(FieldSettings settings, Locale locale) {
    return money ? Locales.symbol(currency(settings), locale) : settings.text("unit").orElse("");
  }

  @Override
  public Set<String> errors() {
    return Set.of("Number");
  }

  @Override
  public Optional<Domain> domain(FieldSettings settings, List<ConstraintRule> constraints) {
    return Optional.of(
        new Domain.Numbers(
            limit(constraints, "DecimalMin"),
            limit(constraints, "DecimalMax"),
            decimals(settings) == 0));
  }

  private static Optional<BigDecimal> limit(List<ConstraintRule> constraints, String name) {
    return constraints.stream()
        .filter(rule -> rule.name().equals(name))
        .flatMap(rule -> rule.number("value").stream())
        .findFirst();
  }

  @Override
  public Bound bind(List<String> raw, FieldSettings settings) {
    String unit = money ? currency(settings) : settings.text("unit").orElse("");
    return typed(raw)
        .map(text -> Decimals.read(text, unit, decimals(settings)))
        .map(number -> number.map(Bound::of).orElse(Bound.wrong("Number")))
        .orElse(Bound.ABSENT);
  }

  @Override
  public List<String> raw(Object value, FieldSettings settings) {
    return List.of(
        Decimals.of(value)
            .map(number -> Decimals.written(number, decimals(settings)))
            .orElse(value.toString()));
  }

  @Override
  public List<String> shown(Object value, Reading reading) {
    FieldSettings settings = reading.settings();
    return List.of(
        Decimals.of(value)
            .map(
                number ->
                    money
                        ? Locales.amount(
                            number, decimals(settings), currency(settings), reading.locale())
                        : Locales.measure(
                            number, 0, settings.text("unit").orElse(""), reading.locale()))
            .orElse(value.toString()));
  }

  @Override
  public Object expressionValue(Object value) {
    return value instanceof Number number ? number.doubleValue() : value;
  }

  @Override
  public List<String> rawOfJson(Object json) {
    return List.of(
        Decimals.of(json).map(number -> Decimals.written(number, 0)).orElse(String.valueOf(json)));
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    return Map.of("type", "number");
  }

  @Override
  public Html html(FieldInput input) {
    InputHints hints = Draw.hints(input).withSpellcheck(false);
    if (!mayBeNegative(input)) {
      hints = hints.withInputmode(decimals(input.settings()) > 0 ? "decimal" : "numeric");
    }
    TextInput.Builder builder =
        Draw.labelled(TextInput.builder(input.id()), input).value(input.raw(0)).hints(hints);
    int width = Draw.width(input.characters().orElse(CHARACTERS));
    if (width > 0) {
      builder.width(width);
    }
    String unit = unit(input.settings(), input.locale());
    if (!unit.isEmpty()) {
      builder.suffix(Affix.of(unit));
    }
    return builder.build().toHtml();
  }

  /** The keyboards with digits alone lack a minus sign. */
  private static boolean mayBeNegative(FieldInput input) {
    return input
        .constraint("DecimalMin")
        .filter(rule -> String.valueOf(rule.parameters().get("value")).startsWith("-"))
        .isPresent();
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    return new PaperShape.Lines(1, unit(settings, Locales.SWEDISH));
  }
}
