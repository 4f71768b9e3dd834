package se.byggsten.conformance.trace;

import se.byggsten.core.finding.Finding;

/**
 * One thing that a trace expects and that is otherwise.
 *
 * @param finding what it is, where, and what to do; never holds an answer
 * @param expected what the trace says, as JSON; {@code nothing} where it says that there is none.
 *     May hold an answer
 * @param actual what is, as JSON; {@code nothing} where there is none. May hold an answer
 */
public record TraceDifference(Finding finding, String expected, String actual) {
  /** Leaves out what may hold an answer. */
  @Override
  public String toString() {
    return "TraceDifference[" + finding.code() + " " + finding.where() + "]";
  }
}
