package se.byggsten.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.identity.internal.Secrets;

/**
 * What the browser holds to prove which session it has: 256 random bits.
 *
 * <p>The store knows only its hash, so whoever reads the store can take over no session.
 */
public final class SessionToken {
  private final byte[] bytes;

  private SessionToken(byte[] bytes) {
    this.bytes = bytes;
  }

  static SessionToken random() {
    return new SessionToken(Secrets.random());
  }

  /**
   * Reads the value of a cookie.
   *
   * @param cookieValue what the browser sent, or null when it sent nothing
   * @return the token, or empty when the value is not of the right form
   */
  public static Optional<SessionToken> parse(@Nullable String cookieValue) {
    return Secrets.read(cookieValue, Secrets.BYTES).map(SessionToken::new);
  }

  /**
   * Returns the value to put in the cookie.
   *
   * @return 43 characters of base64url; a secret
   */
  public String cookieValue() {
    return Secrets.text(bytes);
  }

  /**
   * Returns what tells which session it is, to end it later, but opens none.
   *
   * @return 64 hexadecimal digits
   */
  public String mark() {
    return storeKey();
  }

  String storeKey() {
    return Secrets.hash(bytes);
  }

  byte[] derive(String label) {
    return Secrets.mac(bytes, label, new byte[0]);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SessionToken token && Secrets.same(bytes, token.bytes);
  }

  @Override
  public int hashCode() {
    return storeKey().hashCode();
  }

  @Override
  public String toString() {
    return "SessionToken[masked]";
  }
}
