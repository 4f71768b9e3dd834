package se.byggsten.forms.internal.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.Place;
import se.byggsten.forms.internal.constraint.AnswerContext;
import se.byggsten.forms.spi.Bound;

/**
 * What a set of answers means: which pages and fields are shown, what is offered and required.
 *
 * <p>Nothing is worked out before somebody asks, and nothing twice. The answer of a hidden field
 * counts as absent everywhere. For one thread.
 */
public final class Evaluation {
  private final Plan plan;
  private final Answers answers;
  private final LocalDate today;
  private final Map<String, Boolean> pages = new HashMap<>();

  /** By the number of the field, for those outside every group; the others stand by path. */
  private final @Nullable Boolean[] topFields;

  private final @Nullable Bound[] topBounds;
  private final Map<String, Boolean> rowFields = new HashMap<>();
  private final Map<String, Bound> rowBounds = new HashMap<>();
  private final Map<String, List<Map<String, Object>>> groups = new HashMap<>();

  private Evaluation(Plan plan, Answers answers, LocalDate today) {
    this.plan = plan;
    this.answers = answers;
    this.today = today;
    topFields = new @Nullable Boolean[plan.fields().size()];
    topBounds = new @Nullable Bound[plan.fields().size()];
  }

  /**
   * Evaluates answers.
   *
   * @param plan the form made ready
   * @param answers what was written
   * @param today the day
   * @return what they mean
   */
  public static Evaluation of(Plan plan, Answers answers, LocalDate today) {
    return new Evaluation(plan, answers, today);
  }

  /**
   * Takes over what is known of a page from before.
   *
   * @param path the page and its rows
   * @param shown whether it is shown
   */
  public void know(String path, boolean shown) {
    pages.put(path, shown);
  }

  /**
   * Returns the form made ready.
   *
   * @return the plan
   */
  public Plan plan() {
    return plan;
  }

  /**
   * Returns the day.
   *
   * @return in Sweden
   */
  public LocalDate today() {
    return today;
  }

  /**
   * Tells whether a page is shown.
   *
   * @param page its id
   * @param place the row that it belongs to
   * @return true when it is
   */
  public boolean isPageShown(String page, Place place) {
    String path = place.path(page);
    Boolean known = pages.get(path);
    if (known == null) {
      known = decide(page, place);
      pages.put(path, known);
    }
    return known;
  }

  private boolean decide(String id, Place place) {
    PagePlan page = plan.pages().get(id);
    if (page == null) {
      return false;
    }
    if (page.around() != null && !isPageShown(page.around(), place.outer(place.depth() - 1))) {
      return false;
    }
    // What cannot be evaluated hides nothing, and shows nobody out.
    boolean otherwise = page.page().kind() != PageKind.EXIT;
    if (page.show() != null && !page.show().holds(this, place, otherwise)) {
      return false;
    }
    return page.skips().stream().noneMatch(skip -> isTaken(skip, place));
  }

  private boolean isTaken(PagePlan.Skip skip, Place place) {
    return isPageShown(skip.from(), place)
        && skip.before().stream().noneMatch(condition -> condition.holds(this, place, false))
        && (skip.when() == null || skip.when().holds(this, place, false));
  }

  /**
   * Tells whether a field is shown.
   *
   * @param id its id
   * @param place the row that it belongs to
   * @return true when it is
   */
  public boolean isShown(String id, Place place) {
    return isShown(plan.field(id), place);
  }

  /**
   * Tells whether a field is shown.
   *
   * @param field the field
   * @param place the row that it belongs to
   * @return true when it is
   */
  public boolean isShown(FieldPlan field, Place place) {
    if (place.depth() > 0) {
      String path = place.path(field.id());
      Boolean known = rowFields.get(path);
      if (known == null) {
        known = decide(field, place);
        rowFields.put(path, known);
      }
      return known;
    }
    Boolean known = topFields[field.index()];
    if (known == null) {
      known = decide(field, place);
      topFields[field.index()] = known;
    }
    return known;
  }

