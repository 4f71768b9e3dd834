package se.byggsten.postgres.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.ArchiveDelivery;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseException;
import se.byggsten.core.cases.CaseHandling;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.CaseMessage;
import se.byggsten.core.cases.CaseStatus;
import se.byggsten.core.cases.Decision;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.InformationFacts;
import se.byggsten.core.cases.JournalKind;
import se.byggsten.core.cases.NewDocument;
import se.byggsten.core.cases.RetentionRule;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.cases.Supplement;
import se.byggsten.core.cases.SupplementRequest;
import se.byggsten.core.person.ProtectedIdentity;

/** Changes cases: lock the case, check, change, append to the journal, commit. */
public final class Handling implements CaseHandling {
  private final Database database;
  private final Clock clock;
  private final Hooks hooks;

  Handling(Database database, Clock clock, Hooks hooks) {
    this.database = database;
    this.clock = clock;
    this.hooks = hooks;
  }

  @Override
  public Case open(CaseId id, Actor handler) {
    return database.inTransaction(
        handle -> {
          Case current = lock(handle, id);
          if (current.status() == CaseStatus.RECEIVED) {
            append(handle, id, JournalKind.OPENED, handler, Map.of());
            return become(handle, current, CaseStatus.IN_PROGRESS, Optional.empty());
          }
          if (needsReadingNoted(current)) {
            append(handle, id, JournalKind.READ, handler, Map.of());
          }
          return current;
        });
  }

  @Override
  public void noteRead(CaseId id, Actor reader) {
    database.inTransaction(
        handle -> {
          Case current = lock(handle, id);
          if (needsReadingNoted(current)) {
            append(handle, id, JournalKind.READ, reader, Map.of());
          }
          return current;
        });
  }

  @Override
  public Case requestSupplement(CaseId id, Actor handler, SupplementRequest request) {
    CaseTexts.prose("The request for a supplement", request.text());
    return database.inTransaction(
        handle -> {
          Case current = lock(handle, id);
          require(current, CaseStatus.AWAITING_SUPPLEMENT);
          append(
              handle,
              id,
              JournalKind.SUPPLEMENT_REQUESTED,
              handler,
              Map.of("dueDate", request.dueDate().toString(), "sha256", hash(request.text())));
          Case asked =
              become(handle, current, CaseStatus.AWAITING_SUPPLEMENT, Optional.of(request));
          hooks.asked(handle, asked, clock.instant());
          return asked;
        });
  }

  @Override
  public Case receiveSupplement(CaseId id, Actor citizen, Supplement supplement) {
    return receive(
        id,
        citizen,
        supplement,
        current -> require(current, CaseStatus.IN_PROGRESS),
        (handle, current) -> become(handle, current, CaseStatus.IN_PROGRESS, Optional.empty()));
  }

  @Override
  public Case receiveUnasked(CaseId id, Actor party, Supplement supplement) {
    return receive(
        id,
        party,
        supplement,
        Handling::requireOpen,
        (handle, current) ->
            become(handle, current, current.status(), current.supplementRequest()));
  }

  private static void requireOpen(Case current) {
    if (current.status() == CaseStatus.CLOSED) {
      throw new CaseException(CaseException.STATUS, "A closed case takes nothing more");
    }
  }

  private Case receive(
      CaseId id,
      Actor from,
      Supplement supplement,
      Consumer<Case> allowed,
      BiFunction<Handle, Case, Case> change) {
    CaseTexts.name("The supplement's key", supplement.key());
    CaseTexts.prose("The supplement", supplement.text());
    CaseTexts.information(supplement.information());
    return database.inTransaction(
        handle -> {
          Case current = lock(handle, id);
          if (!step(handle, id, "supplement", supplement.key(), null)) {
            return current;
          }
          allowed.accept(current);
          List<StoredDocument> stored = new ArrayList<>();
          for (NewDocument document : asDocuments(supplement)) {
            stored.add(DocumentTable.insert(handle, id, document, false, supplement.receivedAt()));
          }
          append(
              handle,
              id,
              JournalKind.SUPPLEMENT_RECEIVED,
              from,
              Hooks.hashes(informed(handle, current, supplement), stored));
          Case changed = change.apply(handle, current);
          hooks.documents(handle, changed, stored, clock.instant());
          return changed;
        });
  }

