package se.byggsten.samples.portal.web;

import java.util.Locale;
import se.byggsten.core.cases.Case;
import se.byggsten.web.Html;

/**
 * Shows the answers of a case to a case handler, from the same definition as the citizen's pages.
 */
@FunctionalInterface
interface AnswerView {
  /** The answers as they were sent in. */
  Html of(Case one, Locale locale);
}
