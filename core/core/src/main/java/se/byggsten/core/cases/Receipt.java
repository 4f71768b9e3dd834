package se.byggsten.core.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The receipt (<i>kvittens</i>) for a submission; true the moment it is shown.
 *
 * @param caseId the case that it became
 * @param diarienummer the number in the diary
 * @param authority the authority that received it
 * @param receivedAt when the authority had the whole of it
 * @param documents what was sent in
 */
public record Receipt(
    CaseId caseId,
    Optional<Diarienummer> diarienummer,
    Authority authority,
    Instant receivedAt,
    List<StoredDocument> documents) {
  /** Copies the list. */
  public Receipt {
    documents = List.copyOf(documents);
  }
}
