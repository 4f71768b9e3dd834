package se.byggsten.forms.draft.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256, AES-256-GCM and PBKDF2 of the platform, each in the one way that drafts use it. */
public final class Sealing {
  /** The length of a key, a hash and an authentication code. */
  public static final int KEY = 32;

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Sealing() {}

  /**
   * Returns random bytes.
   *
   * @param length how many
   * @return the bytes
   */
  public static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /**
   * Computes an HMAC-SHA256 over parts, each with its length before it.
   *
   * @param key the key
   * @param parts the parts
   * @return 32 bytes
   */
  public static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(ByteBuffer.allocate(4).putInt(part.length).array());
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("Every Java platform has HmacSHA256", e);
    }
  }

  /**
   * Hashes a text.
   *
   * @param text any text
   * @return 64 lower-case hexadecimal digits
   */
  public static String hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Hashes bytes.
   *
   * @param bytes any bytes
   * @return 64 lower-case hexadecimal digits
   */
  public static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("Every Java platform has SHA-256", e);
    }
  }

  /**
   * Encrypts with a nonce of its own.
   *
   * @param key 32 bytes
   * @param plain what is kept
   * @param bound what it is bound to and is not kept in it
   * @return nonce, cipher text and tag
   */
  public static byte[] seal(byte[] key, byte[] plain, byte[] bound) {
    byte[] nonce = random(NONCE);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(plain);
      byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("Every Java platform has AES/GCM", e);
    }
  }

  /**
   * Decrypts what {@link #seal} made.
   *
   * @param key the key that it was sealed with
   * @param sealed nonce, cipher text and tag
   * @param bound what it was bound to
   * @return what was kept; empty when the key or what it was bound to is another, or a bit differs
   */
  public static Optional<byte[]> open(byte[] key, byte[] sealed, byte[] bound) {
    if (sealed.length < NONCE + TAG_BITS / 8) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, bound);
      return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
    } catch (AEADBadTagException altered) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("Every Java platform has AES/GCM", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] bound)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bound);
    return cipher;
  }

  /**
   * Stretches what a person remembers into a key, slowly.
   *
   * @param passphrase what the person wrote
   * @param salt random bytes, other ones each time
   * @param rounds how many rounds
   * @return 32 bytes
   */
  public static byte[] stretch(char[] passphrase, byte[] salt, int rounds) {
    PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, KEY * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("Every Java platform has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }

  /**
   * Compares without telling by its time where the difference is.
   *
   * @param one bytes
   * @param other bytes
   * @return true when they are equal
   */
  public static boolean same(byte[] one, byte[] other) {
    return MessageDigest.isEqual(one, other);
  }
}
