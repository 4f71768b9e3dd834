package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.run.Elsewhere;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.NotificationBanner;
import se.byggsten.web.component.SummaryList;

/** What somebody is told when another window had hidden their page or removed their row. */
final class ElsewhereHtml {
  private final FormTree tree;
  private final PageDefinition posted;
  private final Elsewhere elsewhere;

  ElsewhereHtml(FormTree tree, PageDefinition posted, Elsewhere elsewhere) {
    this.tree = tree;
    this.posted = posted;
    this.elsewhere = elsewhere;
  }

  /** The notice, with what was written where it would else be lost. */
  Html notice(PageView view) {
    boolean lost = !elsewhere.written().isEmpty();
    String key =
        switch (elsewhere.kind()) {
          case PAGE_HIDDEN -> "elsewhere.hidden";
          case ROW_REMOVED -> lost ? "elsewhere.removed.written" : "elsewhere.removed";
        };
    String told = tree.words().get(key, Map.of("page", tree.title(posted)));
    Html banner = NotificationBanner.important(view.language(), told).toHtml();
    return lost ? banner.and(SummaryList.of(rows()).toHtml()) : banner;
  }

  private List<SummaryList.Row> rows() {
    List<SummaryList.Row> rows = new ArrayList<>();
    for (FieldDefinition field : posted.fields()) {
      List<String> lines = tree.written(field, raw(field));
      if (!lines.isEmpty()) {
        rows.add(SummaryList.Row.of(tree.label(field), lines(lines)));
      }
    }
    return rows;
  }

  private static Html lines(List<String> lines) {
    Html all = Html.text(lines.get(0));
    for (String line : lines.subList(1, lines.size())) {
      all = all.and(Html.trusted("<br>")).and(Html.text(line));
    }
    return all;
  }

  private List<String> raw(FieldDefinition field) {
    List<String> parts = field.type().parts();
    List<String> raw = new ArrayList<>();
    boolean some = false;
    for (String part : parts) {
      List<String> texts = elsewhere.written().get(field.id() + part);
      some |= texts != null;
      raw.addAll(texts != null ? texts : parts.size() > 1 ? List.of("") : List.of());
    }
    return some ? raw : List.of();
  }

  /** Whether the row can be added again on this page, with what was written in it. */
  boolean canBeRestored(PageNode list) {
    GroupDefinition group = list.page().group().orElse(null);
    return group != null
        && elsewhere.kind() == Elsewhere.Kind.ROW_REMOVED
        && !inputs().isEmpty()
        && group.pages().contains(posted)
        && list.rows().size() < group.max()
        && Place.of(elsewhere.page())
            .filter(place -> place.outer(place.depth() - 1).equals(list.place()))
            .isPresent();
  }

  /** What the form around it posts to add the row again. */
  Html restore() {
    List<Html> all = new ArrayList<>();
    all.add(PageHtml.hidden(PostedFields.RESTORE, posted.id()));
    inputs().forEach((name, texts) -> texts.forEach(text -> all.add(PageHtml.hidden(name, text))));
    Button again =
        Button.builder(Html.text(tree.words().get("elsewhere.restore")))
            .named(PostedFields.ACTION, "add")
            .build();
    all.add(Button.group(again));
    return Html.concat(all);
  }

  /** Files are chosen anew; only the citizen's browser has them. */
  private Map<String, List<String>> inputs() {
    Map<String, List<String>> inputs = new LinkedHashMap<>(elsewhere.written());
    for (FieldDefinition field : posted.fields()) {
      if (field.has(Trait.FILES)) {
        inputs.remove(field.id());
      }
    }
    return inputs;
  }
}
