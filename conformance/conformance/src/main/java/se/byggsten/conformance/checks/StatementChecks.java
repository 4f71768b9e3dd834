package se.byggsten.conformance.checks;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import se.byggsten.accessibility.AccessibilityRules;
import se.byggsten.accessibility.AccessibilityStatementCheck;
import se.byggsten.accessibility.HtmlPage;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.WebForm;
import se.byggsten.conformance.walk.ObservedPage;
import se.byggsten.conformance.walk.Probe;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Severity;

/** TIL: the accessibility statement. */
final class StatementChecks {
  private static final String LINK = "tillgänglighetsredogörelse|accessibility statement";

  private StatementChecks() {}

  static List<Check<ServiceObservation>> all() {
    return List.of(
        ObservationCheck.of("SK-TIL-04", StatementChecks::linked),
        ObservationCheck.of(
            "SK-TIL-05",
            (o, c) ->
                says(o, c, AccessibilityStatementCheck.ACTOR, AccessibilityStatementCheck.STATUS)),
        ObservationCheck.of("SK-TIL-07", (o, c) -> says(o, c, AccessibilityStatementCheck.DATES)),
        ObservationCheck.of("SK-TIL-08", StatementChecks::message),
        ObservationCheck.of(
            "SK-TIL-09", (o, c) -> says(o, c, AccessibilityStatementCheck.COMPLAINT)),
        ObservationCheck.of("SK-TIL-10", StatementChecks::notContradicted));
  }

  private static CheckResult linked(ServiceObservation o, Conclusion c) {
    for (ObservedPage page : Sight.way(o)) {
      boolean link = !Sight.read(page.exchange()).links(LINK).isEmpty();
      c.must(
          link,
          page.exchange().uri().getPath(),
          page.exchange().summary() + ": sidan länkar inte till tillgänglighetsredogörelsen",
          "Länka från sidfoten på varje sida.");
    }
    for (Exchange page : o.probe(Probe.STATEMENT)) {
      c.must(
          page.status() == 200,
          page.uri().getPath(),
          page.summary() + ": redogörelsen går inte att läsa",
          "Låt sidan svara 200 utan inloggning.");
      c.saw(page.summary());
    }
    return o.probe(Probe.STATEMENT).isEmpty()
        ? c.unseen("Ingen redogörelse hittades").conclude()
        : c.saw(Sight.way(o).size() + " sidor länkar till redogörelsen").conclude();
  }

  private static List<Finding> statement(ServiceObservation o, Exchange page) {
    return AccessibilityStatementCheck.check(
        HtmlPage.parse(page.text(), String.valueOf(page.uri().getPath())),
        o.manifest().service().municipality(),
        o.today());
  }

  private static CheckResult says(ServiceObservation o, Conclusion c, RequirementId... rules) {
    List<Exchange> pages =
        o.probe(Probe.STATEMENT).stream().filter(e -> e.status() == 200).toList();
    if (pages.isEmpty()) {
      return c.unseen("Ingen redogörelse hittades").conclude();
    }
    Set<RequirementId> wanted = Set.of(rules);
    for (Finding f : statement(o, pages.get(0))) {
      if (wanted.contains(f.rule())) {
        c.broken(f.where().resource(), f.message(), f.remedy());
      }
    }
    return c.saw(pages.get(0).summary() + " läst som tillgänglighetsredogörelse").conclude();
  }

  private static CheckResult message(ServiceObservation o, Conclusion c) {
    says(o, c, AccessibilityStatementCheck.MESSAGE);
    List<Exchange> pages = o.probe(Probe.FEEDBACK);
    if (pages.isEmpty()) {
      return c.unseen("Ingen sida för synpunkter hittades").conclude();
    }
    Exchange page = pages.get(0);
    boolean form =
        page.status() == 200
            && WebForm.in(page).stream()
                .anyMatch(f -> f.inMain() && f.method().equals("POST") && f.has("textarea"));
    c.must(
        form,
        page.uri().getPath(),
        page.summary() + ": sidan har inget formulär att skriva i utan inloggning",
        "Visa ett formulär med fritext utan krav på inloggning.");
    List<Element> who =
        Sight.read(page).main().select("input[required], input[aria-required=true]").stream()
            .filter(e -> !Set.of("hidden", "radio", "checkbox").contains(e.attr("type")))
            .toList();
    c.must(
        who.isEmpty(),
        page.uri().getPath(),
        "formuläret kräver uppgifter om den som skriver",
        "Låt namn och adress vara frivilliga.");
    return c.saw(page.summary() + " utan inloggning").conclude();
  }

  /** A page that claims full compliance, while rules are broken, does not tell the truth. */
  private static CheckResult notContradicted(ServiceObservation o, Conclusion c) {
    List<Exchange> pages =
        o.probe(Probe.STATEMENT).stream().filter(e -> e.status() == 200).toList();
    if (pages.isEmpty()) {
      return c.unseen("Ingen redogörelse hittades").conclude();
    }
    AccessibilityRules rules = AccessibilityRules.load();
    long errors =
        Sight.pages(o).stream()
            .flatMap(p -> rules.check(HtmlPage.parse(p.text(), p.uri().getPath())).stream())
            .filter(f -> f.severity() == Severity.ERROR)
            .count();
    boolean full = Sight.read(pages.get(0)).mainSays("\\bhelt förenlig|fully compliant");
    c.must(
        !full || errors == 0,
        pages.get(0).uri().getPath(),
        "redogörelsen säger helt förenlig, men mätningen ger " + errors + " fel",
        "Rätta felen, eller beskriv bristerna.");
    return c.saw(
            "Status i redogörelsen jämförd med mätning av "
                + Sight.pages(o).size()
                + " sidor: "
                + errors
                + " fel")
        .conclude();
  }
}
