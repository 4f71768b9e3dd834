package se.byggsten.conformance.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.WebForm;
import se.byggsten.conformance.http.internal.PageDocument;
import se.byggsten.conformance.walk.ObservedPage;
import se.byggsten.conformance.walk.PageRole;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;

/** FRM: how questions, errors and the review meet the citizen. */
final class FormChecks {
  /** Words that tell that a question is not about the one who fills in (WCAG 2.1, 1.3.5). */
  private static final String SOMEBODY_ELSE =
      "barn|child|läger|camp|personens|the person|den andra|the other|anhörig|relative";

  private static final String REQUIRED_WORDS =
      "obligatorisk|måste|krävs|frivillig|valfri|required|must|optional";

  /** What is asked for, by the words of the label, and the tokens of HTML for it. */
  private static final Map<String, Set<String>> TOKENS = tokens();

  private FormChecks() {}

  static List<Check<ServiceObservation>> all() {
    return List.of(
        ObservationCheck.of("SK-FRM-02", FormChecks::requiredInText),
        ObservationCheck.of("SK-FRM-03", FormChecks::errorsInText),
        ObservationCheck.of("SK-FRM-05", FormChecks::review),
        ObservationCheck.of("SK-FRM-07", FormChecks::autocomplete),
        ObservationCheck.of("SK-FRM-10", FormChecks::withoutScripts));
  }

  private static CheckResult requiredInText(ServiceObservation o, Conclusion c) {
    List<Exchange> questions = questions(o);
    List<Exchange> wrong = Sight.errorPages(o);
    if (wrong.isEmpty()) {
      return c.unseen("Ingen sida gav fel när den skickades tom").conclude();
    }
    Sight.rules(c, questions, "A11Y-REQUIRED-TEXT");
    for (Exchange page : wrong) {
      String path = page.uri().getPath();
      Optional<Exchange> before =
          questions.stream().filter(q -> q.uri().getPath().equals(path)).findFirst();
      if (before.isPresent() && !Sight.read(before.get()).mainSays(REQUIRED_WORDS)) {
        c.broken(
            before.get(),
            "sidan har frågor som måste besvaras, men det står inte i text",
            "Skriv (obligatoriskt) i etiketten, eller förklara regeln överst på sidan.");
      }
    }
    return c.saw(wrong.size() + " sidor gav fel när de skickades tomma").conclude();
  }

  private static CheckResult errorsInText(ServiceObservation o, Conclusion c) {
    List<Exchange> wrong = Sight.errorPages(o);
    if (wrong.isEmpty()) {
      return c.unseen("Ingen sida visade fel när den skickades tom").conclude();
    }
    Sight.rules(c, wrong, "A11Y-ERROR-DESCRIBED", "A11Y-ERROR-SUMMARY");
    for (Exchange page : wrong) {
      Optional<Element> summary =
          Sight.read(page).document().select("[role=alert], .govuk-error-summary").stream()
              .filter(e -> !e.select("a[href^=#]").isEmpty())
              .findFirst();
      if (summary.isEmpty()) {
        c.broken(
            page,
            "felen står inte i en sammanfattning med länkar till fälten",
            "Visa en sammanfattning med role=\"alert\" och en länk till varje fält med fel.");
      } else if (summary.get().closest("[tabindex=-1]") == null
          && summary.get().selectFirst("[tabindex=-1]") == null) {
        c.broken(
            page,
            "felsammanfattningen kan inte få fokus",
            "Sätt tabindex=\"-1\" på sammanfattningen och ge den fokus när sidan visas.");
      }
      c.saw(page.summary() + " med fel i text");
    }
    return c.conclude();
  }

  private static CheckResult review(ServiceObservation o, Conclusion c) {
    List<ObservedPage> reviews = o.pages(PageRole.REVIEW);
    if (reviews.isEmpty()) {
      return o.reachedReceipt()
          ? c.broken(
                  "",
                  "Ansökan gick att skicka utan granskning",
                  "Lägg in ett steg som visar svaren före inskick.")
              .conclude()
          : c.unseen("Granskningen nåddes inte").conclude();
    }
    Exchange page = reviews.get(0).exchange();
    PageDocument document = Sight.read(page);
    Set<String> linked =
        document.main().select("a[href]").stream()
            .map(
                a ->
                    String.valueOf(
                        page.uri().resolve(a.attr("href").replace(" ", "%20")).getPath()))
            .collect(Collectors.toSet());
    List<String> without =
        questions(o).stream()
            .filter(FormChecks::asks)
            .map(q -> q.uri().getPath())
            .filter(p -> !linked.contains(p))
            .toList();
    for (String path : without) {
      c.broken(
          path,
          "granskningen har ingen länk för att ändra svaren på " + path,
          "Länka från varje svar till sidan där det lämnas.");
    }
    boolean shown =
        Sight.recognisable(o).isEmpty()
            || Sight.recognisable(o).stream().anyMatch(a -> document.mainText().contains(a));
    c.must(
        shown,
        page.uri().getPath(),
        "granskningen visar inte de svar som lämnats",
        "Visa varje svar på granskningssidan.");
    return c.saw(page.summary() + "; granskning före inskick med " + linked.size() + " länkar")
        .conclude();
  }

