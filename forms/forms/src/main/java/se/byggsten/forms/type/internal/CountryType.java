package se.byggsten.forms.type.internal;

import java.util.List;
import java.util.Map;
import se.byggsten.core.identifier.CountryCode;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.OptionText;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.spi.Reading;
import se.byggsten.web.Html;
import se.byggsten.web.Languages;

/** A country, kept as its two letters (ISO 3166-1). */
public final class CountryType extends BuiltIn {
  /** Creates the kind. */
  public CountryType() {
    super("country", String.class, ValueType.TEXT);
  }

  @Override
  public List<ConstraintRule> constraints(FieldSettings settings) {
    return rule("CountryCode");
  }

  @Override
  public String usualAutocomplete() {
    return "country";
  }

  @Override
  public boolean takesAutocomplete(String token) {
    return token.equals("country");
  }

  @Override
  public Bound bind(List<String> raw, FieldSettings settings) {
    return typed(raw)
        .map(text -> CountryCode.tryParse(text).map(CountryCode::canonical).orElse(text))
        .map(Bound::of)
        .orElse(Bound.ABSENT);
  }

  @Override
  public List<String> raw(Object value, FieldSettings settings) {
    return List.of(value.toString());
  }

  @Override
  public List<String> shown(Object value, Reading reading) {
    String text = value.toString();
    return lines(
        CountryCode.tryParse(text)
            .map(country -> Languages.named(reading.locale(), country::name))
            .orElse(text));
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    return Map.of("type", "string", "pattern", "^[A-Z]{2}$");
  }

  @Override
  public Html html(FieldInput input) {
    return OptionType.select(
        input,
        CountryCode.all(Languages.ofNames(input.locale())).stream()
            .map(
                country ->
                    new OptionText(
                        country.canonical(), Languages.named(input.locale(), country::name), ""))
            .toList(),
        true);
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    return new PaperShape.Lines(1, "");
  }
}
