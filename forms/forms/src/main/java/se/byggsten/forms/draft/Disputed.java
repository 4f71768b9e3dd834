package se.byggsten.forms.draft;

import java.util.List;

/**
 * One answer that two windows gave differently; the citizen says which one holds.
 *
 * @param answer the key of the answer: the id of the field, in a row with the row's place
 * @param here what this window wrote, as written; empty when nothing
 * @param elsewhere what stands in the draft since another window was first; empty when nothing
 */
public record Disputed(String answer, List<String> here, List<String> elsewhere) {
  /** Copies the lists. */
  public Disputed {
    here = List.copyOf(here);
    elsewhere = List.copyOf(elsewhere);
  }

  /** Leaves out both answers. */
  @Override
  public String toString() {
    return "Disputed[" + answer + "]";
  }
}
