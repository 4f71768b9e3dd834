package se.byggsten.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Random values, hashes and sealing with the algorithms of the JDK. */
public final class Secrets {
  /** The length of every secret: 256 bits. */
  public static final int BYTES = 32;

  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;

  private Secrets() {}

  /** Returns 256 random bits. */
  public static byte[] random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  /** Returns the bytes as base64url without padding. */
  public static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Reads base64url of exactly this many bytes, in its one canonical form. */
  public static Optional<byte[]> read(@Nullable String text, int length) {
    if (text == null || text.length() != (length * 8 + 5) / 6) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return bytes.length == length && text(bytes).equals(text)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Returns the SHA-256 of the bytes in hexadecimal. */
  public static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Returns HMAC-SHA-256 of a label and a message. */
  public static byte[] mac(byte[] key, String label, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(label.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }

  /** Compares in constant time. */
  public static boolean same(byte[] left, byte[] right) {
    return MessageDigest.isEqual(left, right);
  }

  /** Hides a secret behind a fresh random mask, so that no two pages carry the same text. */
  public static String mask(byte[] secret) {
    byte[] mask = random();
    byte[] both = Arrays.copyOf(mask, 2 * BYTES);
    for (int i = 0; i < BYTES; i++) {
      both[BYTES + i] = (byte) (mask[i] ^ secret[i]);
    }
    return text(both);
  }

  /** Takes the mask away. */
  public static Optional<byte[]> unmask(@Nullable String text) {
    return read(text, 2 * BYTES)
        .map(
            both -> {
              byte[] secret = new byte[BYTES];
              for (int i = 0; i < BYTES; i++) {
                secret[i] = (byte) (both[i] ^ both[BYTES + i]);
              }
              return secret;
            });
  }

  /** Encrypts and authenticates with AES-256-GCM under a fresh nonce. */
  public static byte[] seal(byte[] key, byte[] plain) {
    try {
      byte[] iv = Arrays.copyOf(random(), IV_BYTES);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
      byte[] sealed = cipher.doFinal(plain);
      byte[] all = Arrays.copyOf(iv, IV_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, IV_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has AES-GCM", e);
    }
  }

  /** Opens what {@link #seal} made; empty when the key is another or a bit has changed. */
  public static Optional<byte[]> open(byte[] key, byte[] sealed) {
    if (sealed.length <= IV_BYTES) {
      return Optional.empty();
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, sealed, 0, IV_BYTES));
      return Optional.of(cipher.doFinal(sealed, IV_BYTES, sealed.length - IV_BYTES));
    } catch (GeneralSecurityException changed) {
      return Optional.empty();
    }
  }
}
