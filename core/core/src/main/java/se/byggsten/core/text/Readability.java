package se.byggsten.core.text;

/**
 * How heavy a text is to read.
 *
 * @param words how many words
 * @param sentences how many sentences; headings, labels and list items count as one each
 * @param longWords how many words of more than six letters
 * @param longestSentence how many words the longest sentence has
 */
public record Readability(int words, int sentences, int longWords, int longestSentence) {
  /** From about so many words on, LIX says something. */
  public static final int ENOUGH_WORDS = 100;

  /**
   * Checks that the numbers fit together.
   *
   * @throws IllegalArgumentException when they do not
   */
  public Readability {
    if (words < 0
        || longWords < 0
        || longWords > words
        || longestSentence > words
        || sentences > words
        || (words > 0 && (sentences < 1 || longestSentence < 1))) {
      throw new IllegalArgumentException("No text has such numbers");
    }
  }

  /**
   * Returns LIX, the readability index for Swedish (C.-H. Björnsson, Läsbarhet, 1968): words per
   * sentence plus the percentage of long words.
   *
   * <p>Under 30 is very easy, 40–50 is ordinary newspaper text, over 60 is very hard.
   *
   * @return the index, 0 for a text without words
   */
  public double lix() {
    return words == 0 ? 0 : (double) words / sentences + 100.0 * longWords / words;
  }

  /**
   * Returns the average length of a sentence.
   *
   * @return words per sentence, 0 for a text without words
   */
  public double wordsPerSentence() {
    return words == 0 ? 0 : (double) words / sentences;
  }

  /**
   * Tells whether the text is long enough for LIX to say something.
   *
   * @return true from {@value #ENOUGH_WORDS} words on
   */
  public boolean isReliable() {
    return words >= ENOUGH_WORDS;
  }
}
