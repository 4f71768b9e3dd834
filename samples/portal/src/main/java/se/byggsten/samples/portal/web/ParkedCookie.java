package se.byggsten.samples.portal.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.servlet.CurrentSession;

/**
 * Names, in the browser, what was posted after the session had ended, and where it was posted: each
 * window that somebody had open may have posted something.
 */
final class ParkedCookie {
  private static final Duration KEPT = Duration.ofMinutes(30);
  private static final int MOST = 4;
  private static final Pattern ADDRESS = Pattern.compile("/[A-Za-z0-9/_-]{1,200}");

  private ParkedCookie() {}

  private record Entry(String token, String address) {
    static Optional<Entry> read(String text) {
      String[] parts = text.split("\\.", 2);
      return parts.length == 2 && ADDRESS.matcher(parts[1]).matches()
          ? Optional.of(new Entry(parts[0], parts[1]))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return token + "." + address;
    }
  }

  /** Adds what was posted to the address of the request; the oldest is forgotten. */
  static void set(Exchange x, String token, boolean https) {
    String address = x.request().getRequestURI();
    if (ADDRESS.matcher(address).matches()) {
      List<Entry> all = entries(x, https);
      all.add(new Entry(token, address));
      write(x, https, all.subList(Math.max(0, all.size() - MOST), all.size()));
    }
  }

  /** Takes what was first posted to the address of the request. */
  static Optional<String> take(Exchange x, boolean https) {
    List<Entry> all = entries(x, https);
    Optional<Entry> here =
        all.stream().filter(one -> one.address().equals(x.request().getRequestURI())).findFirst();
    here.ifPresent(
        entry -> {
          all.remove(entry);
          write(x, https, all);
        });
    return here.map(Entry::token);
  }

  /** Whether something more than was taken was posted to the address of the request. */
  static boolean hasMore(Exchange x, boolean https) {
    String address = x.request().getRequestURI();
    return entries(x, https).stream().filter(one -> one.address().equals(address)).count() > 1;
  }

  /** Where something was last posted, of what lies under a folder. */
  static Optional<String> address(Exchange x, boolean https, String folder) {
    return entries(x, https).stream()
        .map(Entry::address)
        .filter(address -> address.startsWith(folder + "/"))
        .reduce((first, last) -> last);
  }

  private static List<Entry> entries(Exchange x, boolean https) {
    List<Entry> entries = new ArrayList<>();
    String value = CurrentSession.cookie(x.request(), cookie(https));
    if (value != null) {
      for (String entry : value.split("!", MOST + 1)) {
        Entry.read(entry).ifPresent(entries::add);
      }
    }
    return entries;
  }

  private static void write(Exchange x, boolean https, List<Entry> entries) {
    String value = String.join("!", entries.stream().map(Entry::toString).toList());
    x.response()
        .addHeader(
            "Set-Cookie",
            entries.isEmpty() ? cookie(https).remove() : cookie(https).set(value, KEPT));
  }

  private static CookieSpec cookie(boolean https) {
    return new CookieSpec(https ? "__Host-sparat" : "sparat", https, "Lax");
  }
}
