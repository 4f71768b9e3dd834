package se.byggsten.forms.draft;

import java.util.List;

/** What became of a resume code that somebody typed. */
public sealed interface Resumed {
  /**
   * The code is right and has drafts.
   *
   * @param owner whoever has the code
   * @param drafts at least one
   */
  record Found(DraftOwner owner, List<Draft> drafts) implements Resumed {
    /** Copies the list. */
    public Found {
      drafts = List.copyOf(drafts);
    }

    /** Leaves out the answers. */
    @Override
    public String toString() {
      return "Found[" + drafts.size() + "]";
    }
  }

  /** The code cannot be right: a character is wrong, missing or too many. Nothing was looked up. */
  record Mistyped() implements Resumed {}

  /** The code is well formed, and no draft has it: sent, discarded, expired or never saved. */
  record Unknown() implements Resumed {}

  /** There were too many tries; it is allowed again later. */
  record TooManyAttempts() implements Resumed {}
}
