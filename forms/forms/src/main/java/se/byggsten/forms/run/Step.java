package se.byggsten.forms.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.Place;
import se.byggsten.forms.internal.evaluation.Evaluation;

/** One post: what it changes, what it breaks and where it leads. */
final class Step {
  private final FormRun run;
  private final FormState state;
  private final String path;
  private final PageDefinition page;
  private final Place place;
  private final PostedFields posted;
  private final Action action;
  private final FormAnswers before;
  private final boolean fromReview;

  Step(FormRun run, FormAnswers answers, String path, PostedFields posted) {
    this.run = run;
    this.state = answers.state();
    this.path = path;
    this.posted = posted;
    this.page = answers.navigator().page(path);
    this.place = answers.navigator().place(path);
    this.before = answers.at(place);
    this.action = Action.of(posted);
    this.fromReview = posted.control(PostedFields.FROM_REVIEW).isPresent();
  }

  StepResult result() {
    Optional<String> restored = posted.control(PostedFields.RESTORE);
    if (page.kind() == PageKind.REPEAT && action == Action.ADD && restored.isPresent()) {
      return restore(restored.get());
    }
    Posting posting = new Posting(run.plan().page(page.id()), before, posted);
    return page.kind() == PageKind.REPEAT ? rows() : answers(posting);
  }

  private StepResult answers(Posting posting) {
    FileChanges files = new FileChanges(run.inspector(), page, before, posted);
    Map<String, Answer> changes = posting.changes();
    Set<String> names = new LinkedHashSet<>(files.changed());
    names.addAll(changes.keySet());
    FormState next =
        state.with(
            draft -> {
              draft.changedAt = run.now();
              changes.forEach((field, answer) -> draft.answers().put(place.path(field), answer));
              if (!files.kept().isEmpty()) {
                draft.attachments().putAll(files.kept());
              }
              unsettle(draft, names);
            });
    FormAnswers after = run.answers(next).at(place);
    boolean hidden = !after.navigator().isOnTheWay(path);
    if (action == Action.BACK && files.violations().isEmpty()) {
      String previous = after.navigator().previous(path);
      return told(hidden, files.result(next, Optional.of(previous), List.of(), Set.of()));
    }
    boolean removes = posted.control(PostedFields.REMOVE).isPresent();
    if (removes
        || action == Action.BACK
        || action == Action.UPLOAD
        || action == Action.SAVE
        || (page.kind() == PageKind.EXIT && !hidden)) {
      return hidden
          ? onwardFromHidden(files, next, after)
          : files.result(next, Optional.of(path), files.violations(), Set.of());
    }
    return hidden ? onwardFromHidden(files, next, after) : forward(posting, files, next, after);
  }

  /** What was written is kept; the way goes on with the page that comes after it now. */
  private StepResult onwardFromHidden(FileChanges files, FormState next, FormAnswers after) {
    Optional<String> page = Optional.of(after.navigator().nearest(path));
    return told(true, files.result(next, page, files.violations(), Set.of()));
  }

  private StepResult told(boolean hidden, StepResult result) {
    return hidden && page.kind() != PageKind.EXIT
        ? result.telling(new Elsewhere(Elsewhere.Kind.PAGE_HIDDEN, path, Map.of()))
        : result;
  }

  private StepResult forward(
      Posting posting, FileChanges files, FormState next, FormAnswers after) {
    Set<String> revealed = posting.revealed(after);
    Faults faults = after.navigator().faults();
    boolean review = page.kind() == PageKind.REVIEW;
    List<Violation> violations =
        new ArrayList<>(review ? faults.waiting(path) : faults.of(path, revealed));
    Set<String> later = later();
    if (action == Action.LATER) {
      for (Violation one : violations) {
        later.add(one.place().path(run.form().pageOf(one.field()).orElseThrow().id()));
      }
      violations.removeIf(run::isDeferrable);
    }
    // Whose file was not taken must hear so now: nothing is left of it to complete later.
    boolean stops =
        !files.violations().isEmpty() || !(violations.isEmpty() || faults.mayWait(path));
    if (stops || !revealed.isEmpty()) {
      violations.addAll(0, files.violations());
      return files.result(next, Optional.of(path), stops ? violations : List.of(), revealed);
    }
    FormState done = let(next, violations.isEmpty(), later, after.evaluation());
    Onward onward = onward(done, after.evaluation());
    return files.result(onward.state(), onward.page(), List.of(), Set.of());
  }

