package se.byggsten.diary;

import java.util.List;

/**
 * The public's view of one authority's diary for one year.
 *
 * @param entries the views, in the order of their numbers
 * @param lastSequence the last number given in the series
 * @param withheld how many numbers of the series are not shown, so that the gaps are explained
 */
public record PublicRegister(List<PublicView> entries, long lastSequence, long withheld) {
  /** Copies the list. */
  public PublicRegister {
    entries = List.copyOf(entries);
  }
}
