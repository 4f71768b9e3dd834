package se.byggsten.forms.diff;

import static se.byggsten.forms.diff.Impact.BREAKS_DRAFTS;
import static se.byggsten.forms.diff.Impact.NEEDS_REVIEW;
import static se.byggsten.forms.diff.Impact.SAFE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PrefillRule;
import se.byggsten.forms.WarningRule;
import se.byggsten.forms.spi.FieldType;

/** Compares fields. */
final class FieldChanges {
  /** Settings that only say how something is drawn. */
  private static final Set<String> DRAWN = Set.of("rows");

  private final FormDefinition before;
  private final FormDefinition after;
  private final Changes changes;

  FieldChanges(FormDefinition before, FormDefinition after, Changes changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
  }

  void find() {
    before
        .fields()
        .forEach(
            (id, field) -> {
              FieldDefinition now = after.fields().get(id);
              if (now == null) {
                Impact impact = field.isAsked() ? BREAKS_DRAFTS : NEEDS_REVIEW;
                changes.add(id, "field-removed", impact, field.type().name(), "");
              } else {
                place(id);
                field(field, now);
              }
            });
    after
        .fields()
        .forEach(
            (id, field) -> {
              if (!before.fields().containsKey(id)) {
                changes.add(id, "field-added", impactOfAdded(field), "", field.type().name());
              }
            });
    before.structure().pages().values().forEach(this::order);
  }

  /** Safe is a question that may stand unanswered, on a page that drafts already have. */
  private Impact impactOfAdded(FieldDefinition field) {
    boolean onNewPage = before.page(pageOf(after, field.id())).isEmpty();
    if (!field.isAsked() || onNewPage) {
      return NEEDS_REVIEW;
    }
    if (field.required() || !field.requiredIf().isEmpty()) {
      return BREAKS_DRAFTS;
    }
    boolean known =
        field.constraints().stream().allMatch(ConstraintChanges::acceptsNoAnswer)
            && field.type().constraints(field.settings()).stream()
                .allMatch(ConstraintChanges::acceptsNoAnswer);
    return known && field.prefill().isEmpty() ? SAFE : NEEDS_REVIEW;
  }

  private static String pageOf(FormDefinition form, String field) {
    return form.pageOf(field).map(PageDefinition::id).orElse("");
  }

  private void order(PageDefinition page) {
    PageDefinition now = after.page(page.id()).orElse(page);
    Set<String> moved =
        new TreeSet<>(
            Changes.moved(
                page.fields().stream().map(FieldDefinition::id).toList(),
                now.fields().stream().map(FieldDefinition::id).toList()));
    moved.forEach(id -> changes.add(id, "field-order", SAFE, "", ""));
  }

  private void place(String id) {
    List<String> around = before.structure().around(id);
    if (around.equals(after.structure().around(id))) {
      changes.compare(id, "field-page", NEEDS_REVIEW, pageOf(before, id), pageOf(after, id));
    } else {
      changes.add(id, "field-regrouped", BREAKS_DRAFTS, around, after.structure().around(id));
    }
  }

  private void field(FieldDefinition old, FieldDefinition now) {
    String id = old.id();
    if (!old.type().name().equals(now.type().name())) {
      Impact impact = isAlike(old, now) ? NEEDS_REVIEW : BREAKS_DRAFTS;
      changes.add(id, "field-type", impact, old.type().name(), now.type().name());
    }
    required(old, now);
    changes.compare(id, "show-if", NEEDS_REVIEW, old.showIf(), now.showIf());
    Object was = old.value().written();
    Object is = now.value().written();
    changes.compare(id, "value", NEEDS_REVIEW, value(was, is), value(is, was));
    if (old.deferrable() != now.deferrable()) {
      boolean harmless = now.deferrable() || !before.sendAnyway();
      changes.add(
          id,
          now.deferrable() ? "deferrable-on" : "deferrable-off",
          harmless ? SAFE : BREAKS_DRAFTS,
          old.deferrable(),
          now.deferrable());
    }
    new ConstraintChanges(id, changes).compare(old.judging(), now.judging());
    options(old, now);
    warnings(old, now);
    changes.compare(id, "autocomplete", SAFE, old.autocomplete(), now.autocomplete());
    changes.compare(id, "prefill", NEEDS_REVIEW, prefill(old), prefill(now));
    changes.compare(id, "width", SAFE, old.width(), now.width());
    settings(old, now);
    FactChanges.compare(id, old.facts(), now.facts(), changes);
  }

