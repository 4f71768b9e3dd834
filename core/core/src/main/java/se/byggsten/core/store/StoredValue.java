package se.byggsten.core.store;

import java.time.Instant;

/** A value of an {@link ExpiringStore} as it was read. */
public final class StoredValue {
  private final byte[] bytes;
  private final long version;
  private final Instant expiresAt;

  private StoredValue(byte[] bytes, long version, Instant expiresAt) {
    this.bytes = bytes.clone();
    this.version = version;
    this.expiresAt = expiresAt;
  }

  /**
   * Returns a stored value.
   *
   * @param bytes the bytes
   * @param version the version, from 1
   * @param expiresAt when it goes away
   * @return the value
   */
  public static StoredValue of(byte[] bytes, long version, Instant expiresAt) {
    return new StoredValue(bytes, version, expiresAt);
  }

  /**
   * Returns the bytes.
   *
   * @return a copy
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Returns the version, which grows by one at each replacement.
   *
   * @return the version, from 1
   */
  public long version() {
    return version;
  }

  /**
   * Returns when the value goes away.
   *
   * @return the instant
   */
  public Instant expiresAt() {
    return expiresAt;
  }

  @Override
  public String toString() {
    return "StoredValue[" + bytes.length + " bytes, version " + version + "]";
  }
}
