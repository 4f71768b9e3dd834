package se.byggsten.postgres.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import se.byggsten.postgres.StoreException;

/** Runs work in transactions and lets no database text out. */
public final class Database {
  private final Jdbi jdbi;

  private Database(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Works on a data source.
   *
   * @param dataSource where connections come from
   * @return the database
   */
  public static Database on(DataSource dataSource) {
    return new Database(Jdbi.create(dataSource));
  }

  /**
   * Work that may also speak plain JDBC.
   *
   * @param <T> what it gives
   */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * Does the work.
     *
     * @param handle the open transaction
     * @return what it gives
     * @throws SQLException when the database refuses
     */
    T in(Handle handle) throws SQLException;
  }

  /**
   * Does work in one transaction, which is rolled back at any exception.
   *
   * @param work the work
   * @param <T> what it gives
   * @return what it gave
   * @throws StoreException when the database refuses
   */
  public <T> T inTransaction(Work<T> work) {
    try {
      return jdbi.inTransaction(work::in);
    } catch (SQLException | JdbiException e) {
      throw StoreException.of(e);
    }
  }

  /**
   * Reads, or does one statement.
   *
   * @param work the work
   * @param <T> what it gives
   * @return what it gave
   * @throws StoreException when the database refuses
   */
  public <T> T with(Function<Handle, T> work) {
    try {
      return jdbi.withHandle(work::apply);
    } catch (JdbiException e) {
      throw StoreException.of(e);
    }
  }

  /**
   * Does work that gives nothing.
   *
   * @param work the work
   * @throws StoreException when the database refuses
   */
  public void run(Consumer<Handle> work) {
    try {
      jdbi.useHandle(work::accept);
    } catch (JdbiException e) {
      throw StoreException.of(e);
    }
  }

  /**
   * Returns an instant as the driver takes it, cut to the microseconds that PostgreSQL keeps.
   *
   * @param instant the instant
   * @return the same instant at UTC
   */
  public static OffsetDateTime utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
