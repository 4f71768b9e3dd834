package se.byggsten.forms.fill;

import java.util.List;
import se.byggsten.forms.run.FormState;

/**
 * A form that was filled in from JSON.
 *
 * @param state the answers, right and wrong, as a run to go on with
 * @param problems what is wrong, first what the JSON has that the form does not know, then page by
 *     page
 */
public record Filled(FormState state, List<FillProblem> problems) {
  /** Copies the list. */
  public Filled {
    problems = List.copyOf(problems);
  }

  /**
   * Tells whether the form may be sent as it is.
   *
   * @return true when there are at most notes
   */
  public boolean isComplete() {
    return problems.stream().allMatch(problem -> problem.level() == FillProblem.Level.NOTE);
  }

  /** Leaves out the answers. */
  @Override
  public String toString() {
    return "Filled[" + state + ", " + problems.size() + " problems]";
  }
}
