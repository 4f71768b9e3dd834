package se.byggsten.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the database up to the form that this version of Byggsten needs.
 *
 * <p>All tables lie in one schema of their own with its own history table, so that they can share a
 * database with others. Many nodes may start at once: one migrates, the rest wait.
 */
public final class DatabaseSchema {
  private static final String SCHEMA = "byggsten";
  private static final String LOCATION = "classpath:se/byggsten/postgres/migrations";

  private DatabaseSchema() {}

  /**
   * Migrates the schema {@code byggsten}: cases, journal, documents, outbox, expiring values.
   *
   * @param dataSource a user that may create a schema
   * @throws StoreException code {@code STORE-FAILED} when a migration fails, {@code
   *     STORE-UNAVAILABLE} when the database does not answer
   */
  public static void migrate(DataSource dataSource) {
    migrate(dataSource, SCHEMA, LOCATION);
  }

  /**
   * Migrates another module's schema by that module's scripts.
   *
   * @param dataSource a user that may create a schema
   * @param schema the schema, which holds its own history
   * @param location where the scripts lie, in Flyway's form: {@code classpath:…}
   * @throws StoreException as for {@link #migrate(DataSource)}
   */
  public static void migrate(DataSource dataSource, String schema, String location) {
    try {
      Flyway.configure(DatabaseSchema.class.getClassLoader())
          .dataSource(dataSource)
          .schemas(schema)
          .defaultSchema(schema)
          .createSchemas(true)
          .table("schema_history")
          .locations(location)
          .validateMigrationNaming(true)
          .failOnMissingLocations(true)
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw StoreException.of(e);
    }
  }
}
