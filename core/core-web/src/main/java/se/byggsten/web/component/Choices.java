package se.byggsten.web.component;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;

/** Writes radios and checkboxes, which differ in little. */
final class Choices {
  private final Field field;
  private final String block;
  private final String type;
  private final Set<String> chosen;
  private final @Nullable String itemsDescribedBy;

  Choices(
      Field field,
      String block,
      String type,
      Set<String> chosen,
      @Nullable String itemsDescribedBy) {
    this.field = field;
    this.block = block;
    this.type = type;
    this.chosen = chosen;
    this.itemsDescribedBy = itemsDescribedBy;
  }

  Html toHtml(List<Choice> choices) {
    Element parts =
        Element.of("div")
            .cls(block, field.classes())
            .attrs(field.attributes().values())
            .attr("data-module", block)
            .html(field.before().value());
    for (int i = 0; i < choices.size(); i++) {
      add(parts, choices.get(i), i + 1);
    }
    return field.fieldsetGroup(parts.html(field.after().value()), null);
  }

  private void add(Element parts, Choice choice, int index) {
    if (choice.divider() != null) {
      parts.add(Element.of("div").cls(block + "__divider").text(choice.divider()));
      return;
    }
    // The first has the field's own id, so that the error summary can link to it.
    String id = choice.id() != null ? choice.id() : field.id() + (index > 1 ? "-" + index : "");
    String conditionalId = choice.conditional() == null ? null : "conditional-" + id;
    String hintId = choice.hint() == null ? null : id + "-item-hint";
    boolean checked = choice.checked() != null ? choice.checked() : chosen.contains(choice.value());
    parts.add(
        Element.of("div")
            .cls(block + "__item")
            .add(
                Element.of("input")
                    .cls(block + "__input")
                    .attr("id", id)
                    .attr("name", choice.name() == null ? field.name() : choice.name())
                    .attr("type", type)
                    .attr("value", choice.value())
                    .flag("checked", checked)
                    .flag("disabled", choice.disabled() || field.disabled())
                    .attr("data-aria-controls", conditionalId)
                    .attr("data-behaviour", choice.exclusive() ? "exclusive" : null)
                    .attr("aria-describedby", Render.ids(itemsDescribedBy, hintId))
                    .attrs(choice.attributes().values()))
            .html(label(choice, id).toHtml().value())
            .html(hint(choice, hintId)));
    if (choice.conditional() != null) {
      parts.add(
          Element.of("div")
              .cls(block + "__conditional", checked ? null : block + "__conditional--hidden")
              .attr("id", conditionalId)
              .html(choice.conditional().value()));
    }
  }

  private Label label(Choice choice, String id) {
    Attributes attributes = choice.labelAttributes();
    return new Label(
        choice.content(), block + "__label " + choice.labelClasses(), false, attributes, id);
  }

  private String hint(Choice choice, @Nullable String id) {
    Hint hint = choice.hint();
    return hint == null || id == null
        ? ""
        : hint.withId(id).withClasses(block + "__hint " + hint.classes()).toHtml().value();
  }
}
