package se.byggsten.postgres.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.Diarienummer;
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

  /** Each hook sees the number that an earlier one gave. */
  void accepted(Handle handle, Case accepted, List<StoredDocument> documents, Instant now)
      throws SQLException {
    List<OutboxMessage> messages = new ArrayList<>();
    Case current = accepted;
    for (CaseHook hook : hooks) {
      CaseHook.HookResult result = hook.onAccepted(current, documents, handle.getConnection());
      messages.addAll(result.messages());
      if (current.diarienummer().isEmpty() && result.diarienummer().isPresent()) {
        Diarienummer number = result.diarienummer().get();
        CaseTable.number(handle, current.id(), number);
        JournalTable.append(
            handle,
            current.id(),
            now,
            JournalKind.REGISTERED,
            DIARY,
            Map.of("diarienummer", number.text()));
        current = CaseTable.find(handle, current.id()).orElse(current);
      }
    }
    OutboxTable.add(handle, messages, now);
  }

  void documents(Handle handle, Case changed, List<StoredDocument> documents, Instant now)
      throws SQLException {
    List<OutboxMessage> messages = new ArrayList<>();
    for (CaseHook hook : hooks) {
      messages.addAll(hook.onDocuments(changed, documents, handle.getConnection()).messages());
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
