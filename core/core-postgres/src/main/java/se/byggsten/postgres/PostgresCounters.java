package se.byggsten.postgres;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.statement.PreparedBatch;
import se.byggsten.core.store.CounterStore;
import se.byggsten.postgres.internal.Database;
import se.byggsten.postgres.internal.StorableText;

/**
 * A {@link CounterStore} in PostgreSQL, the same for all nodes.
 *
 * <p>What is added at once is added in one transaction, always in the order of the keys, so that
 * nodes wait for one another and never lock one another out.
 */
public final class PostgresCounters implements CounterStore {
  private final Database database;

  private PostgresCounters(Database database) {
    this.database = database;
  }

  /**
   * Returns a store on a migrated database; see {@link DatabaseSchema}.
   *
   * @param dataSource where connections come from
   * @return the store
   */
  public static PostgresCounters on(DataSource dataSource) {
    return new PostgresCounters(Database.on(dataSource));
  }

  @Override
  public void add(Map<Key, Long> changes) {
    if (changes.isEmpty()) {
      return;
    }
    for (Key key : changes.keySet()) {
      for (String part : List.of(key.series(), key.period(), key.kind(), key.subject())) {
        StorableText.require("The key of a counter", part);
      }
    }
    database.inTransaction(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "INSERT INTO byggsten.counter AS c (series, period, kind, subject, n)"
                      + " VALUES (:series, :period, :kind, :subject, :n)"
                      + " ON CONFLICT (series, period, kind, subject)"
                      + " DO UPDATE SET n = c.n + excluded.n");
          new TreeMap<>(changes)
              .forEach(
                  (key, change) ->
                      batch
                          .bind("series", key.series())
                          .bind("period", key.period())
                          .bind("kind", key.kind())
                          .bind("subject", key.subject())
                          .bind("n", change)
                          .add());
          return batch.execute();
        });
  }

  @Override
  public Map<Key, Long> find(String series) {
    if (!StorableText.isStorable(series)) {
      return Map.of();
    }
    return database.with(
        handle ->
            handle
                .createQuery(
                    "SELECT period, kind, subject, n FROM byggsten.counter WHERE series = :series")
                .bind("series", series)
                .reduceRows(
                    new TreeMap<Key, Long>(),
                    (found, row) -> {
                      found.put(
                          new Key(
                              series,
                              row.getColumn("period", String.class),
                              row.getColumn("kind", String.class),
                              row.getColumn("subject", String.class)),
                          row.getColumn("n", Long.class));
                      return found;
                    }));
  }
}
