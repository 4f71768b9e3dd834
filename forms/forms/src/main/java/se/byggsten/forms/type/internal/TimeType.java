package se.byggsten.forms.type.internal;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
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
import se.byggsten.web.component.TextInput;

/** A time of day by hour and minute, which conditions see as text such as 09:30. */
public final class TimeType extends BuiltIn {
  private static final Pattern WRITTEN =
      Pattern.compile("(?i)(?:kl\\.? ?)?([01]?[0-9]|2[0-3])(?: ?[:.]? ?([0-5][0-9]))?");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** Creates the kind. */
  public TimeType() {
    super("time", LocalTime.class, ValueType.TEXT, Trait.TYPED, Trait.VERBATIM);
  }

  @Override
  public List<ConstraintRule> constraints(FieldSettings settings) {
    return rule("Time");
  }

  @Override
  public Set<String> errors() {
    return Set.of("ClockTime");
  }

  @Override
  public Bound bind(List<String> raw, FieldSettings settings) {
    return typed(raw).map(TimeType::read).orElse(Bound.ABSENT);
  }

  private static Bound read(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Bound.wrong("ClockTime");
    }
    String minutes = written.group(2);
    return Bound.of(
        LocalTime.of(
            Integer.parseInt(written.group(1)), minutes == null ? 0 : Integer.parseInt(minutes)));
  }

  private static String text(Object value) {
    return value instanceof LocalTime time ? CLOCK.format(time) : value.toString();
  }

  @Override
  public List<String> raw(Object value, FieldSettings settings) {
    return List.of(text(value));
  }

  @Override
  public List<String> shown(Object value, Reading reading) {
    return List.of(text(value));
  }

  @Override
  public Object expressionValue(Object value) {
    return text(value);
  }

  @Override
  public Object json(Object value) {
    return text(value);
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    return Map.of("type", "string", "pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$");
  }

  @Override
  public Html html(FieldInput input) {
    return Draw.labelled(TextInput.builder(input.id()), input)
        .value(input.raw(0))
        .hints(Draw.hints(input).withSpellcheck(false))
        .width(5)
        .build()
        .toHtml();
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    return new PaperShape.Squares(List.of(2, 2), List.of("part.hour", "part.minute"));
  }
}
