package se.byggsten.postgres;

import java.util.List;
import javax.sql.DataSource;
import se.byggsten.core.store.KeptStore;
import se.byggsten.postgres.internal.Database;
import se.byggsten.postgres.internal.StorableText;

/** A {@link KeptStore} in PostgreSQL, the same for all nodes. */
public final class PostgresKeptStore implements KeptStore {
  private final Database database;

  private PostgresKeptStore(Database database) {
    this.database = database;
  }

  /**
   * Returns a store on a migrated database; see {@link DatabaseSchema}.
   *
   * @param dataSource where connections come from
   * @return the store
   */
  public static PostgresKeptStore on(DataSource dataSource) {
    return new PostgresKeptStore(Database.on(dataSource));
  }

  @Override
  public boolean keep(String kind, String key, byte[] content) {
    StorableText.require("The kind", kind);
    StorableText.require("The key", key);
    return database.with(
            handle ->
                handle
                    .createUpdate(
                        "INSERT INTO byggsten.kept_content (kind, key, content)"
                            + " VALUES (:kind, :key, :content) ON CONFLICT DO NOTHING")
                    .bind("kind", kind)
                    .bind("key", key)
                    .bind("content", content)
                    .execute())
        == 1;
  }

  @Override
  public List<byte[]> all(String kind) {
    if (!StorableText.isStorable(kind)) {
      return List.of();
    }
    return database.with(
        handle ->
            handle
                .createQuery(
                    "SELECT content FROM byggsten.kept_content WHERE kind = :kind ORDER BY number")
                .bind("kind", kind)
                .mapTo(byte[].class)
                .list());
  }
}
