package se.byggsten.saml.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The logins that one browser has under way, as its cookie holds them: a secret for each, newest
 * first and not more than a few, so that two tabs do not spoil each other's login.
 */
public final class BrowserBindings {
  private static final int MOST = 5;
  private static final int LABEL = 8;
  private static final Pattern ENTRY = Pattern.compile("[A-Za-z0-9_-]{51}");

  private BrowserBindings() {}

  /** Returns the cookie's value with one login more; the oldest goes when there are too many. */
  public static String with(@Nullable String cookie, String relayState, String secret) {
    List<String> entries = new ArrayList<>();
    entries.add(relayState.substring(0, LABEL) + secret);
    entries.addAll(entries(cookie));
    return String.join(".", entries.subList(0, Math.min(MOST, entries.size())));
  }

  /** Returns the cookie's value without a login that has ended; empty when none is left. */
  public static String without(@Nullable String cookie, @Nullable String relayState) {
    String label = label(relayState);
    return String.join(
        ".", entries(cookie).stream().filter(entry -> !entry.startsWith(label)).toList());
  }

  /** Returns the secrets that the browser may hold for a login; none or one, most often. */
  static List<String> secrets(@Nullable String cookie, String relayState) {
    String label = label(relayState);
    return entries(cookie).stream()
        .filter(entry -> entry.startsWith(label))
        .map(entry -> entry.substring(LABEL))
        .toList();
  }

  /**
   * The beginning of a key, by which an entry is found; a text that no entry begins with if none.
   */
  private static String label(@Nullable String relayState) {
    return relayState == null || relayState.length() < LABEL ? "." : relayState.substring(0, LABEL);
  }

  /** What a browser sends may be anything; what this class did not write is passed over. */
  private static List<String> entries(@Nullable String cookie) {
    return cookie == null
        ? List.of()
        : Arrays.stream(cookie.split("\\.", MOST + 1))
            .limit(MOST)
            .filter(entry -> ENTRY.matcher(entry).matches())
            .toList();
  }
}
