package se.byggsten.web.paper;

import se.byggsten.web.Html;

/**
 * A question that may stand beside others.
 *
 * @param content the question
 * @param twelfths how much of the width of a page it needs, from 3 to 12
 * @param grows whether it is better the wider it is, as a line to write on is
 */
public record Cell(Html content, int twelfths, boolean grows) {
  static final int ALL = 12;
  private static final int FEWEST = 3;

  /** Refuses a width that is not on a page. */
  public Cell {
    if (twelfths < FEWEST || twelfths > ALL) {
      throw new IllegalArgumentException("From " + FEWEST + " to " + ALL + " twelfths");
    }
  }
}
