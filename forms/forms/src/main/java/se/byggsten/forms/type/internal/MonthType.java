package se.byggsten.forms.type.internal;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.spi.Reading;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.component.DateInput;

/** A month of a year, which conditions see as text such as 2026-09. */
public final class MonthType extends BuiltIn {
  private static final Pattern MONTH = Pattern.compile("[0-9]{1,2}");
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
  private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})");

  /** Creates the kind. */
  public MonthType() {
    super("month", YearMonth.class, ValueType.TEXT, Trait.TYPED, Trait.VERBATIM);
  }

  @Override
  public List<String> parts() {
    return List.of("-month", "-year");
  }

  @Override
  public String anchor(String id) {
    return id + "-year";
  }

  @Override
  public List<ConstraintRule> constraints(FieldSettings settings) {
    return rule("Month");
  }

  @Override
  public Set<String> errors() {
    return Set.of("YearMonth");
  }

  @Override
  public Bound bind(List<String> raw, FieldSettings settings) {
    List<String> parts = parts(raw, 2);
    if (parts.stream().allMatch(String::isEmpty)) {
      return Bound.ABSENT;
    }
    if (!MONTH.matcher(parts.get(0)).matches() || !YEAR.matcher(parts.get(1)).matches()) {
      return Bound.wrong("YearMonth");
    }
    try {
      return Bound.of(YearMonth.of(Integer.parseInt(parts.get(1)), Integer.parseInt(parts.get(0))));
    } catch (DateTimeException e) {
      return Bound.wrong("YearMonth");
    }
  }

  @Override
  public List<String> raw(Object value, FieldSettings settings) {
    return value instanceof YearMonth month
        ? List.of(
            Integer.toString(month.getMonthValue()),
            String.format(Locale.ROOT, "%04d", month.getYear()))
        : List.of(value.toString(), "");
  }

  @Override
  public List<String> shown(Object value, Reading reading) {
    return List.of(
        value instanceof YearMonth month
            ? Locales.month(month, reading.locale())
            : value.toString());
  }

  @Override
  public Object expressionValue(Object value) {
    return value.toString();
  }

  @Override
  public Object json(Object value) {
    return value.toString();
  }

  @Override
  public List<String> rawOfJson(Object json) {
    String text = String.valueOf(json);
    Matcher iso = ISO.matcher(text);
    return iso.matches() ? List.of(iso.group(2), iso.group(1)) : List.of(text, "");
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    return Map.of("type", "string", "pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$");
  }

  @Override
  public Html html(FieldInput input) {
    return Draw.grouped(DateInput.month(input.id()), input)
        .part("month", input.raw(0))
        .part("year", input.raw(1))
        .build()
        .toHtml();
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    return new PaperShape.Squares(List.of(4, 2), List.of("part.year", "part.month"));
  }
}
