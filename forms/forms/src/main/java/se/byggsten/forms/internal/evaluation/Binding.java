package se.byggsten.forms.internal.evaluation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FieldDefinition;

/**
 * An answer read by the type of its field.
 *
 * @param value the value, null when there is no answer or it cannot be read
 * @param error the name of what is wrong with an answer that cannot be read; empty when it can
 */
public record Binding(@Nullable Object value, String error) {
  private static final Binding ABSENT = new Binding(null, "");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,4}");

  /** What is posted for yes; an agreed declaration is the same. */
  public static final String YES = "yes";

  /** What is posted for no. */
  public static final String NO = "no";

  /**
   * Reads an answer.
   *
   * @param field the field
   * @param raw what was posted: for a date day, month and year
   * @return the value or what is wrong
   */
  public static Binding read(FieldDefinition field, List<String> raw) {
    List<String> given = raw.stream().filter(text -> !text.isBlank()).toList();
    if (given.isEmpty()) {
      return ABSENT;
    }
    return switch (field.type()) {
      case CHECKBOXES -> of(given.stream().distinct().toList());
      case YES_NO -> yesNo(given.get(0));
      case DECLARATION -> given.get(0).equals(YES) ? of(true) : ABSENT;
      case DATE -> date(raw);
      case FILES -> ABSENT;
      default -> of(given.get(0).replace("\r\n", "\n").replace('\r', '\n').strip());
    };
  }

  private static Binding of(Object value) {
    return new Binding(value, "");
  }

  private static Binding yesNo(String text) {
    return switch (text) {
      case YES -> of(true);
      case NO -> of(false);
      default -> new Binding(null, "Choice");
    };
  }

  private static Binding date(List<String> raw) {
    if (raw.size() == 3) {
      String day = raw.get(0).strip();
      String month = raw.get(1).strip();
      String year = raw.get(2).strip();
      if (DIGITS.matcher(day).matches()
          && DIGITS.matcher(month).matches()
          && DIGITS.matcher(year).matches()
          && year.length() == 4) {
        try {
          return of(
              LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
          return new Binding(null, "Date");
        }
      }
    }
    return new Binding(null, "Date");
  }

  /** Leaves out the value. */
  @Override
  public String toString() {
    return "Binding[" + (value == null ? "no value" : "a value") + ", " + error + "]";
  }
}
