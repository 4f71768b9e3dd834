package se.byggsten.core.text;

import java.util.List;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.text.internal.Inspection;
import se.byggsten.core.text.internal.RuleBook;
import se.byggsten.core.text.internal.TextScan;

/**
 * Checks Swedish and English texts for plain language (<i>klarspråk</i>, språklagen 2009:600 11 §).
 *
 * <p>Most findings are warnings: plain language is judged by people, and this only shows where to
 * look. Each finding has the id of its rule ({@link #rules()}), names the words and says what to
 * write instead, in the language of the text; texts in other languages are judged by the few rules
 * that hold for any language. A blank line or a line break ends a sentence, so headings and labels
 * can stand without a full stop. Time and memory grow linearly with the text.
 *
 * <pre>{@code
 * double lix = PlainLanguage.measure(text).lix();
 * PageText page =
 *     new PageText(
 *         "kolloplats/barn",
 *         "sv",
 *         List.of(
 *             TextItem.of("namn.label", TextRole.LABEL, "Barnets namn"),
 *             TextItem.error("namn.error.Required", "Skriv barnets namn", "Barnets namn")));
 * List<Finding> findings = PlainLanguage.check(page, PlainLanguageLimits.DEFAULTS);
 * }</pre>
 */
public final class PlainLanguage {
  /** The version of the rules and word lists. */
  public static final String RULES_VERSION = "1";

  /** The highest LIX of guiding text, unless a form says otherwise. */
  public static final int HIGHEST_LIX = 45;

  private static final int LONG = 6;

  private PlainLanguage() {}

  /**
   * Returns the check as the port that forms and pages use.
   *
   * @return the check with Byggsten's own rules
   */
  public static PlainLanguageCheck standard() {
    return PlainLanguage::check;
  }

  /**
   * Returns the rules.
   *
   * @return all rules of {@link #RULES_VERSION}
   */
  public static List<PlainLanguageRule> rules() {
    return RuleBook.all();
  }

  /**
   * Measures a text.
   *
   * @param text the text, without markup
   * @return its numbers
   */
  public static Readability measure(String text) {
    int words = 0;
    int longWords = 0;
    int longest = 0;
    List<TextScan.Sentence> sentences = TextScan.of(text).sentences();
    for (TextScan.Sentence sentence : sentences) {
      words += sentence.words().size();
      longest = Math.max(longest, sentence.words().size());
      longWords += (int) sentence.words().stream().filter(w -> w.letters() > LONG).count();
    }
    return new Readability(words, sentences.size(), longWords, longest);
  }

  /**
   * Finds what makes a page hard to read.
   *
   * @param page the texts of the page in one language
   * @param limits the thresholds
   * @return the findings of the page as a whole first, then those of each text in their order, with
   *     the key of the text, line and column; empty when all is well
   */
  public static List<Finding> check(PageText page, PlainLanguageLimits limits) {
    return Inspection.of(page, limits);
  }

  /**
   * Finds what makes a Swedish running text hard to read, with the default thresholds.
   *
   * @param resource the name of the text, for the findings
   * @param text the text, without markup
   * @return the findings with line and column
   */
  public static List<Finding> check(String resource, String text) {
    return check(PageText.of(resource, "sv", text), PlainLanguageLimits.DEFAULTS);
  }
}
