package se.byggsten.forms.type.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.spi.Reading;
import se.byggsten.forms.spi.SettingKind;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.component.SummaryList;

/** A value that is worked out from other answers and only shown. */
public final class CalculatedType extends BuiltIn {
  private static final int ORE = 2;
  private static final int LONGEST_TEXT = 40_000;

  /** Creates the kind. */
  public CalculatedType() {
    super("calculated", Object.class, ValueType.DECIMAL, Trait.CALCULATED);
  }

  private enum Format {
    AMOUNT,
    NUMBER,
    TEXT,
    DATE,
    YES_NO;

    static Format of(FieldSettings settings) {
      return switch (settings.text("format").orElse("")) {
        case "amount" -> AMOUNT;
        case "text" -> TEXT;
        case "date" -> DATE;
        case "yes-no" -> YES_NO;
        default -> NUMBER;
      };
    }
  }

  @Override
  public Map<String, SettingKind> settings() {
    return Map.of(
        "format",
        SettingKind.TEXT,
        "decimals",
        SettingKind.NUMBER,
        "unit",
        SettingKind.TEXT,
        "currency",
        SettingKind.TEXT);
  }

  @Override
  public Class<?> javaType(FieldSettings settings) {
    return switch (Format.of(settings)) {
      case AMOUNT, NUMBER -> BigDecimal.class;
      case TEXT -> String.class;
      case DATE -> LocalDate.class;
      case YES_NO -> Boolean.class;
    };
  }

  @Override
  public ValueType valueType(FieldSettings settings) {
    return switch (Format.of(settings)) {
      case AMOUNT, NUMBER -> ValueType.DECIMAL;
      case TEXT -> ValueType.TEXT;
      case DATE -> ValueType.DATE;
      case YES_NO -> ValueType.BOOLEAN;
    };
  }

  @Override
  public String exampleHint() {
    return "Avgiften för veckorna, utan måltider";
  }

  @Override
  public Bound bind(List<String> raw, FieldSettings settings) {
    return Bound.ABSENT;
  }

  /**
   * Numbers are rounded half up to the decimals of the field; without that setting an amount has
   * the öre it has and any other number all of its 15 digits. An empty text is no value, and
   * neither is what no answer could be: a number that is endless or of more than 40 digits, or a
   * text of more than 40,000 characters, as one that is doubled by each of forty fields would be.
   */
  @Override
  public Bound calculated(Object result, FieldSettings settings) {
    Object value = exact(result, settings);
    if (result instanceof Number && Decimals.of(result).isEmpty()) {
      return Bound.ABSENT;
    }
    return value instanceof String text && (text.isBlank() || text.length() > LONGEST_TEXT)
        ? Bound.ABSENT
        : Bound.of(value);
  }

  private static Object exact(Object result, FieldSettings settings) {
    return switch (Format.of(settings)) {
      case AMOUNT, NUMBER ->
          Decimals.of(result)
              .<Object>map(number -> Decimals.tidy(rounded(number, settings)))
              .orElse(result);
      case DATE -> day(result.toString()).<Object>map(date -> date).orElse(result);
      case TEXT, YES_NO -> result;
    };
  }

  private static BigDecimal rounded(BigDecimal number, FieldSettings settings) {
    boolean said = settings.number("decimals").isPresent();
    if (!said && Format.of(settings) == Format.NUMBER) {
      return number;
    }
    return number.setScale(said ? NumberType.decimals(settings) : ORE, RoundingMode.HALF_UP);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> raw(Object value, FieldSettings settings) {
    return List.of(
        Decimals.of(value).map(BigDecimal::toPlainString).orElseGet(() -> YesNoType.posted(value)));
  }

  @Override
  public List<String> shown(Object value, Reading reading) {
    FieldSettings settings = reading.settings();
    Object exact = exact(value, settings);
    if (exact instanceof BigDecimal number) {
      boolean amount = Format.of(settings) == Format.AMOUNT;
      boolean said = settings.number("decimals").isPresent();
      int decimals = said ? NumberType.decimals(settings) : amount && number.scale() > 0 ? ORE : 0;
      return List.of(
          amount
              ? Locales.amount(number, decimals, NumberType.currency(settings), reading.locale())
              : Locales.measure(
                  number, decimals, settings.text("unit").orElse(""), reading.locale()));
    }
    if (exact instanceof LocalDate date) {
      return List.of(Locales.day(date, reading.locale()));
    }
    if (exact instanceof Boolean) {
      return List.of(reading.words().apply(YesNoType.posted(exact)));
    }
    String text = exact.toString();
    return lines(text.isBlank() ? reading.words().apply("calculated.none") : text);
  }

  @Override
  public Object expressionValue(Object value) {
    return value instanceof Number number ? number.doubleValue() : value;
  }

  @Override
  public Object json(Object value) {
    if (value instanceof Boolean) {
      return value;
    }
    return Decimals.of(value).<Object>map(number -> number).orElseGet(value::toString);
  }

  @Override
  public List<String> rawOfJson(Object json) {
    return raw(json, FieldSettings.NONE);
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    return switch (Format.of(settings)) {
      case AMOUNT, NUMBER -> Map.of("type", "number");
      case TEXT -> Map.of("type", "string");
      case DATE -> Map.of("type", "string", "format", "date");
      case YES_NO -> Map.of("type", "boolean");
    };
  }

  @Override
  public Html html(FieldInput input) {
    String text =
        input.raw().stream().allMatch(String::isBlank)
            ? input.word("calculated.none")
            : String.join("\n", input.raw());
    Html hint = Draw.note(input.hint());
    Html value =
        input.heading()
            ? Draw.heading(input.label(), true).and(Draw.paragraphs(text)).and(hint)
            : SummaryList.of(List.of(SummaryList.Row.of(input.label(), Html.text(text).and(hint))))
                .toHtml();
    return Html.concat(
        Html.trusted("<div class=\"byggsten-calculated\" tabindex=\"-1\" id=\""),
        Html.text(input.id()),
        Html.trusted("\">"),
        value,
        Html.trusted("</div>"));
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    return new PaperShape.Nothing();
  }
}
