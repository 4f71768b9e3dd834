package se.byggsten.forms.funnel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.byggsten.core.store.CounterStore;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.run.FormAnswers;

/**
 * What has been counted of one run; it lies with the run, sealed like its answers, and goes away
 * with it.
 *
 * <p>A page of a repeating group counts once for each run, however many rows there are: reached
 * when one row has come to it, completed when every row that has come to it is done with it.
 *
 * @param version the version of the form; 0 for a run that is not counted
 * @param cohort the week in which the run was begun, such as {@code 2026-W48}
 * @param standing the id of the page where the run stands; empty when it was sent
 * @param pages the ids of the pages that were reached, each true when it is completed
 */
public record FunnelMark(int version, String cohort, String standing, Map<String, Boolean> pages) {
  /** Of a run that is not counted. */
  public static final FunnelMark NONE = new FunnelMark(0, "", "", Map.of());

  /** Copies the map. */
  public FunnelMark {
    pages = Map.copyOf(pages);
  }

  /**
   * Tells whether the run is left out of the counting.
   *
   * @return true for {@link #NONE}
   */
  public boolean isNone() {
    return version == 0;
  }

  /**
   * Writes the mark, for who stores the run.
   *
   * @return texts for {@link #of(List)}; none for {@link #NONE}
   */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    if (!isNone()) {
      texts.addAll(List.of(Integer.toString(version), cohort, standing));
      new TreeMap<>(pages).forEach((page, done) -> texts.add((done ? "+" : "-") + page));
    }
    return texts;
  }

  /**
   * Reads what {@link #texts} wrote.
   *
   * @param texts the texts
   * @return the mark
   * @throws IllegalArgumentException when they are no mark
   */
  public static FunnelMark of(List<String> texts) {
    if (texts.isEmpty()) {
      return NONE;
    }
    if (texts.size() < 3) {
      throw new IllegalArgumentException("A mark has a version, a week and a page");
    }
    Map<String, Boolean> pages = new TreeMap<>();
    for (String page : texts.subList(3, texts.size())) {
      pages.put(page.substring(1), page.charAt(0) == '+');
    }
    return new FunnelMark(Integer.parseInt(texts.get(0)), texts.get(1), texts.get(2), pages);
  }

  /** The pages on the way, up to and with the first that is not passed. */
  static FunnelMark of(int version, String cohort, FormAnswers answers, Pages form) {
    Map<String, Boolean> pages = new LinkedHashMap<>();
    String standing = walk(answers, answers.pages(), form, pages);
    if (standing.isEmpty() && !answers.pages().isEmpty()) {
      // Nothing is left to do but to send.
      standing = answers.pages().get(answers.pages().size() - 1);
      pages.put(standing, false);
    }
    return new FunnelMark(version, cohort, standing, pages);
  }

  /** Finds a page of the form. */
  interface Pages {
    PageDefinition page(String id);
  }

  /** The innermost page that is not passed; empty when all are. */
  private static String walk(
      FormAnswers answers, List<String> paths, Pages form, Map<String, Boolean> pages) {
    for (String path : paths) {
      PageDefinition page = form.page(Place.name(path));
      boolean done = answers.isPagePassed(path);
      pages.merge(page.id(), done, Boolean::logicalAnd);
      String inner = "";
      if (page.group().isPresent()) {
        FormAnswers here = answers.at(Place.of(path).orElse(Place.TOP));
        for (Place row : here.rows(page.group().get().id())) {
          String left = walk(answers, answers.rowPages(page, row), form, pages);
          inner = inner.isEmpty() ? left : inner;
        }
      }
      if (!done) {
        return inner.isEmpty() ? page.id() : inner;
      }
    }
    return "";
  }

  /** After sending: every page that was reached is completed, and the run stands nowhere. */
  FunnelMark sent() {
    Map<String, Boolean> all = new TreeMap<>(pages);
    all.replaceAll((page, done) -> true);
    return isNone() ? this : new FunnelMark(version, cohort, "", all);
  }

  /** Adds each cell that this run is in. */
  void addTo(Map<CounterStore.Key, Long> changes, String formId, long sign) {
    if (isNone()) {
      return;
    }
    String series = Cell.series(formId, version);
    add(changes, Cell.BEGUN.key(series, cohort, ""), sign);
    Cell last = standing.isEmpty() ? Cell.SENT : Cell.STANDING;
    add(changes, last.key(series, cohort, standing), sign);
    pages.forEach(
        (page, done) -> {
          add(changes, Cell.REACHED.key(series, cohort, page), sign);
          if (done) {
            add(changes, Cell.COMPLETED.key(series, cohort, page), sign);
          }
        });
  }

  private static void add(Map<CounterStore.Key, Long> changes, CounterStore.Key key, long sign) {
    changes.merge(key, sign, Long::sum);
  }
}