  /**
   * Tells whether a field is in its page as it is drawn: one that lies under a choice always is,
   * unless that choice is not offered.
   *
   * @param field the field
   * @param place the row that it belongs to
   * @return true when it is
   */
  public boolean isDrawn(FieldPlan field, Place place) {
    Reveal under = field.shape().reveal();
    if (under == null) {
      return isShown(field, place);
    }
    return isPageShown(field.page(), place)
        && (!plan.field(under.parent()).options().containsKey(under.value())
            || options(under.parent(), place).stream()
                .anyMatch(option -> option.value().equals(under.value())));
  }

  private boolean decide(FieldPlan field, Place place) {
    return isPageShown(field.page(), place)
        && (field.show() == null || field.show().holds(this, place, true));
  }

  /**
   * Returns the fields of a page that are shown.
   *
   * @param page the page
   * @param place the row that it belongs to
   * @return in order; empty when the page is hidden
   */
  public List<FieldDefinition> shownFields(PageDefinition page, Place place) {
    List<FieldDefinition> shown = new ArrayList<>(page.fields().size());
    for (FieldPlan field : plan.page(page.id()).fields()) {
      if (isShown(field, place)) {
        shown.add(field.field());
      }
    }
    return shown;
  }

  /**
   * Returns the answer of a field.
   *
   * @param field the field
   * @param place the row that it belongs to
   * @return the value or what is wrong; absent for a hidden field
   */
  public Bound bound(FieldPlan field, Place place) {
    if (place.depth() > 0) {
      String path = place.path(field.id());
      Bound bound = rowBounds.get(path);
      if (bound == null) {
        bound = isShown(field, place) ? read(field, path, place) : Bound.ABSENT;
        rowBounds.put(path, bound);
      }
      return bound;
    }
    Bound bound = topBounds[field.index()];
    if (bound == null) {
      bound = isShown(field, place) ? read(field, field.id(), place) : Bound.ABSENT;
      topBounds[field.index()] = bound;
    }
    return bound;
  }

  private Bound read(FieldPlan plan, String path, Place place) {
    FieldDefinition field = plan.field();
    if (plan.value() != null) {
      Object result = plan.value().evaluate(this, place);
      return result == null ? Bound.ABSENT : field.type().calculated(result, field.settings());
    }
    if (plan.shape().files()) {
      List<AttachmentRef> files = answers.files(path);
      return files.isEmpty() ? Bound.ABSENT : Bound.of(files);
    }
    List<String> raw = answers.raw(path);
    return raw.isEmpty() ? Bound.ABSENT : field.type().bind(raw, field.settings());
  }

  /**
   * Returns the value of a field that is shown.
   *
   * @param id its id
   * @param place the row that it belongs to
   * @return the value, null when absent or not readable
   */
  public @Nullable Object value(String id, Place place) {
    return bound(plan.field(id), place).value();
  }

  /**
   * Returns the rows of a group.
   *
   * @param group its id
   * @param place the row around it
   * @return the numbers of its rows in order
   */
  public List<Integer> rows(String group, Place place) {
    return answers.rows(place.path(group));
  }

  /**
   * Returns the options that a choice offers.
   *
   * @param id the id of the field
   * @param place the row that it belongs to
   * @return in order
   */
  public List<OptionDefinition> options(String id, Place place) {
    FieldPlan field = plan.field(id);
    if (field.options().isEmpty()) {
      return field.field().options();
    }
    List<OptionDefinition> offered = new ArrayList<>();
    for (OptionDefinition option : field.field().options()) {
      Condition condition = field.options().get(option.value());
      if (condition == null || condition.holds(this, place, true)) {
        offered.add(option);
      }
    }
    return offered;
  }

  /**
   * Tells whether a field must be answered now.
   *
   * @param id the id of the field
   * @param place the row that it belongs to
   * @return true when it is required or its condition holds
   */
  public boolean isRequired(String id, Place place) {
    return isRequired(plan.field(id), place);
  }

