package se.byggsten.forms.type.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.OptionText;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.spi.Reading;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.component.Checkboxes;
import se.byggsten.web.component.Choice;

/** Any of the options of the field. */
public final class CheckboxesType extends BuiltIn {
  /** Creates the kind. */
  public CheckboxesType() {
    super(
        "checkboxes",
        List.class,
        ValueType.listOf(ValueType.TEXT),
        Trait.OPTIONS,
        Trait.MANY,
        Trait.BOX,
        Trait.VERBATIM);
  }

  @Override
  public Bound bind(List<String> raw, FieldSettings settings) {
    List<String> ticked = new ArrayList<>(raw.size());
    for (String text : raw) {
      if (!text.isBlank() && !ticked.contains(text)) {
        ticked.add(text);
      }
    }
    return ticked.isEmpty() ? Bound.ABSENT : Bound.of(List.copyOf(ticked));
  }

  @Override
  public List<String> raw(Object value, FieldSettings settings) {
    return value instanceof List<?> items
        ? items.stream().map(String::valueOf).toList()
        : List.of(value.toString());
  }

  @Override
  public List<String> shown(Object value, Reading reading) {
    return raw(value, reading.settings()).stream()
        .flatMap(option -> lines(reading.option(option)).stream())
        .toList();
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    return Map.of(
        "type",
        "array",
        "items",
        Map.of("type", "string", "enum", options),
        "minItems",
        1,
        "uniqueItems",
        true);
  }

  @Override
  public Html html(FieldInput input) {
    Checkboxes.Builder builder =
        Draw.grouped(Checkboxes.builder(input.id()), input).values(input.raw());
    for (OptionText option : input.options()) {
      Choice.Builder choice = OptionType.choice(option);
      Html under = OptionType.under(input, option);
      builder.choice(under.isEmpty() ? choice.build() : choice.conditional(under).build());
    }
    return builder.build().toHtml();
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    return new PaperShape.Ticks(true);
  }
}