  /** The pages that are to be completed later. */
  private Set<String> later() {
    return new LinkedHashSet<>(action == Action.LATER ? Set.of(path) : Set.of());
  }

  /** The page is done with: it counts as posted, and what depends on it is judged anew. */
  private FormState let(
      FormState next, boolean complete, Set<String> later, Evaluation evaluation) {
    return next.with(
        draft -> {
          if (!evaluation.today().equals(draft.settledOn)) {
            draft.settled().clear();
            draft.settledOn = evaluation.today();
          }
          draft.posted().add(path);
          if (complete) {
            draft.settled().put(path, true);
          } else {
            draft.settled().remove(path);
          }
          draft.deferred().remove(path);
          draft.deferred().addAll(later);
          unsettleAround(draft);
        });
  }

  private record Onward(FormState state, Optional<String> page) {}

  /** What the answers mean is known already: that the page counts as posted changes nothing. */
  private Onward onward(FormState done, Evaluation evaluation) {
    FormAnswers answers = run.answers(done, evaluation);
    Optional<String> following = answers.navigator().following(path, fromReview);
    FormState settled = settled(done, answers.navigator());
    if (following.filter(next -> needsFirstRow(settled, next)).isPresent()) {
      String list = following.orElseThrow();
      FormState first = withFirstRow(settled, list);
      return new Onward(first, Optional.of(firstPageOfRow(first, list)));
    }
    return new Onward(settled, following.map(next -> within(answers.navigator(), next)));
  }

  /** Who comes to a group from outside goes on in the row that was left unfinished. */
  private String within(Navigator navigator, String next) {
    boolean leaves =
        navigator
            .page(next)
            .group()
            .filter(group -> run.form().structure().around(page.id()).contains(group.id()))
            .isPresent();
    return leaves || fromReview ? next : navigator.within(next);
  }

  private FormState settled(FormState done, Navigator navigator) {
    Map<String, Boolean> settled = navigator.settled();
    return done.with(
        draft -> {
          draft.settled().clear();
          draft.settled().putAll(settled);
        });
  }

  /** Who comes to a group that must have rows and has none gets the first one at once. */
  private boolean needsFirstRow(FormState done, String next) {
    Place around = Place.of(next).orElse(Place.TOP);
    return before
        .navigator()
        .page(next)
        .group()
        .filter(group -> group.min() > 0 && done.rows(around.path(group.id())).isEmpty())
        .isPresent();
  }

  private FormState withFirstRow(FormState done, String next) {
    GroupDefinition group = run.answers(done).navigator().page(next).group().orElseThrow();
    return done.with(
        draft -> {
          new Rows(run.form().structure()).add(draft, group, Place.of(next).orElse(Place.TOP));
          unsettle(draft, Set.of(group.id()));
        });
  }

  private String firstPageOfRow(FormState done, String next) {
    FormAnswers answers = run.answers(done);
    PageDefinition target = answers.navigator().page(next);
    GroupDefinition group = target.group().orElseThrow();
    Place around = Place.of(next).orElse(Place.TOP);
    List<Place> rows = answers.at(around).rows(group.id());
    List<String> pages = answers.rowPages(target, rows.get(rows.size() - 1));
    return pages.isEmpty() ? next : pages.get(0);
  }

  private StepResult rows() {
    GroupDefinition group = page.group().orElseThrow();
    Navigator navigator = before.navigator();
    List<Violation> broken = new ArrayList<>();
    switch (action) {
      case ADD -> {
        if (before.rows(group.id()).size() < group.max()) {
          FormState added = added(group);
          return step(added, Optional.of(firstPageOfRow(added, path)), List.of(), List.of());
        }
        broken.add(tooMany(group));
      }
      case REMOVE -> {
        return remove(group);
      }
      case BACK -> {
        return step(state, Optional.of(navigator.previous(path)), List.of(), List.of());
      }
      case NEXT, LATER -> broken.addAll(navigator.faults().of(path, Set.of()));
      default -> {
        return step(state, Optional.of(path), List.of(), List.of());
      }
    }
    boolean onward = action == Action.NEXT || action == Action.LATER;
    if (!broken.isEmpty() && !(onward && navigator.faults().mayWait(path))) {
      return step(state, Optional.of(path), broken, List.of());
    }
    boolean complete = broken.isEmpty() && before.isPageShown(page.id());
    FormState done = let(state, complete, later(), before.evaluation());
    Onward next = onward(done, before.evaluation());
    return step(next.state(), next.page(), List.of(), List.of());
  }

