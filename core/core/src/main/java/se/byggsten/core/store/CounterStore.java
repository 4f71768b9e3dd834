package se.byggsten.core.store;

import java.util.Comparator;
import java.util.Map;

/**
 * Keeps sums that many nodes add to, with nothing about what was added by whom or when.
 *
 * <p>All methods may be called from many threads and, for a shared store, many nodes.
 */
public interface CounterStore {
  /**
   * Says what is counted; no part of it may be personal data.
   *
   * @param series what belongs together, such as one version of one form
   * @param period the time that it is counted for, such as a week
   * @param kind what about the subject is counted
   * @param subject what is counted; may be empty
   */
  record Key(String series, String period, String kind, String subject) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::series)
            .thenComparing(Key::period)
            .thenComparing(Key::kind)
            .thenComparing(Key::subject);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Adds to several sums at once: all of it or, when it fails, nothing.
   *
   * @param changes what to add to each; may be negative
   */
  void add(Map<Key, Long> changes);

  /**
   * Finds the sums of a series.
   *
   * @param series which
   * @return those that were ever added to, in their order
   */
  Map<Key, Long> find(String series);
}
