package se.byggsten.web.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;
import se.byggsten.web.internal.Texts;

/**
 * Goes between the pages of a long list.
 *
 * @param previous the page before, or null
 * @param next the page after, or null
 * @param items the pages, may be empty
 * @param label what a screen reader calls it
 * @param block classes and attributes
 */
public record Pagination(
    @Nullable Step previous, @Nullable Step next, List<Item> items, String label, Block block)
    implements Component {
  private static final String PREVIOUS =
      "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984"
          + "l4.2931-4.293-1.414-1.414z";
  private static final String NEXT =
      "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 "
          + "6.7441-6.4062-6.7246-6.7266z";

  /** Keeps a copy of the pages. */
  public Pagination {
    items = List.copyOf(items);
  }

  /**
   * A link to the page before or after.
   *
   * @param content the text
   * @param href where it goes
   * @param label the page's name, shown when there are no numbers, or null
   * @param attributes extra attributes
   */
  public record Step(Html content, String href, @Nullable String label, Attributes attributes) {}

  /**
   * One page, or the dots between two.
   *
   * @param number the page's number; empty for dots
   * @param href where it goes
   * @param current true for the page that is shown
   * @param label what a screen reader says
   * @param attributes extra attributes
   */
  public record Item(
      String number, String href, boolean current, String label, Attributes attributes) {}

  /**
   * Returns the pagination of a list, in a language that the shell has texts in.
   *
   * @param locale the language
   * @param current the page that is shown, from 1
   * @param count how many pages there are
   * @param href what a page's address starts with; the number comes after it
   * @return at most seven numbers, the rest as dots
   */
  public static Pagination of(Locale locale, int current, int count, String href) {
    Texts texts = Texts.of(locale);
    List<Item> items = new ArrayList<>();
    boolean dots = false;
    for (int page = 1; page <= count; page++) {
      if (page == 1 || page == count || Math.abs(page - current) <= 1) {
        String label = texts.passage("pagination.page", Integer.toString(page));
        items.add(new Item("" + page, href + page, page == current, label, Attributes.NONE));
        dots = false;
      } else if (!dots) {
        items.add(new Item("", "", false, "", Attributes.NONE));
        dots = true;
      }
    }
    return new Pagination(
        current > 1 ? step(texts, "pagination.previous", href + (current - 1)) : null,
        current < count ? step(texts, "pagination.next", href + (current + 1)) : null,
        items,
        texts.passage("pagination.label"),
        Block.NONE);
  }

  private static Step step(Texts texts, String key, String href) {
    Element hidden =
        Element.of("span").cls("govuk-visually-hidden").text(" ").html(texts.html(key + ".hidden"));
    Html content = Html.trusted(texts.html(key)).and(Render.html(hidden));
    return new Step(content, href, null, Attributes.NONE);
  }

  @Override
  public Html toHtml() {
    boolean blocks = items.isEmpty() && (next != null || previous != null);
    Element nav =
        Render.named(
            block.on("nav", "govuk-pagination", blocks ? "govuk-pagination--block" : null),
            label,
            block.id() == null ? "byggsten-pagination" : block.id());
    if (previous != null) {
      nav.add(arrow(previous, "prev", PREVIOUS, blocks));
    }
    if (!items.isEmpty()) {
      Element list = Element.of("ul").cls("govuk-pagination__list");
      items.forEach(item -> list.add(item(item)));
      nav.add(list);
    }
    return Render.html(next == null ? nav : nav.add(arrow(next, "next", NEXT, blocks)));
  }

  private static Element arrow(Step step, String type, String path, boolean blocks) {
    boolean first = blocks || type.equals("prev");
    Element svg =
        Element.of("svg")
            .cls("govuk-pagination__icon", "govuk-pagination__icon--" + type)
            .attr("xmlns", "http://www.w3.org/2000/svg")
            .attr("height", "13")
            .attr("width", "15")
            .attr("aria-hidden", "true")
            .attr("focusable", "false")
            .attr("viewBox", "0 0 15 13")
            .add(Element.of("path").attr("d", path));
    Element link =
        Element.of("a")
            .cls("govuk-link", "govuk-pagination__link")
            .attr("href", step.href())
            .attr("rel", type)
            .attrs(step.attributes().values())
            .add(first ? svg : null)
            .text(" ")
            .add(
                Element.of("span")
                    .cls(
                        "govuk-pagination__link-title",
                        blocks && step.label() == null
                            ? "govuk-pagination__link-title--decorated"
                            : null)
                    .html(step.content().value()));
    if (step.label() != null && blocks) {
      link.add(Element.of("span").cls("govuk-visually-hidden").text(":"))
          .text(" ")
          .add(Element.of("span").cls("govuk-pagination__link-label").text(step.label()));
    }
    return Element.of("div").cls("govuk-pagination__" + type).add(first ? link : link.add(svg));
  }

  private static Element item(Item item) {
    Element li =
        Element.of("li")
            .cls(
                "govuk-pagination__item",
                item.current() ? "govuk-pagination__item--current" : null,
                item.number().isEmpty() ? "govuk-pagination__item--ellipsis" : null);
    if (item.number().isEmpty()) {
      return li.text("⋯");
    }
    return li.add(
        Element.of("a")
            .cls("govuk-link", "govuk-pagination__link")
            .attr("href", item.href())
            .attr("aria-label", item.label())
            .attr("aria-current", item.current() ? "page" : null)
            .attrs(item.attributes().values())
            .text(item.number()));
  }
}
