package se.byggsten.core.store;

import java.util.Map;
import java.util.TreeMap;

/** A {@link CounterStore} in memory, for one node and for tests. */
public final class InMemoryCounters implements CounterStore {
  private final Map<Key, Long> sums = new TreeMap<>();

  /** Makes an empty store. */
  public InMemoryCounters() {}

  @Override
  public synchronized void add(Map<Key, Long> changes) {
    changes.forEach((key, change) -> sums.merge(key, change, Long::sum));
  }

  @Override
  public synchronized Map<Key, Long> find(String series) {
    Map<Key, Long> found = new TreeMap<>(sums);
    found.keySet().removeIf(key -> !key.series().equals(series));
    return found;
  }
}
