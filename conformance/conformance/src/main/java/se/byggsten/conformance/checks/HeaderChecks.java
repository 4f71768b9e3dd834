package se.byggsten.conformance.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.walk.Probe;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;

/** SAK: what the service tells the browser to allow. */
final class HeaderChecks {
  private HeaderChecks() {}

  static List<Check<ServiceObservation>> all() {
    return List.of(
        ObservationCheck.of("SK-SAK-03", HeaderChecks::contentPolicy),
        ObservationCheck.of("SK-SAK-04", HeaderChecks::otherHeaders));
  }

  private static Map<String, String> policy(Exchange e) {
    Map<String, String> directives = new HashMap<>();
    for (String directive :
        e.header("Content-Security-Policy").orElse("").toLowerCase(Locale.ROOT).split("[;,]", -1)) {
      String[] parts = directive.strip().split("\\s+", 2);
      if (!parts[0].isEmpty()) {
        directives.putIfAbsent(parts[0], parts.length > 1 ? parts[1] : "");
      }
    }
    return directives;
  }

  private static CheckResult contentPolicy(ServiceObservation o, Conclusion c) {
    List<Exchange> pages = o.ownHtml();
    for (Exchange e : pages) {
      String path = String.valueOf(e.uri().getPath());
      Map<String, String> policy = policy(e);
      String scripts = policy.getOrDefault("script-src", policy.getOrDefault("default-src", "*"));
      String objects = policy.getOrDefault("object-src", policy.getOrDefault("default-src", "*"));
      boolean guarded =
          scripts.contains("'nonce-")
              || scripts.contains("'sha256-")
              || scripts.contains("'sha384-");
      boolean open =
          (scripts.contains("'unsafe-inline'") && !guarded)
              || scripts.contains("'unsafe-eval'")
              || scripts.matches("(.*\\s)?(\\*|https?:|data:)(\\s.*)?");
      c.must(
          !policy.isEmpty() && !open,
          path,
          e.summary() + ": Content-Security-Policy saknas eller tillåter okända skript",
          "Sätt script-src 'self' utan unsafe-inline och unsafe-eval.");
      c.must(
          objects.contains("'none'"),
          path,
          e.summary() + ": Content-Security-Policy saknar object-src 'none'",
          "Sätt object-src 'none'.");
      c.must(
          policy.getOrDefault("base-uri", "").contains("'none'"),
          path,
          e.summary() + ": Content-Security-Policy saknar base-uri 'none'",
          "Sätt base-uri 'none'.");
      // What was put there by hostile answers is the matter of SK-SAK-08.
      if (!o.probe(Probe.HOSTILE_STRINGS).contains(e)) {
        inline(e, guarded, c);
      }
    }
    return pages.isEmpty()
        ? c.conclude()
        : c.saw(pages.size() + " sidor med Content-Security-Policy").conclude();
  }

  private static void inline(Exchange e, boolean guarded, Conclusion c) {
    Document document = Sight.read(e).document();
    String path = String.valueOf(e.uri().getPath());
    for (Element element : document.getAllElements()) {
      for (Attribute a : element.attributes()) {
        if (a.getKey().toLowerCase(Locale.ROOT).matches("on[a-z]{3,30}")) {
          c.broken(
              path,
              e.summary() + ": sidan har skript i ett attribut på " + element.tagName(),
              "Flytta skriptet till en egen fil.");
        }
      }
      boolean script =
          element.normalName().equals("script")
              && !element.hasAttr("src")
              && !element.attr("type").matches("(?i)application/(ld\\+)?json");
      c.must(
          !script || element.hasAttr("nonce") || guarded,
          path,
          e.summary() + ": sidan har skript i sidan utan nonce",
          "Flytta skriptet till en egen fil, eller ge det en nonce.");
    }
  }

  private static CheckResult otherHeaders(ServiceObservation o, Conclusion c) {
    List<Exchange> pages = o.ownHtml();
    for (Exchange e : pages) {
      String path = String.valueOf(e.uri().getPath());
      header(c, e, path, "X-Content-Type-Options", "(?i)nosniff", "nosniff");
      header(
          c,
          e,
          path,
          "Referrer-Policy",
          "(?i)(.*,\\s*)?(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)",
          "no-referrer eller same-origin");
      header(
          c,
          e,
          path,
          "Cross-Origin-Opener-Policy",
          "(?i)same-origin(-allow-popups)?(;.*)?",
          "same-origin");
      header(
          c,
          e,
          path,
          "Permissions-Policy",
          ".*=\\(.*",
          "en lista som stänger av det som inte används");
      c.must(
          policy(e).getOrDefault("frame-ancestors", "*").matches("'(none|self)'.*"),
          path,
          e.summary() + ": sidan får visas i ramar på andra webbplatser",
          "Sätt frame-ancestors 'none' i Content-Security-Policy.");
    }
    return pages.isEmpty()
        ? c.conclude()
        : c.saw(
                pages.size()
                    + " sidor med nosniff, Referrer-Policy, COOP, Permissions-Policy och frame-ancestors")
            .conclude();
  }

  private static void header(
      Conclusion c, Exchange e, String path, String name, String form, String wanted) {
    String value = e.header(name).orElse("");
    c.must(
        value.matches(form),
        path,
        e.summary() + "; rubriken " + name + (value.isEmpty() ? " saknas" : " är " + value),
        "Sätt " + name + ": " + wanted + ".");
  }
}
