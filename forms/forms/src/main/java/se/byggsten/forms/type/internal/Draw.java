package se.byggsten.forms.type.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.web.Html;
import se.byggsten.web.Passage;
import se.byggsten.web.component.FieldBuilder;
import se.byggsten.web.component.InputHints;
import se.byggsten.web.component.Label;
import se.byggsten.web.component.Legend;
import se.byggsten.web.component.Size;

/** What the drawings of all kinds share. */
final class Draw {
  private static final List<Integer> WIDTHS = List.of(2, 3, 4, 5, 10, 20, 30);

  private Draw() {}

  /** An input with a label. */
  static <B extends FieldBuilder<B>> B labelled(B builder, FieldInput input) {
    if (!input.error().isEmpty()) {
      builder.attribute("aria-invalid", "true");
    }
    Label label = Label.of(input.label());
    return common(
        builder.label(input.heading() ? label.size(Size.L).asPageHeading() : label.size(Size.S)),
        input);
  }

  /** Inputs with a legend. */
  static <B extends FieldBuilder<B>> B grouped(B builder, FieldInput input) {
    return common(builder.legend(legend(input.label(), input)), input);
  }

  static Legend legend(String text, FieldInput input) {
    Legend legend = Legend.of(text);
    return input.heading() ? legend.size(Size.L).asPageHeading() : legend.size(Size.S);
  }

  static <B extends FieldBuilder<B>> B common(B builder, FieldInput input) {
    builder.locale(input.locale()).hint(input.hint().isEmpty() ? null : input.hint());
    return builder.error(input.error().isEmpty() ? null : input.error());
  }

  static InputHints hints(FieldInput input) {
    return input.autocomplete().isEmpty()
        ? InputHints.NONE
        : InputHints.NONE.withAutocomplete(input.autocomplete());
  }

  static InputHints plainHints() {
    return InputHints.NONE.withAutocomplete("off");
  }

  /** A heading of the page, or of a part of it. */
  static Html heading(String text, boolean page) {
    return page
        ? Html.concat(
            Html.trusted("<h1 class=\"govuk-heading-l\">"), Html.text(text), Html.trusted("</h1>"))
        : Html.concat(
            Html.trusted("<h2 class=\"govuk-heading-m\">"), Html.text(text), Html.trusted("</h2>"));
  }

  /** A note under a value that is shown; nothing when there is none. */
  static Html note(String text) {
    return text.isEmpty()
        ? Html.EMPTY
        : Html.concat(
            Html.trusted("<div class=\"govuk-hint\">"), Html.text(text), Html.trusted("</div>"));
  }

  /** The narrowest width of the style sheet that holds so many characters; 0 for the full width. */
  static int width(int characters) {
    return WIDTHS.stream().filter(width -> width >= characters).findFirst().orElse(0);
  }

  static String word(FieldInput input, String key, Map<String, String> values) {
    String text = input.word(key);
    @Nullable Locale page = Passage.language(text).isPresent() ? input.locale() : null;
    for (Map.Entry<String, String> value : values.entrySet()) {
      String put = value.getValue();
      text = text.replace("{" + value.getKey() + "}", page == null ? put : Passage.of(put, page));
    }
    return text;
  }

  static Html paragraphs(String text) {
    return Html.concat(
        Passage.split(text, "\n\n").stream()
            .map(
                paragraph ->
                    Html.concat(
                        Html.trusted("<p class=\"govuk-body\">"),
                        Html.text(paragraph),
                        Html.trusted("</p>")))
            .toList());
  }
}
