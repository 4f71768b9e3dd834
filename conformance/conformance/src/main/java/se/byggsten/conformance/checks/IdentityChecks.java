package se.byggsten.conformance.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.WebForm;
import se.byggsten.conformance.http.internal.PageDocument;
import se.byggsten.conformance.walk.ObservedPage;
import se.byggsten.conformance.walk.PageRole;
import se.byggsten.conformance.walk.Probe;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.manifest.Representation;

/** IDE: login, session and the way for those without an e-ID. */
final class IdentityChecks {
  private IdentityChecks() {}

  static List<Check<ServiceObservation>> all() {
    return List.of(
        ObservationCheck.of("SK-IDE-04", IdentityChecks::falseLogins),
        ObservationCheck.of("SK-IDE-05", IdentityChecks::otherWay),
        ObservationCheck.of("SK-IDE-06", IdentityChecks::representatives),
        ObservationCheck.of("SK-IDE-11", IdentityChecks::session),
        ObservationCheck.of("SK-IDE-12", IdentityChecks::noPuzzle));
  }

  private static CheckResult falseLogins(ServiceObservation o, Conclusion c) {
    for (Probe probe : List.of(Probe.LOGIN_GARBAGE, Probe.LOGIN_UNSIGNED, Probe.LOGIN_DTD)) {
      List<Exchange> answers = o.probe(probe);
      if (answers.isEmpty()) {
        c.unseen("Ingen adress för inloggningens svar hittades att pröva (" + probe + ")");
      }
      for (Exchange e : answers) {
        c.must(
            e.status() >= 400 && e.status() < 500,
            e.uri().getPath(),
            e.summary() + " för ett falskt inloggningssvar (" + probe + ")",
            "Avvisa svaret med en sida i klassen 4xx som säger vad man ska göra.");
      }
      answers.forEach(e -> c.saw(e.summary() + " för " + probe));
    }
    for (Exchange e : o.probe(Probe.LOGIN_FALSE_SESSION)) {
      c.must(
          !(e.status() == 200 && Sight.role(e) == PageRole.CASES),
          e.uri().getPath(),
          e.summary() + " efter ett falskt inloggningssvar",
          "Skapa ingen session av ett svar som inte är rätt undertecknat.");
    }
    return c.conclude();
  }

  private static CheckResult otherWay(ServiceObservation o, Conclusion c) {
    List<ObservedPage> start = o.pages(PageRole.START);
    if (start.isEmpty()) {
      return c.unseen("Ingen startsida hittades").conclude();
    }
    Exchange page = start.get(0).exchange();
    PageDocument document = Sight.read(page);
    c.must(
        document.mainSays(
            "(saknar|utan|inte har|ingen) (en )?e-legitimation|(without|no|not have) (an )?e-?id"),
        page.uri().getPath(),
        "startsidan säger inte vad den som saknar e-legitimation ska göra",
        "Skriv hur man ansöker utan e-legitimation, med telefon, besök eller blankett.");
    return c.saw(page.summary() + " före inloggning").conclude();
  }

  private static CheckResult representatives(ServiceObservation o, Conclusion c) {
    List<Representation> declared = o.manifest().representations();
    if (declared.isEmpty()) {
      return c.broken(
              "manifest",
              "Manifestet säger inte vilka som kan företräda någon",
              "Ange representations, med skäl för de roller som inte stöds.")
          .conclude();
    }
    for (Representation.Kind kind : Representation.Kind.values()) {
      boolean told = declared.stream().anyMatch(r -> r.kind() == kind);
      c.must(
          told,
          "manifest",
          "Manifestet säger inget om rollen " + kind,
          "Ange om rollen stöds, annars varför inte.");
    }
    return c.saw("Manifestet anger " + declared.size() + " roller").conclude();
  }

