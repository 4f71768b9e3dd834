package se.byggsten.postgres.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.AuthorityRule;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseException;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.CaseStatus;
import se.byggsten.core.cases.JournalEntry;
import se.byggsten.core.cases.JournalKind;
import se.byggsten.core.cases.NewDocument;
import se.byggsten.core.cases.Receipt;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.cases.Submission;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.core.person.ProtectedIdentity;

/** Accepts submissions, each in one transaction. */
public final class Intake {
  private final Database database;
  private final Clock clock;
  private final AuthorityRule rule;
  private final Hooks hooks;

  Intake(Database database, Clock clock, AuthorityRule rule, Hooks hooks) {
    this.database = database;
    this.clock = clock;
    this.rule = rule;
    this.hooks = hooks;
  }

  /**
   * Accepts a submission.
   *
   * @param submission what came in
   * @return the receipt
   */
  public Receipt accept(Submission submission) {
    Case added = asCase(submission);
    CaseTexts.check(submission, added.applicantName());
    return database.inTransaction(
        handle ->
            CaseTable.insert(handle, added, submission.key())
                ? store(handle, added, submission)
                : receiptOfFirst(handle, submission.key(), added.applicant()));
  }

  private Receipt store(Handle handle, Case added, Submission submission) throws SQLException {
    List<StoredDocument> documents = new ArrayList<>();
    for (NewDocument document : submission.documents()) {
      documents.add(DocumentTable.insert(handle, added.id(), document, true, added.receivedAt()));
    }
    Map<String, String> details =
        Map.of(
            "eService", added.eService(),
            "form", added.form().id(),
            "formVersion", added.form().version(),
            "formSha256", added.form().sha256(),
            "assuranceLevel", submission.applicant().map(who -> who.level().uri()).orElse("none"));
    JournalEntry received =
        JournalEntry.first(
            added.id(),
            added.receivedAt(),
            JournalKind.RECEIVED,
            sender(submission),
            Hooks.hashes(
                InformationTable.add(handle, added.id(), submission.information(), details),
                documents));
    JournalTable.insert(handle, received);
    // Last, so that the diary's series is held for as short a time as can be.
    Case accepted = hooks.accepted(handle, added, documents, received, added.registeredAt());
    return receipt(accepted, documents);
  }

  /** Who the journal says sent it: staff for somebody, the applicant, or nobody knows who. */
  private static Actor sender(Submission submission) {
    return submission
        .assistedBy()
        .map(Actor::staff)
        .or(() -> submission.applicant().map(Actor::citizen))
        .orElseGet(() -> Actor.unidentified(submission.senderName()));
  }

  /** The key is taken, by a double click, a retry, a replay, or by somebody else. */
  private static Receipt receiptOfFirst(
      Handle handle, String key, Optional<PersonIdentifier> applicant) {
    return CaseTable.findByKey(handle, key)
        .filter(first -> first.applicant().equals(applicant))
        .map(first -> receipt(first, DocumentTable.submitted(handle, first.id())))
        .orElseThrow(
            () ->
                new CaseException(
                    CaseException.KEY_TAKEN, "Begin a new form run and send it again"));
  }

  private static Receipt receipt(Case accepted, List<StoredDocument> documents) {
    return new Receipt(
        accepted.id(),
        accepted.diarienummer(),
        accepted.authority(),
        accepted.receivedAt(),
        documents);
  }

  private Case asCase(Submission submission) {
    Instant receivedAt = Database.utc(submission.receivedAt()).toInstant();
    Instant now = Database.utc(clock.instant()).toInstant();
    return new Case(
        new CaseId(UUID.randomUUID()),
        1,
        submission.eService(),
        submission.form(),
        rule.receiving(submission),
        Optional.empty(),
        CaseStatus.RECEIVED,
        submission.applicant().flatMap(AuthenticatedPerson::identifier),
        submission.senderName(),
        submission
            .applicant()
            .map(AuthenticatedPerson::protectedIdentity)
            .orElse(ProtectedIdentity.NONE),
        submission.language(),
        submission.title(),
        submission.publicTitle(),
        submission.retention(),
        submission.secrecyMark(),
        receivedAt,
        now.isBefore(receivedAt) ? receivedAt : now,
        Optional.empty(),
        Optional.empty());
  }
}
