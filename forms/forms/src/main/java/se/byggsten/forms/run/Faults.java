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

  /**
   * Of a page and the pages of its rows: all of it, or only what stops a review, which of a row
   * that has a page that nobody has posted is just that.
   */
  void gather(String path, boolean stopping, List<Violation> violations) {
    if (stopping && navigator.isComplete(path)) {
      return;
    }
    PageDefinition page = navigator.page(path);
    Place place = navigator.place(path);
    for (Violation one : stopping ? posted(path) : of(path, Set.of())) {
      String row = one.constraint().equals(ROW) ? one.parameters().get("row") : null;
      if (row == null || (stopping && !isPosted(page, place.row(Integer.parseInt(row))))) {
        violations.add(one);
      }
    }
    if (page.group().isPresent()) {
      for (int row : evaluation.rows(page.group().get().id(), place)) {
        for (String inner : navigator.rowPages(page, place.row(row))) {
          gather(inner, stopping, violations);
        }
      }
    }
  }

  private boolean isPosted(PageDefinition page, Place row) {
    return state.posted().containsAll(navigator.rowPages(page, row));
  }

  /** Of a page that was posted, without what was chosen to be completed later. */
  private List<Violation> posted(String path) {
    List<Violation> posted = new ArrayList<>();
    if (state.posted().contains(path)) {
      posted.addAll(of(path, Set.of()));
      if (state.deferred().contains(path)) {
        posted.removeIf(judge::isDeferrable);
      }
    }
    return posted;
  }

  /** Whether what is wrong on a page may wait for a review or an exit page that lies ahead. */
  boolean mayWait(String path) {
    if (!reviewed || navigator.page(path).kind() == PageKind.REVIEW) {
      return false;
    }
    String outermost = plan.form().structure().outermost(navigator.page(path)).id();
    boolean found = false;
    for (String page : navigator.pages()) {
      PageKind kind = navigator.page(page).kind();
      if (found && (kind == PageKind.REVIEW || kind == PageKind.EXIT)) {
        return true;
      }
      found |= page.equals(outermost);
    }
    return false;
  }

  /** Whether the way may go on past a page; one where something is wrong is passed if posted. */
  boolean isPassed(String path) {
    if (reviewed && navigator.page(path).kind() == PageKind.REVIEW) {
      return before(path).stream().allMatch(navigator::isComplete);
    }
    return mayWait(path) ? state.posted().contains(path) : navigator.isComplete(path);
  }

  /** What stops whoever leaves a review, or is to be told when a page is opened again. */
  List<Violation> waiting(String path) {
    if (mayWait(path)) {
      return posted(path);
    }
    List<Violation> waiting = new ArrayList<>();
    if (reviewed && navigator.page(path).kind() == PageKind.REVIEW) {
      for (String page : before(path)) {
        gather(page, true, waiting);
      }
    }
    return waiting;
  }

  private List<String> before(String path) {
    return navigator.pages().subList(0, Math.max(0, navigator.pages().indexOf(path)));
  }
}