  private static CheckResult session(ServiceObservation o, Conclusion c) {
    rotation(o, c);
    List<Exchange> inside =
        Sight.way(o).stream().filter(ObservedPage::loggedIn).map(ObservedPage::exchange).toList();
    if (inside.isEmpty()) {
      c.unseen("Inga sidor efter inloggning nåddes");
    }
    for (Exchange page : inside) {
      boolean button =
          WebForm.in(page).stream()
              .anyMatch(
                  f ->
                      f.method().equals("POST")
                          && f.button("logga ut|log out|sign out").isPresent());
      c.must(
          button,
          page.uri().getPath(),
          page.summary() + ": sidan saknar knapp för att logga ut",
          "Visa en knapp Logga ut (POST) på varje sida efter inloggning.");
    }
    List<Exchange> after = o.probe(Probe.AFTER_LOGOUT);
    if (after.isEmpty()) {
      c.unseen("Utloggning kunde inte prövas");
    }
    for (Exchange e : after) {
      c.must(
          !(e.status() == 200 && Sight.role(e) == PageRole.CASES),
          e.uri().getPath(),
          e.summary() + " med kakan från före utloggningen",
          "Avsluta sessionen på servern vid utloggning.");
      c.saw(e.summary() + " efter utloggning");
    }
    return c.conclude();
  }

  /** Every cookie of the session from before the login gets a new value when the login succeeds. */
  private static void rotation(ServiceObservation o, Conclusion c) {
    List<Exchange> way = o.transcript();
    int inside =
        o.pages().stream()
            .filter(ObservedPage::loggedIn)
            .mapToInt(p -> p.exchange().number())
            .findFirst()
            .orElse(0);
    // The last thing posted to the service before the first page inside is the login's answer.
    Optional<Exchange> login =
        way.stream()
            .filter(e -> e.method().equals("POST") && o.isOwn(e) && e.number() <= inside)
            .reduce((first, second) -> second);
    Map<String, String> before = new LinkedHashMap<>();
    Map<String, String> after = new LinkedHashMap<>();
    for (Exchange e : way) {
      if (!o.isOwn(e) || login.isEmpty()) {
        continue;
      }
      boolean early = e.number() < login.get().number();
      for (String cookie : e.headers("Set-Cookie")) {
        String[] pair = (cookie.split(";", 2)[0] + "=").split("=", 3);
        // A value too short to be a secret, such as a language, is no session.
        if (cookie.toLowerCase(java.util.Locale.ROOT).contains("httponly")
            && pair[1].length() >= 16) {
          (early ? before : after).put(pair[0].strip(), pair[1]);
        }
      }
    }
    before.keySet().removeAll(Sight.endedCookies(o));
    if (login.isEmpty() || (before.isEmpty() && after.isEmpty())) {
      c.unseen("Ingen sessionskaka kunde följas över inloggningen");
      return;
    }
    before.forEach(
        (name, value) -> {
          String now = after.get(name);
          boolean rotated = now != null && !now.equals(value);
          c.must(
              rotated,
              "/",
              "Kakan " + name + " har samma värde före och efter inloggning",
              "Ge sessionen ett nytt id vid inloggning.");
        });
    c.saw(
        before.size()
            + " sessionskakor före inloggning, "
            + after.size()
            + " satta vid eller efter den");
  }

  private static CheckResult noPuzzle(ServiceObservation o, Conclusion c) {
    List<Exchange> pages =
        o.pages().stream()
            .filter(p -> !p.own() || p.role() == PageRole.LOGIN)
            .map(ObservedPage::exchange)
            .filter(Exchange::isHtml)
            .toList();
    if (pages.isEmpty()) {
      return c.unseen("Inga inloggningssidor nåddes").conclude();
    }
    for (Exchange page : pages) {
      Document document = Sight.read(page).document();
      boolean puzzle =
          !document
                  .select(
                      "[class*=captcha], [id*=captcha], [name*=captcha], [src*=captcha], [src*=turnstile], [data-sitekey]")
                  .isEmpty()
              || PageDocument.matches(
                  document.text(),
                  "captcha|jag är inte en robot|skriv tecknen i bilden|not a robot");
      c.must(
          !puzzle,
          page.uri().getPath(),
          page.summary() + ": inloggningen kräver att man löser en uppgift",
          "Ta bort uppgiften, eller ge ett annat sätt.");
    }
    return c.saw(pages.size() + " inloggningssidor utan uppgift att lösa").conclude();
  }
}
