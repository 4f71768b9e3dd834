package se.byggsten.postgres;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.ArchiveDelivery;
import se.byggsten.core.cases.AuthorityRule;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseHandling;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.CaseIntake;
import se.byggsten.core.cases.CaseJournal;
import se.byggsten.core.cases.CaseMessage;
import se.byggsten.core.cases.CaseQueries;
import se.byggsten.core.cases.Decision;
import se.byggsten.core.cases.InformationFacts;
import se.byggsten.core.cases.NewDocument;
import se.byggsten.core.cases.Receipt;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.cases.Submission;
import se.byggsten.core.cases.Supplement;
import se.byggsten.core.cases.SupplementRequest;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.spi.CaseHook;
import se.byggsten.postgres.internal.CaseParts;

/**
 * Cases in PostgreSQL: takes them in, changes them and reads them.
 *
 * <p>Each change is one transaction that holds the row of its case, so changes to one case come one
 * at a time and other cases do not wait. The journal takes additions only; the database itself
 * refuses all else. Text that PostgreSQL would not give back as it came (NUL, half a surrogate
 * pair) is refused with {@code STORE-TEXT-REFUSED} and never altered; names and titles may have 1
 * 000 characters, prose 100 000, beyond which the code is {@code STORE-TEXT-TOO-LONG}. What the
 * database refuses is a {@link StoreException}.
 */
public final class PostgresCases implements CaseIntake, CaseHandling, CaseQueries {
  private final CaseParts parts;

  private PostgresCases(CaseParts parts) {
    this.parts = parts;
  }

  /**
   * Begins a case store on a migrated database; see {@link DatabaseSchema}.
   *
   * @param dataSource where connections come from
   * @param clock the time of registration and of every change
   * @return a builder
   */
  public static Builder on(DataSource dataSource, Clock clock) {
    return new Builder(dataSource, clock);
  }

  /**
   * Verifies a case: that its journal is whole and that each document is the one the journal names.
   *
   * @param id the case
   * @return what is wrong; empty when all is well
   */
  public List<Finding> verify(CaseId id) {
    return parts.queries().verify(id);
  }

  @Override
  public Receipt accept(Submission submission) {
    return parts.intake().accept(submission);
  }

  @Override
  public Case open(CaseId id, Actor handler) {
    return parts.handling().open(id, handler);
  }

  @Override
  public void noteRead(CaseId id, Actor reader) {
    parts.handling().noteRead(id, reader);
  }

  @Override
  public Case requestSupplement(CaseId id, Actor handler, SupplementRequest request) {
    return parts.handling().requestSupplement(id, handler, request);
  }

  @Override
  public Case receiveSupplement(CaseId id, Actor citizen, Supplement supplement) {
    return parts.handling().receiveSupplement(id, citizen, supplement);
  }

  @Override
  public Case receiveUnasked(CaseId id, Actor party, Supplement supplement) {
    return parts.handling().receiveUnasked(id, party, supplement);
  }

  @Override
  public Case decide(CaseId id, Actor handler, Decision decision, NewDocument document) {
    return parts.handling().decide(id, handler, decision, document);
  }

  @Override
  public Case close(CaseId id, Actor handler) {
    return parts.handling().close(id, handler);
  }

  @Override
  public CaseMessage post(CaseId id, Actor from, String text) {
    return parts.handling().post(id, from, text);
  }

  @Override
  public StoredDocument addDocument(CaseId id, Actor routine, String key, NewDocument document) {
    return parts.handling().addDocument(id, routine, key, document);
  }

  @Override
  public void recordDelivery(CaseId id, Actor routine, ArchiveDelivery delivery) {
    parts.handling().recordDelivery(id, routine, delivery);
  }

  @Override
  public void withholdDocument(CaseId id, Actor routine, UUID documentId, String reason) {
    parts.handling().withholdDocument(id, routine, documentId, reason);
  }

  @Override
  public Optional<Case> find(CaseId id, PersonIdentifier applicant) {
    return parts.queries().find(id, applicant);
  }

  @Override
  public Optional<Case> find(CaseId id) {
    return parts.queries().find(id);
  }

  @Override
  public List<Case> listOf(PersonIdentifier applicant) {
    return parts.queries().listOf(applicant);
  }

  @Override
  public List<Case> listFor(String authorityCode, int limit) {
    return parts.queries().listFor(authorityCode, limit);
  }

  @Override
  public List<StoredDocument> documents(CaseId id) {
    return parts.queries().documents(id);
  }

  @Override
  public Optional<byte[]> content(CaseId id, UUID documentId) {
    return parts.queries().content(id, documentId);
  }

  @Override
  public List<InformationFacts> information(CaseId id) {
    return parts.queries().information(id);
  }

  @Override
  public CaseJournal journal(CaseId id) {
    return parts.queries().journal(id);
  }

  @Override
  public List<CaseMessage> messages(CaseId id) {
    return parts.queries().messages(id);
  }

  /** Builds a {@link PostgresCases}. */
  public static final class Builder {
    private final DataSource dataSource;
    private final Clock clock;
    private final List<CaseHook> hooks = new ArrayList<>();

    private Builder(DataSource dataSource, Clock clock) {
      this.dataSource = dataSource;
      this.clock = clock;
    }

    /**
     * Adds a hook after those added before it; the diary first, so that the others see the number.
     *
     * @param hook the hook
     * @return this
     */
    public Builder hook(CaseHook hook) {
      hooks.add(hook);
      return this;
    }

    /**
     * Builds the store.
     *
     * @param rule which authority receives
     * @return the store
     */
    public PostgresCases receivedBy(AuthorityRule rule) {
      return new PostgresCases(CaseParts.of(dataSource, clock, rule, hooks));
    }
  }
}