  /** Stores what is said anew; a case is kept for longer when that asks for it. */
  private static Map<String, String> informed(Handle handle, Case current, Supplement supplement) {
    Map<String, String> details = new TreeMap<>();
    details.put("receivedAt", supplement.receivedAt().toString());
    RetentionRule rule = current.retention().covering(supplement.information());
    if (!rule.equals(current.retention())) {
      CaseTable.keep(handle, current.id(), rule);
      details.put("retention", rule.disposal().map(term -> "dispose " + term).orElse("preserve"));
    }
    List<InformationFacts> fresh = new ArrayList<>(supplement.information());
    fresh.removeAll(InformationTable.list(handle, current.id()));
    return InformationTable.add(handle, current.id(), fresh, details);
  }

  @Override
  public Case decide(CaseId id, Actor handler, Decision decision, NewDocument document) {
    CaseTexts.prose("The reasons", decision.reasons());
    CaseTexts.prose("How to appeal", decision.howToAppeal());
    CaseTexts.name("Who decided", decision.decidedBy());
    return database.inTransaction(
        handle -> {
          Case current = lock(handle, id);
          require(current, CaseStatus.DECIDED);
          List<StoredDocument> stored =
              List.of(DocumentTable.insert(handle, id, document, false, clock.instant()));
          append(
              handle,
              id,
              JournalKind.DECIDED,
              handler,
              Hooks.hashes(
                  Map.of(
                      "outcome", decision.outcome().name(),
                      "automated", Boolean.toString(decision.automated())),
                  stored));
          CaseTable.update(handle, id, CaseStatus.DECIDED, Optional.empty(), Optional.of(decision));
          Case changed = CaseTable.find(handle, id).orElseThrow();
          hooks.documents(handle, changed, stored, clock.instant());
          return changed;
        });
  }

  @Override
  public Case close(CaseId id, Actor handler) {
    return database.inTransaction(
        handle -> {
          Case current = lock(handle, id);
          require(current, CaseStatus.CLOSED);
          append(handle, id, JournalKind.CLOSED, handler, Map.of());
          Case closed = become(handle, current, CaseStatus.CLOSED, Optional.empty());
          hooks.closed(handle, closed, clock.instant());
          return closed;
        });
  }

  @Override
  public CaseMessage post(CaseId id, Actor from, String text) {
    CaseTexts.prose("The message", text);
    if (text.isBlank()) {
      throw new IllegalArgumentException("A message says something");
    }
    return database.inTransaction(
        handle -> {
          Case current = lock(handle, id);
          if (current.status() == CaseStatus.CLOSED) {
            throw new CaseException(CaseException.STATUS, "A closed case takes no messages");
          }
          CaseMessage message = new CaseMessage(now(), from, text);
          append(handle, id, JournalKind.MESSAGE, from, Map.of("sha256", hash(text)));
          JournalTable.addMessage(handle, id, message);
          return message;
        });
  }

  @Override
  public StoredDocument addDocument(CaseId id, Actor routine, String key, NewDocument document) {
    CaseTexts.name("The document's key", key);
    return database.inTransaction(
        handle -> {
          lock(handle, id);
          Optional<StoredDocument> before = documentOfStep(handle, id, key);
          if (before.isPresent()) {
            return before.get();
          }
          StoredDocument stored =
              DocumentTable.insert(handle, id, document, false, clock.instant());
          step(handle, id, "document", key, stored.id());
          append(
              handle,
              id,
              JournalKind.DOCUMENT_ADDED,
              routine,
              Hooks.hashes(Map.of("role", stored.role().name()), List.of(stored)));
          return stored;
        });
  }

