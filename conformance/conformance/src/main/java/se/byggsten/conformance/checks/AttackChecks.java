package se.byggsten.conformance.checks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.HttpBrowser;
import se.byggsten.conformance.http.internal.PageDocument;
import se.byggsten.conformance.walk.PageRole;
import se.byggsten.conformance.walk.Probe;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;

/** SAK: what must be turned down. */
final class AttackChecks {
  private static final Pattern INNARDS =
      Pattern.compile(
          "at [a-z][\\w.$]+\\([\\w]+\\.java:\\d+\\)|\\b[a-z]+(\\.[a-z0-9_]+){2,}\\.[A-Z]\\w*(Exception|Error)\\b|\\bjava\\.(lang|util|io|sql)\\.|Caused by:|Traceback \\(most recent|SQLSTATE|org\\.postgresql|powered by jetty|apache tomcat/|whitelabel error page|/(usr|home|opt|var)/[\\w/.-]+\\.(java|class|jar)");
  private static final Pattern NUMBERED = Pattern.compile("[A-Za-z-]+[/ (]v?\\d+(\\.\\d+)*");

  private AttackChecks() {}

  static List<Check<ServiceObservation>> all() {
    return List.of(
        ObservationCheck.of("SK-SAK-06", AttackChecks::tokens),
        ObservationCheck.of("SK-SAK-07", AttackChecks::otherPerson),
        ObservationCheck.of("SK-SAK-08", AttackChecks::encoded),
        ObservationCheck.of("SK-SAK-12", AttackChecks::errorPages),
        ObservationCheck.of("SK-SAK-13", AttackChecks::exposed),
        ObservationCheck.of("SK-SAK-15", AttackChecks::steps));
  }

  private static CheckResult tokens(ServiceObservation o, Conclusion c) {
    for (Probe probe : List.of(Probe.TOKEN_MISSING, Probe.TOKEN_WRONG)) {
      String what = probe == Probe.TOKEN_MISSING ? "utan skyddsvärde" : "med fel skyddsvärde";
      if (o.probe(probe).isEmpty()) {
        c.unseen("POST " + what + " kunde inte prövas");
      }
      for (Exchange e : o.probe(probe)) {
        c.must(
            e.method().equals("POST") && e.status() >= 400 && e.status() < 500,
            String.valueOf(e.uri().getPath()),
            e.summary() + " för POST " + what,
            "Avvisa anropet med 403 och en sida som säger vad man ska göra.");
        c.saw(e.summary() + " " + what);
      }
    }
    return c.conclude();
  }

  private static CheckResult otherPerson(ServiceObservation o, Conclusion c) {
    List<Exchange> answers = o.probe(Probe.OTHER_PERSON);
    if (answers.isEmpty()) {
      return c.unseen("En annan persons åtkomst kunde inte prövas").conclude();
    }
    for (Exchange e : answers) {
      c.must(
          e.status() == 404 || e.status() == 403,
          "ärende",
          "En annan person fick status " + e.status() + " för den förstas sida",
          "Svara 404 för ärenden som inte är den inloggades.");
    }
    return c.saw(
            answers.size()
                + " av den förstas sidor begärda av en annan person; svar "
                + FormValueChecks.statuses(answers))
        .conclude();
  }

  private static CheckResult encoded(ServiceObservation o, Conclusion c) {
    List<Exchange> answers = o.probe(Probe.HOSTILE_STRINGS);
    if (answers.isEmpty()) {
      return c.unseen("Ingen sida tog emot text").conclude();
    }
    for (Exchange e : answers) {
      boolean markup =
          e.isHtml() && !Sight.read(e).document().select("[data-byggsten-kit], [onload]").isEmpty();
      c.must(
          !markup,
          String.valueOf(e.uri().getPath()),
          e.summary() + ": text som lämnats i ett fält blev HTML på sidan",
          "Koda all utdata efter var den står.");
      c.must(
          e.status() < 500,
          String.valueOf(e.uri().getPath()),
          e.summary() + " för text med ovanliga tecken",
          "Ta emot eller avvisa texten utan att fela.");
    }
    return c.saw(
            answers.size()
                + " sidor fick fientlig text i alla textfält; svar "
                + FormValueChecks.statuses(answers))
        .conclude();
  }

