package se.byggsten.forms.type.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.spi.Bound;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.OptionText;
import se.byggsten.forms.spi.PaperShape;
import se.byggsten.forms.spi.Reading;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.component.Choice;
import se.byggsten.web.component.Radios;
import se.byggsten.web.component.Select;

/** One of the options of the field. */
public final class OptionType extends BuiltIn {
  private final Function<FieldInput, Html> drawing;
  private final boolean visible;

  private OptionType(String name, Function<FieldInput, Html> drawing, boolean visible) {
    super(name, String.class, ValueType.TEXT, Trait.OPTIONS, Trait.VERBATIM);
    this.drawing = drawing;
    this.visible = visible;
  }

  /**
   * Returns a kind whose options are all visible.
   *
   * @return the kind
   */
  public static OptionType radio() {
    return new OptionType("radio", input -> radios(input, input.options()), true);
  }

  /**
   * Returns a kind whose options lie in a list.
   *
   * @param name the name of the kind
   * @param searched whether a script may put a search box over the list
   * @return the kind
   */
  public static OptionType select(String name, boolean searched) {
    return new OptionType(name, input -> select(input, input.options(), searched), false);
  }

  static Html radios(FieldInput input, List<OptionText> options) {
    Radios.Builder builder = Draw.grouped(Radios.builder(input.id()), input).value(input.raw(0));
    for (OptionText option : options) {
      Choice.Builder choice = choice(option);
      Html under = under(input, option);
      builder.choice(under.isEmpty() ? choice.build() : choice.conditional(under).build());
    }
    return builder.build().toHtml();
  }

  static Choice.Builder choice(OptionText option) {
    Choice.Builder choice = Choice.builder(option.value(), option.text());
    return option.hint().isEmpty() ? choice : choice.hint(option.hint());
  }

  /** The fields of an option, which a script may hide until it is chosen. */
  static Html under(FieldInput input, OptionText option) {
    Html fields = input.under().getOrDefault(option.value(), Html.EMPTY);
    if (fields.isEmpty()) {
      return Html.EMPTY;
    }
    return Html.concat(
        Html.trusted("<p class=\"govuk-hint byggsten-no-script\">"),
        Html.text(Draw.word(input, "unchosen", Map.of("option", option.text()))),
        Html.trusted("</p>"),
        fields);
  }

  static Html select(FieldInput input, List<OptionText> options, boolean searched) {
    Select.Builder builder =
        Draw.labelled(Select.builder(input.id()), input)
            .value(input.raw(0))
            .option("", input.word("select.empty"));
    options.forEach(option -> builder.option(option.value(), option.text()));
    if (!input.autocomplete().isEmpty()) {
      builder.attribute("autocomplete", input.autocomplete());
    }
    if (searched) {
      builder.searchable();
    }
    return builder.build().toHtml();
  }

  @Override
  public Optional<String> choiceOf(Object value) {
    return visible && value instanceof String text ? Optional.of(text) : Optional.empty();
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
    return lines(reading.option(value.toString()));
  }

  @Override
  public Map<String, Object> jsonSchema(FieldSettings settings, List<String> options) {
    return Map.of("type", "string", "enum", options);
  }

  @Override
  public Html html(FieldInput input) {
    return drawing.apply(input);
  }

  @Override
  public PaperShape paper(FieldSettings settings) {
    return new PaperShape.Ticks(false);
  }
}
