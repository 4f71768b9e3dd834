package se.byggsten.forms;

/**
 * Where the first value of a field comes from.
 *
 * @param source the name of the source, such as {@code login.name}
 * @param locked true when the citizen may not change it
 */
public record PrefillRule(String source, boolean locked) {
  /**
   * Checks that there is a source.
   *
   * @throws FormException {@link FormException#DEFINITION} when it is blank
   */
  public PrefillRule {
    source = source.strip();
    if (source.isBlank()) {
      throw new FormException(FormException.DEFINITION, "A prefilled field names its source");
    }
  }
}
