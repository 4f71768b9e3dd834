package se.byggsten.conformance.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.internal.PageDocument;
import se.byggsten.conformance.walk.ObservedPage;
import se.byggsten.conformance.walk.PageRole;
import se.byggsten.conformance.walk.Probe;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.text.PlainLanguage;

/** TIL and SPR: structure, titles and language of the pages. */
final class PageChecks {
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Set<String> SWEDISH =
      Set.of(
          "och", "att", "det", "som", "är", "på", "för", "du", "inte", "med", "vi", "till", "eller",
          "om", "kan", "ditt");
  private static final Set<String> ENGLISH =
      Set.of(
          "and", "the", "that", "is", "you", "not", "with", "we", "or", "can", "your", "of", "for",
          "have", "are", "will");
  private static final Pattern OVERLAY =
      Pattern.compile(
          "(?i)(accessibe|acsbapp|userway|audioeye|equalweb|nagich|adally|accessiway|eye-able|recite\\.me|maxaccess|monsido\\.com/tools|allyable|uk\\.insuit|one-tap|silktide.*overlay)");

  private PageChecks() {}

  static List<Check<ServiceObservation>> all() {
    return List.of(
        ObservationCheck.of("SK-TIL-14", PageChecks::structure),
        ObservationCheck.of("SK-TIL-15", PageChecks::titles),
        ObservationCheck.of("SK-TIL-19", PageChecks::overlays),
        ObservationCheck.of("SK-SPR-01", PageChecks::language),
        ObservationCheck.of("SK-SPR-02", PageChecks::plain),
        ObservationCheck.of("SK-SPR-05", PageChecks::english));
  }

  private static CheckResult structure(ServiceObservation o, Conclusion c) {
    Sight.rules(
        c,
        Sight.pages(o),
        "A11Y-SKIP-LINK",
        "A11Y-LANDMARK-MAIN",
        "A11Y-LANDMARK-BANNER",
        "A11Y-LANDMARK-CONTENTINFO",
        "A11Y-ONE-H1",
        "A11Y-HEADING-ORDER",
        "A11Y-HEADING-NAME");
    return c.conclude();
  }

  private static CheckResult titles(ServiceObservation o, Conclusion c) {
    Map<String, String> pathOf = new HashMap<>();
    String name = o.manifest().service().name().sv();
    String municipality = o.manifest().service().municipality();
    for (ObservedPage page : Sight.way(o)) {
      Exchange e = page.exchange();
      if (page.role() == PageRole.UNKNOWN) {
        continue;
      }
      String path = e.uri().getPath();
      String title = Sight.read(e).title();
      c.must(
          title.contains(name) && title.contains(municipality),
          path,
          e.summary() + ": titeln säger inte tjänst och kommun",
          "Skriv titeln som steg – tjänst – kommun.");
      String other = pathOf.putIfAbsent(title, path);
      c.must(
          other == null || other.equals(path),
          path,
          e.summary() + ": titeln är densamma som på " + other,
          "Låt titeln börja med sidans eget steg.");
    }
    for (Exchange e : Sight.errorPages(o)) {
      c.must(
          Sight.read(e).title().matches("(?iu)(fel|error)\\b.*"),
          e.uri().getPath(),
          e.summary() + ": sidan visar fel men titeln säger det inte",
          "Börja titeln med \"Fel:\".");
    }
    return pathOf.isEmpty()
        ? c.unseen("Inga sidor nåddes").conclude()
        : c.saw(pathOf.size() + " olika titlar på vägen").conclude();
  }

  private static CheckResult overlays(ServiceObservation o, Conclusion c) {
    List<Exchange> pages = Sight.pages(o);
    for (Exchange page : pages) {
      for (Element script :
          Sight.read(page).document().select("script[src], iframe[src], link[href]")) {
        String from = script.attr("src") + script.attr("href");
        c.must(
            !OVERLAY.matcher(from).find(),
            page.uri().getPath(),
            page.summary() + ": sidan laddar ett överlagringsverktyg",
            "Ta bort verktyget och rätta sidan i stället.");
      }
    }
    return pages.isEmpty()
        ? c.conclude()
        : c.saw(pages.size() + " sidor utan överlagringsverktyg").conclude();
  }

