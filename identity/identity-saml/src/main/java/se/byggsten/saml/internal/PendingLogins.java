package se.byggsten.saml.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.saml.protocol.SamlRefusal;

/** Keeps the logins under way; each can be claimed once, by the browser that began it. */
public final class PendingLogins {
  private static final String PENDING = "saml-pending";
  private static final String USED = "saml-used";
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Duration KEPT = Duration.ofHours(1);

  private final ExpiringStore store;
  private final Clock clock;
  private final String entityId;

  /** Creates the keeper of one service, which may share the store with others. */
  public PendingLogins(ExpiringStore store, Clock clock, String entityId) {
    this.store = store;
    this.clock = clock;
    this.entityId = entityId;
  }

  /** Returns 256 random bits as 43 characters of base64url. */
  public static String secret() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Keeps a login and returns its key, which travels as RelayState and tells nothing. */
  public String keep(PendingLogin login) {
    String relayState = secret();
    if (!store.putIfAbsent(PENDING, key(relayState), login.toBytes(), login.askedAt().plus(KEPT))) {
      throw new IllegalStateException("Two random keys of 256 bits are the same");
    }
    return relayState;
  }

  /** Takes a login out, or refuses. Another browser leaves it as it is. */
  public PendingLogin claim(@Nullable String relayState, @Nullable String cookie) {
    if (relayState == null || !SECRET.matcher(relayState).matches()) {
      throw new RefusedException(SamlRefusal.UNSOLICITED);
    }
    String key = key(relayState);
    Optional<PendingLogin> found =
        store.find(PENDING, key).flatMap(value -> PendingLogin.read(value.bytes()));
    if (found.isEmpty()) {
      boolean used = store.find(USED, key).isPresent();
      throw new RefusedException(used ? SamlRefusal.ANSWER_REPLAYED : SamlRefusal.UNSOLICITED);
    }
    PendingLogin login = found.get();
    if (BrowserBindings.secrets(cookie, relayState).stream()
        .noneMatch(secret -> same(login.bindingHash(), ReplayMarks.key(secret)))) {
      throw new RefusedException(SamlRefusal.OTHER_BROWSER);
    }
    Instant now = clock.instant();
    // Marked before it is taken, so that whoever comes between learns that it is used.
    store.putIfAbsent(USED, key, new byte[] {1}, now.plus(KEPT));
    if (store.take(PENDING, key).isEmpty()) {
      throw new RefusedException(SamlRefusal.ANSWER_REPLAYED);
    }
    return login;
  }

  /** What one service asked is no question of another's, which may want more. */
  private String key(String relayState) {
    return ReplayMarks.key(entityId + "\n" + relayState);
  }

  private static boolean same(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.US_ASCII), right.getBytes(StandardCharsets.US_ASCII));
  }
}
