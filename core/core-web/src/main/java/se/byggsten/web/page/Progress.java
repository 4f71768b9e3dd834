package se.byggsten.web.page;

import org.jspecify.annotations.Nullable;

/**
 * How far the citizen has come.
 *
 * @param step the step, from 1
 * @param of how many steps there are
 * @param name what the step is called
 * @param saved when the answers were last saved, such as {@code 14.02}, or null
 */
public record Progress(int step, int of, String name, @Nullable String saved) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException when the step is not among the steps
   */
  public Progress {
    if (step < 1 || step > of) {
      throw new IllegalArgumentException("Step " + step + " of " + of);
    }
  }

  /** Returns a step that says nothing about saving. */
  public static Progress of(int step, int of, String name) {
    return new Progress(step, of, name, null);
  }
}
