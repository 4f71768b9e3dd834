package se.byggsten.forms.internal.evaluation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.PageDefinition;

/**
 * A field that belongs to one option of a radio question on the same page.
 *
 * <p>Such a field is always in the page, under its option, so that it can be answered without a
 * script and without one more round to the server. Any other condition is decided by the server.
 *
 * @param parent the id of the radio question
 * @param value the posted value of the option
 */
public record Reveal(String parent, String value) {
  private static final Pattern OPTION = Pattern.compile("(\\w+) == ['\"]([A-Za-z0-9-]+)['\"]");
  private static final Pattern YES = Pattern.compile("(\\w+)(?: == true)?");

  /**
   * Returns the option that a field belongs to.
   *
   * @param page the page
   * @param field a field of it
   * @return the option; empty when the condition is of another kind
   */
  public static Optional<Reveal> of(PageDefinition page, FieldDefinition field) {
    String condition = field.showIf().strip();
    Matcher option = OPTION.matcher(condition);
    if (option.matches() && isA(page, option.group(1), "radio")) {
      return Optional.of(new Reveal(option.group(1), option.group(2)));
    }
    Matcher yes = YES.matcher(condition);
    if (yes.matches() && isA(page, yes.group(1), "yes-no")) {
      return Optional.of(new Reveal(yes.group(1), "yes"));
    }
    return Optional.empty();
  }

  private static boolean isA(PageDefinition page, String id, String type) {
    return page.fields().stream()
        .anyMatch(
            field ->
                field.id().equals(id)
                    && field.type().name().equals(type)
                    && field.showIf().isEmpty());
  }
}
