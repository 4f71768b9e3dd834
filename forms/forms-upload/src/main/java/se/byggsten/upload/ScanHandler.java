package se.byggsten.upload;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.CaseHandling;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.CaseQueries;
import se.byggsten.core.cases.JournalKind;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.outbox.OutboxHandler;
import se.byggsten.core.outbox.OutboxMessage;
import se.byggsten.core.spi.DocumentRelease;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.spi.AttachmentScanner.Verdict;

/**
 * Scans the files of cases, again and again until that is done, and says which may leave the case.
 *
 * <p>As the outbox's handler it scans what was not scanned when it came in; while the scanner is
 * down the message stays and is tried again by the worker's pauses. As a {@link DocumentRelease} it
 * is asked at every door: the case handler's page and the archive. What is harmful, or can never be
 * scanned, is withheld for good: the journal says so, and no later scan opens the door.
 *
 * <pre>{@code
 * ScanHandler scans = new ScanHandler(ledger, cases, cases);
 * OutboxWorker.on(dataSource, clock).handler(scans).handler(archive.releasedBy(scans))
 * }</pre>
 */
public final class ScanHandler implements OutboxHandler, DocumentRelease {
  /** The topic of the messages that this handler takes. */
  public static final String TOPIC = "scan";

  private static final Logger LOG = LoggerFactory.getLogger(ScanHandler.class);
  private static final Actor ROUTINE = Actor.system("scan");

  private final ScanLedger ledger;
  private final CaseQueries queries;
  private final CaseHandling handling;

  /**
   * Creates the handler.
   *
   * @param ledger scans, and remembers
   * @param queries reads the case
   * @param handling writes into the journal what is withheld
   */
  public ScanHandler(ScanLedger ledger, CaseQueries queries, CaseHandling handling) {
    this.ledger = ledger;
    this.queries = queries;
    this.handling = handling;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  /**
   * Scans what is not scanned of a case.
   *
   * @param message the message
   * @throws NotScannedException when a file is still not scanned
   */
  @Override
  public void handle(OutboxMessage message) {
    CaseId id = message.caseId();
    long waiting =
        queries.documents(id).stream()
            .filter(document -> of(id, document) == State.WAITING)
            .count();
    if (waiting > 0) {
      throw new NotScannedException(
          waiting + " files are not scanned; see to it that the scanner runs");
    }
  }

  /**
   * Says whether a document may leave the case, scanning it now unless that was done.
   *
   * @param caseId the case
   * @param document one of its documents
   * @return free for what the service itself has written and for files in which nothing was found
   */
  @Override
  public State of(CaseId caseId, StoredDocument document) {
    if (!ScanHook.isUpload(document)) {
      return State.FREE;
    }
    if (isWithheld(caseId, document)) {
      return State.WITHHELD;
    }
    Optional<Verdict> verdict =
        ledger.verdict(
            document.sha256(),
            () -> FileContent.of(queries.content(caseId, document.id()).orElse(new byte[0])));
    if (verdict.isEmpty()) {
      return State.WAITING;
    }
    if (verdict.get() == Verdict.CLEAN) {
      return State.FREE;
    }
    handling.withholdDocument(caseId, ROUTINE, document.id(), verdict.get().name());
    LOG.warn("A file of case {} is withheld: {}", caseId, verdict.get());
    return State.WITHHELD;
  }

  /**
   * Says what is known of a document, without scanning, for a page that lists many.
   *
   * @param caseId the case that it belongs to
   * @param document one of its documents
   * @return waiting when nobody has scanned it, or that is forgotten
   */
  public State known(CaseId caseId, StoredDocument document) {
    if (!ScanHook.isUpload(document)) {
      return State.FREE;
    }
    if (isWithheld(caseId, document)) {
      return State.WITHHELD;
    }
    return switch (ledger.state(document.sha256())) {
      case CLEAN -> State.FREE;
      case INFECTED -> State.WITHHELD;
      case PENDING -> State.WAITING;
    };
  }

  private boolean isWithheld(CaseId caseId, StoredDocument document) {
    return queries.journal(caseId).entries().stream()
        .filter(entry -> entry.kind() == JournalKind.DOCUMENT_WITHHELD)
        .anyMatch(entry -> document.id().toString().equals(entry.details().get("document")));
  }
}
