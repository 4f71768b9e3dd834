package se.byggsten.forms.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.run.EarlierAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;

/**
 * Puts a post from a window that was drawn earlier onto a draft that another window has changed.
 *
 * <p>For each answer that the post would change there are three: what the window showed, what it
 * posts and what stands now. Where it posts what it showed, the citizen did nothing, and what
 * stands now is left. Where what stands now is what it showed, nobody else did anything, and the
 * post holds. Else both wrote, and the citizen decides.
 */
final class Merge {
  /** What a post does to the draft. */
  sealed interface Outcome {}

  /** The post, or what of it the citizen had changed, goes in. */
  record Clean(StepResult step, Set<String> merged) implements Outcome {}

  /**
   * Some answers are disputed.
   *
   * @param undisputed the rest of the post, kept; empty when nothing is to be stored
   * @param shown with this window's answers
   */
  record Dispute(Optional<StepResult> undisputed, FormState shown, List<Disputed> answers)
      implements Outcome {}

  /** The form would be sent with something that the window did not show. */
  record Unseen() implements Outcome {}

  private final FormRun run;
  private final FormState present;
  private final String page;
  private final PostedFields posted;

  private Merge(FormRun run, FormState present, String page, PostedFields posted) {
    this.run = run;
    this.present = present;
    this.page = page;
    this.posted = posted;
  }

  /** Onto whatever stands now, by what the window says that it was drawn from. */
  static Outcome onto(
      Draft draft,
      DraftRecords.Found found,
      Optional<Draft.Mark> window,
      String page,
      PostedFields posted) {
    History history = found.envelope().history();
    long base = window.map(Draft.Mark::version).orElse(0L);
    if (base == found.version()) {
      return onto(draft.run(), draft.state(), page, posted);
    }
    boolean known = base > 0 && history.reaches(base, found.version());
    return onto(
        draft.run(),
        draft.state(),
        page,
        posted,
        known ? Optional.of(history.since(base)) : Optional.empty());
  }

  /** Onto the very version that the window was drawn from. */
  static Outcome onto(FormRun run, FormState present, String page, PostedFields posted) {
    return new Clean(run.post(present, page, posted), Set.of());
  }

  /**
   * Onto a later version.
   *
   * @param before what each answer was, that has changed since the window was drawn; empty when
   *     that is not known
   */
  static Outcome onto(
      FormRun run,
      FormState present,
      String page,
      PostedFields posted,
      Optional<Map<String, List<String>>> before) {
    return new Merge(run, present, page, posted).merged(before);
  }

  private Outcome merged(Optional<Map<String, List<String>>> before) {
    StepResult step = run.post(present, page, posted);
    boolean same = before.filter(Map::isEmpty).isPresent();
    if (same) {
      return new Clean(step, Set.of());
    }
    if (step.isComplete()) {
      return new Unseen();
    }
    Set<String> untouched = new LinkedHashSet<>();
    List<Disputed> disputed = new ArrayList<>();
    boolean rowTaken = false;
    for (String key : History.replaced(present, step.state()).keySet()) {
      if (History.isNoAnswer(key) || isOthers(key)) {
        continue;
      }
      List<String> here = History.raw(step.state(), key);
      List<String> now = History.raw(present, key);
      // Not known what the window showed: only where nothing stands has nobody else written.
      @Nullable List<String> shown =
          before.isPresent() ? before.get().getOrDefault(key, now) : now.isEmpty() ? now : null;
      // A row that is removed says nothing of its answers, even where the window showed none.
      boolean taken = !step.state().answers().containsKey(key);
      if (!taken
          && (here.equals(shown) || (here.isEmpty() && isUnseen(key, before.orElse(null))))) {
        untouched.add(key);
      } else if (!now.equals(shown)) {
        disputed.add(new Disputed(key, here, now));
        rowTaken |= taken;
      }
    }
    if (disputed.isEmpty()) {
      return untouched.isEmpty()
          ? new Clean(step, Set.of())
          : new Clean(run.post(present, page, left(posted, untouched)), untouched);
    }
    if (rowTaken) {
      return new Dispute(Optional.empty(), step.state(), disputed);
    }
    PostedFields here = kept(left(posted, untouched));
    Set<String> theirs = new LinkedHashSet<>();
    disputed.forEach(answer -> theirs.add(answer.answer()));
    StepResult undisputed = run.post(present, page, left(here, theirs));
    FormState shown = run.post(undisputed.state(), page, PostedFields.of(here.values())).state();
    return new Dispute(Optional.of(undisputed), shown, disputed);
  }

  /** Keeps the answers and stays, whatever the button was. */
  static PostedFields kept(PostedFields posted) {
    Map<String, List<String>> values = new LinkedHashMap<>(posted.values());
    values.put(PostedFields.ACTION, List.of(PostedFields.SAVE));
    values.remove(PostedFields.REMOVE);
    return PostedFields.of(values, posted.files());
  }

  /** Makes the post say, for some answers, what stands already. */
  private PostedFields left(PostedFields post, Set<String> keys) {
    Map<String, List<String>> values = new LinkedHashMap<>(post.values());
    for (String key : keys) {
      int row = key.indexOf('/');
      String field = row < 0 ? key : key.substring(0, row);
      boolean whole = values.containsKey(field);
      boolean parts = values.keySet().removeIf(name -> isPart(name, field));
      List<String> now = History.raw(present, key);
      values.remove(field);
      // A text that is not posted is left; boxes that are not posted are unticked.
      if (!now.isEmpty() && (whole || !parts)) {
        values.put(field, now);
      }
    }
    return PostedFields.of(values, post.files());
  }

  /**
   * Boxes that were not on the page say nothing of what had been ticked before they were hidden.
   */
  private boolean isUnseen(String key, @Nullable Map<String, List<String>> before) {
    String field = Place.name(key);
    if (before == null
        || posted.values().containsKey(field)
        || posted.values().keySet().stream().anyMatch(name -> isPart(name, field))) {
      return false;
    }
    return !EarlierAnswers.of(run, present, before, History.rows(before)).isDrawn(key);
  }

  /** Another party's part is emptied with the person who is named, which nobody is asked about. */
  private boolean isOthers(String key) {
    return !party(run.form().structure().pageOf(Place.name(key)))
        .equals(party(run.form().page(Place.name(page))));
  }

  private Optional<String> party(Optional<PageDefinition> of) {
    return of.map(run.form().structure()::outermost).map(PageDefinition::party);
  }

  private boolean isPart(String name, String field) {
    return name.startsWith(field + "-") && !run.form().fields().containsKey(name);
  }
}
