package se.byggsten.forms.type.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.web.Html;
import se.byggsten.web.component.ErrorMessage;
import se.byggsten.web.component.Fieldset;
import se.byggsten.web.component.Hint;
import se.byggsten.web.component.InputHints;
import se.byggsten.web.component.TextInput;

/** Draws several text inputs under one legend. */
final class Composite {
  private final FieldInput input;
  private final Set<String> wrong;
  private final List<Html> inputs = new ArrayList<>();

  /**
   * Starts the drawing.
   *
   * @param input the field
   * @param wrong the endings of the parts that are to be put right, when there is an error
   */
  Composite(FieldInput input, Set<String> wrong) {
    this.input = input;
    this.wrong = input.error().isEmpty() ? Set.of() : Set.copyOf(wrong);
  }

  /** Adds an input; its label is a word of the library. */
  Composite part(String ending, String word, String value, int width, InputHints hints) {
    TextInput.Builder builder =
        TextInput.builder(input.id() + ending)
            .label(input.word(word))
            .value(value)
            .hints(hints.withSpellcheck(false))
            .classes(classes(ending, width));
    if (wrong.contains(ending)) {
      builder.attribute("aria-invalid", "true");
    }
    inputs.add(builder.build().toHtml());
    return this;
  }

  private String classes(String ending, int width) {
    return ((width > 0 ? "govuk-input--width-" + width : "")
            + (wrong.contains(ending) ? " govuk-input--error" : ""))
        .strip();
  }

  Html toHtml() {
    List<Html> content = new ArrayList<>();
    List<String> described = new ArrayList<>();
    if (!input.hint().isEmpty()) {
      described.add(input.id() + "-hint");
      content.add(Hint.of(input.hint()).withId(input.id() + "-hint").toHtml());
    }
    if (!input.error().isEmpty()) {
      described.add(input.id() + "-error");
      content.add(
          ErrorMessage.of(input.locale(), Html.text(input.error()))
              .withId(input.id() + "-error")
              .toHtml());
    }
    content.addAll(inputs);
    @Nullable String ids = described.isEmpty() ? null : String.join(" ", described);
    return Html.concat(
        Html.trusted(
            input.error().isEmpty()
                ? "<div class=\"govuk-form-group\">"
                : "<div class=\"govuk-form-group govuk-form-group--error\">"),
        Fieldset.of(Draw.legend(input.label(), input))
            .withRole("group")
            .withDescribedBy(ids)
            .withContent(Html.concat(content))
            .toHtml(),
        Html.trusted("</div>"));
  }
}
