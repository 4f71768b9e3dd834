package se.byggsten.forms.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.store.CounterStore;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;

/**
 * Counts how far runs come: on which pages they stop, of those that came there by their answers.
 *
 * <p>Where a run stands follows from its answers alone. Each time that it is stored, what differs
 * from what was counted of it before, its {@link FunnelMark}, is added to sums for its form,
 * version and week; so each sum is the number of runs of which it is true now, whatever anybody
 * posts again, and a page that a condition takes out of the way is no longer counted for that run.
 * Of the person, the session and the run nothing is kept, and no cookie is used. A run that ends
 * without being sent stays where it stood.
 *
 * <p>A sum that cannot be kept never disturbs who fills in the form: it is logged, and the sums are
 * off by that change.
 *
 * <pre>{@code
 * Funnel funnel = Funnel.in(PostgresCounters.on(dataSource));
 * DraftStore drafts = DraftStore.builder(store, forms, keys, clock).funnel(funnel).build();
 * FunnelReport report = funnel.report(form);
 * }</pre>
 */
public final class Funnel {
  /** Counts nothing. */
  public static final Funnel NONE = new Funnel(null, FunnelReport.LEAST);

  private static final Logger LOG = LoggerFactory.getLogger(Funnel.class);
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private final @Nullable CounterStore counters;
  private final int least;

  private Funnel(@Nullable CounterStore counters, int least) {
    this.counters = counters;
    this.least = least;
  }

  /**
   * Returns a funnel that shows nothing of fewer than five runs.
   *
   * @param counters where the sums lie; should answer at once, since who posts waits for it
   * @return the funnel
   */
  public static Funnel in(CounterStore counters) {
    return new Funnel(counters, FunnelReport.LEAST);
  }

  /**
   * Returns the same funnel with another limit for what its reports show.
   *
   * @param runs the fewest runs that a number may stand for, at least 3
   * @return the funnel
   * @throws IllegalArgumentException when it is less than 3
   */
  public Funnel showingAtLeast(int runs) {
    if (runs < 3) {
      throw new IllegalArgumentException("Fewer than three runs hide nobody");
    }
    return new Funnel(counters, runs);
  }

  /**
   * Returns the mark of a run that is begun.
   *
   * @param run the applicant's run
   * @param state its first state
   * @param at when; only the week is kept
   * @return the mark to keep with the run, to be counted when the run is stored
   */
  public FunnelMark begun(FormRun run, FormState state, Instant at) {
    return counters == null ? FunnelMark.NONE : mark(FunnelMark.NONE, week(at), run, state);
  }

  /**
   * Returns the mark of a run that has been changed.
   *
   * @param before what was counted of it
   * @param run the applicant's run
   * @param state its new state
   * @return the mark to keep with the run, to be counted when the run is stored
   */
  public FunnelMark moved(FunnelMark before, FormRun run, FormState state) {
    return counters == null || before.isNone() ? before : mark(before, before.cohort(), run, state);
  }

  @SuppressWarnings("CatchingUnchecked") // whatever goes wrong, the form comes first
  private static FunnelMark mark(FunnelMark before, String week, FormRun run, FormState state) {
    FormDefinition form = run.form();
    try {
      return FunnelMark.of(
          form.version(), week, run.answers(state), id -> form.page(id).orElseThrow());
    } catch (RuntimeException failed) {
      warn(form.id(), failed);
      return before;
    }
  }

  /**
   * Counts what has come of a run.
   *
   * @param formId the id of the form
   * @param before what was counted of it; {@link FunnelMark#NONE} for a run that is begun
   * @param after its mark now
   */
  @SuppressWarnings("CatchingUnchecked") // whatever goes wrong, the form comes first
  public void count(String formId, FunnelMark before, FunnelMark after) {
    if (counters == null || after.equals(before)) {
      return;
    }
    Map<CounterStore.Key, Long> changes = new HashMap<>();
    before.addTo(changes, formId, -1);
    after.addTo(changes, formId, 1);
    changes.values().removeIf(change -> change == 0);
    try {
      counters.add(changes);
    } catch (RuntimeException failed) {
      warn(formId, failed);
    }
  }

  /**
   * Counts that a run was sent.
   *
   * @param formId the id of the form
   * @param before what was counted of it
   */
  public void sent(String formId, FunnelMark before) {
    count(formId, before, before.sent());
  }

  /** Without the message, in which a store may have put what it likes. */
  private static void warn(String formId, RuntimeException failed) {
    LOG.warn("The funnel of {} is off by one change: {}", formId, failed.getClass().getName());
  }

  /**
   * Reports on a version of a form.
   *
   * @param form the version
   * @return what may be shown of it
   */
  public FunnelReport report(FormDefinition form) {
    Map<CounterStore.Key, Long> sums =
        counters == null ? Map.of() : counters.find(Cell.series(form.id(), form.version()));
    return FunnelReport.of(form, least, sums);
  }

  private static String week(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, SWEDEN);
    return String.format(
        Locale.ROOT,
        "%d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  @Override
  public String toString() {
    return "Funnel[" + least + "]";
  }
}
