package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.web.Html;
import se.byggsten.web.component.Block;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.SummaryList;

/** Draws the page of a repeating group: its rows, and how to add, change and remove them. */
final class GroupHtml {
  private final PageNode page;
  private final GroupDefinition group;
  private final FormTree tree;
  private final PageView view;
  private final Words words;

  GroupHtml(PageNode page, FormTree tree, PageView view) {
    this.page = page;
    this.group = page.page().group().orElseThrow();
    this.tree = tree;
    this.view = view;
    this.words = tree.words();
  }

  /** The row that is about to be removed, if it is there. */
  Optional<RowNode> removing() {
    return view.removing()
        .flatMap(id -> page.rows().stream().filter(row -> row.id() == id).findFirst());
  }

  /** The rows, in or before the form of the page. */
  Html rows() {
    if (page.rows().isEmpty()) {
      String none = tree.text(group.id() + ".none");
      return FieldHtml.paragraphs(none.isEmpty() ? words.get("rows.none") : none);
    }
    List<Html> parts = new ArrayList<>();
    for (RowNode row : page.rows()) {
      parts.add(Html.trusted("<div id=\"" + anchor(row.id()) + "\" tabindex=\"-1\">"));
      parts.add(card(row));
      parts.add(Html.trusted("</div>"));
    }
    return Html.concat(parts);
  }

  /** The id that a link in the error summary goes to. */
  String anchor(int row) {
    return group.id() + "-" + row;
  }

  private Html card(RowNode row) {
    List<Link> actions = new ArrayList<>();
    if (!row.pages().isEmpty()) {
      actions.add(
          Link.of(words.get("action.change"), view.href(row.pages().get(0).path()), row.title()));
    }
    actions.add(
        Link.of(
            words.get("action.remove"),
            view.href(page.path()) + "?" + PageView.REMOVING + "=" + row.id(),
            row.title()));
    List<SummaryList.Row> answers = new ArrayList<>();
    row.pages().forEach(inner -> answers.addAll(answers(inner)));
    if (!row.complete()) {
      answers.add(
          SummaryList.Row.of(words.get("row.state"), Html.text(words.get("row.incomplete"))));
    }
    return SummaryList.of(
            new SummaryList.Card(Html.text(row.title()), 2, actions, Block.NONE), answers)
        .toHtml();
  }

  /** What a row says; of the rows within it only their names. */
  private List<SummaryList.Row> answers(PageNode inner) {
    if (inner.page().group().isEmpty()) {
      return SummaryHtml.plain(words).fields(inner);
    }
    List<String> names = inner.rows().stream().map(RowNode::title).toList();
    String value = names.isEmpty() ? words.get("rows.none") : String.join(", ", names);
    return List.of(SummaryList.Row.of(inner.title(), Html.text(value)));
  }

  /** The buttons: on, another, and back if there is anywhere. */
  Html buttons(boolean back) {
    List<Button> buttons = new ArrayList<>();
    Map<String, String> one = Map.of("one", tree.one(group));
    boolean more = page.rows().size() < group.max();
    boolean first = page.rows().size() < Math.max(1, group.min());
    String own = page.rows().isEmpty() ? "" : tree.text(group.id() + ".more");
    String add =
        own.isEmpty() ? words.get(page.rows().isEmpty() ? "row.add.first" : "row.add", one) : own;
    Button next = Button.submit(words.get("action.next"));
    if (more && first) {
      buttons.add(Button.builder(Html.text(add)).named(PostedFields.ACTION, "add").build());
      buttons.add(Button.secondary(words.get("action.next"), PostedFields.ACTION, "next"));
    } else {
      buttons.add(next);
      if (more) {
        buttons.add(Button.secondary(add, PostedFields.ACTION, "add"));
      }
    }
    if (back) {
      buttons.add(PageSheet.Buttons.back(words));
    }
    Html limit =
        more
            ? Html.EMPTY
            : FieldHtml.paragraphs(
                words.get("rows.full", Map.of("max", Integer.toString(group.max()))));
    return limit.and(Button.group(buttons.toArray(new Button[0])));
  }

  /** The question before a row is removed. */
  Html confirm(RowNode row) {
    return Html.concat(
        FieldHtml.paragraphs(words.get("row.remove.text")),
        Html.trusted(
            "<input type=\"hidden\" name=\"" + PostedFields.ROW + "\" value=\"" + row.id() + "\">"),
        Button.group(
            Button.builder(Html.text(words.get("row.remove.yes")))
                .warning()
                .named(PostedFields.ACTION, "remove")
                .build(),
            Button.secondary(words.get("row.remove.no"), PostedFields.ACTION, "save")));
  }
}
