package se.byggsten.forms;

import java.util.regex.Pattern;

/**
 * One option of a choice; its text has the key {@code <field>.option.<value>}.
 *
 * @param value what is stored when it is chosen: letters, digits, hyphens
 * @param showIf the condition for offering it; empty for always
 */
public record OptionDefinition(String value, String showIf) {
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,59}");

  /**
   * Checks the value.
   *
   * @throws FormException {@link FormException#DEFINITION} when it is not of the form
   */
  public OptionDefinition {
    showIf = showIf.strip();
    if (!VALUE.matcher(value).matches()) {
      throw new FormException(
          FormException.DEFINITION, "The value of an option is letters, digits and hyphens");
    }
  }

  /**
   * Returns an option that is always offered.
   *
   * @param value what is stored
   * @return the option
   */
  public static OptionDefinition of(String value) {
    return new OptionDefinition(value, "");
  }
}
