package se.byggsten.forms.diff;

/** What a change of a form means for drafts that were begun before it, the mildest first. */
public enum Impact {
  /** Every answer means the same, and what was complete still is. */
  SAFE,
  /** A person must judge it: an answer may mean something else than when it was given. */
  NEEDS_REVIEW,
  /** Answers are lost or cannot be read, or what was complete may no longer be. */
  BREAKS_DRAFTS
}