  private FormState added(GroupDefinition group) {
    return state.with(
        draft -> {
          draft.changedAt = run.now();
          new Rows(run.form().structure()).add(draft, group, place);
          unsettle(draft, Set.of(group.id()));
        });
  }

  /** Adds a row with what was written on a page of one that another window had removed. */
  private StepResult restore(String pageOfRow) {
    GroupDefinition group = page.group().orElseThrow();
    PageDefinition inner =
        group.pages().stream()
            .filter(one -> one.id().equals(pageOfRow) && one.kind() != PageKind.REPEAT)
            .findFirst()
            .orElseThrow(
                () ->
                    new FormException(
                        FormException.UNKNOWN_PAGE, "The rows of the group have no such page"));
    List<Place> rows = before.rows(group.id());
    PostedFields written = posted.doing(PostedFields.SAVE, PostedFields.RESTORE);
    if (rows.size() >= group.max()) {
      String gone = place.row(state.rowNumbers(place.path(group.id())).next()).path(inner.id());
      return step(state, Optional.of(path), List.of(tooMany(group)), List.of())
          .telling(RemovedRow.told(inner, gone, written));
    }
    FormState added = added(group);
    List<Place> now = run.answers(added).at(place).rows(group.id());
    String there = now.get(now.size() - 1).path(inner.id());
    FormAnswers answers = run.answers(added);
    FormState kept = new Step(run, answers, there, written).result().state();
    boolean shown = run.answers(kept).at(now.get(now.size() - 1)).isPageShown(inner.id());
    return step(
        kept, Optional.of(shown ? there : firstPageOfRow(kept, path)), List.of(), List.of());
  }

  private Violation tooMany(GroupDefinition group) {
    return new Violation(
        group.id(), place, "MaxRows", Map.of("max", Integer.toString(group.max())));
  }

  private StepResult remove(GroupDefinition group) {
    Place row =
        posted
            .control(PostedFields.ROW)
            .flatMap(number -> Place.of(place.path("row") + "/" + number))
            .filter(before.rows(group.id())::contains)
            .orElse(null);
    if (row == null) {
      // Removed already, in another window or by a second click.
      return step(state, Optional.of(path), List.of(), List.of());
    }
    List<AttachmentRef> files = new ArrayList<>();
    FormState next =
        state.with(
            draft -> {
              draft.changedAt = run.now();
              files.addAll(new Rows(run.form().structure()).remove(draft, group, row));
              Set<String> names = new LinkedHashSet<>(Set.of(group.id()));
              group.fields().stream().map(FieldDefinition::id).forEach(names::add);
              unsettle(draft, names);
            });
    return step(next, Optional.of(path), List.of(), files);
  }

  private static StepResult step(
      FormState next,
      Optional<String> page,
      List<Violation> violations,
      List<AttachmentRef> removed) {
    return new StepResult(next, page, violations, Set.of(), List.of(), removed);
  }

  /** Forgets what was found out of pages that a changed name may show or judge otherwise. */
  private void unsettle(FormState.Draft draft, Set<String> names) {
    Set<String> touched = new HashSet<>();
    Set<String> last = touched;
    for (String name : names) {
      Set<String> pages = run.plan().dependencies().pagesTouchedBy(name);
      if (pages != last) {
        touched.addAll(pages);
        last = pages;
      }
    }
    draft.settled().keySet().removeIf(settled -> touched.contains(Place.name(settled)));
  }

  /** Whether a group is complete hangs on the pages of its rows. */
  private void unsettleAround(FormState.Draft draft) {
    for (String group : run.form().structure().around(page.id())) {
      run.form()
          .pageOf(group)
          .ifPresent(
              list ->
                  draft
                      .settled()
                      .keySet()
                      .removeIf(settled -> Place.name(settled).equals(list.id())));
    }
  }
}
