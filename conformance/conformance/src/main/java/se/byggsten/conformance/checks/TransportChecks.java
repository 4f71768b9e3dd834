package se.byggsten.conformance.checks;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.TlsProbe;
import se.byggsten.conformance.walk.Probe;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;

/** SAK: transport, cookies and the way to report a weakness. */
final class TransportChecks {
  private static final Pattern MAX_AGE = Pattern.compile("(?i)max-age\\s*=\\s*\"?(\\d{1,12})");
  private static final long YEAR = 31_536_000;

  private TransportChecks() {}

  static List<Check<ServiceObservation>> all() {
    return List.of(
        ObservationCheck.of("SK-SAK-01", TransportChecks::tls),
        ObservationCheck.of("SK-SAK-02", TransportChecks::hsts),
        ObservationCheck.of("SK-SAK-05", TransportChecks::cookies),
        ObservationCheck.of("SK-SAK-09", TransportChecks::securityTxt));
  }

  private static CheckResult tls(ServiceObservation o, Conclusion c) {
    if (!"https".equals(o.base().getScheme())) {
      return c.broken(
              "/", "Tjänsten svarar på http utan kryptering", "Låt tjänsten bara svara på https.")
          .conclude();
    }
    if (o.tls().isEmpty()) {
      return c.unseen("TLS kunde inte prövas").conclude();
    }
    TlsProbe tls = o.tls().get();
    c.must(
        !tls.offered().isEmpty(),
        "TLS",
        "Varken TLS 1.2 eller 1.3 fungerar med ett certifikat som kitet litar på",
        "Erbjud TLS 1.3 med ett certifikat som gäller för värdnamnet.");
    c.must(
        tls.old().isEmpty(),
        "TLS",
        "Servern tar emot " + String.join(" och ", new TreeSet<>(tls.old())),
        "Stäng av TLS 1.0 och 1.1 (RFC 8996).");
    c.saw(
        "Servern erbjuder "
            + String.join(" och ", new TreeSet<>(tls.offered()))
            + "; TLS 1.0 och 1.1 "
            + (tls.old().isEmpty() ? "avvisas" : "tas emot"));
    List<Exchange> plain = o.probe(Probe.PLAIN_HTTP);
    if (plain.isEmpty()) {
      c.unseen(
          "Ingen adress för http angiven i manifestet (verification.httpPort), eller inget svar där");
    }
    for (Exchange e : plain) {
      boolean redirects =
          e.status() >= 301
              && e.status() <= 308
              && e.header("Location").orElse("").startsWith("https://");
      c.must(
          redirects,
          "http",
          e.summary() + " över http, utan omdirigering till https",
          "Omdirigera all http till https.");
      c.saw(e.summary() + " över http");
    }
    if (!tls.publiclyTrusted()) {
      String host = String.valueOf(o.base().getHost());
      boolean loopback =
          Set.of("localhost", "127.0.0.1", "[::1]", "::1").contains(host)
              || host.endsWith(".localhost");
      if (loopback) {
        c.unseen("Publikt betrott certifikat kan inte prövas på " + host);
      } else {
        c.broken(
            "TLS",
            "Certifikatet är inte utfärdat av en publikt betrodd utfärdare",
            "Skaffa ett certifikat som webbläsare litar på.");
      }
    }
    return c.conclude();
  }

  private static CheckResult hsts(ServiceObservation o, Conclusion c) {
    List<Exchange> pages = o.ownHtml();
    for (Exchange e : pages) {
      String header = e.header("Strict-Transport-Security").orElse("");
      Matcher m = MAX_AGE.matcher(header);
      boolean long1 = m.find() && Long.parseLong(m.group(1)) >= YEAR;
      c.must(
          long1 && header.toLowerCase(Locale.ROOT).contains("includesubdomains"),
          String.valueOf(e.uri().getPath()),
          e.summary()
              + "; rubriken Strict-Transport-Security är "
              + (header.isEmpty() ? "borta" : "för svag: " + header),
          "Sätt max-age=31536000; includeSubDomains.");
    }
    return pages.isEmpty()
        ? c.conclude()
        : c.saw(pages.size() + " sidor med Strict-Transport-Security").conclude();
  }

  private static CheckResult cookies(ServiceObservation o, Conclusion c) {
    Set<String> names = new TreeSet<>();
    Set<String> ended = Sight.endedCookies(o);
    for (Exchange e : o.transcript()) {
      if (!o.isOwn(e)) {
        continue;
      }
      for (String header : e.headers("Set-Cookie")) {
        String name = header.split("=", 2)[0].strip();
        String attributes = header.toLowerCase(Locale.ROOT).replace(" ", "") + ";";
        // The answer of a login comes as a POST from another site: only a cookie with SameSite=None
        // goes with it, and that one must end with the login.
        boolean site =
            attributes.contains("samesite=lax;")
                || attributes.contains("samesite=strict;")
                || (attributes.contains("samesite=none;") && ended.contains(name));
        boolean safe =
            attributes.contains(";secure;")
                && attributes.contains(";httponly;")
                && site
                && name.startsWith("__Host-");
        names.add(name);
        c.must(
            safe,
            "Set-Cookie",
            "Kakan " + name + " saknar Secure, HttpOnly, SameSite eller prefixet __Host-",
            "Sätt __Host-namn, Secure, HttpOnly, SameSite=Lax och Path=/.");
      }
    }
    if (!o.reachedReceipt() && names.isEmpty()) {
      return c.unseen("Inga kakor sågs").conclude();
    }
    return c.saw("Kakor som sattes: " + (names.isEmpty() ? "inga" : String.join(", ", names)))
        .conclude();
  }

  private static CheckResult securityTxt(ServiceObservation o, Conclusion c) {
    List<Exchange> files = o.probe(Probe.SECURITY_TXT);
    if (files.isEmpty()) {
      return c.unseen("security.txt kunde inte hämtas").conclude();
    }
    Exchange file = files.get(0);
    if (file.status() != 200) {
      return c.broken(
              file,
              "security.txt saknas",
              "Lägg en fil enligt RFC 9116 på /.well-known/security.txt.")
          .conclude();
    }
    String text = file.text();
    c.must(
        file.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).startsWith("text/plain"),
        "security.txt",
        "security.txt skickas inte som text/plain",
        "Sätt Content-Type: text/plain; charset=utf-8.");
    c.must(
        text.lines().anyMatch(l -> l.matches("(?i)contact:\\s*(mailto:|https:|tel:)\\S+.*")),
        "security.txt",
        "security.txt saknar Contact",
        "Skriv en rad Contact med adress.");
    List<String> expires =
        text.lines()
            .filter(l -> l.matches("(?i)expires:.*"))
            .map(l -> l.substring(8).strip())
            .toList();
    c.must(
        expires.size() == 1 && within(expires.get(0), o),
        "security.txt",
        "security.txt har inte exakt ett Expires inom ett år",
        "Skriv Expires med ett datum inom ett år.");
    return c.saw(file.summary() + ", Expires " + String.join(" ", expires)).conclude();
  }

  private static boolean within(String expires, ServiceObservation o) {
    try {
      java.time.LocalDate day =
          OffsetDateTime.parse(expires.toUpperCase(Locale.ROOT)).toLocalDate();
      return day.isAfter(o.today()) && !day.isAfter(o.today().plusYears(1));
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
