package se.byggsten.web.paper;

import org.jspecify.annotations.Nullable;

/**
 * One box to tick.
 *
 * @param label what is ticked
 * @param hint more about it, or null
 * @param goTo the number of the question to go to next, or null for the one that follows
 * @param instruction what else to do next, or null
 */
public record Tick(
    String label, @Nullable String hint, @Nullable String goTo, @Nullable String instruction) {
  /** Returns a box that leads to the question that follows. */
  public static Tick of(String label) {
    return new Tick(label, null, null, null);
  }

  /** Returns a box that leads to another question. */
  public static Tick of(String label, String goTo) {
    return new Tick(label, null, goTo, null);
  }

  /** Returns the same box with more about it. */
  public Tick hint(String text) {
    return new Tick(label, text, goTo, instruction);
  }

  /** Returns the same box with what to do next, such as to go to the signature. */
  public Tick then(String text) {
    return new Tick(label, hint, null, text);
  }
}
