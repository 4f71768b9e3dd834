package se.byggsten.forms;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of a form; its title has the key {@code <page>.title}.
 *
 * @param id lower-case letters, digits and hyphens; part of the page's address
 * @param kind what the page is for
 * @param showIf the condition for showing it; empty for always
 * @param fields its fields in order
 */
public record PageDefinition(
    String id, PageKind kind, String showIf, List<FieldDefinition> fields) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  /**
   * Checks the id and that a review page has no fields of its own.
   *
   * @throws FormException {@link FormException#DEFINITION} when they will not do
   */
  public PageDefinition {
    fields = List.copyOf(fields);
    if (!ID.matcher(id).matches()) {
      throw new FormException(
          FormException.DEFINITION, "The id of a page is lower-case letters, digits and hyphens");
    }
    if (kind == PageKind.REVIEW && !fields.isEmpty()) {
      throw new FormException(
          FormException.DEFINITION,
          "Move the fields of the review page " + id + " to another page");
    }
    if (kind != PageKind.REVIEW && fields.isEmpty()) {
      throw new FormException(FormException.DEFINITION, "Give the page " + id + " a field");
    }
  }
}
