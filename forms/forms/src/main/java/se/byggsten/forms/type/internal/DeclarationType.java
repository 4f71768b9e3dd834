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
import se.byggsten.web.component.Checkboxes;
import se.byggsten.web.component.Fieldset;
import se.byggsten.web.component.Legend;

/** A statement to agree to; the answer is true or absent. */
public final class DeclarationType extends BuiltIn {
  /** Creates the kind. */
  public DeclarationType() {
    super("declaration", Boolean.class, ValueType.BOOLEAN, Trait.BOX);
  }

  @Override
  public Bound bind(List<String> raw, FieldSettings settings) {
    return typed(raw).filter(YesNoType.YES::equals).isPresent() ? Bound.of(true) : Bound.ABSENT;
  }

  @Override
  public List<String> raw(Object value, FieldSettings settings) {
    return List.of(Boolean.TRUE.equals(value) ? YesNoType.YES : "");
  }

  @Override
  public List<String> shown(Object value, Reading reading) {
    return List.of(reading.words().apply(YesNoType.posted(value)));
  }

  @Override
  public List<String> rawOfJson(Object json) {
    return List.of(YesNoType.posted(json));
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    return Map.of("type", "boolean", "const", true);
  }

  @Override
  public Html html(FieldInput input) {
    // Where the page has a heading of its own, the legend would say the same once more.
    Legend legend =
        input.heading()
            ? Draw.legend(input.pageTitle(), input)
            : Legend.of(input.pageTitle()).hidden();
    return Draw.common(Checkboxes.builder(input.id()), input)
        .fieldset(Fieldset.of(legend).withClasses("byggsten-declaration"))
        .values(input.raw())
        .choice(YesNoType.YES, input.label())
        .build()
        .toHtml();
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    return new PaperShape.Agree();
  }
}
