package se.byggsten.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.core.store.InMemoryStore;

class InMemoryStoreTest extends ExpiringStoreContract {
  @Override
  ExpiringStore store() {
    return InMemoryStore.with(clock);
  }

  @Test
  void forgetsWhatHasExpiredAlsoWhereNobodyTellsItTo() {
    ExpiringStore store = store();
    for (int i = 0; i < 100_000; i++) {
      store.putIfAbsent("login", "key" + i, new byte[] {1}, clock.instant().plusSeconds(60));
      clock.move(Duration.ofSeconds(1));
    }
    assertThat(store.removeExpired()).isLessThan(5000);
    assertThat(store.find("login", "key99999")).isPresent();
  }
}
