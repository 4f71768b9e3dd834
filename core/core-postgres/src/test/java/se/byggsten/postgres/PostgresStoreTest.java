package se.byggsten.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.postgres.testing.TestDatabase;

class PostgresStoreTest extends ExpiringStoreContract {
  private static TestDatabase database;

  @BeforeAll
  static void start() {
    database = TestDatabase.with("core", DatabaseSchema::migrate);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Override
  ExpiringStore store() {
    database.execute("TRUNCATE byggsten.expiring_value");
    return PostgresStore.on(database.dataSource(), clock);
  }

  @Test
  void a_key_that_cannot_be_stored_is_refused_with_a_code() {
    ExpiringStore store = store();

    assertThatThrownBy(() -> store.putIfAbsent("draft", "a\0b", new byte[0], START.plusSeconds(1)))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("STORE-TEXT-REFUSED");
  }
}
