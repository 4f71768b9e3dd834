package se.byggsten.diary;

import javax.sql.DataSource;
import se.byggsten.postgres.DatabaseSchema;

/** Brings the diary's own schema, {@code byggsten_diary}, up to this version. */
public final class DiarySchema {
  private DiarySchema() {}

  /**
   * Migrates the schema; many nodes may do so at once.
   *
   * @param dataSource a user that may create a schema
   * @throws se.byggsten.postgres.StoreException when the database refuses
   */
  public static void migrate(DataSource dataSource) {
    DatabaseSchema.migrate(dataSource, "byggsten_diary", "classpath:se/byggsten/diary/migrations");
  }
}
