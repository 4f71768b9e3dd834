package se.byggsten.conformance.http.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps cookies by the rules of RFC 6265bis: Secure, host only, prefixes, paths, deletion. */
public final class CookieJar {
  private record Cookie(String name, String value, String host, String path, boolean secure) {
    boolean goesTo(URI uri) {
      String at = uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
      return host.equalsIgnoreCase(uri.getHost())
          && (!secure || "https".equals(uri.getScheme()))
          && (at.equals(path)
              || (at.startsWith(path) && (path.endsWith("/") || at.startsWith(path + "/"))));
    }
  }

  private final Map<String, Cookie> cookies = new TreeMap<>();

  /** Returns a jar with the same cookies. */
  public CookieJar copy() {
    CookieJar copy = new CookieJar();
    copy.cookies.putAll(cookies);
    return copy;
  }

  /** Takes what the answer sets; what a browser would refuse is left out. */
  public void take(URI from, List<String> setCookies) {
    for (String header : setCookies) {
      take(from, header);
    }
  }

  private void take(URI from, String header) {
    String[] parts = header.split(";", -1);
    int equals = parts[0].indexOf('=');
    String host = from.getHost();
    if (equals < 1 || host == null) {
      return;
    }
    String name = parts[0].substring(0, equals).strip();
    String value = parts[0].substring(equals + 1).strip();
    Map<String, String> attributes = new TreeMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] pair = (parts[i] + "=").split("=", -1);
      attributes.put(pair[0].strip().toLowerCase(Locale.ROOT), pair[1].strip());
    }
    boolean https = "https".equals(from.getScheme());
    boolean secure = attributes.containsKey("secure");
    String path = path(attributes.get("path"), from);
    boolean prefixed = name.startsWith("__Secure-") || name.startsWith("__Host-");
    boolean broken =
        (secure && !https)
            || (prefixed && !secure)
            || (name.startsWith("__Host-")
                && (!path.equals("/") || attributes.containsKey("domain")));
    if (broken) {
      return;
    }
    String key = host + " " + path + " " + name;
    if (deletes(attributes)) {
      cookies.remove(key);
    } else {
      cookies.put(key, new Cookie(name, value, host, path, secure));
    }
  }

  private static boolean deletes(Map<String, String> attributes) {
    String age = attributes.get("max-age");
    if (age != null) {
      return age.startsWith("-") || age.matches("0+");
    }
    return attributes.getOrDefault("expires", "").contains("1970");
  }

  private static String path(@Nullable String attribute, URI from) {
    if (attribute != null && attribute.startsWith("/")) {
      return attribute;
    }
    String path = from.getPath() == null ? "" : from.getPath();
    int last = path.lastIndexOf('/');
    return last <= 0 ? "/" : path.substring(0, last);
  }

  /** Returns the Cookie header for the address, "" when nothing goes there. */
  public String header(URI to) {
    List<String> pairs = new ArrayList<>();
    for (Cookie c : cookies.values()) {
      if (c.goesTo(to)) {
        pairs.add(c.name() + "=" + c.value());
      }
    }
    return String.join("; ", pairs);
  }
}
