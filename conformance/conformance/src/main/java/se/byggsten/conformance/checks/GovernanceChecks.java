package se.byggsten.conformance.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.internal.PageDocument;
import se.byggsten.conformance.walk.ObservedPage;
import se.byggsten.conformance.walk.PageRole;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.manifest.ContentSet;
import se.byggsten.core.manifest.Goal;
import se.byggsten.core.manifest.Ownership;
import se.byggsten.core.manifest.Steward;
import se.byggsten.core.manifest.SupportWay;

/** DRI and STY: owners, goals, one look, fresh content and help for those who need it. */
final class GovernanceChecks {
  private GovernanceChecks() {}

  static List<Check<ServiceObservation>> all() {
    return List.of(
        ObservationCheck.of("SK-DRI-01", GovernanceChecks::owners),
        ObservationCheck.of("SK-DRI-02", GovernanceChecks::reviewDates),
        ObservationCheck.of("SK-STY-02", GovernanceChecks::sameLook),
        ObservationCheck.of("SK-STY-03", GovernanceChecks::goals),
        ObservationCheck.of("SK-STY-05", GovernanceChecks::receiver),
        ObservationCheck.of("SK-STY-06", GovernanceChecks::sharedCost),
        ObservationCheck.of("SK-STY-07", GovernanceChecks::freshContent),
        ObservationCheck.of("SK-STY-11", GovernanceChecks::byItself),
        ObservationCheck.of("SK-STY-14", GovernanceChecks::support));
  }

  private static Map<String, Optional<Steward>> stewards(ServiceObservation o) {
    Ownership owners = o.manifest().ownership();
    return new java.util.TreeMap<>(
        Map.of(
            "systemägare", owners.systemOwner(),
            "objektförvaltare", owners.objectManager(),
            "e-tjänsteansvarig", owners.serviceOwner()));
  }

  private static CheckResult owners(ServiceObservation o, Conclusion c) {
    stewards(o)
        .forEach(
            (role, steward) -> {
              boolean named =
                  steward.filter(s -> !s.contact().isBlank() && !s.role().isBlank()).isPresent();
              c.must(
                  named,
                  "manifest",
                  "Manifestet anger ingen " + role + " med kontakt",
                  "Ange ownership med roll och kontakt.");
              c.saw("Manifestet: " + role + (named ? " finns" : " saknas"));
            });
    return c.conclude();
  }

  private static CheckResult reviewDates(ServiceObservation o, Conclusion c) {
    LocalDate today = o.today();
    int seen = 0;
    for (Map.Entry<String, Optional<Steward>> e : stewards(o).entrySet()) {
      if (e.getValue().isPresent()) {
        seen++;
        LocalDate next = e.getValue().get().nextReview();
        c.must(
            !next.isBefore(today) && !next.isAfter(today.plusMonths(12)),
            "manifest",
            "Nästa översyn för " + e.getKey() + " är " + next,
            "Sätt ett datum inom tolv månader.");
        c.saw("Nästa översyn för " + e.getKey() + ": " + next);
      }
    }
    return seen == 0
        ? c.unseen("Manifestet har ingen ägare med översynsdatum").conclude()
        : c.conclude();
  }

  private static CheckResult sameLook(ServiceObservation o, Conclusion c) {
    Set<String> themes = new TreeSet<>();
    for (Exchange page : Sight.pages(o)) {
      String theme = Sight.read(page).theme();
      themes.add(theme);
      c.must(
          !theme.isEmpty(),
          String.valueOf(page.uri().getPath()),
          page.summary() + ": sidan anger inget tema",
          "Bygg sidan med plattformens sidskal.");
    }
    c.must(
        themes.size() <= 1,
        "alla sidor",
        "Sidorna har olika teman: " + String.join(", ", themes),
        "Använd samma tema på alla sidor.");
    List<PageRole> order = new ArrayList<>();
    for (ObservedPage page : o.pages()) {
      boolean step =
          Set.of(PageRole.START, PageRole.QUESTION, PageRole.REVIEW, PageRole.RECEIPT)
              .contains(page.role());
      if (step && (order.isEmpty() || order.get(order.size() - 1) != page.role())) {
        order.add(page.role());
      }
    }
    List<PageRole> right =
        List.of(PageRole.START, PageRole.QUESTION, PageRole.REVIEW, PageRole.RECEIPT);
    if (!o.reachedReceipt()) {
      return c.unseen("Hela stegordningen nåddes inte").conclude();
    }
    c.must(
        order.equals(right),
        "stegordning",
        "Stegen kom i ordningen " + order,
        "Följ ordningen start, frågor, granskning, kvittens.");
    return c.saw(Sight.pages(o).size() + " sidor med temat " + String.join(", ", themes))
        .conclude();
  }

  private static CheckResult goals(ServiceObservation o, Conclusion c) {
    List<Goal> goals = o.manifest().goals();
    for (Goal.Benefit benefit : Goal.Benefit.values()) {
      c.must(
          goals.stream().anyMatch(g -> g.benefit() == benefit),
          "manifest",
          "Manifestet har inget mål för "
              + (benefit == Goal.Benefit.CITIZEN ? "medborgarnytta" : "intern effektivitet"),
          "Sätt mål med mätetal och utgångsvärde.");
    }
    for (Goal g : goals) {
      boolean whole =
          g.metric().isPresent()
              && g.baseline().isPresent()
              && g.target().isPresent()
              && g.by().isPresent();
      c.must(
          whole,
          "manifest",
          "Målet " + g.id() + " saknar mätetal, utgångsvärde, målvärde eller datum",
          "Ange metric, baseline, target och by.");
    }
    return c.saw("Manifestet har " + goals.size() + " mål").conclude();
  }