  private static CheckResult language(ServiceObservation o, Conclusion c) {
    List<Exchange> pages = Sight.pages(o);
    Sight.rules(c, pages, "A11Y-PAGE-LANG", "A11Y-PAGE-LANG-VALID", "A11Y-PART-LANG-VALID");
    for (Exchange page : pages) {
      PageDocument document = Sight.read(page);
      String seen = guess(document.mainText());
      String told = document.language();
      boolean agrees = seen.isEmpty() || told.isEmpty() || told.startsWith(seen);
      c.must(
          agrees,
          page.uri().getPath(),
          page.summary() + ": sidan säger " + told + " men texten är på " + seen,
          "Ange textens språk i lang på html.");
      for (Element link : document.document().select("a[href]")) {
        boolean toEnglish = link.text().strip().matches("(?i)(in )?english");
        c.must(
            !toEnglish || link.hasAttr("lang") || link.hasAttr("hreflang"),
            page.uri().getPath(),
            page.summary() + ": länken till engelska är inte märkt med språk",
            "Sätt lang=\"en\" och hreflang=\"en\" på länken.");
      }
    }
    return c.conclude();
  }

  /** Returns sv or en by common words, "" when there is too little text or no clear winner. */
  private static String guess(String text) {
    int swedish = 0;
    int english = 0;
    int words = 0;
    Matcher m = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (m.find()) {
      words++;
      swedish += SWEDISH.contains(m.group()) ? 1 : 0;
      english += ENGLISH.contains(m.group()) ? 1 : 0;
    }
    if (words < 30 || swedish + english < 5) {
      return "";
    }
    return swedish > 2 * english ? "sv" : english > 2 * swedish ? "en" : "";
  }

  private static CheckResult plain(ServiceObservation o, Conclusion c) {
    StringBuilder text = new StringBuilder();
    List<ObservedPage> pages =
        Sight.way(o).stream()
            .filter(p -> p.role() == PageRole.START || p.role() == PageRole.QUESTION)
            .toList();
    for (ObservedPage page : pages) {
      for (Element block :
          Sight.read(page.exchange())
              .main()
              .select("h1, h2, h3, p, li, label, legend, .govuk-hint, button")) {
        String words = block.ownText().isBlank() ? "" : block.text().strip();
        if (!words.isEmpty()) {
          text.append(words).append(words.matches("(?s).*[.!?:]") ? " " : ". ");
        }
      }
    }
    if (pages.isEmpty() || !PlainLanguage.measure(text.toString()).isReliable()) {
      return c.unseen("För lite text för att mäta hur lättläst den är").conclude();
    }
    long lix = Math.round(PlainLanguage.measure(text.toString()).lix());
    c.must(
        lix <= PlainLanguage.HIGHEST_LIX,
        "startsida och frågor",
        "Texten har LIX " + lix + ", över " + PlainLanguage.HIGHEST_LIX,
        "Skriv kortare meningar och byt långa ord mot korta.");
    return c.saw("LIX " + lix + " för startsida och frågor tillsammans (mätbar del av klarspråk)")
        .conclude();
  }

  private static CheckResult english(ServiceObservation o, Conclusion c) {
    if (o.pages(PageRole.START).isEmpty()) {
      return c.unseen("Ingen startsida hittades").conclude();
    }
    List<Exchange> pages = o.probe(Probe.ENGLISH);
    if (pages.isEmpty()) {
      return c.broken(
              "/",
              "Startsidan länkar inte till information på engelska",
              "Länka med hreflang=\"en\" till en sida på engelska.")
          .conclude();
    }
    Exchange page = pages.get(0);
    PageDocument document = Sight.read(page);
    boolean right =
        page.status() == 200
            && document.language().startsWith("en")
            && !guess(document.mainText()).equals("sv");
    c.must(
        right,
        page.uri().getPath(),
        page.summary() + ": sidan är inte på engelska",
        "Visa sidan på engelska med lang=\"en\".");
    return c.saw(page.summary() + " på engelska").conclude();
  }
}
