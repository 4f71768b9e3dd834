package se.byggsten.postgres.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.outbox.OutboxMessage;
import se.byggsten.postgres.OutboxStatus;

/** The SQL of the outbox: its rows, and the scheduled task of each case that has rows waiting. */
public final class OutboxTable {
  /** The task whose instances are the cases. */
  public static final String TASK = "outbox-case";

  /**
   * A message with what is known of the attempts at it.
   *
   * @param id the row
   * @param message the message
   * @param attempts how many attempts failed
   */
  public record Row(long id, OutboxMessage message, int attempts) {}

  private OutboxTable() {}

  /**
   * Adds messages and schedules their cases, in the caller's transaction. A key that is there
   * already is left as it is: the same key means the same effect, once.
   *
   * @param handle the transaction
   * @param messages the messages, in order
   * @param now when they are due
   * @return how many were new
   */
  public static int add(Handle handle, List<OutboxMessage> messages, Instant now) {
    int added = 0;
    for (OutboxMessage message : messages) {
      Map<String, String> payload = new TreeMap<>(message.payload());
      payload.forEach(
          (key, value) -> {
            StorableText.require("A payload key", key);
            StorableText.require("A payload value", value);
          });
      int inserted =
          handle
              .createUpdate(
                  "INSERT INTO byggsten.outbox"
                      + " (case_id, topic, idempotency_key, payload_keys, payload_values, created_at)"
                      + " VALUES (:case, :topic, :key, :keys, :values, :now)"
                      + " ON CONFLICT (idempotency_key) DO NOTHING")
              .bind("case", message.caseId().value())
              .bind("topic", StorableText.require("The topic", message.topic()))
              .bind("key", StorableText.require("The idempotency key", message.idempotencyKey()))
              .bindArray("keys", String.class, List.copyOf(payload.keySet()))
              .bindArray("values", String.class, List.copyOf(payload.values()))
              .bind("now", Database.utc(now))
              .execute();
      if (inserted == 1) {
        schedule(handle, message.caseId(), now);
      }
      added += inserted;
    }
    return added;
  }

  /**
   * Schedules the case unless it is scheduled.
   *
   * <p>The update that changes nothing takes the row's lock: a worker that is just about to remove
   * the row, having seen no more messages, waits for this commit and then looks again.
   */
  private static void schedule(Handle handle, CaseId caseId, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO byggsten.scheduled_tasks AS t"
                + " (task_name, task_instance, execution_time, picked, version)"
                + " VALUES (:task, :case, :now, false, 1)"
                + " ON CONFLICT (task_name, task_instance) DO UPDATE SET task_name = t.task_name")
        .bind("task", TASK)
        .bind("case", caseId.toString())
        .bind("now", Database.utc(now))
        .execute();
  }

  /**
   * Schedules every case that has messages waiting and is not scheduled.
   *
   * @param handle a connection
   * @param now when they are due
   * @return how many cases had been forgotten
   */
  public static int scheduleForgotten(Handle handle, Instant now) {
    return handle
        .createUpdate(
            "INSERT INTO byggsten.scheduled_tasks"
                + " (task_name, task_instance, execution_time, picked, version)"
                + " SELECT DISTINCT :task, case_id::text, :now, false, 1"
                + " FROM byggsten.outbox WHERE done_at IS NULL"
                + " ON CONFLICT (task_name, task_instance) DO NOTHING")
        .bind("task", TASK)
        .bind("now", Database.utc(now))
        .execute();
  }

  /**
   * Schedules one case if it has messages waiting and is not scheduled.
   *
   * @param handle a connection
   * @param caseId the case
   * @param now when it is due
   */
  public static void scheduleIfForgotten(Handle handle, CaseId caseId, Instant now) {
    if (first(handle, caseId).isPresent()) {
      schedule(handle, caseId, now);
    }
  }

  /**
   * Makes a case due at once, if nobody works on it.
   *
   * @param handle a connection
   * @param caseId the case
   * @param now the time
   * @return false when the case has nothing waiting or is being worked on
   */
  public static boolean retryNow(Handle handle, CaseId caseId, Instant now) {
    return handle
            .createUpdate(
                "UPDATE byggsten.scheduled_tasks SET execution_time = :now, version = version + 1"
                    + " WHERE task_name = :task AND task_instance = :case AND NOT picked")
            .bind("task", TASK)
            .bind("case", caseId.toString())
            .bind("now", Database.utc(now))
            .execute()
        == 1;
  }

  /**
   * Finds the case's first message that is not done.
   *
   * @param handle a connection
   * @param caseId the case
   * @return the message, or empty when all are done
   */
  public static Optional<Row> first(Handle handle, CaseId caseId) {
    return handle
        .createQuery(
            "SELECT id, case_id, topic, idempotency_key, payload_keys, payload_values, attempts"
                + " FROM byggsten.outbox WHERE case_id = :case AND done_at IS NULL"
                + " ORDER BY id LIMIT 1")
        .bind("case", caseId.value())
        .map(OutboxTable::read)
        .findOne();
  }

  /**
   * Notes that a message is done; of several that say so, one is right.
   *
   * @param handle a connection
   * @param id the row
   * @param now the time
   * @return true for the one who was first
   */
  public static boolean done(Handle handle, long id, Instant now) {
    return handle
            .createUpdate(
                "UPDATE byggsten.outbox SET done_at = :now, last_error = NULL"
                    + " WHERE id = :id AND done_at IS NULL")
            .bind("id", id)
            .bind("now", Database.utc(now))
            .execute()
        == 1;
  }

  /**
   * Notes that an attempt failed.
   *
   * @param handle a connection
   * @param id the row
   * @param code what kind of failure, never its message
   * @param now the time
   */
  public static void failed(Handle handle, long id, String code, Instant now) {
    handle
        .createUpdate(
            "UPDATE byggsten.outbox SET attempts = attempts + 1, last_error = :code,"
                + " last_tried_at = :now WHERE id = :id AND done_at IS NULL")
        .bind("id", id)
        .bind("code", code)
        .bind("now", Database.utc(now))
        .execute();
  }

  /**
   * Reads how the outbox is.
   *
   * @param handle a connection
   * @param now the time that ages are counted to
   * @return the status
   */
  public static OutboxStatus status(Handle handle, Instant now) {
    return handle
        .createQuery(
            "SELECT count(*) AS waiting, min(created_at) AS oldest,"
                + " count(*) FILTER (WHERE attempts > 0) AS failing"
                + " FROM byggsten.outbox WHERE done_at IS NULL")
        .map(
            (row, context) -> {
              OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
              Duration age =
                  oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now);
              return new OutboxStatus(
                  row.getLong("waiting"),
                  age.isNegative() ? Duration.ZERO : age,
                  row.getLong("failing"));
            })
        .one();
  }

  private static Row read(ResultSet row, StatementContext context) throws SQLException {
    String[] keys = (String[]) row.getArray("payload_keys").getArray();
    String[] values = (String[]) row.getArray("payload_values").getArray();
    Map<String, String> payload = new LinkedHashMap<>();
    for (int i = 0; i < keys.length; i++) {
      payload.put(keys[i], values[i]);
    }
    return new Row(
        row.getLong("id"),
        new OutboxMessage(
            new CaseId(row.getObject("case_id", UUID.class)),
            row.getString("topic"),
            row.getString("idempotency_key"),
            payload),
        row.getInt("attempts"));
  }
}
