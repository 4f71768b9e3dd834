package se.byggsten.forms.internal.evaluation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.PageDefinition;

/**
 * A field that belongs to one choice of a question on the same page.
 *
 * <p>Such a field is always in the page, under its choice, so that it can be answered without a
 * script and without one more round to the server. Any other condition is decided by the server.
 *
 * @param parent the id of the question
 * @param value the posted value of the choice
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
    if (option.matches()) {
      return of(page, option.group(1), option.group(2));
    }
    Matcher yes = YES.matcher(condition);
    return yes.matches() ? of(page, yes.group(1), true) : Optional.empty();
  }

  private static Optional<Reveal> of(PageDefinition page, String id, Object value) {
    return page.fields().stream()
        .filter(field -> field.id().equals(id) && field.showIf().isEmpty())
        .findFirst()
        .flatMap(field -> field.type().choiceOf(value))
        .map(choice -> new Reveal(id, choice));
  }
}
