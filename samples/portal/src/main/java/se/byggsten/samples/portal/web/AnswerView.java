package se.byggsten.samples.portal.web;

import java.util.Locale;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.Case;
import se.byggsten.web.Html;

/**
 * Shows the answers of a case to a case handler, from the same definition as the citizen's pages.
 */
@FunctionalInterface
interface AnswerView {
  /** The answers as they stand, with marks for what has changed since the reader last saw them. */
  Html of(Case one, Actor reader, Locale locale);
}
