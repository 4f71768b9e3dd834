package se.byggsten.forms.type.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.OptionText;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.spi.Reading;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;

/** Yes or no. */
public final class YesNoType extends BuiltIn {
  static final String YES = "yes";
  static final String NO = "no";

  /** Creates the kind. */
  public YesNoType() {
    super("yes-no", Boolean.class, ValueType.BOOLEAN, Trait.VERBATIM);
  }

  @Override
  public Set<String> errors() {
    return Set.of("Choice");
  }

  @Override
  public Optional<String> choiceOf(Object value) {
    return Boolean.TRUE.equals(value) ? Optional.of(YES) : Optional.empty();
  }

  @Override
  public Bound bind(List<String> raw, FieldSettings settings) {
    return typed(raw)
        .map(
            text ->
                switch (text) {
                  case YES -> Bound.of(true);
                  case NO -> Bound.of(false);
                  default -> Bound.wrong("Choice");
                })
        .orElse(Bound.ABSENT);
  }

  @Override
  public List<String> raw(Object value, FieldSettings settings) {
    return List.of(posted(value));
  }

  static String posted(Object value) {
    if (value instanceof Boolean yes) {
      return yes ? YES : NO;
    }
    return value.toString();
  }

  @Override
  public List<String> shown(Object value, Reading reading) {
    return List.of(reading.words().apply(posted(value)));
  }

  @Override
  public List<String> rawOfJson(Object json) {
    return List.of(posted(json));
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    return Map.of("type", "boolean");
  }

  @Override
  public Html html(FieldInput input) {
    return OptionType.radios(
        input,
        List.of(new OptionText(YES, input.word(YES), ""), new OptionText(NO, input.word(NO), "")));
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    return new PaperShape.YesNo();
  }
}
