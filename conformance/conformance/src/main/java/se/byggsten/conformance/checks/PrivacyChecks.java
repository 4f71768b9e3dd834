package se.byggsten.conformance.checks;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormField;
import se.byggsten.conformance.http.HttpBrowser;
import se.byggsten.conformance.http.WebForm;
import se.byggsten.conformance.http.internal.PageDocument;
import se.byggsten.conformance.walk.ObservedPage;
import se.byggsten.conformance.walk.PageRole;
import se.byggsten.conformance.walk.Probe;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.manifest.CookieUse;

/** INT: information on personal data, cookies, third parties, addresses and caches. */
final class PrivacyChecks {
  private static final Pattern STYLE_URL =
      Pattern.compile("url\\(\\s*['\"]?(https?:)?//([^/'\")]+)");

  /** What articles 12 and 13 of the GDPR ask for, and the words by which it is recognised. */
  private static final Map<String, String> INFORMATION = information();

  private PrivacyChecks() {}

  static List<Check<ServiceObservation>> all() {
    return List.of(
        ObservationCheck.of("SK-INT-01", PrivacyChecks::informed),
        ObservationCheck.of("SK-INT-02", PrivacyChecks::cookies),
        ObservationCheck.of("SK-INT-04", PrivacyChecks::thirdParties),
        ObservationCheck.of("SK-INT-05", PrivacyChecks::addresses),
        ObservationCheck.of("SK-INT-06", PrivacyChecks::caches));
  }

  private static CheckResult informed(ServiceObservation o, Conclusion c) {
    List<Exchange> asking = FormChecks.questions(o);
    if (asking.isEmpty()) {
      c.unseen("Inga frågor nåddes");
    }
    for (Exchange page : asking) {
      c.must(
          !Sight.read(page).links("personuppgifter|personal data").isEmpty(),
          page.uri().getPath(),
          page.summary() + ": sidan länkar inte till information om personuppgifter",
          "Länka från varje sida som frågar något.");
    }
    List<Exchange> pages = o.probe(Probe.PRIVACY);
    if (pages.isEmpty()) {
      return c.unseen("Ingen information om personuppgifter hittades").conclude();
    }
    Exchange page = pages.get(0);
    PageDocument document = Sight.read(page);
    INFORMATION.forEach(
        (what, words) ->
            c.must(
                page.status() == 200 && document.mainSays(words),
                page.uri().getPath(),
                "informationen om personuppgifter säger inget om " + what,
                "Skriv ut " + what + "."));
    return c.saw(
            page.summary() + " prövad mot " + INFORMATION.size() + " punkter i GDPR artikel 13")
        .conclude();
  }

  private static CheckResult cookies(ServiceObservation o, Conclusion c) {
    Set<String> necessary =
        o.manifest().cookies().stream()
            .filter(CookieUse::necessary)
            .map(CookieUse::name)
            .collect(Collectors.toSet());
    Set<String> set = new TreeSet<>();
    everything(o)
        .filter(o::isOwn)
        .forEach(e -> e.headers("Set-Cookie").forEach(h -> set.add(h.split("=", 2)[0].strip())));
    if (o.pages().isEmpty()) {
      return c.unseen("Inga sidor nåddes").conclude();
    }
    for (String name : set) {
      c.must(
          necessary.contains(name),
          "Set-Cookie",
          "Kakan " + name + " sätts utan samtycke och står inte som nödvändig i manifestet",
          "Ta bort kakan, eller ange den och dess ändamål i manifestet.");
    }
    return c.saw(set.size() + " kakor sattes utan att någon samtyckt: " + String.join(", ", set))
        .conclude();
  }

  private static Stream<Exchange> everything(ServiceObservation o) {
    return Stream.concat(
        o.transcript().stream(), o.probes().values().stream().flatMap(List::stream));
  }

  private static CheckResult thirdParties(ServiceObservation o, Conclusion c) {
    Set<String> allowed = new TreeSet<>();
    o.manifest().allowedHosts().forEach(h -> allowed.add(h.host()));
    allowed.add(String.valueOf(o.base().getHost()));
    Set<String> login = new TreeSet<>();
    o.manifest()
        .verification()
        .ifPresent(
            v -> v.loginOrigins().forEach(l -> login.add(String.valueOf(URI.create(l).getHost()))));
    List<Exchange> pages = o.ownHtml();
    for (Exchange page : pages) {
      for (Used used : used(Sight.read(page).document(), page.uri())) {
        boolean own =
            allowed.contains(used.host()) || (used.byForm() && login.contains(used.host()));
        c.must(
            own,
            page.uri().getPath(),
            page.summary() + ": sidan hämtar från eller skickar till " + used.host(),
            "Lägg filen i tjänsten, eller besluta om värden i manifestets allowedHosts.");
      }
    }
    return pages.isEmpty()
        ? c.conclude()
        : c.saw(pages.size() + " sidor; tillåtna värdar: " + String.join(", ", allowed)).conclude();
  }

  private record Used(String host, boolean byForm) {}

