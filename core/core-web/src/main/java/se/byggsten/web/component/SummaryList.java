package se.byggsten.web.component;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;

/**
 * Questions and their answers, with links to change them.
 *
 * @param rows the rows in order
 * @param card the card around the list, or null
 * @param block classes and attributes
 */
public record SummaryList(List<Row> rows, @Nullable Card card, Block block) implements Component {
  /** Keeps a copy of the rows. */
  public SummaryList {
    rows = List.copyOf(rows);
  }

  /**
   * One question and its answer.
   *
   * @param key the question
   * @param value the answer
   * @param actions what can be done with it
   * @param classes extra classes of row, key, value and actions
   */
  public record Row(Html key, Html value, List<Link> actions, RowClasses classes) {
    /** Keeps a copy of the actions. */
    public Row {
      actions = List.copyOf(actions);
    }

    /** Returns a row. */
    public static Row of(String key, Html value, Link... actions) {
      return new Row(Html.text(key), value, List.of(actions), RowClasses.NONE);
    }

    /** Leaves out the answer. */
    @Override
    public String toString() {
      return "Row";
    }
  }

  /**
   * Extra classes of a row's parts, each may be empty.
   *
   * @param row of the row
   * @param key of the question
   * @param value of the answer
   * @param actions of the links
   */
  public record RowClasses(String row, String key, String value, String actions) {
    /** No extra classes. */
    public static final RowClasses NONE = new RowClasses("", "", "", "");
  }

  /**
   * A card with a heading around the list.
   *
   * @param title the heading, may be empty
   * @param headingLevel the heading's level
   * @param actions what can be done with the whole
   * @param block classes and attributes
   */
  public record Card(Html title, int headingLevel, List<Link> actions, Block block) {
    /** Keeps a copy of the actions. */
    public Card {
      actions = List.copyOf(actions);
    }

    /** Returns a card with an h2. */
    public static Card of(String title, Link... actions) {
      return new Card(Html.text(title), 2, List.of(actions), Block.NONE);
    }
  }

  /** Returns a list without a card. */
  public static SummaryList of(List<Row> rows) {
    return new SummaryList(rows, null, Block.NONE);
  }

  /** Returns a list in a card. */
  public static SummaryList of(Card card, List<Row> rows) {
    return new SummaryList(rows, card, Block.NONE);
  }

  @Override
  public Html toHtml() {
    Html cardTitle = card == null || card.title().isEmpty() ? null : card.title();
    boolean anyActions = rows.stream().anyMatch(row -> !row.actions().isEmpty());
    Element list = block.on("dl", "govuk-summary-list");
    for (Row row : rows) {
      list.add(row(row, anyActions, cardTitle));
    }
    return Render.html(card == null ? list : card(card, cardTitle, list));
  }

  private static Element row(Row row, boolean anyActions, @Nullable Html cardTitle) {
    boolean bare = anyActions && row.actions().isEmpty();
    RowClasses classes = row.classes();
    Element element =
        Element.of("div")
            .cls(
                "govuk-summary-list__row",
                bare ? "govuk-summary-list__row--no-actions" : null,
                classes.row())
            .add(
                Element.of("dt")
                    .cls("govuk-summary-list__key", classes.key())
                    .html(row.key().value()))
            .add(
                Element.of("dd")
                    .cls("govuk-summary-list__value", classes.value())
                    .html(row.value().value()));
    if (!row.actions().isEmpty()) {
      Element actions = Element.of("dd").cls("govuk-summary-list__actions", classes.actions());
      element.add(
          row.actions().size() == 1
              ? actions.add(row.actions().get(0).action(cardTitle))
              : actions.add(
                  list(
                      row.actions(),
                      cardTitle,
                      "govuk-summary-list__actions-list",
                      "govuk-summary-list__actions-list-item")));
    }
    return element;
  }

  private static Element card(Card card, @Nullable Html cardTitle, Element list) {
    Element top = Element.of("div").cls("govuk-summary-card__title-wrapper");
    if (cardTitle != null) {
      top.add(
          Element.of("h" + card.headingLevel())
              .cls("govuk-summary-card__title")
              .html(cardTitle.value()));
    }
    List<Link> actions = card.actions();
    if (actions.size() == 1) {
      top.add(
          Element.of("div")
              .cls("govuk-summary-card__actions")
              .add(actions.get(0).action(cardTitle)));
    } else if (!actions.isEmpty()) {
      top.add(
          list(actions, cardTitle, "govuk-summary-card__actions", "govuk-summary-card__action"));
    }
    return card.block()
        .on("div", "govuk-summary-card")
        .add(top)
        .add(Element.of("div").cls("govuk-summary-card__content").add(list));
  }

  private static Element list(
      List<Link> actions, @Nullable Html cardTitle, String listClass, String itemClass) {
    Element list = Element.of("ul").cls(listClass);
    for (Link action : actions) {
      list.add(Element.of("li").cls(itemClass).add(action.action(cardTitle)));
    }
    return list;
  }
}
