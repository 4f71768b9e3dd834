package se.byggsten.forms.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FormException;
import se.byggsten.forms.FormStructure;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.internal.evaluation.Evaluation;
import se.byggsten.forms.internal.evaluation.Plan;

/** Finds the way through a form: which pages there are, which are complete, where to go on. */
final class Navigator {
  private final Plan plan;
  private final FormStructure structure;
  private final Judge judge;
  private final FormState state;
  private final Evaluation evaluation;
  private final String party;
  private final Map<String, Boolean> complete = new HashMap<>();
  private final Faults faults;
  private @Nullable List<String> pages;

  Navigator(Plan plan, Judge judge, FormState state, Evaluation evaluation, String party) {
    this.plan = plan;
    this.structure = plan.form().structure();
    this.judge = judge;
    this.state = state;
    this.evaluation = evaluation;
    this.party = party;
    this.faults = new Faults(plan, judge, state, evaluation, this);
    state
        .settledOn()
        .filter(evaluation.today()::equals)
        .ifPresent(
            day ->
                state
                    .settled()
                    .forEach(
                        (path, shown) -> {
                          evaluation.know(path, shown);
                          if (shown) {
                            complete.put(path, true);
                          }
                        }));
  }

  /** The day by which it judges, also when midnight has passed since. */
  LocalDate today() {
    return evaluation.today();
  }

  /** What has been found out of pages, to be kept with the state. */
  Map<String, Boolean> settled() {
    Map<String, Boolean> settled = new HashMap<>();
    complete.forEach(
        (path, done) -> {
          if (done) {
            settled.put(path, true);
          }
        });
    for (PageDefinition page : plan.form().pages()) {
      if (!evaluation.isPageShown(page.id(), Place.TOP)) {
        settled.put(page.id(), false);
      }
    }
    return settled;
  }

  private boolean isMine(PageDefinition page) {
    return page.kind() != PageKind.RECEIPT
        && page.party().equals(party)
        && evaluation.isPageShown(page.id(), Place.TOP);
  }

  boolean isFirst(String path) {
    for (PageDefinition page : plan.form().pages()) {
      if (isMine(page)) {
        return page.id().equals(path);
      }
    }
    return false;
  }

  List<String> pages() {
    List<String> known = pages;
    if (known == null) {
      List<String> found = new ArrayList<>();
      for (PageDefinition page : plan.form().pages()) {
        if (isMine(page)) {
          found.add(page.id());
          if (page.kind() == PageKind.EXIT) {
            break;
          }
        }
      }
      known = List.copyOf(found);
      pages = known;
    }
    return known;
  }

  List<String> rowPages(PageDefinition page, Place row) {
    List<String> paths = new ArrayList<>();
    for (PageDefinition inner : group(page).pages()) {
      if (evaluation.isPageShown(inner.id(), row)) {
        paths.add(row.path(inner.id()));
      }
    }
    return paths;
  }

  private static GroupDefinition group(PageDefinition page) {
    return page.group().orElseThrow();
  }

  PageDefinition page(String path) {
    return plan.form()
        .page(Place.name(path))
        .orElseThrow(
            () -> new FormException(FormException.UNKNOWN_PAGE, "The form has no such page"));
  }

  /** Refuses a page that does not stand at the place of the path, or a row that is not there. */
  Place place(String path) {
    PageDefinition page = page(path);
    List<String> groups = structure.around(page.id());
    Place place = Place.of(path).filter(p -> p.depth() == groups.size()).orElse(null);
    if (place == null) {
      throw new FormException(FormException.UNKNOWN_PAGE, "The form has no such page");
    }
    for (int i = 0; i < groups.size(); i++) {
      if (!evaluation.rows(groups.get(i), place.outer(i)).contains(place.rows().get(i))) {
        throw new FormException(FormException.UNKNOWN_PAGE, "The row is not there");
      }
    }
    return place;
  }

  /**
   * Whether whoever this is may see a page: the applicant their own, who approves also the
   * applicant's, who fills in a part only that part.
   */
  boolean sees(PageDefinition page) {
    return page.party().equals(party) || (page.party().isEmpty() && approves());
  }

  private boolean approves() {
    return plan.form().parties().stream()
        .anyMatch(
            known -> known.id().equals(party) && known.task() == PartyDefinition.Task.APPROVE);
  }

  /** Nobody writes on a page that another party of the form is to fill in. */
  void refuseOthersPages(PageDefinition page) {
    if (!structure.outermost(page).party().equals(party)) {
      throw new FormException(
          FormException.UNKNOWN_PAGE, "The page " + page.id() + " is another party's to fill in");
    }
  }

  /** What is to be put right. */
  Faults faults() {
    return faults;
  }

  boolean isRowComplete(PageDefinition page, Place row) {
    return rowPages(page, row).stream().allMatch(this::isComplete);
  }

  private Optional<String> firstLeftOfRow(PageDefinition page, Place row) {
    return rowPages(page, row).stream().filter(path -> !faults.isPassed(path)).findFirst();
  }

  boolean isComplete(String path) {
    Boolean known = complete.get(path);
    if (known == null) {
      known = judged(path);
      complete.put(path, known);
    }
    return known;
  }

