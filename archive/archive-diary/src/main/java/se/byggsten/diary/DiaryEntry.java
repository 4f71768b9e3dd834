package se.byggsten.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.Diarienummer;
import se.byggsten.core.cases.SecrecyMark;

/**
 * An entry in the diary, as the authority's own staff may see it.
 *
 * <p>Holds what offentlighets- och sekretesslagen (2009:400) 5 kap. 2 § asks for: the date, the
 * number, the sender or recipient and briefly what it concerns; and from that, {@link
 * #publicView()}.
 *
 * @param number the number of the case
 * @param document the place of the document in the case, from 1 (<i>handlingsnummer</i>)
 * @param documentText the number of the document as the authority writes it
 * @param caseId the case
 * @param date the day, in Sweden, on which it came in or was drawn up
 * @param registeredAt when it was registered
 * @param direction which way it went
 * @param counterparty the sender of what came in, the recipient of what went out
 * @param subject briefly what it concerns, for those who may know
 * @param publicSubject briefly what it concerns, for the public
 * @param protectedIdentity whether the counterparty is protected in the population register
 * @param secrecyMark the secrecy mark
 * @param documentIds the documents
 * @param annulment why the number is not used
 * @param withheld whether even the number is kept from the public
 */
public record DiaryEntry(
    Diarienummer number,
    int document,
    String documentText,
    CaseId caseId,
    LocalDate date,
    Instant registeredAt,
    Direction direction,
    String counterparty,
    String subject,
    String publicSubject,
    boolean protectedIdentity,
    Optional<SecrecyMark> secrecyMark,
    List<UUID> documentIds,
    Optional<Annulment> annulment,
    boolean withheld) {

  /** Copies the list. */
  public DiaryEntry {
    documentIds = List.copyOf(documentIds);
  }

  /**
   * Returns what the public may see of the entry.
   *
   * <p>Date, number and the public subject, which is written for everybody to read, are always
   * there. The sender is left out when the entry has a secrecy mark or the person is protected (5
   * kap. 2 § second paragraph). The internal subject is never shown.
   *
   * @return the view; empty when the whole entry is withheld, which the register accounts for by
   *     {@link PublicRegister#withheld()}
   */
  public Optional<PublicView> publicView() {
    if (withheld) {
      return Optional.empty();
    }
    boolean open = secrecyMark.isEmpty() && !protectedIdentity;
    return Optional.of(
        new PublicView(
            number.text(),
            documentText,
            date,
            direction,
            open ? Optional.of(counterparty) : Optional.empty(),
            Optional.of(publicSubject),
            annulment));
  }

  @Override
  public String toString() {
    return "DiaryEntry[" + (withheld ? "withheld" : documentText) + ", " + direction + "]";
  }
}
