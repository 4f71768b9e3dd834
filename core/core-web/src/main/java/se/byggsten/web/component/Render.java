package se.byggsten.web.component;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.Passage;
import se.byggsten.web.internal.Element;

/** What the components share when they write themselves. */
final class Render {
  private Render() {}

  static Html html(Element element) {
    return Html.trusted(element.toString());
  }

  static String markup(@Nullable Component component) {
    return component == null ? "" : component.toHtml().value();
  }

  static String markup(@Nullable Html html) {
    return html == null ? "" : html.value();
  }

  /** Joins ids with a space, leaving out the null and the empty; null when none is left. */
  static @Nullable String ids(@Nullable String... ids) {
    StringBuilder all = new StringBuilder();
    for (String id : ids) {
      if (id != null && !id.isBlank()) {
        all.append(all.isEmpty() ? "" : " ").append(id.strip());
      }
    }
    return all.isEmpty() ? null : all.toString();
  }

  /** Names an element; a name in another language lies unseen in it, with its own language. */
  static Element named(Element element, String label, String id) {
    return Passage.language(label).isEmpty()
        ? element.attr("aria-label", label)
        : element
            .attr("aria-labelledby", id + "-label")
            .add(Element.of("span").attr("id", id + "-label").flag("hidden", true).text(label));
  }

  static <T> T needed(@Nullable T value, String what) {
    return Objects.requireNonNull(value, what + " must be set");
  }
}
