package se.byggsten.archive.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Digests, and the ids that come from them. */
public final class Digests {
  /** The name space of RFC 4122 for URLs. */
  private static final UUID URLS = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private Digests() {}

  static MessageDigest sha256() {
    return digest("SHA-256");
  }

  static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has " + algorithm, e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Returns the name-based UUID (version 5, RFC 4122 section 4.3) of a name.
   *
   * @param name the name
   * @return the UUID; the same name gives the same
   */
  public static UUID uuid(String name) {
    MessageDigest sha1 = digest("SHA-1");
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(URLS.getMostSignificantBits())
            .putLong(URLS.getLeastSignificantBits())
            .array());
    ByteBuffer sum = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    long most = (sum.getLong() & 0xffffffffffff0fffL) | 0x5000L;
    long least = (sum.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(most, least);
  }
}