  @Override
  public void recordDelivery(CaseId id, Actor routine, ArchiveDelivery delivery) {
    CaseTexts.name("The package's id", delivery.packageId());
    CaseTexts.name("The package's location", delivery.location());
    database.inTransaction(
        handle -> {
          lock(handle, id);
          boolean first = step(handle, id, "delivery", delivery.packageId(), null);
          if (first) {
            append(
                handle,
                id,
                JournalKind.ARCHIVED,
                routine,
                Map.of(
                    "packageId", delivery.packageId(),
                    "location", delivery.location(),
                    "sha256", delivery.sha256(),
                    "size", Long.toString(delivery.size()),
                    "deliveredAt", delivery.deliveredAt().toString()));
          }
          return first;
        });
  }

  @Override
  public void withholdDocument(CaseId id, Actor routine, UUID documentId, String reason) {
    CaseTexts.name("The reason", reason);
    database.inTransaction(
        handle -> {
          lock(handle, id);
          StoredDocument document =
              DocumentTable.find(handle, id, documentId)
                  .orElseThrow(
                      () ->
                          new CaseException(
                              CaseException.NOT_FOUND, "The case has no such document"));
          boolean first = step(handle, id, "withheld", documentId.toString(), documentId);
          if (first) {
            append(
                handle,
                id,
                JournalKind.DOCUMENT_WITHHELD,
                routine,
                Map.of(
                    "document", documentId.toString(),
                    "sha256", document.sha256(),
                    "reason", reason));
          }
          return first;
        });
  }

  private static Case lock(Handle handle, CaseId id) {
    return CaseTable.lock(handle, id)
        .orElseThrow(() -> new CaseException(CaseException.NOT_FOUND, "There is no such case"));
  }

  private static void require(Case current, CaseStatus next) {
    if (!current.status().mayBecome(next)) {
      throw new CaseException(
          CaseException.STATUS,
          "A case that is " + current.status() + " cannot become " + next + "; read it again");
    }
  }

  private static Case become(
      Handle handle, Case current, CaseStatus status, Optional<SupplementRequest> request) {
    CaseTable.update(handle, current.id(), status, request, current.decision());
    return CaseTable.find(handle, current.id()).orElseThrow();
  }

  private void append(
      Handle handle, CaseId id, JournalKind kind, Actor actor, Map<String, String> details) {
    JournalTable.append(handle, id, now(), kind, actor, details);
  }

  /** Who reads what is secret or protected is itself kept. */
  private static boolean needsReadingNoted(Case current) {
    return current.secrecyMark().isPresent() || current.protection() != ProtectedIdentity.NONE;
  }

  private static List<NewDocument> asDocuments(Supplement supplement) {
    List<NewDocument> documents = new ArrayList<>();
    if (!supplement.text().isBlank()) {
      documents.add(
          NewDocument.written(DocumentRole.SUPPLEMENT, "komplettering.txt", supplement.text()));
    }
    documents.addAll(supplement.documents());
    return documents;
  }

  private static boolean step(
      Handle handle, CaseId id, String kind, String key, @Nullable UUID documentId) {
    return handle
            .createUpdate(
                "INSERT INTO byggsten.case_step (case_id, kind, key, document_id)"
                    + " VALUES (:case, :kind, :key, CAST(:document AS uuid)) ON CONFLICT DO NOTHING")
            .bind("case", id.value())
            .bind("kind", kind)
            .bind("key", key)
            .bind("document", documentId)
            .execute()
        == 1;
  }

  private static Optional<StoredDocument> documentOfStep(Handle handle, CaseId id, String key) {
    return handle
        .createQuery(
            "SELECT document_id FROM byggsten.case_step"
                + " WHERE case_id = :case AND kind = 'document' AND key = :key")
        .bind("case", id.value())
        .bind("key", key)
        .mapTo(UUID.class)
        .findOne()
        .flatMap(documentId -> DocumentTable.find(handle, id, documentId));
  }

  private static String hash(String text) {
    return DocumentTable.sha256(text.getBytes(UTF_8));
  }

  private Instant now() {
    return Database.utc(clock.instant()).toInstant();
  }
}
