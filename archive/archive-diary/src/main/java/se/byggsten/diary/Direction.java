package se.byggsten.diary;

/** Which way a document went. */
public enum Direction {
  /** It came in. */
  IN,
  /** It was sent out. */
  OUT
}
