package se.byggsten.web.component;

import java.util.List;
import java.util.Locale;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;
import se.byggsten.web.internal.Texts;

/**
 * Where the page stands among the others.
 *
 * @param items from the first page to this; a link with an empty address is this page
 * @param label what a screen reader calls it
 * @param collapse true to show only first and last on a phone
 * @param block classes and attributes
 */
public record Breadcrumbs(List<Link> items, String label, boolean collapse, Block block)
    implements Component {
  /** Keeps a copy of the items. */
  public Breadcrumbs {
    items = List.copyOf(items);
  }

  /** Returns breadcrumbs in a language that the shell has texts in. */
  public static Breadcrumbs of(Locale locale, List<Link> items) {
    return new Breadcrumbs(items, Texts.of(locale).passage("breadcrumbs.label"), true, Block.NONE);
  }

  @Override
  public Html toHtml() {
    Element list = Element.of("ol").cls("govuk-breadcrumbs__list");
    for (Link item : items) {
      Element li = Element.of("li").cls("govuk-breadcrumbs__list-item");
      list.add(
          item.href().isEmpty()
              ? li.attr("aria-current", "page").html(item.content().value())
              : li.html(item.on("govuk-breadcrumbs__link").toString()));
    }
    return Render.html(
        Render.named(
                block.on(
                    "nav",
                    "govuk-breadcrumbs",
                    collapse ? "govuk-breadcrumbs--collapse-on-mobile" : null),
                label,
                "byggsten-breadcrumbs")
            .add(list));
  }
}
