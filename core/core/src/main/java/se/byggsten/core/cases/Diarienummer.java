package se.byggsten.core.cases;

/**
 * The number of a case in an authority's diary.
 *
 * @param series the authority's code
 * @param year the year of the series, from the day of receipt in Sweden
 * @param sequence the place in the series, from 1, without gaps
 * @param text the number as the authority writes it, such as {@code KFN 2026-0001}
 */
public record Diarienummer(String series, int year, long sequence, String text) {
  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException when the sequence is below 1 or a text is blank
   */
  public Diarienummer {
    if (sequence < 1 || series.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("A diarienummer has a series, a text and a sequence >= 1");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
