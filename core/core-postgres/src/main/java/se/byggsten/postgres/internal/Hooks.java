package se.byggsten.postgres.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.Diarienummer;
import se.byggsten.core.cases.JournalEntry;
import se.byggsten.core.cases.JournalKind;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.outbox.OutboxMessage;
import se.byggsten.core.spi.CaseHook;

/** Calls the hooks in their order, inside the transaction of what happened. */
final class Hooks {
  private static final Actor DIARY = Actor.system("diary");

  private final List<CaseHook> hooks;

  Hooks(List<CaseHook> hooks) {
    this.hooks = List.copyOf(hooks);
  }

  /**
   * Each hook sees the number that an earlier one gave. From the number on, the diary's series is
   * held, so nothing is read back here that is known already.
   */
  Case accepted(
      Handle handle,
      Case accepted,
      List<StoredDocument> documents,
      JournalEntry received,
      Instant now)
      throws SQLException {
    List<OutboxMessage> messages = new ArrayList<>();
    Case current = accepted;
    for (CaseHook hook : hooks) {
      CaseHook.HookResult result = hook.onAccepted(current, documents, handle.getConnection());
      messages.addAll(result.messages());
      if (current.diarienummer().isEmpty() && result.diarienummer().isPresent()) {
        Diarienummer number = result.diarienummer().get();
        CaseTable.number(handle, current.id(), number);
        JournalTable.insert(
            handle,
            received.next(
                now, JournalKind.REGISTERED, DIARY, Map.of("diarienummer", number.text())));
        current = numbered(current, number);
      }
    }
    OutboxTable.add(handle, messages, now);
    return current;
  }

  private static Case numbered(Case plain, Diarienummer number) {
    return new Case(
        plain.id(),
        plain.version(),
        plain.eService(),
        plain.form(),
        plain.authority(),
        Optional.of(number),
        plain.status(),
        plain.applicant(),
        plain.applicantName(),
        plain.protection(),
        plain.language(),
        plain.title(),
        plain.publicTitle(),
        plain.retention(),
        plain.secrecyMark(),
        plain.receivedAt(),
        plain.registeredAt(),
        plain.supplementRequest(),
        plain.decision());
  }

  void documents(Handle handle, Case changed, List<StoredDocument> documents, Instant now)
      throws SQLException {
    List<OutboxMessage> messages = new ArrayList<>();
    for (CaseHook hook : hooks) {
      messages.addAll(hook.onDocuments(changed, documents, handle.getConnection()).messages());
    }
    OutboxTable.add(handle, messages, now);
  }

  void asked(Handle handle, Case asked, Instant now) throws SQLException {
    List<OutboxMessage> messages = new ArrayList<>();
    for (CaseHook hook : hooks) {
      messages.addAll(hook.onSupplementRequested(asked, handle.getConnection()).messages());
    }
    OutboxTable.add(handle, messages, now);
  }

  void closed(Handle handle, Case closed, Instant now) throws SQLException {
    List<OutboxMessage> messages = new ArrayList<>();
    for (CaseHook hook : hooks) {
      messages.addAll(hook.onClosed(closed, handle.getConnection()).messages());
    }
    OutboxTable.add(handle, messages, now);
  }

  /** What the journal says of documents: their hashes, so that the chain vouches for them. */
  static Map<String, String> hashes(Map<String, String> details, List<StoredDocument> documents) {
    Map<String, String> all = new TreeMap<>(details);
    for (StoredDocument document : documents) {
      all.put("document." + document.id(), document.sha256());
    }
    return all;
  }
}