  private static CheckResult receiver(ServiceObservation o, Conclusion c) {
    Ownership owners = o.manifest().ownership();
    c.must(
        owners.receivingDepartment().filter(t -> !t.isBlank()).isPresent(),
        "manifest",
        "Manifestet anger ingen mottagande förvaltning",
        "Ange ownership.receivingDepartment.");
    c.must(
        owners.funding().filter(t -> !t.isBlank()).isPresent(),
        "manifest",
        "Manifestet anger inte hur drift och förvaltning betalas",
        "Ange ownership.funding.");
    return c.saw("Manifestets avsnitt ownership läst").conclude();
  }

  private static CheckResult sharedCost(ServiceObservation o, Conclusion c) {
    int participants = o.manifest().participants().size();
    if (participants < 2) {
      return c.notApplicable("Tjänsten gäller bara en myndighet");
    }
    c.must(
        o.manifest().costSharing().filter(t -> !t.isBlank()).isPresent(),
        "manifest",
        "Flera myndigheter delar tjänsten men fördelningen av ansvar och kostnad saknas",
        "Ange costSharing.");
    return c.saw(participants + " myndigheter delar tjänsten").conclude();
  }

  private static CheckResult freshContent(ServiceObservation o, Conclusion c) {
    List<ContentSet> contents = o.manifest().contents();
    if (contents.isEmpty()) {
      return c.unseen("Manifestet anger inga informationsmängder").conclude();
    }
    List<Exchange> pages = Sight.pages(o);
    for (ContentSet set : contents) {
      c.must(
          set.isFresh(o.today()),
          "manifest",
          "Informationen "
              + set.id()
              + " kontrollerades senast "
              + set.lastChecked()
              + " och är för gammal",
          "Kontrollera informationen mot källan och uppdatera datumet.");
      boolean shown =
          pages.stream()
              .filter(p -> set.page().isEmpty() || p.uri().getPath().equals(set.page().get()))
              .anyMatch(p -> shows(Sight.read(p), set.lastChecked()));
      c.must(
          shown,
          set.page().orElse("alla sidor"),
          "Datumet för när informationen " + set.id() + " kontrollerades visas inte",
          "Visa datumet vid informationen.");
      c.saw(
          "Informationen "
              + set.id()
              + ": kontrollerad "
              + set.lastChecked()
              + ", längsta ålder "
              + set.maxAgeDays()
              + " dagar");
    }
    return c.conclude();
  }

  private static boolean shows(PageDocument page, LocalDate day) {
    return ArchiveChecks.showsDay(page.text(), day)
        || !page.document().select("time[datetime=" + day + "]").isEmpty();
  }

  private static CheckResult byItself(ServiceObservation o, Conclusion c) {
    if (!o.reachedReceipt()) {
      return c.unseen("Kvittensen nåddes inte").conclude();
    }
    boolean asked =
        o.manifest().verification().filter(v -> v.packagesFolder().isPresent()).isPresent();
    if (!asked) {
      return c.unseen("Manifestet anger ingen mapp för arkivpaket (verification.packagesFolder)")
          .conclude();
    }
    c.must(
        o.archived().isPresent(),
        "arkivpaket",
        "Inget arkivpaket för ärendet kom inom väntetiden",
        "Låt utkorgen skapa och leverera paketet utan manuella steg.");
    return c.saw("Inskick, diarienummer och arkivpaket utan någon människas medverkan").conclude();
  }

  private static CheckResult support(ServiceObservation o, Conclusion c) {
    if (o.pages(PageRole.START).isEmpty()) {
      return c.unseen("Ingen startsida hittades").conclude();
    }
    Exchange e = o.pages(PageRole.START).get(0).exchange();
    PageDocument page = Sight.read(e);
    String path = String.valueOf(e.uri().getPath());
    boolean phone =
        !page.document().select("main a[href^=tel:]").isEmpty()
            || page.mainSays("(ring|telefon)[^.]{0,40}\\d{2,}");
    c.must(phone, path, "startsidan säger inte vart man kan ringa", "Skriv telefonnumret.");
    c.must(
        page.mainSays("besök|medborgarkontor|kontaktcenter"),
        path,
        "startsidan säger inte var man kan få hjälp på plats",
        "Skriv var man kan få hjälp.");
    c.must(
        page.mainSays("blankett|papper|skriv ut"),
        path,
        "startsidan erbjuder ingen blankett på papper",
        "Länka till en blankett att skriva ut.");
    for (SupportWay.Need need : SupportWay.Need.values()) {
      c.must(
          o.manifest().support().stream().anyMatch(s -> s.need() == need),
          "manifest",
          "Manifestet säger inte vilket stöd som finns vid " + need,
          "Ange support för behovet.");
    }
    return c.saw(
            e.summary() + "; stöd för " + o.manifest().support().size() + " behov i manifestet")
        .conclude();
  }
}