  /** Of two tables only the rows that the other lacks, unless they just stand in another order. */
  private static Object value(Object table, Object other) {
    if (table instanceof List<?> rows && other instanceof List<?> others) {
      List<?> own = new ArrayList<>(rows);
      own.removeAll(others);
      return own.isEmpty() && rows.containsAll(others) ? rows : own;
    }
    return table;
  }

  /** Whether what was written can be read as the other kind; it may still mean something else. */
  private static boolean isAlike(FieldDefinition old, FieldDefinition now) {
    FieldType a = old.type();
    FieldType b = now.type();
    return a.javaType(old.settings()).equals(b.javaType(now.settings()))
        && a.parts().equals(b.parts())
        && a.traits().equals(b.traits())
        && a.constraints(old.settings()).equals(b.constraints(now.settings()));
  }

  private void required(FieldDefinition old, FieldDefinition now) {
    String was = requirement(old);
    String is = requirement(now);
    if (was.equals(is)) {
      return;
    }
    boolean loosened = was.equals("true") || is.equals("false");
    boolean tightened = was.equals("false") || is.equals("true");
    changes.add(
        old.id(),
        loosened ? "required-loosened" : tightened ? "required-tightened" : "required-if",
        loosened ? SAFE : tightened ? BREAKS_DRAFTS : NEEDS_REVIEW,
        was,
        is);
  }

  private static String requirement(FieldDefinition field) {
    return field.required() ? "true" : field.requiredIf().isEmpty() ? "false" : field.requiredIf();
  }

  private void options(FieldDefinition old, FieldDefinition now) {
    Map<String, OptionDefinition> offered = new LinkedHashMap<>();
    now.options().forEach(option -> offered.put(option.value(), option));
    Map<String, OptionDefinition> was = new LinkedHashMap<>();
    old.options().forEach(option -> was.put(option.value(), option));
    for (OptionDefinition option : old.options()) {
      String where = old.id() + "." + option.value();
      OptionDefinition other = offered.get(option.value());
      if (other == null) {
        changes.add(where, "option-removed", BREAKS_DRAFTS, option.value(), "");
      } else {
        // Without a condition it is offered to more.
        Impact impact = other.showIf().isEmpty() ? SAFE : NEEDS_REVIEW;
        changes.compare(where, "show-if", impact, option.showIf(), other.showIf());
      }
    }
    for (OptionDefinition option : now.options()) {
      if (!was.containsKey(option.value())) {
        changes.add(old.id() + "." + option.value(), "option-added", SAFE, "", option.value());
      }
    }
    Set<String> moved =
        new TreeSet<>(Changes.moved(List.copyOf(was.keySet()), List.copyOf(offered.keySet())));
    moved.forEach(value -> changes.add(old.id() + "." + value, "option-order", SAFE, "", ""));
  }

  private void warnings(FieldDefinition old, FieldDefinition now) {
    Map<String, String> told = new LinkedHashMap<>();
    now.warnings().forEach(warning -> told.put(warning.id(), warning.when()));
    for (WarningRule warning : old.warnings()) {
      String where = old.id() + "." + warning.id();
      String other = told.remove(warning.id());
      if (other == null) {
        changes.add(where, "warning-removed", SAFE, warning.when(), "");
      } else {
        changes.compare(where, "warning-changed", NEEDS_REVIEW, warning.when(), other);
      }
    }
    told.forEach(
        (id, when) -> changes.add(old.id() + "." + id, "warning-added", NEEDS_REVIEW, "", when));
  }

  private static String prefill(FieldDefinition field) {
    return field.prefill().map(PrefillRule::toString).orElse("");
  }

  private void settings(FieldDefinition old, FieldDefinition now) {
    Set<String> names = new TreeSet<>(old.settings().all().keySet());
    names.addAll(now.settings().all().keySet());
    for (String name : names) {
      changes.compare(
          old.id() + "." + name,
          "setting",
          DRAWN.contains(name) ? SAFE : NEEDS_REVIEW,
          old.settings().all().getOrDefault(name, ""),
          now.settings().all().getOrDefault(name, ""));
    }
  }
}
