package se.byggsten.forms.type.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.expression.Domain;
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

/** A day, posted as day, month and year. */
public final class DateType extends BuiltIn {
  private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

  /** Creates the kind. */
  public DateType() {
    super("date", LocalDate.class, ValueType.DATE, Trait.TYPED, Trait.VERBATIM);
  }

  @Override
  public List<String> parts() {
    return List.of("-day", "-month", "-year");
  }

  @Override
  public String anchor(String id) {
    return id + "-year";
  }

  @Override
  public Set<String> errors() {
    return Set.of("Date");
  }

  @Override
  public Optional<Domain> domain(FieldSettings settings, List<ConstraintRule> constraints) {
    return Optional.of(new Domain.Days());
  }

  @Override
  public boolean takesAutocomplete(String token) {
    return token.equals("bday");
  }

  @Override
  public Bound bind(List<String> raw, FieldSettings settings) {
    List<String> parts = parts(raw, 3);
    if (parts.get(0).isEmpty() && parts.get(1).isEmpty() && parts.get(2).isEmpty()) {
      return Bound.ABSENT;
    }
    if (!isNumber(parts.get(0))
        || !isNumber(parts.get(1))
        || !isNumber(parts.get(2))
        || parts.get(2).length() != 4) {
      return Bound.wrong("Date");
    }
    try {
      return Bound.of(
          LocalDate.of(
              Integer.parseInt(parts.get(2)),
              Integer.parseInt(parts.get(1)),
              Integer.parseInt(parts.get(0))));
    } catch (DateTimeException e) {
      return Bound.wrong("Date");
    }
  }

  /** One to four of the digits 0 to 9. */
  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= 4;
  }

  @Override
  public List<String> raw(Object value, FieldSettings settings) {
    return value instanceof LocalDate date
        ? List.of(
            Integer.toString(date.getDayOfMonth()),
            Integer.toString(date.getMonthValue()),
            String.format(Locale.ROOT, "%04d", date.getYear()))
        : List.of(value.toString(), "", "");
  }

  @Override
  public List<String> shown(Object value, Reading reading) {
    return List.of(
        value instanceof LocalDate date ? Locales.day(date, reading.locale()) : value.toString());
  }

  @Override
  public Object json(Object value) {
    return value.toString();
  }

  @Override
  public List<String> rawOfJson(Object json) {
    String text = String.valueOf(json);
    Matcher iso = ISO.matcher(text);
    return iso.matches()
        ? List.of(iso.group(3), iso.group(2), iso.group(1))
        : List.of(text, "", "");
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    return Map.of("type", "string", "format", "date");
  }

  @Override
  public Html html(FieldInput input) {
    boolean given = input.raw().size() == 3;
    DateInput.Builder builder = Draw.grouped(DateInput.builder(input.id()), input);
    if (input.autocomplete().equals("bday")) {
      List.of("year", "month", "day").forEach(part -> builder.autocomplete(part, "bday-" + part));
    }
    return builder
        .value(
            given ? input.raw(2) : null, given ? input.raw(1) : null, given ? input.raw(0) : null)
        .build()
        .toHtml();
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    return new PaperShape.Squares(List.of(4, 2, 2), List.of("part.year", "part.month", "part.day"));
  }
}
