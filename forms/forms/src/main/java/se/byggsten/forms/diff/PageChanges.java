package se.byggsten.forms.diff;

import static se.byggsten.forms.diff.Impact.BREAKS_DRAFTS;
import static se.byggsten.forms.diff.Impact.NEEDS_REVIEW;
import static se.byggsten.forms.diff.Impact.SAFE;

import java.util.List;
import java.util.Locale;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Route;

/** Compares pages and groups. */
final class PageChanges {
  private final FormDefinition before;
  private final FormDefinition after;
  private final Changes changes;

  PageChanges(FormDefinition before, FormDefinition after, Changes changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
  }

  void find() {
    before
        .structure()
        .pages()
        .forEach(
            (id, page) ->
                after
                    .page(id)
                    .ifPresentOrElse(
                        now -> page(page, now),
                        () -> changes.add(id, "page-removed", NEEDS_REVIEW, kind(page), "")));
    after
        .structure()
        .pages()
        .forEach(
            (id, page) -> {
              if (before.page(id).isEmpty()) {
                changes.add(id, "page-added", NEEDS_REVIEW, "", kind(page));
              }
            });
    order(before.pages(), after.pages());
    before
        .structure()
        .groups()
        .forEach(
            (id, group) -> {
              GroupDefinition now = after.structure().groups().get(id);
              if (now == null) {
                changes.add(id, "group-removed", BREAKS_DRAFTS, id, "");
              } else {
                group(group, now);
              }
            });
    after
        .structure()
        .groups()
        .forEach(
            (id, group) -> {
              if (!before.structure().groups().containsKey(id)) {
                changes.add(id, "group-added", NEEDS_REVIEW, "", id);
              }
            });
  }

  private static String kind(PageDefinition page) {
    return page.kind().name().toLowerCase(Locale.ROOT);
  }

  private void order(List<PageDefinition> old, List<PageDefinition> now) {
    for (String id : Changes.moved(ids(old), ids(now))) {
      changes.add(id, "page-moved", NEEDS_REVIEW, "", "");
    }
  }

  private static List<String> ids(List<PageDefinition> pages) {
    return pages.stream().map(PageDefinition::id).toList();
  }

  private void page(PageDefinition old, PageDefinition now) {
    String id = old.id();
    List<String> around = before.structure().around(id);
    if (!around.equals(after.structure().around(id))) {
      changes.add(id, "page-regrouped", NEEDS_REVIEW, around, after.structure().around(id));
    }
    changes.compare(id, "page-kind", NEEDS_REVIEW, kind(old), kind(now));
    changes.compare(id, "show-if", NEEDS_REVIEW, old.showIf(), now.showIf());
    changes.compare(id, "page-party", NEEDS_REVIEW, old.party(), now.party());
    changes.compare(id, "routes", NEEDS_REVIEW, routes(old), routes(now));
  }

  private static String routes(PageDefinition page) {
    StringBuilder text = new StringBuilder();
    for (Route route : page.routes()) {
      text.append(route.when()).append(" → ").append(route.to()).append("; ");
    }
    return text.toString().strip();
  }

  private void group(GroupDefinition old, GroupDefinition now) {
    String id = old.id();
    List<String> around = before.structure().around(id);
    if (!around.equals(after.structure().around(id))) {
      changes.add(id, "group-regrouped", BREAKS_DRAFTS, around, after.structure().around(id));
    } else {
      changes.compare(id, "group-page", NEEDS_REVIEW, pageOf(before, id), pageOf(after, id));
    }
    changes.compare(
        id,
        old.min() < now.min() ? "group-min-raised" : "group-min-lowered",
        old.min() < now.min() ? BREAKS_DRAFTS : SAFE,
        old.min(),
        now.min());
    changes.compare(
        id,
        old.max() < now.max() ? "group-max-raised" : "group-max-lowered",
        old.max() < now.max() ? SAFE : BREAKS_DRAFTS,
        old.max(),
        now.max());
    changes.compare(id, "prefill", NEEDS_REVIEW, old.prefill(), now.prefill());
    order(old.pages(), now.pages());
  }

  private static String pageOf(FormDefinition form, String id) {
    return form.pageOf(id).map(PageDefinition::id).orElse("");
  }
}
