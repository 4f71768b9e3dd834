package se.byggsten.testidp;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import se.byggsten.testidp.attack.Attack;

/**
 * How a service met one attack.
 *
 * @param attack the attack
 * @param ending how it went
 * @param evidence what was seen, in order
 */
public record AttackResult(Attack attack, Ending ending, List<Evidence> evidence) {
  /** How an attack went. */
  public enum Ending {
    /** The service refused it. */
    REFUSED,
    /** It got in. */
    GOT_IN,
    /** It is of no concern to this service. */
    NOT_APPLICABLE,
    /** It could not be carried out. */
    NOT_VERIFIED
  }

  /**
   * One thing that was seen.
   *
   * @param key what it is, such as {@code answered}
   * @param value the number, path, code or words of the page that were seen; of persons only what
   *     the service shows of the test person
   */
  public record Evidence(String key, String value) {
    /** A server error, or an answer that took long, is told beside how the attack went. */
    private static final String BY_TIME = "told-apart-by-time";

    private static final List<String> SHAKEN = List.of("server-error", "slow", "silent");

    /**
     * Says whether the attack disturbed the service, whether or not it got in.
     *
     * @return whether it did
     */
    public boolean isShaken() {
      return SHAKEN.contains(key);
    }

    /**
     * Says whether the service is to be warned although the attack did not get in.
     *
     * @return whether it is
     */
    public boolean isWarning() {
      return isShaken() || BY_TIME.equals(key);
    }

    /**
     * Returns the evidence as a sentence.
     *
     * @param language Swedish or English
     * @return the sentence
     */
    public String text(Locale language) {
      return words("evidence." + key, language).replace("{0}", value);
    }
  }

  /** Keeps a copy of the evidence. */
  public AttackResult {
    evidence = List.copyOf(evidence);
  }

  /**
   * Says whether the service was disturbed: a server error, no answer, or one that took long.
   *
   * @return whether it was
   */
  public boolean isShaken() {
    return evidence.stream().anyMatch(Evidence::isShaken);
  }

  /**
   * Returns how it went, in words.
   *
   * @param language Swedish or English
   * @return some words without a full stop
   */
  public String endingText(Locale language) {
    return words("ending." + ending.name(), language);
  }

  static String words(String key, Locale language) {
    return ResourceBundle.getBundle(
            "se.byggsten.testidp.run",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(key);
  }
}
