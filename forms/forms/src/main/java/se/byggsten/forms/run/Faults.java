package se.byggsten.forms.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.Place;
import se.byggsten.forms.ValidateOn;
import se.byggsten.forms.internal.evaluation.Evaluation;
import se.byggsten.forms.internal.evaluation.Plan;

/** Finds what is to be put right: on a page, on all that lies under it, and before a review. */
final class Faults {
  private static final String ROW = "RowIncomplete";

  private final Plan plan;
  private final Judge judge;
  private final FormState state;
  private final Evaluation evaluation;
  private final Navigator navigator;
  private final boolean reviewed;

  Faults(Plan plan, Judge judge, FormState state, Evaluation evaluation, Navigator navigator) {
    this.plan = plan;
    this.judge = judge;
    this.state = state;
    this.evaluation = evaluation;
    this.navigator = navigator;
    this.reviewed = plan.form().validateOn() == ValidateOn.REVIEW;
  }

  /** Of a page on its own. */
  List<Violation> of(String path, Set<String> except) {
    PageDefinition page = navigator.page(path);
    Place place = navigator.place(path);
    if (!evaluation.isPageShown(page.id(), place)) {
      return List.of();
    }
    return page.kind() == PageKind.REPEAT
        ? ofRows(page, place)
        : withoutLocked(judge.violations(evaluation, plan.page(page.id()), place, except));
  }

  /**
   * What the citizen may not change stands as its source has it, also where the form is stricter.
   */
  private List<Violation> withoutLocked(List<Violation> violations) {
    return violations.isEmpty()
        ? violations
        : violations.stream().filter(violation -> !isOfLocked(violation)).toList();
  }

  private boolean isOfLocked(Violation violation) {
    FieldDefinition field = plan.form().fields().get(violation.field());
    return field != null
        && Prefilling.isLocked(field, state.answer(violation.place().path(field.id())))
        && (field.type().errors().contains(violation.constraint())
            || field.constraint(violation.constraint()).isPresent()
            || field.type().constraints(field.settings()).stream()
                .anyMatch(rule -> rule.name().equals(violation.constraint()))
            || violation.constraint().equals("Choice"));
  }

  private List<Violation> ofRows(PageDefinition page, Place place) {
    GroupDefinition group = page.group().orElseThrow();
    List<Integer> rows = evaluation.rows(group.id(), place);
    Map<String, String> limits =
        Map.of("min", Integer.toString(group.min()), "max", Integer.toString(group.max()));
    List<Violation> violations = new ArrayList<>();
    if (rows.size() < group.min()) {
      violations.add(new Violation(group.id(), place, "MinRows", limits));
    }
    if (rows.size() > group.max()) {
      violations.add(new Violation(group.id(), place, "MaxRows", limits));
    }
    for (int i = 0; i < rows.size(); i++) {
      if (!navigator.isRowComplete(page, place.row(rows.get(i)))) {
        violations.add(
            new Violation(
                group.id(),
                place,
                ROW,
                Map.of("row", Integer.toString(rows.get(i)), "number", Integer.toString(i + 1))));
      }
    }
    return violations;
  }

  /** Of a page and the pages of its rows, whether or not they were posted. */
  void all(String path, List<Violation> violations) {
    of(path, Set.of()).stream().filter(one -> !isRow(one)).forEach(violations::add);
    for (Place row : rows(path)) {
      navigator.rowPages(navigator.page(path), row).forEach(inner -> all(inner, violations));
    }
  }

  private static boolean isRow(Violation violation) {
    return violation.constraint().equals(ROW);
  }

  private List<Place> rows(String path) {
    Place place = navigator.place(path);
    return navigator.page(path).group().stream()
        .flatMap(group -> evaluation.rows(group.id(), place).stream())
        .map(place::row)
        .toList();
  }

  /** Whether what is wrong on a page may wait for a review or an exit page that lies ahead. */
  boolean mayWait(String path) {
    if (!reviewed || navigator.page(path).kind() == PageKind.REVIEW) {
      return false;
    }
    List<String> pages = navigator.pages();
    int last = pages.size() - 1;
    while (last >= 0 && !isEnd(navigator.page(pages.get(last)).kind())) {
      last--;
    }
    int at = pages.indexOf(plan.form().structure().outermost(navigator.page(path)).id());
    return at >= 0 && at < last;
  }

  private static boolean isEnd(PageKind kind) {
    return kind == PageKind.REVIEW || kind == PageKind.EXIT;
  }

  /** Whether the way may go on past a page; one where something is wrong is passed if posted. */
  boolean isPassed(String path) {
    if (reviewed && navigator.page(path).kind() == PageKind.REVIEW) {
      return navigator.pages().stream()
          .takeWhile(page -> !page.equals(path))
          .allMatch(navigator::isComplete);
    }
    return mayWait(path) ? state.posted().contains(path) : navigator.isComplete(path);
  }

  /** What stops whoever leaves a page, or is to be told when it is opened again. */
  List<Violation> waiting(String path) {
    List<Violation> waiting = new ArrayList<>();
    if (reviewed && navigator.page(path).kind() == PageKind.REVIEW) {
      for (String page : navigator.pages()) {
        if (page.equals(path)) {
          break;
        }
        waiting(page, waiting);
      }
    } else if (mayWait(path)) {
      here(path, waiting);
    }
    return waiting;
  }

  /** Of a row that has pages which nobody has posted it says just that. */
  private void waiting(String path, List<Violation> waiting) {
    if (navigator.isComplete(path)) {
      return;
    }
    List<Violation> here = new ArrayList<>();
    here(path, here);
    here.stream().filter(one -> !isRow(one)).forEach(waiting::add);
    for (Place row : rows(path)) {
      List<String> pages = navigator.rowPages(navigator.page(path), row);
      if (!state.posted().containsAll(pages)) {
        String number = Integer.toString(row.last().orElse(0));
        here.stream()
            .filter(one -> isRow(one) && number.equals(one.parameters().get("row")))
            .forEach(waiting::add);
      }
      pages.forEach(inner -> waiting(inner, waiting));
    }
  }

  private void here(String path, List<Violation> waiting) {
    if (state.posted().contains(path)) {
      boolean later = state.deferred().contains(path);
      of(path, Set.of()).stream()
          .filter(one -> !later || !judge.isDeferrable(one))
          .forEach(waiting::add);
    }
  }
}
