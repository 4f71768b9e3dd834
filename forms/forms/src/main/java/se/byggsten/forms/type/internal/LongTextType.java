package se.byggsten.forms.type.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.spi.Reading;
import se.byggsten.forms.spi.SettingKind;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.component.Textarea;

/** Lines of text. */
public final class LongTextType extends BuiltIn {
  private static final int ROWS = 6;

  /** Creates the kind. */
  public LongTextType() {
    super("long-text", String.class, ValueType.TEXT, Trait.TYPED, Trait.VERBATIM);
  }

  @Override
  public Map<String, SettingKind> settings() {
    return Map.of("rows", SettingKind.NUMBER);
  }

  @Override
  public List<ConstraintRule> constraints(FieldSettings settings) {
    return List.of(new ConstraintRule("Size", Map.of("max", 4_000L)));
  }

  @Override
  public Bound bind(List<String> raw, FieldSettings settings) {
    return typed(raw).map(Bound::of).orElse(Bound.ABSENT);
  }

  @Override
  public List<String> raw(Object value, FieldSettings settings) {
    return List.of(value.toString());
  }

  @Override
  public List<String> shown(Object value, Reading reading) {
    return lines(value.toString());
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    return Map.of("type", "string", "minLength", 1);
  }

  @Override
  public Html html(FieldInput input) {
    Textarea.Builder builder =
        Draw.labelled(Textarea.builder(input.id()), input)
            .value(input.raw(0))
            .rows(rows(input.settings()));
    if (!input.autocomplete().isEmpty()) {
      builder.autocomplete(input.autocomplete());
    }
    input.maxLength().ifPresent(builder::maxLength);
    return builder.build().toHtml();
  }

  private static int rows(FieldSettings settings) {
    int rows = settings.number("rows").map(BigDecimal::intValue).orElse(ROWS);
    return Math.max(2, Math.min(rows, 40));
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    return new PaperShape.Lines(rows(settings), "");
  }
}
