package se.byggsten.postgres.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A fresh, migrated database on the one real PostgreSQL of this JVM.
 *
 * <p>Each set of migrations runs once, into a template; every test class gets a copy of it.
 */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger SERIAL = new AtomicInteger();
  private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "200")
            .setServerConfig("log_statement", "none")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final String name;
  private final HikariDataSource pool;

  private TestDatabase(String name, HikariDataSource pool) {
    this.name = name;
    this.pool = pool;
  }

  /** A database with these migrations run; the template's name stands for the migrations. */
  public static TestDatabase with(String template, Consumer<DataSource> migrations) {
    String from =
        TEMPLATES.computeIfAbsent(
            template,
            key -> {
              String database = "template_" + key;
              sql("CREATE DATABASE " + database);
              migrations.accept(Server.POSTGRES.getDatabase("postgres", database));
              return database;
            });
    String name = "test_" + SERIAL.incrementAndGet();
    sql("CREATE DATABASE " + name + " TEMPLATE " + from);
    HikariConfig config = new HikariConfig();
    config.setDataSource(Server.POSTGRES.getDatabase("postgres", name));
    config.setMaximumPoolSize(40);
    config.setMinimumIdle(0);
    return new TestDatabase(name, new HikariDataSource(config));
  }

  /** Pooled connections to the database. */
  public DataSource dataSource() {
    return pool;
  }

  /** The address, for a process of its own. */
  public String jdbcUrl() {
    return Server.POSTGRES.getJdbcUrl("postgres", name);
  }

  /** Runs statements, for setting a scene or doing harm. */
  public void execute(String... statements) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Ends every connection to the database, as when the server dies; the pool makes new ones. */
  public void loseConnections() {
    sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  /** The one number that a query gives. */
  public long count(String query) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    pool.close();
    sql("DROP DATABASE " + name + " WITH (FORCE)");
  }

  private static synchronized void sql(String statement) {
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement s = connection.createStatement()) {
      s.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
