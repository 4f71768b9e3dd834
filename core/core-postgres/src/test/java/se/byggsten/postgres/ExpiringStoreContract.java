package se.byggsten.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.testsupport.MovableClock;

/** What every {@link ExpiringStore} does. */
abstract class ExpiringStoreContract {
  static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  final MovableClock clock = MovableClock.at(START);
  private final Instant inAnHour = START.plus(Duration.ofHours(1));
  private ExpiringStore store;

  abstract ExpiringStore store();

  @BeforeEach
  void open() {
    store = store();
  }

  @Test
  void finds_what_was_put_with_version_one() {
    assertThat(store.putIfAbsent("draft", "k", bytes("å"), inAnHour)).isTrue();

    var found = store.find("draft", "k").orElseThrow();
    assertThat(found.bytes()).isEqualTo(bytes("å"));
    assertThat(found.version()).isEqualTo(1);
    assertThat(found.expiresAt()).isEqualTo(inAnHour);
  }

  @Test
  void keeps_namespaces_apart() {
    store.putIfAbsent("draft", "k", bytes("a"), inAnHour);

    assertThat(store.find("session", "k")).isEmpty();
    assertThat(store.putIfAbsent("session", "k", bytes("b"), inAnHour)).isTrue();
  }

  @Test
  void puts_once_only() {
    store.putIfAbsent("draft", "k", bytes("first"), inAnHour);

    assertThat(store.putIfAbsent("draft", "k", bytes("second"), inAnHour)).isFalse();
    assertThat(store.find("draft", "k").orElseThrow().bytes()).isEqualTo(bytes("first"));
  }

  @Test
  void an_expired_value_is_as_good_as_removed() {
    store.putIfAbsent("draft", "k", bytes("old"), inAnHour);
    clock.set(inAnHour);

    assertThat(store.find("draft", "k")).isEmpty();
    assertThat(store.take("draft", "k")).isEmpty();
    assertThat(store.replace("draft", "k", 1, bytes("x"), inAnHour.plusSeconds(9))).isEmpty();
  }

  @Test
  void putting_replaces_an_expired_value_and_starts_again_at_version_one() {
    store.putIfAbsent("draft", "k", bytes("old"), inAnHour);
    store.replace("draft", "k", 1, bytes("older"), inAnHour);
    clock.set(inAnHour.plusSeconds(1));

    assertThat(store.putIfAbsent("draft", "k", bytes("new"), inAnHour.plusSeconds(9))).isTrue();
    var found = store.find("draft", "k").orElseThrow();
    assertThat(found.bytes()).isEqualTo(bytes("new"));
    assertThat(found.version()).isEqualTo(1);
  }

  @Test
  void replaces_the_version_that_was_read_and_no_other() {
    store.putIfAbsent("draft", "k", bytes("a"), inAnHour);

    assertThat(store.replace("draft", "k", 1, bytes("b"), inAnHour)).contains(2L);
    assertThat(store.replace("draft", "k", 1, bytes("c"), inAnHour)).isEmpty();
    assertThat(store.find("draft", "k").orElseThrow().bytes()).isEqualTo(bytes("b"));
  }

  @Test
  void replacing_nothing_does_nothing() {
    assertThat(store.replace("draft", "none", 1, bytes("b"), inAnHour)).isEmpty();
    assertThat(store.find("draft", "none")).isEmpty();
  }

  @Test
  void takes_once_only() {
    store.putIfAbsent("saml", "k", bytes("a"), inAnHour);

    assertThat(store.take("saml", "k").orElseThrow().bytes()).isEqualTo(bytes("a"));
    assertThat(store.take("saml", "k")).isEmpty();
  }

  @Test
  void removes() {
    store.putIfAbsent("draft", "k", bytes("a"), inAnHour);
    store.remove("draft", "k");
    store.remove("draft", "never there");

    assertThat(store.find("draft", "k")).isEmpty();
  }

  @Test
  void sweeps_only_what_has_expired() {
    store.putIfAbsent("draft", "short", bytes("a"), START.plusSeconds(1));
    store.putIfAbsent("draft", "long", bytes("b"), inAnHour);
    clock.set(START.plusSeconds(1));

    assertThat(store.removeExpired()).isEqualTo(1);
    assertThat(store.removeExpired()).isZero();
    assertThat(store.find("draft", "long")).isPresent();
  }

  @Test
  void of_many_at_once_one_puts_one_replaces_and_one_takes() throws Exception {
    assertThat(
            atOnce(() -> store.putIfAbsent("replay", "k", bytes("a"), inAnHour)).stream()
                .filter(put -> put))
        .hasSize(1);
    assertThat(
            atOnce(() -> store.replace("replay", "k", 1, bytes("b"), inAnHour).isPresent()).stream()
                .filter(replaced -> replaced))
        .hasSize(1);
    assertThat(atOnce(() -> store.take("replay", "k").isPresent()).stream().filter(taken -> taken))
        .hasSize(1);
  }

  @Test
  void keeps_two_megabytes_and_a_very_long_key() {
    byte[] big = new byte[2 << 20];
    big[7] = 7;
    String key = "n".repeat(1000);

    assertThat(store.putIfAbsent("draft", key, big, inAnHour)).isTrue();
    assertThat(store.find("draft", key).orElseThrow().bytes()).isEqualTo(big);
  }

  @Test
  void a_key_nobody_can_have_put_is_just_not_there() {
    for (String key : List.of("a\0b", "\ud800", "")) {
      assertThat(store.find("session", key)).isEmpty();
      assertThat(store.take("session", key)).isEmpty();
      assertThat(store.replace("session", key, 1, bytes("x"), inAnHour)).isEmpty();
      store.remove("session", key);
    }
  }

  private static <T> List<T> atOnce(Callable<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(Collections.nCopies(8, work))) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
