package se.byggsten.forms.internal.evaluation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.PageDefinition;

/**
 * A page with its compiled conditions.
 *
 * @param page the definition
 * @param fields its fields in order
 * @param byName its fields by the names under which their parts are posted
 * @param around the id of the page whose rows it belongs to; null outside every group
 * @param show when it is shown; null for always
 * @param skips the routes that go past it
 */
public record PagePlan(
    PageDefinition page,
    List<FieldPlan> fields,
    Map<String, FieldPlan> byName,
    @Nullable String around,
    @Nullable Condition show,
    List<Skip> skips) {

  /**
   * A route past a page.
   *
   * @param from the page that has the route
   * @param before the conditions of the routes that come before it, which must all fail
   * @param when its condition; null for always
   */
  record Skip(String from, List<Condition> before, @Nullable Condition when) {}
}
