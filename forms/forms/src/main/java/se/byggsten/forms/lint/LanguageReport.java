package se.byggsten.forms.lint;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * How complete a language of a form is.
 *
 * @param language the BCP 47 tag
 * @param missingTexts the keys of the form's own texts that it lacks, sorted
 * @param missingWords the keys of the library's words that it lacks, which are shown in Swedish
 * @param missingShellWords the keys of the page shell's words that it lacks, likewise
 */
public record LanguageReport(
    String language,
    Set<String> missingTexts,
    Set<String> missingWords,
    Set<String> missingShellWords) {
  /** Sorts the keys. */
  public LanguageReport {
    missingTexts = Collections.unmodifiableSet(new TreeSet<>(missingTexts));
    missingWords = Collections.unmodifiableSet(new TreeSet<>(missingWords));
    missingShellWords = Collections.unmodifiableSet(new TreeSet<>(missingShellWords));
  }

  /**
   * Tells whether every text is there.
   *
   * @return true when nothing is missing
   */
  public boolean isComplete() {
    return missingTexts.isEmpty() && missingWords.isEmpty() && missingShellWords.isEmpty();
  }
}
