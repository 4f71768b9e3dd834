package se.byggsten.diary;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the public may see of an entry in the diary.
 *
 * <p>Only {@link DiaryEntry#publicView()} makes it from an entry. The register is open, but a page
 * on the web is also a processing of personal data: whether names are shown there is the
 * authority's decision to make (dataskyddsförordningen artikel 6).
 *
 * @param number the number of the case
 * @param documentText the number of the document
 * @param date the day on which it came in or was drawn up
 * @param direction which way it went
 * @param counterparty the sender or recipient; empty when it is left out
 * @param subject what it concerns; empty when it is left out
 * @param annulment why the number is not used
 */
public record PublicView(
    String number,
    String documentText,
    LocalDate date,
    Direction direction,
    Optional<String> counterparty,
    Optional<String> subject,
    Optional<Annulment> annulment) {

  @Override
  public String toString() {
    return "PublicView[" + documentText + ", " + date + ", " + direction + "]";
  }
}
