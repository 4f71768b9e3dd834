package se.byggsten.conformance.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.accessibility.AccessibilityRules;
import se.byggsten.accessibility.HtmlPage;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.WebForm;
import se.byggsten.conformance.http.internal.PageDocument;
import se.byggsten.conformance.walk.ObservedPage;
import se.byggsten.conformance.walk.PageRole;
import se.byggsten.conformance.walk.Probe;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Severity;
import se.byggsten.core.identifier.Personnummer;

/** What several checks look for in the same way. */
final class Sight {
  private static final Pattern NUMBER =
      Pattern.compile("(?<!\\d)(\\d{8}|\\d{6})[-+]?\\d{4}(?!\\d)");

  private Sight() {}

  static PageDocument read(Exchange exchange) {
    return PageDocument.parse(exchange.text());
  }

  /** The service's own pages on the straight way; not those of the login. */
  static List<ObservedPage> way(ServiceObservation o) {
    return o.pages().stream()
        .filter(p -> p.own() && p.role() != PageRole.LOGIN)
        .filter(p -> p.exchange().isHtml() && !passesOn(p.exchange()))
        .toList();
  }

  /** The cookies that the service itself ends on the straight way, as that of a login under way. */
  static Set<String> endedCookies(ServiceObservation o) {
    Set<String> ended = new HashSet<>();
    for (Exchange e : o.transcript()) {
      for (String header : e.headers("Set-Cookie")) {
        if (o.isOwn(e) && header.toLowerCase(Locale.ROOT).replace(" ", "").contains(";max-age=0")) {
          ended.add(header.split("=", 2)[0].strip());
        }
      }
    }
    return ended;
  }

  private static boolean passesOn(Exchange e) {
    return WebForm.in(e).stream()
        .anyMatch(f -> !f.named("SAMLRequest").isEmpty() || !f.named("SAMLResponse").isEmpty());
  }

  /** The pages of the straight way, and those for information. */
  static List<Exchange> pages(ServiceObservation o) {
    List<Exchange> all = new ArrayList<>(way(o).stream().map(ObservedPage::exchange).toList());
    for (Probe probe : List.of(Probe.STATEMENT, Probe.PRIVACY, Probe.FEEDBACK, Probe.DIARY)) {
      all.addAll(o.probe(probe).stream().filter(e -> e.isHtml() && e.status() == 200).toList());
    }
    Set<String> seen = new HashSet<>();
    return all.stream().filter(e -> seen.add(e.uri().getPath())).toList();
  }

  /** The pages that answered empty questions with errors. */
  static List<Exchange> errorPages(ServiceObservation o) {
    return o.probe(Probe.EMPTY_ANSWERS).stream()
        .filter(e -> e.isHtml() && read(e).hasErrors())
        .toList();
  }

  /** Whether what was sent was turned down: a page that marks an error, or a client error. */
  static boolean refused(Exchange e) {
    boolean clientError = e.status() >= 400 && e.status() < 500;
    return clientError || (e.status() == 200 && e.isHtml() && read(e).hasErrors());
  }

  static PageRole role(Exchange e) {
    return e.isHtml() ? PageRole.of(read(e).role()) : PageRole.UNKNOWN;
  }

  /** Runs some accessibility rules on the pages and takes over what breaks them. */
  static void rules(Conclusion c, List<Exchange> pages, String... ids) {
    AccessibilityRules rules = AccessibilityRules.load().only(Set.of(ids));
    for (Exchange page : pages) {
      for (Finding f :
          rules.check(HtmlPage.parse(page.text(), String.valueOf(page.uri().getPath())))) {
        if (f.severity() == Severity.ERROR) {
          c.broken(f.where().toString(), f.message(), f.remedy());
        }
      }
    }
    if (!pages.isEmpty()) {
      c.saw(
          pages.size()
              + " sidor prövade mot "
              + String.join(", ", new java.util.TreeSet<>(Set.of(ids))));
    }
  }

  /** Whether the text holds a personal number whose check digit is right. */
  static boolean holdsPersonalNumber(String text, ServiceObservation o) {
    Matcher m = NUMBER.matcher(text);
    while (m.find()) {
      if (Personnummer.tryParse(m.group(), o.today()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The longer text answers, which are recognised wherever they turn up. */
  static List<String> recognisable(ServiceObservation o) {
    return o.manifest().verification().stream()
        .flatMap(v -> v.answers().values().stream())
        .flatMap(List::stream)
        .filter(a -> a.length() >= 6)
        .toList();
  }
}