  /**
   * Tells whether a field must be answered now.
   *
   * @param field the field
   * @param place the row that it belongs to
   * @return true when it is required or its condition holds
   */
  public boolean isRequired(FieldPlan field, Place place) {
    return field.field().required()
        || (field.require() != null && field.require().holds(this, place, false));
  }

  /**
   * Returns what to tell about an answer.
   *
   * @param id the id of the field
   * @param place the row that it belongs to
   * @return the ids of its warnings that hold
   */
  public List<String> warnings(String id, Place place) {
    List<String> warnings = new ArrayList<>();
    plan.field(id)
        .warnings()
        .forEach(
            (warning, condition) -> {
              if (condition.holds(this, place, false)) {
                warnings.add(warning);
              }
            });
    return warnings;
  }

  /**
   * Tells whether there is such a party.
   *
   * @param party its id
   * @return true when its condition holds or it has none
   */
  public boolean hasParty(String party) {
    Condition condition = plan.party(party);
    return condition == null || condition.holds(this, Place.TOP, true);
  }

  /** The value of a name, as a condition at this place sees it; null when there is none. */
  @Nullable Object variable(String name, Place place) {
    if (name.equals(Plan.TODAY)) {
      return today;
    }
    FieldPlan field = plan.fields().get(name);
    if (field != null) {
      return expressionValue(field, place.outer(field.depth()));
    }
    if (plan.isGroup(name)) {
      return rowsOf(name, place.outer(plan.form().structure().around(name).size()));
    }
    return answers.input(name);
  }

  private @Nullable Object expressionValue(FieldPlan field, Place place) {
    Object value = bound(field, place).value();
    if (value == null) {
      return null;
    }
    if (field.shape().files() && value instanceof List<?> files) {
      return Answers.rowsOf(files.stream().map(AttachmentRef.class::cast).toList());
    }
    return field.field().type().expressionValue(value);
  }

  /** The position of a row among the rows of its group, from 1. */
  Long position(String group, Place place) {
    int row = place.last().orElse(0);
    return rows(group, place.outer(place.depth() - 1)).indexOf(row) + 1L;
  }

  private List<Map<String, Object>> rowsOf(String groupId, Place place) {
    String path = place.path(groupId);
    List<Map<String, Object>> known = groups.get(path);
    if (known == null) {
      known = new ArrayList<>();
      GroupDefinition group = plan.form().structure().groups().get(groupId);
      String page = plan.form().pageOf(groupId).map(PageDefinition::id).orElse("");
      if (group != null && isPageShown(page, place)) {
        for (int row : rows(groupId, place)) {
          known.add(row(group, place.row(row)));
        }
      }
      groups.put(path, known);
    }
    return known;
  }

  private Map<String, Object> row(GroupDefinition group, Place place) {
    Map<String, Object> row = new HashMap<>();
    for (PageDefinition page : group.pages()) {
      for (FieldDefinition field : page.fields()) {
        Object value = expressionValue(plan.field(field.id()), place);
        if (value != null) {
          row.put(field.id(), value);
        }
      }
      page.group().ifPresent(inner -> row.put(inner.id(), rowsOf(inner.id(), place)));
    }
    return row;
  }

  /** Those of the named fields that are shown and answered. */
  List<String> answered(Set<String> names, Place place) {
    List<String> answered = new ArrayList<>();
    for (String name : names) {
      FieldPlan field = plan.field(name);
      if (field.depth() <= place.depth() && value(name, place.outer(field.depth())) != null) {
        answered.add(name);
      }
    }
    return answered;
  }

  /**
   * Returns what constraints of a row may ask.
   *
   * @param page the page that is judged
   * @param place its row
   * @return the context
   */
  public AnswerContext context(PageDefinition page, Place place) {
    return new RowContext(this, plan.form().structure().around(page.id()), place);
  }
}
