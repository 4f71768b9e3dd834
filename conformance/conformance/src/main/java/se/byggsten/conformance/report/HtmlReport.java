package se.byggsten.conformance.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import se.byggsten.conformance.ConformanceReport;
import se.byggsten.conformance.RequirementResult;
import se.byggsten.conformance.internal.Markup;
import se.byggsten.conformance.internal.Texts;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Requirement;
import se.byggsten.core.finding.Verdict;

/**
 * Writes a report as one HTML page that needs nothing from elsewhere.
 *
 * <p>The conclusion comes first, then what blocks, then every requirement in tables by group. Rows
 * are filtered by links and CSS alone. The page follows EN 301 549 clause 9 itself.
 */
public final class HtmlReport {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final ConformanceReport report;
  private final Texts texts;
  private final StringBuilder html = new StringBuilder(200_000);

  private HtmlReport(ConformanceReport report, Texts texts) {
    this.report = report;
    this.texts = texts;
  }

  /**
   * Returns the report as a Swedish page.
   *
   * @param report the report
   * @return the page, in UTF-8
   */
  public static String render(ConformanceReport report) {
    return render(report, Texts.SWEDISH);
  }

  /**
   * Returns the report as a page in Swedish or English; what the checks say stays Swedish.
   *
   * @param report the report
   * @param locale the language; Swedish for any other than English
   * @return the page, in UTF-8
   */
  public static String render(ConformanceReport report, Locale locale) {
    return new HtmlReport(report, Texts.of(locale)).page();
  }

  private String page() {
    head();
    html.append("<main id=\"innehall\" tabindex=\"-1\">\n");
    summary();
    blocking();
    notes();
    requirements();
    html.append("</main>\n<footer><p>")
        .append(texts.html("footer", report.toolVersion(), report.catalogueVersion()))
        .append("</p></footer>\n</body>\n</html>\n");
    return html.toString();
  }

  private void head() {
    html.append("<!DOCTYPE html>\n<html lang=\"")
        .append(texts.locale().getLanguage())
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(texts.html(report.conforms() ? "conforms" : "conformsNot"))
        .append(" – ")
        .append(texts.html("title"))
        .append(" – ")
        .append(Markup.escape(report.service()))
        .append("</title>\n<style>\n")
        .append(style())
        .append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#innehall\">")
        .append(texts.html("skip"))
        .append("</a>\n<header><p>")
        .append(texts.html("title"))
        .append("</p></header>\n");
  }

  private void summary() {
    boolean good = report.conforms();
    html.append("<p class=\"conclusion ")
        .append(good ? "good" : "bad")
        .append("\" lang=\"sv\">")
        .append(Markup.escape(report.summary()))
        .append("</p>\n<h1>")
        .append(Markup.escape(report.service()))
        .append("</h1>\n<dl class=\"facts\">\n");
    fact("target", Markup.escape(report.target()));
    fact(
        "profile",
        Markup.escape(report.profile().id())
            + ": <span lang=\"sv\">"
            + Markup.escape(report.profile().title())
            + "</span>");
    fact(
        "time",
        "<time datetime=\""
            + report.at()
            + "\">"
            + TIME.format(report.at().atZone(SWEDEN))
            + "</time>");
    fact("catalogue", Markup.escape(report.catalogueVersion()));
    fact("tool", Markup.escape("Byggsten " + report.toolVersion()));
    fact("accepted", Long.toString(report.accepted()));
    html.append("</dl>\n");
    counts();
  }

  private void fact(String key, String value) {
    html.append("<div><dt>").append(texts.html(key)).append("</dt><dd>");
    html.append(value).append("</dd></div>\n");
  }

  private void counts() {
    html.append("<table class=\"counts\">\n<caption>")
        .append(texts.html("counts"))
        .append("</caption>\n<thead><tr><th scope=\"col\">")
        .append(texts.html("verdict"))
        .append("</th><th scope=\"col\">")
        .append(texts.html("inProfile"))
        .append("</th><th scope=\"col\">")
        .append(texts.html("inCatalogue"))
        .append("</th></tr></thead>\n<tbody>\n");
    Map<Verdict, Integer> own = ConformanceReport.counts(report.inProfile());
    Map<Verdict, Integer> all = ConformanceReport.counts(report.results());
    for (Verdict verdict : Verdict.values()) {
      html.append("<tr><th scope=\"row\">")
          .append(badge(verdict))
          .append("</th><td>")
          .append(own.get(verdict))
          .append("</td><td>")
          .append(all.get(verdict))
          .append("</td></tr>\n");
    }
    html.append("</tbody>\n</table>\n");
  }

  private void blocking() {
    List<RequirementResult> blocking = report.blocking();
    html.append("<h2>").append(texts.html("blocking")).append("</h2>\n");
    if (blocking.isEmpty()) {
      html.append("<p>").append(texts.html("blockingNone")).append("</p>\n");
      return;
    }
    html.append("<ul>\n");
    for (RequirementResult result : blocking) {
      html.append("<li><a href=\"#")
          .append(anchor(result))
          .append("\">")
          .append(result.id())
          .append("</a> <span lang=\"sv\">")
          .append(Markup.escape(result.entry().requirement().text()))
          .append("</span> ")
          .append(badge(result.verdict()))
          .append("</li>\n");
    }
    html.append("</ul>\n");
  }

