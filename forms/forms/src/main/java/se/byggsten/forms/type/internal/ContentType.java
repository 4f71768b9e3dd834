package se.byggsten.forms.type.internal;

import java.util.List;
import java.util.Map;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.spi.Reading;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.Markdown;

/** Text to read, in Markdown, with nothing to answer. */
public final class ContentType extends BuiltIn {
  /** Creates the kind. */
  public ContentType() {
    super("content", String.class, ValueType.TEXT, Trait.CONTENT);
  }

  @Override
  public Bound bind(List<String> raw, FieldSettings settings) {
    return Bound.ABSENT;
  }

  @Override
  public List<String> raw(Object value, FieldSettings settings) {
    return List.of("");
  }

  @Override
  public List<String> shown(Object value, Reading reading) {
    return List.of(value.toString());
  }

  @Override
  public List<String> rawOfJson(Object json) {
    return List.of("");
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    return Map.of("type", "null");
  }

  @Override
  public Html html(FieldInput input) {
    Html heading =
        input.label().isEmpty() ? Html.EMPTY : Draw.heading(input.label(), input.heading());
    return Html.concat(
        Html.trusted("<div class=\"byggsten-content\" tabindex=\"-1\" id=\""),
        Html.text(input.id()),
        Html.trusted("\">"),
        heading,
        input.hint().isEmpty() ? Html.EMPTY : Markdown.html(input.hint(), input.heading() ? 2 : 3),
        Html.trusted("</div>"));
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    return new PaperShape.Text();
  }
}