  /** A page that only tells something, or lists what other pages ask, has nothing to change. */
  private static boolean asks(Exchange page) {
    return WebForm.in(page).stream()
        .filter(form -> form.inMain() && form.method().equals("POST"))
        .flatMap(form -> form.fields().stream())
        .anyMatch(field -> !field.type().equals("hidden"));
  }

  private static CheckResult autocomplete(ServiceObservation o, Conclusion c) {
    int asked = 0;
    List<Exchange> questions = questions(o);
    for (Exchange page : questions) {
      PageDocument document = Sight.read(page);
      boolean aboutChild =
          PageDocument.matches(document.document().select("h1").text(), "barn|child");
      for (Element control :
          document
              .main()
              .select("input[type=text], input[type=email], input[type=tel], input:not([type])")) {
        String label = label(document, control);
        if (aboutChild || PageDocument.matches(label, SOMEBODY_ELSE)) {
          continue;
        }
        for (Map.Entry<String, Set<String>> kind : TOKENS.entrySet()) {
          if (PageDocument.matches(label, kind.getKey())) {
            asked++;
            Set<String> given = Set.of(control.attr("autocomplete").strip().split("\\s+", -1));
            c.must(
                kind.getValue().stream().anyMatch(given::contains),
                page.uri().getPath(),
                page.summary()
                    + ": ett fält om den som fyller i saknar autocomplete=\""
                    + String.join("\" eller \"", kind.getValue())
                    + "\"",
                "Sätt autocomplete på fältet.");
            break;
          }
        }
      }
    }
    Sight.rules(c, questions, "A11Y-AUTOCOMPLETE");
    if (questions.isEmpty()) {
      return c.unseen("Inga frågor nåddes").conclude();
    }
    return asked == 0
        ? c.notApplicable("Inget fält frågar efter uppgifter som webbläsaren kan fylla i")
        : c.saw(asked + " fält om den som fyller i prövades").conclude();
  }

  private static CheckResult withoutScripts(ServiceObservation o, Conclusion c) {
    for (ObservedPage page : o.pages(PageRole.QUESTION)) {
      boolean works =
          WebForm.in(page.exchange()).stream()
              .anyMatch(f -> f.inMain() && f.method().equals("POST") && f.primary().isPresent());
      c.must(
          works,
          page.exchange().uri().getPath(),
          page.exchange().summary() + ": frågorna går inte att skicka utan skript",
          "Använd ett form med method=\"post\" och en submit-knapp.");
    }
    return o.reachedReceipt()
        ? c.saw("Hela vägen från start till kvittens gick utan skript").conclude()
        : c.unseen("Vandringen nådde inte kvittensen: " + String.join("; ", o.notes())).conclude();
  }

  static List<Exchange> questions(ServiceObservation o) {
    return o.pages(PageRole.QUESTION).stream().map(ObservedPage::exchange).toList();
  }

  private static String label(PageDocument page, Element control) {
    StringBuilder text = new StringBuilder(control.attr("aria-label"));
    for (Element label : page.document().getElementsByTag("label")) {
      if (!control.id().isEmpty() && label.attr("for").equals(control.id())) {
        text.append(' ').append(label.text());
      }
    }
    return text.toString();
  }

  private static Map<String, Set<String>> tokens() {
    Map<String, Set<String>> tokens = new LinkedHashMap<>();
    tokens.put("\\be-?post|\\be-?mail", Set.of("email"));
    tokens.put("\\bmobil|telefon|\\bphone", Set.of("tel", "tel-national"));
    tokens.put("förnamn|first name|given name", Set.of("given-name"));
    tokens.put("efternamn|last name|family name", Set.of("family-name"));
    tokens.put("postnummer|postal code|postcode", Set.of("postal-code"));
    tokens.put("postort|\\bcity\\b|\\btown\\b", Set.of("address-level2"));
    tokens.put("gatuadress|\\badress\\b|street", Set.of("street-address", "address-line1"));
    return tokens;
  }
}
