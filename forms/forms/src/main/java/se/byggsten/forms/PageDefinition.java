package se.byggsten.forms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page of a form.
 *
 * <p>Its texts have the keys {@code <page>.title}, {@code <page>.intro} and, for an introduction,
 * {@code <page>.scope}, {@code .need}, {@code .time}, {@code .data}.
 *
 * @param id lower-case letters, digits and hyphens; part of the page's address
 * @param kind what the page is for
 * @param showIf the condition for showing it; empty for always
 * @param fields its fields in order
 * @param group the group whose rows it shows; for {@link PageKind#REPEAT} alone
 * @param routes the ways past later pages, in order
 * @param party the party that alone sees and answers it; empty for the applicant
 */
public record PageDefinition(
    String id,
    PageKind kind,
    String showIf,
    List<FieldDefinition> fields,
    Optional<GroupDefinition> group,
    List<Route> routes,
    String party) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  /**
   * Checks that the parts go with the kind.
   *
   * @throws FormException {@link FormException#DEFINITION} when they do not
   */
  public PageDefinition {
    showIf = showIf.strip();
    party = party.strip();
    fields = List.copyOf(fields);
    routes = List.copyOf(routes);
    refuseUnless(
        ID.matcher(id).matches(), "The id of a page is lower-case letters, digits and hyphens");
    refuseUnless(
        kind.hasFields() || fields.isEmpty(),
        "Move the fields of the page " + id + " to a page with questions");
    refuseUnless(!kind.hasFields() || !fields.isEmpty(), "Give the page " + id + " a field");
    refuseUnless(
        (kind == PageKind.REPEAT) == group.isPresent(),
        "A page of the kind repeat, and no other, has a group; see the page " + id);
    refuseUnless(
        kind != PageKind.EXIT || !showIf.isEmpty(),
        "Say with show-if when the exit page " + id + " is shown");
  }

  private static void refuseUnless(boolean good, String message) {
    if (!good) {
      throw new FormException(FormException.DEFINITION, message);
    }
  }

  /**
   * Returns a page that is always shown.
   *
   * @param id the id
   * @param kind what the page is for
   * @param fields its fields in order
   * @return the page
   */
  public static PageDefinition of(String id, PageKind kind, List<FieldDefinition> fields) {
    return new PageDefinition(id, kind, "", fields, Optional.empty(), List.of(), "");
  }

  /**
   * Returns the page of a repeating group that is always shown.
   *
   * @param id the id
   * @param group the group
   * @return the page
   */
  public static PageDefinition repeat(String id, GroupDefinition group) {
    return new PageDefinition(
        id, PageKind.REPEAT, "", List.of(), Optional.of(group), List.of(), "");
  }

  /**
   * Returns a page that ends the form.
   *
   * @param id the id
   * @param condition when the form cannot be used
   * @return the page
   */
  public static PageDefinition exit(String id, String condition) {
    return new PageDefinition(
        id, PageKind.EXIT, condition, List.of(), Optional.empty(), List.of(), "");
  }

  /**
   * Returns the same page with a condition.
   *
   * @param condition the condition for showing it; empty for always
   * @return the page
   */
  public PageDefinition showIf(String condition) {
    return new PageDefinition(id, kind, condition, fields, group, routes, party);
  }

  /**
   * Returns the same page with ways past later pages.
   *
   * @param ways the routes in order
   * @return the page
   */
  public PageDefinition routes(List<Route> ways) {
    return new PageDefinition(id, kind, showIf, fields, group, ways, party);
  }

  /**
   * Returns the same page for a party.
   *
   * @param who the id of the party; empty for the applicant
   * @return the page
   */
  public PageDefinition party(String who) {
    return new PageDefinition(id, kind, showIf, fields, group, routes, who);
  }
}
