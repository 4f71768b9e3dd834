package se.byggsten.forms;

import java.util.regex.Pattern;

/**
 * Something to tell the citizen about an answer without stopping anybody.
 *
 * @param id names the text {@code <field>.warning.<id>}; a lower-case letter, then letters and
 *     digits
 * @param when the condition in CEL
 */
public record WarningRule(String id, String when) {
  private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

  /**
   * Checks that both are there.
   *
   * @throws FormException {@link FormException#DEFINITION} when one is not
   */
  public WarningRule {
    when = when.strip();
    if (!ID.matcher(id).matches() || when.isBlank()) {
      throw new FormException(
          FormException.DEFINITION, "A warning has an id of letters and digits, and a condition");
    }
  }
}
