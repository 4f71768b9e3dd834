package se.byggsten.core.store;

import java.util.List;

/**
 * Keeps what is never changed and never goes away, such as every version of a form that has been in
 * use.
 *
 * <p>All methods may be called from many threads and, for a shared store, many nodes.
 */
public interface KeptStore {
  /**
   * Keeps a content, unless its key has one already.
   *
   * @param kind what kind of content, such as {@code form}
   * @param key the key within the kind, such as the hash of the content; not personal data
   * @param content the bytes
   * @return true when it is kept now; false when the key had a content, which stays as it is
   */
  boolean keep(String kind, String key, byte[] content);

  /**
   * Returns all contents of a kind.
   *
   * @param kind what kind of content
   * @return the first kept first
   */
  List<byte[]> all(String kind);
}
