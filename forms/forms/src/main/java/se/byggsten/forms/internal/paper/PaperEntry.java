package se.byggsten.forms.internal.paper;

import java.util.List;
import java.util.Optional;
import se.byggsten.expression.Syntax;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.spi.Trait;

/**
 * One step in the sequence of a paper form.
 *
 * @param kind what it is
 * @param page the page that it is or stands on
 * @param field the question; for {@link Kind#ASK} and {@link Kind#TEXT} alone
 * @param number what the question is referred to by; empty for what is no question
 * @param condition when it is to be answered, beside what is said of the part that it stands in
 * @param end the index after all that belongs to it
 * @param around the ids of the groups around it
 */
public record PaperEntry(
    Kind kind,
    PageDefinition page,
    Optional<FieldDefinition> field,
    String number,
    Syntax condition,
    int end,
    List<String> around) {
  /** What a step is. */
  public enum Kind {
    /** A page with questions. */
    PART,
    /** A repeating group, whose pages follow. */
    ROWS,
    /** The end of the rows of a group, where one goes on from its last row. */
    AFTER,
    /** A reason not to go on. */
    EXIT,
    /** A question. */
    ASK,
    /** Text between questions, or what is told of a calculated value. */
    TEXT
  }

  /**
   * Tells whether it is the value of a calculated field.
   *
   * @return true for a {@link Kind#TEXT} that tells how it is calculated
   */
  public boolean isCalculated() {
    return field.isPresent() && field.orElseThrow().has(Trait.CALCULATED);
  }

  PaperEntry when(Syntax other) {
    return new PaperEntry(kind, page, field, number, other, end, around);
  }

  PaperEntry ending(int index) {
    return new PaperEntry(kind, page, field, number, condition, index, around);
  }
}
