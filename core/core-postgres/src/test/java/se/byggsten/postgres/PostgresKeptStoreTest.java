package se.byggsten.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.store.InMemoryKeptStore;
import se.byggsten.core.store.KeptStore;
import se.byggsten.postgres.testing.TestDatabase;

class PostgresKeptStoreTest {
  private static TestDatabase database;

  private final String kind = "test-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    database = TestDatabase.with("kept", DatabaseSchema::migrate);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private static KeptStore store(boolean inMemory) {
    return inMemory ? InMemoryKeptStore.empty() : PostgresKeptStore.on(database.dataSource());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_is_kept_first_stays_as_it_is_and_comes_first(boolean inMemory) {
    KeptStore store = store(inMemory);
    assertThat(store.all(kind)).isEmpty();
    assertThat(store.keep(kind, "b", bytes("åäö"))).isTrue();
    assertThat(store.keep(kind, "a", new byte[0])).isTrue();
    assertThat(store.keep(kind, "b", bytes("annat"))).isFalse();
    assertThat(store.all(kind)).containsExactly(bytes("åäö"), new byte[0]);
    assertThat(store.all(kind + "x")).isEmpty();
  }

  @Test
  void of_many_nodes_at_once_one_is_first() throws Exception {
    KeptStore store = store(false);
    ExecutorService nodes = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> kept = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        byte[] content = bytes("nod " + i);
        kept.add(nodes.submit(() -> store.keep(kind, "samma", content)));
      }
      int first = 0;
      for (Future<Boolean> one : kept) {
        first += one.get() ? 1 : 0;
      }
      assertThat(first).isEqualTo(1);
      assertThat(store.all(kind)).hasSize(1);
    } finally {
      nodes.shutdownNow();
    }
  }

  @Test
  void what_no_database_can_hold_is_refused() {
    KeptStore store = store(false);
    assertThatThrownBy(() -> store.keep(kind, "a\u0000", new byte[1]))
        .isInstanceOf(RuntimeException.class);
    assertThat(store.all("a\u0000")).isEmpty();
  }
}
