package se.byggsten.postgres;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import se.byggsten.postgres.internal.Database;
import se.byggsten.postgres.internal.OutboxTable;

/**
 * How the outbox is, for a health page and for metrics.
 *
 * @param waiting how many messages are not done
 * @param oldestAge how long the oldest of them has waited; zero when none waits
 * @param failing how many of them have failed at least once
 */
public record OutboxStatus(long waiting, Duration oldestAge, long failing) {
  /**
   * Reads the status from the database, on any node.
   *
   * @param dataSource a migrated database
   * @param clock says to when the age is counted
   * @return the status
   * @throws StoreException when the database does not answer
   */
  public static OutboxStatus read(DataSource dataSource, Clock clock) {
    return Database.on(dataSource).with(handle -> OutboxTable.status(handle, clock.instant()));
  }
}