  private static List<Used> used(Document document, URI page) {
    List<Used> all = new ArrayList<>();
    for (Element e :
        document.select(
            "script[src], img[src], iframe[src], source[src], video[src], audio[src], embed[src], input[src]")) {
      host(page, e.attr("src")).ifPresent(h -> all.add(new Used(h, false)));
    }
    document
        .select("object[data]")
        .forEach(e -> host(page, e.attr("data")).ifPresent(h -> all.add(new Used(h, false))));
    for (Element e : document.select("link[href]")) {
      if (!e.attr("rel").matches("(?i)(canonical|alternate|license|author|help)")) {
        host(page, e.attr("href")).ifPresent(h -> all.add(new Used(h, false)));
      }
    }
    document
        .select("form[action]")
        .forEach(e -> host(page, e.attr("action")).ifPresent(h -> all.add(new Used(h, true))));
    StringBuilder styles = new StringBuilder();
    document.select("style").forEach(e -> styles.append(e.data()));
    document.select("[style]").forEach(e -> styles.append(e.attr("style")));
    Matcher m = STYLE_URL.matcher(styles);
    while (m.find()) {
      all.add(new Used(m.group(2).toLowerCase(Locale.ROOT), false));
    }
    return all;
  }

  private static java.util.Optional<String> host(URI page, String target) {
    try {
      URI uri = page.resolve(target.strip().replace(" ", "%20"));
      return "data".equals(uri.getScheme()) || uri.getHost() == null
          ? java.util.Optional.empty()
          : java.util.Optional.of(uri.getHost().toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException unreadable) {
      return java.util.Optional.of("en adress som inte går att läsa");
    }
  }

  private static CheckResult addresses(ServiceObservation o, Conclusion c) {
    List<String> answers = Sight.recognisable(o);
    List<Exchange> own = everything(o).filter(o::isOwn).toList();
    for (Exchange e : own) {
      String address =
          java.net.URLDecoder.decode(
              e.uri().toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25"),
              java.nio.charset.StandardCharsets.UTF_8);
      boolean told =
          Sight.holdsPersonalNumber(address, o) || answers.stream().anyMatch(address::contains);
      c.must(
          !told,
          "adress",
          e.method() + " till en adress som innehåller personuppgifter, status " + e.status(),
          "Skicka uppgifterna i kroppen på ett POST-anrop.");
    }
    for (Exchange e : o.ownHtml()) {
      c.must(
          !Sight.holdsPersonalNumber(Sight.read(e).title(), o),
          String.valueOf(e.uri().getPath()),
          "sidans titel innehåller ett personnummer",
          "Ta bort personuppgifter ur titeln.");
      for (WebForm form : WebForm.in(e)) {
        boolean sensitive =
            form.method().equals("GET")
                && form.fields().stream()
                    .map(FormField::label)
                    .anyMatch(l -> PageDocument.matches(l, "personnummer|namn|e-post|telefon"));
        c.must(
            !sensitive,
            String.valueOf(e.uri().getPath()),
            e.summary() + ": ett formulär med method=get frågar efter personuppgifter",
            "Använd method=\"post\".");
      }
    }
    return own.isEmpty()
        ? c.conclude()
        : c.saw(own.size() + " adresser prövade mot personnummer och lämnade svar").conclude();
  }

  private static CheckResult caches(ServiceObservation o, Conclusion c) {
    List<Exchange> pages =
        Stream.concat(
                o.pages().stream().filter(p -> p.own() && p.loggedIn()).map(ObservedPage::exchange),
                Stream.of(Probe.EMPTY_ANSWERS, Probe.REPLAY).flatMap(p -> o.probe(p).stream()))
            .filter(Exchange::isHtml)
            .toList();
    for (Exchange page : pages) {
      boolean kept =
          !page.header("Cache-Control").orElse("").toLowerCase(Locale.ROOT).contains("no-store");
      c.must(
          !kept,
          page.uri().getPath(),
          page.summary() + ": svaret saknar Cache-Control: no-store",
          "Sätt Cache-Control: no-store på sidor efter inloggning.");
    }
    return o.pages(PageRole.QUESTION).isEmpty()
        ? c.unseen("Inga sidor efter inloggning nåddes").conclude()
        : c.saw(pages.size() + " sidor efter inloggning på " + HttpBrowser.origin(o.base()))
            .conclude();
  }

  private static Map<String, String> information() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("personuppgiftsansvarig", "personuppgiftsansvarig|controller");
    map.put("dataskyddsombud", "dataskyddsombud|data protection officer");
    map.put("ändamål", "ändamål|varför vi behandlar|för att kunna|purpose");
    map.put("rättslig grund", "rättslig grund|lagligt stöd|legal basis");
    map.put(
        "mottagare", "mottagare|vem (som )?(får|kan) ta del|delas med|lämnas (ut )?till|recipient");
    map.put("lagringstid", "hur länge|lagringstid|sparas|gallras|bevaras|how long");
    map.put("dina rättigheter", "rättigheter|rättelse|radering|registerutdrag|your rights");
    map.put("klagomål till Integritetsskyddsmyndigheten", "integritetsskyddsmyndigheten|\\bIMY\\b");
    map.put(
        "om uppgifterna måste lämnas",
        "måste lämna|skyldig|frivillig|krävs|behöver du lämna|utan uppgifterna|must provide");
    return map;
  }
}
