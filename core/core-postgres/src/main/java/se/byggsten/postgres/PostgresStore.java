package se.byggsten.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.statement.StatementContext;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.core.store.StoredValue;
import se.byggsten.postgres.internal.Database;
import se.byggsten.postgres.internal.StorableText;

/**
 * An {@link ExpiringStore} in PostgreSQL, the same for all nodes.
 *
 * <p>Every operation is one statement, so that of many callers on many nodes one is first. The
 * clock of the node says what has expired; keep the nodes' clocks in step.
 */
public final class PostgresStore implements ExpiringStore {
  private final Database database;
  private final Clock clock;

  private PostgresStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Returns a store on a migrated database; see {@link DatabaseSchema}.
   *
   * @param dataSource where connections come from
   * @param clock says what has expired
   * @return the store
   */
  public static PostgresStore on(DataSource dataSource, Clock clock) {
    return new PostgresStore(Database.on(dataSource), clock);
  }

  @Override
  public Optional<StoredValue> find(String namespace, String key) {
    if (!storable(namespace, key)) {
      return Optional.empty();
    }
    return database.with(
        handle ->
            handle
                .createQuery(
                    "SELECT value, version, expires_at FROM byggsten.expiring_value"
                        + " WHERE namespace = :namespace AND key = :key AND expires_at > :now")
                .bind("namespace", namespace)
                .bind("key", key)
                .bind("now", now())
                .map(PostgresStore::read)
                .findOne());
  }

  @Override
  public boolean putIfAbsent(String namespace, String key, byte[] value, Instant expiresAt) {
    StorableText.require("The namespace", namespace);
    StorableText.require("The key", key);
    return database.with(
            handle ->
                handle
                    .createUpdate(
                        "INSERT INTO byggsten.expiring_value AS v"
                            + " (namespace, key, value, version, expires_at)"
                            + " VALUES (:namespace, :key, :value, 1, :expiresAt)"
                            + " ON CONFLICT (namespace, key) DO UPDATE SET value = excluded.value,"
                            + " version = 1, expires_at = excluded.expires_at"
                            + " WHERE v.expires_at <= :now")
                    .bind("namespace", namespace)
                    .bind("key", key)
                    .bind("value", value)
                    .bind("expiresAt", Database.utc(expiresAt))
                    .bind("now", now())
                    .execute())
        == 1;
  }

  @Override
  public Optional<Long> replace(
      String namespace, String key, long expectedVersion, byte[] value, Instant expiresAt) {
    if (!storable(namespace, key)) {
      return Optional.empty();
    }
    return database.with(
        handle ->
            handle
                .createQuery(
                    "UPDATE byggsten.expiring_value"
                        + " SET value = :value, version = version + 1, expires_at = :expiresAt"
                        + " WHERE namespace = :namespace AND key = :key AND version = :version"
                        + " AND expires_at > :now RETURNING version")
                .bind("namespace", namespace)
                .bind("key", key)
                .bind("version", expectedVersion)
                .bind("value", value)
                .bind("expiresAt", Database.utc(expiresAt))
                .bind("now", now())
                .mapTo(Long.class)
                .findOne());
  }

  @Override
  public void remove(String namespace, String key) {
    if (!storable(namespace, key)) {
      return;
    }
    database.with(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM byggsten.expiring_value"
                        + " WHERE namespace = :namespace AND key = :key")
                .bind("namespace", namespace)
                .bind("key", key)
                .execute());
  }

  @Override
  public Optional<StoredValue> take(String namespace, String key) {
    if (!storable(namespace, key)) {
      return Optional.empty();
    }
    return database.with(
        handle ->
            handle
                .createQuery(
                    "DELETE FROM byggsten.expiring_value"
                        + " WHERE namespace = :namespace AND key = :key AND expires_at > :now"
                        + " RETURNING value, version, expires_at")
                .bind("namespace", namespace)
                .bind("key", key)
                .bind("now", now())
                .map(PostgresStore::read)
                .findOne());
  }

  @Override
  public int removeExpired() {
    return database.with(
        handle ->
            handle
                .createUpdate("DELETE FROM byggsten.expiring_value WHERE expires_at <= :now")
                .bind("now", now())
                .execute());
  }

  private OffsetDateTime now() {
    return Database.utc(clock.instant());
  }

  /** A key that cannot have been put is not there: cookies and parameters are anybody's. */
  private static boolean storable(String namespace, String key) {
    return StorableText.isStorable(namespace) && StorableText.isStorable(key);
  }

  private static StoredValue read(ResultSet row, StatementContext context) throws SQLException {
    return StoredValue.of(
        row.getBytes("value"),
        row.getLong("version"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
