package se.byggsten.forms;

/**
 * A way from a page to a later page, past those between.
 *
 * <p>The first route of a page whose condition holds is taken; the pages between are then hidden.
 *
 * @param when the condition in CEL; empty for always
 * @param to the id of a later page of the same list of pages
 */
public record Route(String when, String to) {
  /** Takes away the space around the condition. */
  public Route {
    when = when.strip();
  }
}
