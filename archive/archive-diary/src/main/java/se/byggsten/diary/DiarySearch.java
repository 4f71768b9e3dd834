package se.byggsten.diary;

import java.util.Optional;

/**
 * A search of the public register.
 *
 * @param text words, as people write them to a search engine; all of them are to be found
 * @param authorityCode one authority's diary; empty for all
 * @param order the order of what is found
 * @param limit how many entries at the most, 1 to 1 000
 */
public record DiarySearch(String text, Optional<String> authorityCode, Order order, int limit) {
  /** The order of what is found. */
  public enum Order {
    /** The latest date first. */
    LATEST,
    /** By subject in Swedish alphabetical order; what has none comes last. */
    SUBJECT,
    /** By sender or recipient in Swedish alphabetical order; what has none comes last. */
    COUNTERPARTY
  }

  private static final int LONGEST = 200;
  private static final int MOST = 1_000;

  /**
   * Cuts the text to 200 characters: nobody means more.
   *
   * @throws IllegalArgumentException when the limit is out of bounds
   */
  public DiarySearch {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("A search finds 1 to " + MOST + " entries");
    }
    text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /**
   * Searches all diaries, the latest first, for at most 100 entries.
   *
   * @param text the words
   * @return the search
   */
  public static DiarySearch of(String text) {
    return new DiarySearch(text, Optional.empty(), Order.LATEST, 100);
  }

  /**
   * Returns the same search in another order.
   *
   * @param other the order
   * @return the search
   */
  public DiarySearch by(Order other) {
    return new DiarySearch(text, authorityCode, other, limit);
  }
}
