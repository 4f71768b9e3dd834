package se.byggsten.forms.funnel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import se.byggsten.core.store.CounterStore;
import se.byggsten.data.JsonWriter;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;

/**
 * What may be shown of a funnel: nothing that stands for fewer runs than a limit, nor anything from
 * which such a number can be subtracted.
 *
 * <p>A week in which fewer were begun is summed up with the weeks after it, and the latest weeks
 * wait until they are enough. Every number is rounded down to a multiple of the limit, so that any
 * two that are shown differ by nothing or by a multiple of it, and a single run can seldom be seen
 * to move. Only where many small numbers all lie just under the limit can their sum give them away.
 *
 * @param formId the id of the form
 * @param version its version
 * @param atLeast the fewest runs that a number stands for
 * @param whole all the periods together; empty when there is none
 * @param periods in the order of time
 */
public record FunnelReport(
    String formId,
    int version,
    int atLeast,
    Optional<FunnelPeriod> whole,
    List<FunnelPeriod> periods) {
  /** The limit of a service that sets none of its own. */
  public static final int LEAST = 5;

  /** Copies the list. */
  public FunnelReport {
    periods = List.copyOf(periods);
  }

  static FunnelReport of(FormDefinition form, int least, Map<CounterStore.Key, Long> sums) {
    String series = Cell.series(form.id(), form.version());
    TreeSet<String> weeks = new TreeSet<>();
    sums.keySet().forEach(key -> weeks.add(key.period()));
    List<List<String>> enough = new ArrayList<>();
    List<String> together = new ArrayList<>();
    for (String week : weeks) {
      together.add(week);
      if (sum(sums, series, together, Cell.BEGUN, "") >= least) {
        enough.add(together);
        together = new ArrayList<>();
      }
    }
    Period period = new Period(form, least, sums, series);
    List<String> all = enough.stream().flatMap(List::stream).toList();
    return new FunnelReport(
        form.id(),
        form.version(),
        least,
        all.isEmpty() ? Optional.empty() : Optional.of(period.of(all)),
        enough.stream().map(period::of).toList());
  }

  private static long sum(
      Map<CounterStore.Key, Long> sums, String series, List<String> weeks, Cell cell, String page) {
    return weeks.stream()
        .mapToLong(week -> sums.getOrDefault(cell.key(series, week, page), 0L))
        .sum();
  }

  private record Period(
      FormDefinition form, int least, Map<CounterStore.Key, Long> sums, String series) {
    FunnelPeriod of(List<String> weeks) {
      List<FunnelPage> pages = new ArrayList<>();
      add(form.pages(), weeks, pages);
      return new FunnelPeriod(
          weeks.get(0),
          weeks.get(weeks.size() - 1),
          shown(weeks, Cell.BEGUN, ""),
          shown(weeks, Cell.SENT, ""),
          pages);
    }

    private void add(List<PageDefinition> of, List<String> weeks, List<FunnelPage> pages) {
      for (PageDefinition page : of) {
        if (page.party().isEmpty() && page.kind() != PageKind.RECEIPT) {
          pages.add(
              new FunnelPage(
                  page.id(),
                  page.kind(),
                  shown(weeks, Cell.REACHED, page.id()),
                  shown(weeks, Cell.COMPLETED, page.id()),
                  shown(weeks, Cell.STANDING, page.id())));
          page.group().ifPresent(group -> add(group.pages(), weeks, pages));
        }
      }
    }

    private int shown(List<String> weeks, Cell cell, String page) {
      long runs = Math.max(0, sum(sums, series, weeks, cell, page));
      return (int) (runs - runs % least);
    }
  }

  /**
   * Writes the report as JSON: the same names as here, a share where there is one, and null for a
   * number that is not shown.
   *
   * @return the JSON
   */
  public String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("form", formId);
    json.put("version", version);
    json.put("atLeast", atLeast);
    whole.ifPresent(period -> json.put("whole", data(period)));
    json.put("periods", periods.stream().map(FunnelReport::data).toList());
    return JsonWriter.pretty().write(json);
  }

  private static Map<String, Object> data(FunnelPeriod period) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("from", period.from());
    data.put("to", period.to());
    number(data, "begun", period.begun());
    number(data, "sent", period.sent());
    data.put("pages", period.pages().stream().map(FunnelReport::data).toList());
    return data;
  }

  private static Map<String, Object> data(FunnelPage page) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("page", page.page());
    data.put("kind", page.kind().name());
    number(data, "reached", page.reached());
    number(data, "completed", page.completed());
    number(data, "left", page.left());
    page.leftShare().ifPresent(share -> data.put("leftShare", share));
    return data;
  }

  private static void number(Map<String, Object> data, String name, int runs) {
    data.put(name, runs == 0 ? null : runs);
  }
}
