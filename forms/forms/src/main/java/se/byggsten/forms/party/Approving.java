package se.byggsten.forms.party;

/** What became of an approval. */
public enum Approving {
  /** The party has approved. */
  APPROVED,
  /** The content is not the one that was shown; show it again. */
  CHANGED,
  /** The party's own pages are not complete, or the applicant's that the party approves. */
  INCOMPLETE,
  /** The application is sent, gone or not this person's any more. */
  GONE
}
