package se.byggsten.conformance.checks;

import java.util.List;
import java.util.stream.Stream;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.WebForm;
import se.byggsten.conformance.http.internal.PageDocument;
import se.byggsten.conformance.walk.ObservedPage;
import se.byggsten.conformance.walk.PageRole;
import se.byggsten.conformance.walk.Probe;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;

/** INS and feedback: what the citizen is told, and can tell. */
final class InsightChecks {
  static final String FEEDBACK = "synpunkter|tyck till|feedback";

  private InsightChecks() {}

  static List<Check<ServiceObservation>> all() {
    return List.of(
        ObservationCheck.of("SK-INS-01", InsightChecks::receipt),
        ObservationCheck.of("SK-INS-02", InsightChecks::ownCase),
        ObservationCheck.of("SK-INS-03", InsightChecks::handlingTime),
        ObservationCheck.of("SK-DRI-04", InsightChecks::feedbackAfter),
        ObservationCheck.of("SK-STY-13", InsightChecks::feedbackEverywhere));
  }

  private static CheckResult receipt(ServiceObservation o, Conclusion c) {
    if (!o.reachedReceipt()) {
      return c.unseen("Kvittensen nåddes inte").conclude();
    }
    Exchange e = o.pages(PageRole.RECEIPT).get(0).exchange();
    PageDocument page = Sight.read(e);
    String path = "kvittens";
    c.must(
        page.mainSays("(ärende|diarie|dnr|case|reference)[\\s\\S]{0,40}\\d"),
        path,
        "kvittensen visar inget ärendenummer",
        "Visa ärendets nummer.");
    c.must(
        page.mainSays("\\b\\d{1,2}[.:]\\d{2}\\b"),
        path,
        "kvittensen visar inte klockslaget då ansökan kom in",
        "Visa datum och tid för när ansökan kom in.");
    boolean sent =
        page.mainSays(
                "det här (har du )?skicka|skickat in|lämnat in|dina svar|handlingar|what you sent|documents")
            || Sight.recognisable(o).stream().anyMatch(a -> page.mainText().contains(a));
    c.must(
        sent,
        path,
        "kvittensen visar inte vad som lämnats in",
        "Visa svaren, eller länka till handlingen.");
    c.must(
        page.mainSays("händer nu|nästa steg|så går det vidare|what happens n(ow|ext)|next step"),
        path,
        "kvittensen säger inte vad som händer nu",
        "Skriv vad som händer nu.");
    return c.saw(e.method() + " kvittens gav " + e.status() + " direkt efter inskicket").conclude();
  }

  private static CheckResult ownCase(ServiceObservation o, Conclusion c) {
    List<ObservedPage> cases = o.pages(PageRole.CASE);
    if (o.pages(PageRole.CASES).isEmpty() || cases.isEmpty()) {
      return o.reachedReceipt()
          ? c.broken(
                  "mina ärenden",
                  "Den inlämnade ansökan går inte att öppna från Mina ärenden",
                  "Visa ärendet i listan, med länk till en egen sida.")
              .conclude()
          : c.unseen("Mina ärenden nåddes inte").conclude();
    }
    PageDocument page = Sight.read(cases.get(0).exchange());
    c.must(
        page.mainSays("status"),
        "ärende",
        "ärendets sida visar ingen status",
        "Visa status i ord.");
    c.must(
        page.mainSays("handlingar|dokument|documents"),
        "ärende",
        "ärendets sida visar inga handlingar",
        "Visa de handlingar som finns i ärendet.");
    c.must(
        page.mainSays("händelse|tidslinje|vad har hänt|så har|timeline|events"),
        "ärende",
        "ärendets sida visar inte vad som har hänt",
        "Visa en tidslinje.");
    return c.saw("Mina ärenden visar ärendet; dess sida gav " + cases.get(0).exchange().status())
        .conclude();
  }

  private static CheckResult handlingTime(ServiceObservation o, Conclusion c) {
    List<ObservedPage> pages =
        Stream.concat(o.pages(PageRole.START).stream(), o.pages(PageRole.RECEIPT).stream())
            .toList();
    if (pages.isEmpty()) {
      return c.unseen("Varken startsida eller kvittens nåddes").conclude();
    }
    boolean told =
        pages.stream()
            .map(p -> Sight.read(p.exchange()))
            .anyMatch(
                p ->
                    p.mainSays(
                        "(handläggningstid|besked|beslut|svar|handling time|decision)[^.]{0,80}\\b(\\d+|en|ett|två|tre|fyra|fem|sex|åtta|tio|one|two|three|four|six) ?(arbetsdag|dag|veck|månad|day|week|month)"));
    c.must(
        told,
        "startsida och kvittens",
        "ingen av sidorna säger hur lång tid handläggningen väntas ta",
        "Skriv förväntad handläggningstid.");
    c.must(
        o.manifest().service().expectedHandlingDays().isPresent(),
        "manifest",
        "manifestet anger ingen förväntad handläggningstid",
        "Ange service.expectedHandlingDays.");
    return c.saw("Förväntad handläggningstid sökt på " + pages.size() + " sidor och i manifestet")
        .conclude();
  }

  private static CheckResult feedbackAfter(ServiceObservation o, Conclusion c) {
    if (!o.reachedReceipt()) {
      return c.unseen("Kvittensen nåddes inte").conclude();
    }
    Exchange e = o.pages(PageRole.RECEIPT).get(0).exchange();
    boolean asked =
        Sight.read(e).main().select("a[href]").stream()
                .anyMatch(a -> PageDocument.matches(a.text(), FEEDBACK))
            || WebForm.in(e).stream().anyMatch(f -> f.inMain() && f.has("textarea"));
    c.must(
        asked,
        "kvittens",
        "kvittensen frågar inte vad man tycker om tjänsten",
        "Länka till synpunkter från kvittensens text.");
    return c.saw("Kvittensen länkar till återkoppling").conclude();
  }

  private static CheckResult feedbackEverywhere(ServiceObservation o, Conclusion c) {
    for (ObservedPage page : Sight.way(o)) {
      boolean link =
          Sight.read(page.exchange()).links(FEEDBACK).stream()
              .anyMatch(a -> a.closest("main, [role=main]") == null);
      c.must(
          link,
          String.valueOf(page.exchange().uri().getPath()),
          page.exchange().summary() + ": sidfoten länkar inte till synpunkter",
          "Länka till synpunkter på varje sida.");
    }
    c.must(
        o.manifest().feedback().isPresent(),
        "manifest",
        "manifestet säger inte vem som följer upp synpunkter",
        "Ange feedback med väg och vem som följer upp.");
    List<Exchange> pages = o.probe(Probe.FEEDBACK);
    if (pages.isEmpty()) {
      return c.unseen("Ingen sida för synpunkter hittades").conclude();
    }
    return c.saw(
            pages.get(0).summary()
                + " utan inloggning; "
                + Sight.way(o).size()
                + " sidor länkar dit")
        .conclude();
  }
}
