package se.byggsten.accessibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import se.byggsten.accessibility.internal.DataFile;
import se.byggsten.accessibility.internal.Dom;
import se.byggsten.accessibility.internal.Evaluators;
import se.byggsten.accessibility.internal.Hit;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Severity;

/**
 * The accessibility rules for HTML that can be decided without a browser.
 *
 * <p>The rules come from EN 301 549 V3.2.1 clause 9 (WCAG 2.1 A and AA), most of them as the ACT
 * Rules of W3C define them. A page without findings is not proven accessible: contrast, reflow,
 * keyboard use and much that only a person can judge lie outside.
 */
public final class AccessibilityRules {
  private static final String VERSION = "1";
  private static final int MAX_FINDINGS_PER_RULE = 50;

  private record Interpreted(AccessibilityRule rule, Function<Dom, List<Hit>> code) {}

  private final List<Interpreted> rules;
  private final String standard;

  private AccessibilityRules(List<Interpreted> rules, String standard) {
    this.rules = List.copyOf(rules);
    this.standard = standard;
  }

  /**
   * Returns all rules that ship with this version.
   *
   * @return the rules
   */
  public static AccessibilityRules load() {
    List<Interpreted> rules = new ArrayList<>();
    String standard = "";
    for (String line : DataFile.lines("rules-1.txt")) {
      if (line.startsWith("version=")) {
        if (!line.equals("version=" + VERSION)) {
          throw new IllegalArgumentException("The rules are of a version not known here: " + line);
        }
      } else if (line.startsWith("standard=")) {
        standard = line.substring("standard=".length());
      } else {
        AccessibilityRule rule = rule(line.split("\\|", -1));
        rules.add(new Interpreted(rule, Evaluators.of(rule.id().value())));
      }
    }
    return new AccessibilityRules(rules, standard);
  }

  private static AccessibilityRule rule(String[] part) {
    if (part.length != 7) {
      throw new IllegalArgumentException("A rule has seven parts, not " + part.length);
    }
    return new AccessibilityRule(
        RequirementId.of(part[0]),
        part[1],
        part[2],
        part[3].isEmpty() ? List.of() : List.of(part[3].split(",", -1)),
        Severity.valueOf(part[4]),
        part[5],
        part[6]);
  }

  /**
   * Returns only the rules with these ids.
   *
   * @param ids ids of rules
   * @return the chosen rules
   * @throws IllegalArgumentException when an id is not that of a rule
   */
  public AccessibilityRules only(Set<String> ids) {
    List<Interpreted> chosen =
        rules.stream().filter(r -> ids.contains(r.rule().id().value())).toList();
    if (chosen.size() != ids.size()) {
      throw new IllegalArgumentException("Some of these are not ids of rules: " + ids);
    }
    return new AccessibilityRules(chosen, standard);
  }

  /**
   * Returns the rules as data.
   *
   * @return in the order of the report
   */
  public List<AccessibilityRule> rules() {
    return rules.stream().map(Interpreted::rule).toList();
  }

  /**
   * Returns the version of the set of rules; it changes whenever a rule is added or sharpened.
   *
   * @return the version
   */
  public String version() {
    return VERSION;
  }

  /**
   * Returns the standard that the clauses refer to.
   *
   * @return such as {@code EN 301 549 V3.2.1 (2021-03)}
   */
  public String standard() {
    return standard;
  }

  /**
   * Checks a page.
   *
   * @param page the page
   * @return what breaks a rule, at most fifty findings a rule; empty when nothing does. Messages
   *     quote nothing of the page's text.
   */
  public List<Finding> check(HtmlPage page) {
    List<Finding> findings = new ArrayList<>();
    for (Interpreted rule : rules) {
      rule.code().apply(page.dom()).stream()
          .limit(MAX_FINDINGS_PER_RULE)
          .map(hit -> finding(rule.rule(), hit, page.location()))
          .forEach(findings::add);
    }
    return List.copyOf(findings);
  }

  private static Finding finding(AccessibilityRule rule, Hit hit, String location) {
    return new Finding(
        ErrorCode.of(rule.id().value()),
        rule.severity(),
        rule.id(),
        Location.in(location, hit.path()),
        rule.text() + " (EN 301 549 " + rule.clause() + "): " + hit.message(),
        rule.remedy());
  }
}
