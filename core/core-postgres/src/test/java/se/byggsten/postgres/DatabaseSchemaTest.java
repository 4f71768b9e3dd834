package se.byggsten.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.byggsten.postgres.testing.TestDatabase;

class DatabaseSchemaTest {
  private TestDatabase database;

  @BeforeEach
  void start() {
    database = TestDatabase.with("nothing", dataSource -> {});
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void nodes_that_start_together_migrate_once() throws Exception {
    Callable<Boolean> migration =
        () -> {
          DatabaseSchema.migrate(database.dataSource());
          return true;
        };
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      for (Future<Boolean> done : nodes.invokeAll(Collections.nCopies(4, migration))) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      nodes.shutdownNow();
    }

    assertThat(database.count("SELECT count(*) FROM byggsten.schema_history WHERE version = '1'"))
        .isEqualTo(1);
    assertThat(database.count("SELECT count(*) FROM byggsten.cases")).isZero();
  }

  @Test
  void lives_in_a_database_beside_others_and_leaves_them_alone() {
    database.execute("CREATE TABLE cases (a text)", "INSERT INTO cases VALUES ('theirs')");

    DatabaseSchema.migrate(database.dataSource());
    DatabaseSchema.migrate(database.dataSource());

    assertThat(database.count("SELECT count(*) FROM public.cases")).isEqualTo(1);
    assertThat(
            database.count(
                "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"))
        .isEqualTo(1);
  }

  @Test
  void a_migration_that_was_changed_afterwards_is_refused_with_a_code() {
    DatabaseSchema.migrate(database.dataSource());
    database.execute("UPDATE byggsten.schema_history SET checksum = 1 WHERE version = '1'");

    assertThatThrownBy(() -> DatabaseSchema.migrate(database.dataSource()))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("STORE-FAILED");
  }
}
