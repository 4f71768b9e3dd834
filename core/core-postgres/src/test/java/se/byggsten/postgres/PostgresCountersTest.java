package se.byggsten.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.CounterStore;
import se.byggsten.core.store.InMemoryCounters;
import se.byggsten.postgres.testing.TestDatabase;

class PostgresCountersTest {
  private static TestDatabase database;

  @BeforeAll
  static void start() {
    database = TestDatabase.with("core", DatabaseSchema::migrate);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private static CounterStore node() {
    return PostgresCounters.on(database.dataSource());
  }

  private static CounterStore.Key key(String series, int subject) {
    return new CounterStore.Key(series, "2026-W47", "reached", "sida-å-" + subject);
  }

  /** Each adds to the same sums in an order of its own, which is how databases lock themselves. */
  @Test
  void many_nodes_add_to_the_same_sums_and_none_is_lost() throws Exception {
    CounterStore expected = new InMemoryCounters();
    ExecutorService nodes = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int task = 0; task < 8; task++) {
        SplittableRandom random = new SplittableRandom(task);
        work.add(
            () -> {
              CounterStore node = node();
              for (int i = 0; i < 60; i++) {
                List<Integer> subjects = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
                Collections.rotate(subjects, random.nextInt(8));
                if (random.nextBoolean()) {
                  Collections.reverse(subjects);
                }
                Map<CounterStore.Key, Long> changes = new LinkedHashMap<>();
                subjects
                    .subList(0, 5)
                    .forEach(subject -> changes.put(key("many", subject), random.nextLong(-3, 9)));
                node.add(changes);
                expected.add(changes);
              }
              return true;
            });
      }
      for (Future<Boolean> done : nodes.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      nodes.shutdownNow();
    }

    assertThat(node().find("many")).isEqualTo(expected.find("many")).hasSize(8);
  }

  @Test
  void a_series_is_found_alone_and_an_unknown_one_is_empty() {
    node().add(Map.of(key("one", 1), 2L, key("one-more", 1), 5L));
    node().add(Map.of(key("one", 1), -3L));
    node().add(Map.of());

    assertThat(node().find("one")).isEqualTo(Map.of(key("one", 1), -1L));
    assertThat(node().find("on")).isEmpty();
    assertThat(node().find("\0")).isEmpty();
  }

  @Test
  void what_cannot_be_stored_is_refused_with_a_code_and_nothing_of_it_is_added() {
    Map<CounterStore.Key, Long> changes = new LinkedHashMap<>();
    changes.put(key("refused", 1), 1L);
    changes.put(new CounterStore.Key("refused", "2026-W47", "reached", "\0"), 1L);

    assertThatThrownBy(() -> node().add(changes))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("STORE-TEXT-REFUSED");
    assertThat(node().find("refused")).isEmpty();
    node().add(Map.of(key("refused", 2), Long.MAX_VALUE));
    assertThatThrownBy(() -> node().add(Map.of(key("refused", 1), 1L, key("refused", 2), 1L)))
        .isInstanceOf(StoreException.class);
    assertThat(node().find("refused")).isEqualTo(Map.of(key("refused", 2), Long.MAX_VALUE));
  }
}
