package se.byggsten.samples.portal.ops;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Statement;

/** A process of its own that holds the database and commits rows until it is killed. */
final class DatabaseHolder {
  private DatabaseHolder() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path committed = Path.of(arguments[2]);
    EmbeddedDatabase database = EmbeddedDatabase.start(folder, Path.of(arguments[1]));
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists mark (id int primary key)");
      for (int id = 1; id <= 1_000_000; id++) {
        statement.execute("insert into mark values (" + id + ")");
        Path fresh = committed.resolveSibling("committed.new");
        Files.writeString(fresh, Integer.toString(id));
        Files.move(fresh, committed, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    database.close();
  }
}
