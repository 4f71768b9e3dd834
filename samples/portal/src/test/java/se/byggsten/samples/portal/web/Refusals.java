package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import se.byggsten.conformance.http.Exchange;

/** What every refusal of the portal has in common, whatever was wrong. */
final class Refusals {
  /** What an answer never shows: the insides of the service. */
  private static final Pattern INSIDES =
      Pattern.compile(
          "(?i)\\bat [a-z]+\\.[a-z.]+\\(|[a-z]Exception\\b|se\\.byggsten|java\\.(lang|util|io)"
              + "|jakarta\\.|org\\.[a-z]+\\.|jetty|stack ?trace|servlet|postgres|\\bSQL\\b");

  /** Letters drawn at random, which spell anything sooner or later. */
  private static final Pattern DRAWN =
      Pattern.compile("<input[^>]*\\bname=\"_(?:csrf|draft)\"[^>]*>");

  private static final Pattern HEADING = Pattern.compile("(?s)<h1[^>]*>\\s*\\S.*?</h1>");
  private static final Pattern TITLE = Pattern.compile("(?s)<title>\\s*\\S.*?</title>");

  private Refusals() {}

  /** A page in Swedish in the portal's shell that says what to do and shows no insides. */
  static void assertRefused(Exchange exchange, int... statuses) {
    assertRefused(Reply.of(exchange), exchange.summary(), statuses);
  }

  static void assertRefused(Reply reply, String what, int... statuses) {
    assertThat(statuses).as(what + " gave " + reply.status()).contains(reply.status());
    assertThat(reply.status()).as(what).isBetween(400, 499);
    assertPage(reply, what);
    assertThat(reply.text()).as(what + ": whom to ask").contains("0555-120 00");
  }

  /** A page of the service with the headers that protect it, and nothing of its insides. */
  static void assertPage(Reply reply, String what) {
    assertThat(reply.header("Content-Type").orElse("none"))
        .as(what)
        .startsWithIgnoringCase("text/html");
    String page = reply.text();
    assertThat(page)
        .as(what)
        .contains("<html lang=\"sv\"", "<main", "</main>", "Eksta kommun")
        .containsPattern(HEADING)
        .containsPattern(TITLE);
    assertGuarded(reply, what);
  }

  /** The headers that protect a visitor, and no insides, also where the answer is no page. */
  static void assertGuarded(Reply reply, String what) {
    for (String header : Reply.HEADERS) {
      assertThat(reply.header(header)).as(what + ": " + header).isPresent();
    }
    assertThat(reply.header("Server")).as(what).isEmpty();
    assertThat(reply.header("X-Powered-By")).as(what).isEmpty();
    String said = DRAWN.matcher(reply.text()).replaceAll("");
    assertThat(INSIDES.matcher(said).results().map(r -> r.group()).toList())
        .as(what + " shows insides")
        .isEmpty();
  }
}