  private boolean judged(String path) {
    PageKind kind = page(path).kind();
    if (kind == PageKind.REVIEW) {
      return true;
    }
    if (kind == PageKind.EXIT || !state.posted().contains(path)) {
      return false;
    }
    boolean later = state.deferred().contains(path);
    return faults.of(path, Set.of()).stream()
        .allMatch(violation -> later && judge.isDeferrable(violation));
  }

  /** Where to go on in a page that is not passed: in a group, the unfinished page of a row. */
  String within(String path) {
    PageDefinition page = page(path);
    if (page.group().isEmpty()) {
      return path;
    }
    Place place = place(path);
    return evaluation.rows(group(page).id(), place).stream()
        .flatMap(row -> firstLeftOfRow(page, place.row(row)).stream())
        .findFirst()
        .map(this::within)
        .orElse(path);
  }

  /** The first page that the way does not go on past; empty when the whole is complete. */
  Optional<String> firstLeft() {
    for (String path : pages()) {
      if (!faults.isPassed(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  boolean isComplete() {
    return pages().stream().allMatch(this::isComplete);
  }

  String last() {
    List<String> all = pages();
    return all.isEmpty() ? plan.form().pages().get(0).id() : all.get(all.size() - 1);
  }

  /** The page itself, or the first before it that is not passed. */
  String open(String path) {
    PageDefinition page = page(path);
    List<String> groups = structure.around(page.id());
    Optional<String> left = firstLeft();
    if (groups.isEmpty()) {
      List<String> all = pages();
      if (!all.contains(path)) {
        return left.orElse(last());
      }
      return left.filter(id -> all.indexOf(id) < all.indexOf(path)).orElse(path);
    }
    Place place = place(path);
    String parent = parent(path);
    String opened = open(parent);
    if (!opened.equals(parent) || !evaluation.isPageShown(page.id(), place)) {
      return opened;
    }
    List<String> siblings = rowPages(page(parent), place);
    return firstLeftOfRow(page(parent), place)
        .filter(first -> siblings.indexOf(first) < siblings.indexOf(path))
        .orElse(path);
  }

  /** The path of the page that lists the rows among which a page stands. */
  String parent(String path) {
    List<String> groups = structure.around(Place.name(path));
    Place place = place(path);
    String list = structure.pageOf(groups.get(groups.size() - 1)).orElseThrow().id();
    return place.outer(place.depth() - 1).path(list);
  }

  private boolean isInRow(String path) {
    return !structure.around(Place.name(path)).isEmpty();
  }

  private List<String> sequence(String path) {
    return isInRow(path) ? rowPages(page(parent(path)), place(path)) : pages();
  }

  /** Whether a page is shown, with all around it, and no exit comes before it. */
  boolean isOnTheWay(String path) {
    return sequence(path).contains(path) && (!isInRow(path) || isOnTheWay(parent(path)));
  }

  /** Where to be instead of a page that is not on the way: what comes after it, else the last. */
  String nearest(String path) {
    if (isInRow(path) && !isOnTheWay(parent(path))) {
      return nearest(parent(path));
    }
    List<String> order = inOrder(path);
    List<String> sequence = sequence(path);
    return sequence.stream()
        .filter(one -> order.indexOf(one) > order.indexOf(path))
        .findFirst()
        .map(this::open)
        .orElseGet(() -> isInRow(path) ? parent(path) : last());
  }

  /** The pages beside a page, shown or not. */
  private List<String> inOrder(String path) {
    Place place = Place.of(path).orElse(Place.TOP);
    return structure.siblings(Place.name(path)).stream()
        .map(page -> place.path(page.id()))
        .toList();
  }

  String previous(String path) {
    if (!isOnTheWay(path)) {
      return before(path);
    }
    List<String> sequence = sequence(path);
    int at = sequence.indexOf(path);
    if (at > 0) {
      return sequence.get(at - 1);
    }
    return isInRow(path) ? parent(path) : sequence.isEmpty() ? last() : sequence.get(0);
  }

  private String before(String path) {
    if (isInRow(path) && !isOnTheWay(parent(path))) {
      return before(parent(path));
    }
    List<String> order = inOrder(path);
    List<String> sequence = sequence(path);
    return sequence.stream()
        .filter(one -> order.indexOf(one) < order.indexOf(path))
        .reduce((one, later) -> later)
        .orElseGet(
            () ->
                isInRow(path) ? parent(path) : sequence.isEmpty() ? last() : open(sequence.get(0)));
  }

  /** Where to go after a page that was let through; empty when the whole is confirmed. */
  Optional<String> following(String path, boolean fromReview) {
    Optional<String> left = firstLeft();
    boolean toReview = fromReview && page(last()).kind() == PageKind.REVIEW && !path.equals(last());
    if (toReview && left.filter(page -> !page.equals(last())).isEmpty()) {
      return Optional.of(last());
    }
    List<String> sequence = sequence(path);
    int at = sequence.indexOf(path);
    if (at == sequence.size() - 1) {
      return isInRow(path) ? Optional.of(parent(path)) : left;
    }
    return Optional.of(open(sequence.get(at + 1)));
  }
}
