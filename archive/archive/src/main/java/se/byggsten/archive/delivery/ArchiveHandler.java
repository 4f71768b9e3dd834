package se.byggsten.archive.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.archive.ArchiveException;
import se.byggsten.archive.PackageValidator;
import se.byggsten.archive.WrittenPackage;
import se.byggsten.archive.internal.CasePackage;
import se.byggsten.archive.internal.Digests;
import se.byggsten.archive.spi.PackageDelivery;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.ArchiveDelivery;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseHandling;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.CaseQueries;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.NewDocument;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.document.PdfRenderer;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.core.outbox.OutboxHandler;
import se.byggsten.core.outbox.OutboxMessage;
import se.byggsten.core.spi.DocumentRelease;

/**
 * Archives a case: makes the application's PDF, packages the case, validates the package, delivers
 * it and writes the archive's receipt into the journal.
 *
 * <p>Each step can be done again: the PDF is stored by a key, the package's id comes from the
 * message's key, the archive is asked before anything is delivered, and the receipt is written once
 * for each package. A process that dies anywhere and starts again ends with one of each.
 */
public final class ArchiveHandler implements OutboxHandler {
  /** The topic of the messages that this handler takes. */
  public static final String TOPIC = "archive";

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveHandler.class);
  private static final Actor ROUTINE = Actor.system("archive");
  private static final int MAX_DOCUMENTS = 1_000;

  private final CaseQueries queries;
  private final CaseHandling handling;
  private final PdfRenderer renderer;
  private final PackageDelivery delivery;
  private final ArchiveSettings settings;
  private final PackageValidator validator;
  private final Clock clock;
  private final DocumentRelease release;

  /**
   * Creates the handler, which packages every document; see {@link #releasedBy}.
   *
   * @param queries reads the case
   * @param handling stores the PDF and the receipt
   * @param renderer makes the PDF
   * @param delivery reaches the archive
   * @param settings what every package has in common
   * @param clock tells when a package is made
   */
  public ArchiveHandler(
      CaseQueries queries,
      CaseHandling handling,
      PdfRenderer renderer,
      PackageDelivery delivery,
      ArchiveSettings settings,
      Clock clock) {
    this(queries, handling, renderer, delivery, settings, clock, DocumentRelease.ALL);
  }

  private ArchiveHandler(
      CaseQueries queries,
      CaseHandling handling,
      PdfRenderer renderer,
      PackageDelivery delivery,
      ArchiveSettings settings,
      Clock clock,
      DocumentRelease release) {
    this.release = release;
    this.queries = queries;
    this.handling = handling;
    this.renderer = renderer;
    this.delivery = delivery;
    this.settings = settings;
    this.clock = clock;
    validator = PackageValidator.of(settings.profile(), clock);
  }

  /**
   * Returns the same handler, which packages only documents that may leave the case.
   *
   * <p>A document that waits, such as a file that has not been scanned, makes the message fail with
   * {@link ArchiveException#DOCUMENT_WAITS}, so that it is tried again later; a document that is
   * withheld for good is left out, and the journal in the package says so.
   *
   * @param value judges each document
   * @return the handler
   */
  public ArchiveHandler releasedBy(DocumentRelease value) {
    return new ArchiveHandler(queries, handling, renderer, delivery, settings, clock, value);
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  /**
   * Returns the id of the package that a message leads to.
   *
   * @param message the message
   * @return the id; the same for the same key
   */
  public static String packageId(OutboxMessage message) {
    return "case-" + Digests.uuid(message.caseId() + "\n" + message.idempotencyKey());
  }

  @Override
  public void handle(OutboxMessage message) {
    String packageId = packageId(message);
    Optional<ArchiveDelivery> before = delivery.find(packageId);
    ArchiveDelivery receipt = before.isPresent() ? before.get() : archive(message, packageId);
    handling.recordDelivery(message.caseId(), ROUTINE, receipt);
    LOG.info("Case {} is archived as {}", message.caseId(), packageId);
  }

  private ArchiveDelivery archive(OutboxMessage message, String packageId) {
    Case found =
        queries
            .find(message.caseId())
            .orElseThrow(
                () -> incomplete("There is no such case; look for its row in the case store."));
    storePdf(found, message.idempotencyKey());
    List<StoredDocument> documents = released(found.id());
    if (documents.size() > MAX_DOCUMENTS) {
      throw incomplete("The case has too many documents for one package; split it.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    CasePackage content =
        new CasePackage(
            found,
            documents,
            queries.information(found.id()),
            queries.journal(found.id()),
            id -> bytes(found.id(), id),
            settings.softwareVersion());
    Path file = workFile(packageId);
    try {
      WrittenPackage written =
          content
              .builder(settings.profile(), packageId, now)
              .submittingAgent(settings.submittingAgent())
              .submissionAgreement(settings.submissionAgreement().orElse("Not specified"))
              .build()
              .writeZip(file);
      validator.orThrow(file);
      return delivery.deliver(packageId, file, written.sha256());
    } finally {
      delete(file);
    }
  }

  private List<StoredDocument> released(CaseId caseId) {
    List<StoredDocument> released = new ArrayList<>();
    for (StoredDocument document : queries.documents(caseId)) {
      switch (release.of(caseId, document)) {
        case FREE -> released.add(document);
        case WAITING ->
            throw new ArchiveException(
                ArchiveException.DOCUMENT_WAITS,
                "A document may not leave the case yet; the case is packaged when it may.");
        case WITHHELD -> LOG.info("A document of case {} is withheld from the archive", caseId);
      }
    }
    return released;
  }

  private void storePdf(Case found, String key) {
    List<StoredDocument> documents = queries.documents(found.id());
    if (documents.stream().anyMatch(d -> d.role() == DocumentRole.APPLICATION_PDF)) {
      return;
    }
    StoredDocument page =
        documents.stream()
            .filter(d -> d.role() == DocumentRole.APPLICATION)
            .findFirst()
            .orElseThrow(() -> incomplete("The case has no application as XHTML."));
    String html = new String(bytes(found.id(), page.id()), StandardCharsets.UTF_8);
    byte[] pdf =
        renderer.render(
            new PrintableDocument(found.publicTitle(), found.language(), found.receivedAt(), html));
    handling.addDocument(
        found.id(),
        ROUTINE,
        key + "-pdf",
        NewDocument.of(DocumentRole.APPLICATION_PDF, "ansokan.pdf", "application/pdf", pdf));
  }

  private byte[] bytes(CaseId caseId, java.util.UUID documentId) {
    return queries
        .content(caseId, documentId)
        .orElseThrow(() -> incomplete("A document of the case lacks its bytes."));
  }

  private Path workFile(String packageId) {
    try {
      return Files.createDirectories(settings.workFolder()).resolve(packageId + ".zip");
    } catch (IOException e) {
      throw new ArchiveException(
          ArchiveException.WRITING_FAILED, "Check the work folder, then try again.", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("A work file of the archive could not be deleted; it is replaced next time");
    }
  }

  private static ArchiveException incomplete(String message) {
    return new ArchiveException(ArchiveException.CASE_INCOMPLETE, message);
  }
}
