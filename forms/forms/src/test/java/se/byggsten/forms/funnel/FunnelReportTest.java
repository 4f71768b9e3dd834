package se.byggsten.forms.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.CounterStore;
import se.byggsten.core.store.InMemoryCounters;
import se.byggsten.forms.Forms;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.run.FormRun;

/** What a report shows, and what nobody can work out from it. */
class FunnelReportTest {
  private static final FormRun RUN = Trappan.run(1, Forms.CLOCK);

  private final CounterStore counters = new InMemoryCounters();
  private final Funnel funnel = Funnel.in(counters);

  /** Runs that all stand on one page, or with an empty one were sent. */
  private void runs(int count, String week, String standing, String... pages) {
    Map<String, Boolean> reached = new HashMap<>();
    List.of(pages).forEach(page -> reached.put(page, !page.equals(standing)));
    for (int i = 0; i < count; i++) {
      funnel.count(Trappan.ID, FunnelMark.NONE, new FunnelMark(1, week, standing, reached));
    }
  }

  private FunnelReport report() {
    return funnel.report(RUN.form());
  }

  private static FunnelPage page(FunnelPeriod period, String id) {
    return period.pages().stream().filter(one -> one.page().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void a_page_is_measured_by_those_whose_answers_led_there() {
    runs(40, "2026-W40", "", "start", "val", "omb", "barnen", "slut", "granska");
    runs(30, "2026-W40", "oma", "start", "val", "oma");
    runs(10, "2026-W40", "barnen", "start", "val", "oma", "barnen");
    FunnelPeriod whole = report().whole().orElseThrow();
    assertThat(whole.begun()).isEqualTo(80);
    assertThat(whole.sent()).isEqualTo(40);
    assertThat(page(whole, "oma")).isEqualTo(new FunnelPage("oma", PageKind.QUESTIONS, 40, 10, 30));
    assertThat(page(whole, "oma").leftShare()).hasValue(75);
    assertThat(page(whole, "omb")).isEqualTo(new FunnelPage("omb", PageKind.QUESTIONS, 40, 40, 0));
    assertThat(page(whole, "omb").leftShare()).isEmpty();
    assertThat(page(whole, "barnen").leftShare()).hasValue(20);
    assertThat(whole.pages())
        .extracting(FunnelPage::page)
        .containsExactly(
            "start", "val", "stopp", "oma", "omb", "barnen", "barnet", "medicin", "slut",
            "granska");
  }

  @Test
  void a_week_with_few_runs_is_summed_up_with_the_next_and_the_last_one_waits() {
    runs(3, "2026-W52", "start", "start");
    runs(4, "2026-W53", "start", "start");
    runs(8, "2027-W01", "start", "start");
    runs(2, "2027-W02", "start", "start");
    runs(2, "2027-W03", "start", "start");
    assertThat(report().periods())
        .extracting(period -> period.from() + " " + period.to() + " " + period.begun())
        .containsExactly("2026-W52 2026-W53 5", "2027-W01 2027-W01 5");
    assertThat(report().whole().orElseThrow().begun()).as("of those shown").isEqualTo(15);
    assertThat(report().json()).doesNotContain("W02", "W03");
  }

  @Test
  void fewer_runs_than_the_limit_show_nothing_at_all() {
    runs(4, "2026-W40", "val", "start", "val");
    assertThat(report().whole()).isEmpty();
    assertThat(report().periods()).isEmpty();
    assertThat(report().json()).doesNotContain("W40", "val");
    assertThat(funnel.showingAtLeast(4).report(RUN.form()).periods()).hasSize(1);
    assertThatThrownBy(() -> funnel.showingAtLeast(2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void json_leaves_small_numbers_out() {
    runs(12, "2026-W40", "", "start", "val");
    runs(2, "2026-W40", "val", "start", "val");
    assertThat(report().json())
        .contains("\"form\": \"trappan\"", "\"begun\": 10", "\"sent\": 10", "\"left\": null")
        .doesNotContain("14", "12", ": 2,", "leftShare");
  }

  @Test
  void a_sum_that_went_wrong_is_no_negative_number() {
    runs(6, "2026-W40", "val", "start", "val");
    counters.add(
        Map.of(new CounterStore.Key("form-funnel/trappan/1", "2026-W40", "standing", "val"), -9L));
    assertThat(page(report().whole().orElseThrow(), "val").left()).isZero();
  }

  @Property(tries = 200)
  void any_two_numbers_differ_by_nothing_or_by_as_many_as_the_limit(
      @ForAll @Size(12) List<@IntRange(min = 0, max = 9) Integer> counts) {
    InMemoryCounters sums = new InMemoryCounters();
    Funnel of = Funnel.in(sums);
    for (int i = 0; i < counts.size(); i++) {
      String standing = List.of("start", "val", "oma", "").get(i % 4);
      FunnelMark mark =
          new FunnelMark(1, "2026-W4" + i / 4, standing, Map.of("start", true, "val", i % 2 == 0));
      for (int run = 0; run < counts.get(i); run++) {
        of.count(Trappan.ID, FunnelMark.NONE, mark);
      }
    }
    FunnelReport report = of.report(RUN.form());
    Set<Integer> numbers = new LinkedHashSet<>();
    report.periods().forEach(period -> add(numbers, period));
    report.whole().ifPresent(period -> add(numbers, period));
    for (int one : numbers) {
      assertThat(one % 5).isZero();
    }
    assertThat(report.periods()).allMatch(period -> period.begun() >= 5);
  }

  private static void add(Set<Integer> numbers, FunnelPeriod period) {
    numbers.add(period.begun());
    numbers.add(period.sent());
    for (FunnelPage page : period.pages()) {
      numbers.addAll(List.of(page.reached(), page.completed(), page.left()));
    }
  }

  /**
   * Every way in which up to twenty runs of a linear way can end: whatever the report shows, each
   * number under the limit could have been another one too, also for who knows all the others'
   * sums.
   */
  @Test
  void no_small_number_can_be_worked_out_from_the_others() {
    Map<String, List<int[]>> truths = new TreeMap<>();
    for (int start = 0; start <= 20; start++) {
      for (int val = 0; start + val <= 20; val++) {
        for (int sent = 0; start + val + sent <= 20; sent++) {
          int[] truth = {start, val, sent};
          truths.computeIfAbsent(shown(truth), same -> new ArrayList<>()).add(truth);
        }
      }
    }
    truths.remove(shown(new int[] {0, 0, 0}));
    assertThat(truths).hasSizeGreaterThan(10);
    truths.forEach(
        (shown, possible) -> {
          // The most runs that were tried bound the last reports from outside.
          if (possible.stream().allMatch(truth -> truth[0] + truth[1] + truth[2] < 20)) {
            for (int cell = 0; cell < 3; cell++) {
              int at = cell;
              assertThat(possible.stream().map(truth -> truth[at]).distinct().count())
                  .as("%s %d", shown, at)
                  .isGreaterThan(1);
            }
          }
        });
  }

  private static String shown(int[] truth) {
    InMemoryCounters sums = new InMemoryCounters();
    Funnel of = Funnel.in(sums);
    List<FunnelMark> marks =
        List.of(
            new FunnelMark(1, "2026-W40", "start", Map.of("start", false)),
            new FunnelMark(1, "2026-W40", "val", Map.of("start", true, "val", false)),
            new FunnelMark(1, "2026-W40", "", Map.of("start", true, "val", true)));
    for (int i = 0; i < marks.size(); i++) {
      for (int run = 0; run < truth[i]; run++) {
        of.count(Trappan.ID, FunnelMark.NONE, marks.get(i));
      }
    }
    return of.report(RUN.form()).json();
  }
}
