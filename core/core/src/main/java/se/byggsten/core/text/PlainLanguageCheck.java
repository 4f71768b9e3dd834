package se.byggsten.core.text;

import java.util.List;
import se.byggsten.core.finding.Finding;

/**
 * The port through which forms and pages have their texts judged for plain language.
 *
 * <p>{@link PlainLanguage#standard()} is Byggsten's own; a municipality with rules of its own can
 * wrap it and add findings.
 */
@FunctionalInterface
public interface PlainLanguageCheck {
  /**
   * Judges a page.
   *
   * @param page the texts of the page in one language
   * @param limits the thresholds
   * @return what was found, of the page as a whole first and then in the order of the texts; empty
   *     when all is well
   */
  List<Finding> check(PageText page, PlainLanguageLimits limits);
}
