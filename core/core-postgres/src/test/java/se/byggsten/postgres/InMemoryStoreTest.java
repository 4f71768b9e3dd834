package se.byggsten.postgres;

import se.byggsten.core.store.ExpiringStore;
import se.byggsten.core.store.InMemoryStore;

class InMemoryStoreTest extends ExpiringStoreContract {
  @Override
  ExpiringStore store() {
    return InMemoryStore.with(clock);
  }
}
