package se.byggsten.postgres.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.CaseJournal;
import se.byggsten.core.cases.CaseMessage;
import se.byggsten.core.cases.JournalEntry;
import se.byggsten.core.cases.JournalKind;

/** The SQL of the journal and of the messages. */
final class JournalTable {
  private static final String COLUMNS = "SELECT * FROM byggsten.journal WHERE case_id = :case ";

  private JournalTable() {}

  /** Appends to the journal of a case that the caller has locked. */
  static void append(
      Handle handle,
      CaseId caseId,
      Instant at,
      JournalKind kind,
      Actor actor,
      Map<String, String> details) {
    Optional<JournalEntry> last =
        handle
            .createQuery(COLUMNS + "ORDER BY sequence DESC LIMIT 1")
            .bind("case", caseId.value())
            .map(JournalTable::read)
            .findOne();
    insert(
        handle,
        last.map(before -> before.next(at, kind, actor, details))
            .orElseGet(() -> JournalEntry.first(caseId, at, kind, actor, details)));
  }

  /** Adds an entry that was made from the one before it. */
  static void insert(Handle handle, JournalEntry entry) {
    Actor actor = entry.actor();
    Map<String, String> ordered = new TreeMap<>(entry.details());
    ordered.values().forEach(value -> StorableText.require("A journal detail", value));
    handle
        .createUpdate(
            "INSERT INTO byggsten.journal (case_id, sequence, at, kind, actor_kind, actor_id,"
                + " actor_name, detail_keys, detail_values, previous_hash, hash)"
                + " VALUES (:case, :sequence, :at, :kind, :actorKind, :actorId, :actorName, :keys,"
                + " :values, :previous, :hash)")
        .bind("case", entry.caseId().value())
        .bind("sequence", entry.sequence())
        .bind("at", Database.utc(entry.at()))
        .bind("kind", entry.kind().name())
        .bind("actorKind", actor.kind().name())
        .bind("actorId", CaseTexts.name("An actor's id", actor.id()))
        .bind("actorName", CaseTexts.name("An actor's name", actor.name()))
        .bindArray("keys", String.class, List.copyOf(ordered.keySet()))
        .bindArray("values", String.class, List.copyOf(ordered.values()))
        .bind("previous", entry.previousHash())
        .bind("hash", entry.hash())
        .execute();
  }

  static CaseJournal journal(Handle handle, CaseId caseId) {
    return new CaseJournal(
        handle
            .createQuery(COLUMNS + "ORDER BY sequence")
            .bind("case", caseId.value())
            .map(JournalTable::read)
            .list());
  }

  static void addMessage(Handle handle, CaseId caseId, CaseMessage message) {
    handle
        .createUpdate(
            "INSERT INTO byggsten.case_message"
                + " (case_id, at, actor_kind, actor_id, actor_name, text)"
                + " VALUES (:case, :at, :kind, :id, :name, :text)")
        .bind("case", caseId.value())
        .bind("at", Database.utc(message.at()))
        .bind("kind", message.from().kind().name())
        .bind("id", message.from().id())
        .bind("name", message.from().name())
        .bind("text", message.text())
        .execute();
  }

  static List<CaseMessage> messages(Handle handle, CaseId caseId) {
    return handle
        .createQuery("SELECT * FROM byggsten.case_message WHERE case_id = :case ORDER BY id")
        .bind("case", caseId.value())
        .map(
            (row, context) ->
                new CaseMessage(CaseTable.instant(row, "at"), actor(row), row.getString("text")))
        .list();
  }

  private static JournalEntry read(ResultSet row, StatementContext context) throws SQLException {
    String[] keys = (String[]) row.getArray("detail_keys").getArray();
    String[] values = (String[]) row.getArray("detail_values").getArray();
    Map<String, String> details = new HashMap<>();
    for (int i = 0; i < Math.min(keys.length, values.length); i++) {
      details.put(keys[i], values[i]);
    }
    return new JournalEntry(
        new CaseId(row.getObject("case_id", UUID.class)),
        row.getLong("sequence"),
        CaseTable.instant(row, "at"),
        JournalKind.valueOf(row.getString("kind")),
        actor(row),
        details,
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  private static Actor actor(ResultSet row) throws SQLException {
    return new Actor(
        Actor.Kind.valueOf(row.getString("actor_kind")),
        row.getString("actor_id"),
        row.getString("actor_name"));
  }
}
