package se.byggsten.core.text;

import java.util.Set;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Severity;

/**
 * A rule of plain language.
 *
 * @param id the stable id, such as {@code KLAR-SENTENCE}; the code of its findings
 * @param severity how serious a finding is; {@code KLAR-PASSIVE} rises to a warning when many
 *     sentences are passive or when the text names who acts
 * @param languages the languages that it holds for; empty means all
 * @param source where the advice comes from
 */
public record PlainLanguageRule(
    ErrorCode id, Severity severity, Set<String> languages, String source) {

  /** Copies the languages. */
  public PlainLanguageRule {
    languages = Set.copyOf(languages);
  }

  /**
   * Tells whether the rule holds for a language.
   *
   * @param language the primary language subtag, such as {@code sv}
   * @return true when it does
   */
  public boolean holdsFor(String language) {
    return languages.isEmpty() || languages.contains(language);
  }

  /**
   * Returns the id as that of a requirement.
   *
   * @return the same id
   */
  public RequirementId requirement() {
    return RequirementId.of(id.value());
  }
}
