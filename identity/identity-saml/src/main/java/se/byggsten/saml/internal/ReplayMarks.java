package se.byggsten.saml.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import se.byggsten.core.store.ExpiringStore;

/** Remembers, for all nodes, what has been received. */
public final class ReplayMarks {
  private static final String NAMESPACE = "saml-seen";
  private static final byte[] MARK = {1};

  private final ExpiringStore store;

  /** Creates marks in a store. */
  public ReplayMarks(ExpiringStore store) {
    this.store = store;
  }

  /** Says whether the id has been received before. */
  public boolean isMarked(String id) {
    return store.find(NAMESPACE, key(id)).isPresent();
  }

  /** Marks the id; false when somebody was first. */
  public boolean mark(String id, Instant until) {
    return store.putIfAbsent(NAMESPACE, key(id), MARK, until);
  }

  /** Returns the SHA-256 of a text, so that foreign ids of any length make keys of one. */
  public static String key(String id) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
