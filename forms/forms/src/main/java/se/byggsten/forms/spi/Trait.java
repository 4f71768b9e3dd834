package se.byggsten.forms.spi;

/** What is special about a kind of field, so that the form need not know the kind itself. */
public enum Trait {
  /** The answer is among the options of the field, which must then have some. */
  OPTIONS,
  /** The answer is a list: one name may be posted several times. */
  MANY,
  /** An answer that is not given posts nothing at all, as with an unticked box. */
  BOX,
  /** The answer is text that somebody typed; control characters are refused. */
  TYPED,
  /** The answer is files, which come as parts of their own. */
  FILES,
  /** The value is calculated from other answers and never posted. */
  CALCULATED,
  /** Nothing is asked: the field shows text. */
  CONTENT,
  /**
   * The drawing shows what is written, and what is to be put right, as text and does nothing else
   * with them than to leave out what is empty, so it can be made once and filled; of a choice, the
   * chosen options may decide.
   */
  VERBATIM
}