  private static CheckResult errorPages(ServiceObservation o, Conclusion c) {
    if (o.probe(Probe.NOT_FOUND).isEmpty()) {
      return c.unseen("Ingen felsida kunde framkallas").conclude();
    }
    for (Exchange e : o.probe(Probe.NOT_FOUND)) {
      c.must(
          e.status() == 404 || e.status() == 400,
          "felsida",
          e.summary() + " för en adress som inte finns",
          "Svara 404.");
      boolean page =
          e.isHtml()
              && Sight.read(e).language().startsWith("sv")
              && Sight.read(e).mainText().length() > 20;
      c.must(
          page,
          "felsida",
          e.summary() + ": felsidan är inte en sida på svenska",
          "Visa en sida som säger vad man kan göra.");
    }
    List<Exchange> all =
        Stream.concat(o.transcript().stream(), o.probes().values().stream().flatMap(List::stream))
            .filter(o::isOwn)
            .toList();
    for (Exchange e : all) {
      String path = String.valueOf(e.uri().getPath());
      c.must(
          e.status() < 500,
          path,
          e.summary(),
          "Ta hand om felet och svara med en sida i klassen 4xx.");
      c.must(
          !INNARDS.matcher(e.text()).find(),
          path,
          e.summary() + ": svaret visar tjänstens inre",
          "Visa aldrig klassnamn, stackspår eller sökvägar.");
      for (String name : List.of("Server", "X-Powered-By", "X-AspNet-Version", "Via")) {
        String value = e.header(name).orElse("");
        c.must(
            !NUMBERED.matcher(value).find() && (value.isEmpty() || !name.startsWith("X-")),
            "rubriken " + name,
            e.summary() + "; rubriken " + name + " berättar om programvara",
            "Ta bort rubriken.");
      }
    }
    return c.saw(
            all.size()
                + " svar utan spår av tjänstens inre; en okänd adress gav "
                + FormValueChecks.statuses(o.probe(Probe.NOT_FOUND)))
        .conclude();
  }

  private static CheckResult exposed(ServiceObservation o, Conclusion c) {
    List<Exchange> tried = o.probe(Probe.EXPOSED_PATHS);
    if (tried.isEmpty() || o.probe(Probe.TRACE).isEmpty()) {
      c.unseen("Adresserna eller TRACE kunde inte prövas");
    }
    for (Exchange e : tried) {
      boolean open = e.status() >= 200 && e.status() < 300;
      c.must(
          !open,
          e.uri().getPath(),
          e.summary() + ": adressen ska inte gå att nå",
          "Stäng adressen.");
      c.must(
          !PageDocument.matches(e.text(), "index of /|directory listing"),
          e.uri().getPath(),
          e.summary() + ": servern listar filer",
          "Stäng av kataloglistning.");
    }
    for (Exchange e : o.probe(Probe.TRACE)) {
      c.must(e.status() >= 400, "TRACE", e.summary() + ": metoden TRACE är öppen", "Stäng TRACE.");
      c.saw(e.summary());
    }
    return c.saw(tried.size() + " adresser prövade; svar " + FormValueChecks.statuses(tried))
        .conclude();
  }

  private static CheckResult steps(ServiceObservation o, Conclusion c) {
    if (!o.reachedReceipt()
        || o.probe(Probe.REPLAY).isEmpty()
        || o.probe(Probe.SKIPPED_STEPS).isEmpty()) {
      return c.unseen("Omsändning eller överhoppade steg kunde inte prövas").conclude();
    }
    Exchange receipt = o.pages(PageRole.RECEIPT).get(0).exchange();
    for (Exchange e : o.probe(Probe.REPLAY)) {
      boolean same =
          Sight.role(e) != PageRole.RECEIPT || e.uri().getPath().equals(receipt.uri().getPath());
      c.must(
          same && e.status() < 500,
          "omsändning",
          e.summary() + ": samma inskick en gång till gav en ny kvittens",
          "Låt samma inskick ge samma ärende.");
      c.saw(e.summary() + " för samma inskick en gång till");
    }
    Optional<Exchange> list =
        o.pages(PageRole.CASES).stream().map(p -> p.exchange()).reduce((a, b) -> b);
    for (Exchange after : o.probe(Probe.CASES_AFTER_REPLAY)) {
      boolean more = list.isPresent() && links(after).size() > links(list.get()).size();
      c.must(
          !more,
          "ärendelista",
          "Efter omsändningen finns fler ärenden än före",
          "Låt samma inskick ge samma ärende.");
    }
    for (Exchange e : o.probe(Probe.SKIPPED_STEPS)) {
      c.must(
          Sight.role(e) != PageRole.RECEIPT,
          "överhoppade steg",
          e.summary() + ": en ansökan utan svar gick att skicka",
          "Pröva alla steg på servern innan något tas emot.");
      c.saw(e.summary() + " för granskning utan svar");
    }
    return c.conclude();
  }

  private static Set<String> links(Exchange page) {
    String own = HttpBrowser.origin(page.uri());
    return Sight.read(page).main().select("a[href]").stream()
        .map(a -> page.uri().resolve(a.attr("href").replace(" ", "%20")))
        .filter(
            u ->
                HttpBrowser.origin(u).equals(own)
                    && u.getPath().toLowerCase(Locale.ROOT).startsWith(page.uri().getPath()))
        .map(u -> u.getPath())
        .collect(Collectors.toSet());
  }
}