  private void notes() {
    if (report.notes().isEmpty()) {
      return;
    }
    html.append("<h2>").append(texts.html("notes")).append("</h2>\n");
    findings(report.notes());
  }

  private void requirements() {
    html.append("<h2 id=\"krav\">")
        .append(texts.html("requirements"))
        .append("</h2>\n<nav class=\"filter\" aria-label=\"")
        .append(texts.html("filter"))
        .append("\">\n<ul>\n");
    filter("visa-alla", "filterAll");
    filter("visa-profil", "filterProfile");
    filter("visa-fel", "filterFail");
    filter("visa-ej", "filterNotVerified");
    html.append("</ul>\n</nav>\n");
    // A link to one of these makes it the target, and CSS then hides the other rows.
    html.append("<div id=\"visa-alla\"><div id=\"visa-profil\"><div id=\"visa-fel\">")
        .append("<div id=\"visa-ej\">\n");
    groups().forEach(this::group);
    html.append("</div></div></div></div>\n");
  }

  private void filter(String id, String key) {
    html.append("<li><a href=\"#").append(id).append("\">");
    html.append(texts.html(key)).append("</a></li>\n");
  }

  private Map<String, List<RequirementResult>> groups() {
    return report.results().stream()
        .collect(
            Collectors.groupingBy(
                r -> r.entry().requirement().group(), LinkedHashMap::new, Collectors.toList()));
  }

  private void group(String group, List<RequirementResult> results) {
    String title = results.get(0).entry().groupTitle();
    String has =
        results.stream()
            .map(r -> "has-" + kind(r.verdict()) + (r.inProfile() ? " has-profile" : ""))
            .flatMap(s -> List.of(s.split(" ", -1)).stream())
            .distinct()
            .collect(Collectors.joining(" "));
    html.append("<section class=\"").append(has).append("\">\n<h3 lang=\"sv\">");
    html.append(Markup.escape(title)).append("</h3>\n");
    html.append("<table>\n<caption>")
        .append(texts.html("caption", group, results.size()))
        .append("</caption>\n<thead><tr>");
    for (String column : List.of("id", "level", "requirement", "verdict", "evidence")) {
      html.append("<th scope=\"col\">").append(texts.html(column)).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    results.forEach(this::row);
    html.append("</tbody>\n</table>\n</section>\n");
  }

  private void row(RequirementResult result) {
    Requirement requirement = result.entry().requirement();
    html.append("<tr id=\"")
        .append(anchor(result))
        .append("\" class=\"")
        .append(kind(result.verdict()))
        .append(result.inProfile() ? " profile" : "")
        .append("\">\n<th scope=\"row\">")
        .append(requirement.id())
        .append("</th>\n<td>")
        .append(texts.html("level." + requirement.level().name()))
        .append("</td>\n<td lang=\"sv\">")
        .append(Markup.escape(requirement.text()))
        .append("<br><small>")
        .append(Markup.escape(requirement.source()))
        .append(result.entry().sourceConfirmed() ? "" : " " + texts.html("unconfirmed"))
        .append("</small></td>\n<td>")
        .append(badge(result.verdict()))
        .append("</td>\n<td lang=\"sv\"><ul>\n");
    result.evidence().forEach(e -> html.append("<li>").append(Markup.escape(e)).append("</li>\n"));
    result
        .acceptance()
        .ifPresent(
            a ->
                html.append("<li><strong>")
                    .append(texts.html("acceptedUntil", a.expires()))
                    .append("</strong> ")
                    .append(Markup.escape(a.reason()))
                    .append("</li>\n"));
    html.append("</ul>\n");
    if (!result.findings().isEmpty()) {
      findings(result.findings());
    }
    html.append("</td>\n</tr>\n");
  }

  private void findings(List<Finding> findings) {
    html.append("<ul class=\"findings\" lang=\"sv\">\n");
    for (Finding finding : findings) {
      html.append("<li><strong>")
          .append(Markup.escape(finding.message()))
          .append("</strong> ")
          .append(Markup.escape(finding.remedy()))
          .append("<br><small>")
          .append(finding.code())
          .append(" · ")
          .append(finding.rule())
          .append(" · ")
          .append(Markup.escape(finding.where().toString()))
          .append("</small></li>\n");
    }
    html.append("</ul>\n");
  }

  private String badge(Verdict verdict) {
    return "<span class=\"badge "
        + kind(verdict)
        + "\">"
        + texts.html("verdict." + verdict.name())
        + "</span>";
  }

  private static String kind(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String anchor(RequirementResult result) {
    return "krav-" + result.id();
  }

  private static String style() {
    try (InputStream stream = HtmlReport.class.getResourceAsStream("report.css")) {
      if (stream == null) {
        throw new AssertionError("The module lacks its report.css");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
