package se.byggsten.accessibility;

import java.util.List;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Severity;

/**
 * One accessibility rule, as data.
 *
 * @param id the stable id, such as {@code A11Y-PAGE-LANG}
 * @param clause the clause of EN 301 549 V3.2.1 that it comes from, such as {@code 9.3.1.1}
 * @param criterion the success criterion of WCAG 2.1, such as {@code 3.1.1}
 * @param actRules the ids of the W3C ACT rules that it implements; may be empty
 * @param severity how serious a breach is
 * @param text what must hold, in Swedish
 * @param remedy how to put a breach right, in Swedish
 */
public record AccessibilityRule(
    RequirementId id,
    String clause,
    String criterion,
    List<String> actRules,
    Severity severity,
    String text,
    String remedy) {

  /** Copies the list. */
  public AccessibilityRule {
    actRules = List.copyOf(actRules);
  }
}
