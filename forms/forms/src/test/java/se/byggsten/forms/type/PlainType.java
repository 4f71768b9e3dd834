package se.byggsten.forms.type;

import java.util.List;
import java.util.Map;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.spi.Reading;
import se.byggsten.web.Html;
import se.byggsten.web.component.Label;
import se.byggsten.web.component.TextInput;

/** A kind of field of one's own: one text, of which a test says otherwise what it is about. */
public interface PlainType extends FieldType {
  @Override
  default Class<?> javaType() {
    return String.class;
  }

  @Override
  default ValueType valueType(FieldSettings settings) {
    return ValueType.TEXT;
  }

  @Override
  default Bound bind(List<String> raw, FieldSettings settings) {
    return raw.isEmpty() || raw.get(0).isBlank() ? Bound.ABSENT : Bound.of(raw.get(0));
  }

  @Override
  default List<String> raw(Object value, FieldSettings settings) {
    return List.of(value.toString());
  }

  @Override
  default List<String> shown(Object value, Reading reading) {
    return raw(value, reading.settings());
  }

  @Override
  default Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    return Map.of();
  }

  @Override
  default Html html(FieldInput input) {
    return TextInput.builder(input.id())
        .locale(input.locale())
        .label(Label.of(input.label()))
        .value(input.raw(0))
        .build()
        .toHtml();
  }

  @Override
  default PaperShape paper(FieldSettings settings) {
    return new PaperShape.Lines(1, "");
  }
}
