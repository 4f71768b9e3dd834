package se.byggsten.core.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@link KeptStore} that is gone when the process ends, for tests and first trials. */
public final class InMemoryKeptStore implements KeptStore {
  private final Map<String, Map<String, byte[]>> kinds = new LinkedHashMap<>();

  private InMemoryKeptStore() {}

  /**
   * Returns an empty store.
   *
   * @return the store
   */
  public static InMemoryKeptStore empty() {
    return new InMemoryKeptStore();
  }

  @Override
  public synchronized boolean keep(String kind, String key, byte[] content) {
    return kinds.computeIfAbsent(kind, k -> new LinkedHashMap<>()).putIfAbsent(key, content.clone())
        == null;
  }

  @Override
  public synchronized List<byte[]> all(String kind) {
    return kinds.getOrDefault(kind, Map.of()).values().stream().map(byte[]::clone).toList();
  }
}
