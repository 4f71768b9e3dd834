package se.byggsten.testidp.attack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.testidp.attack.internal.AttackList;

/**
 * One known attack on a service that takes SAML answers.
 *
 * <p>Golden SAML is not among them: who has stolen the identity provider's key sends answers that
 * nothing in them tells from right ones.
 *
 * @param id the stable id, such as {@code xsw-1-response}
 * @param target on what it is
 * @param manner how it is carried out and what tells that it got in
 * @param source the CVE, the paper or the section of the profile that tells of it
 * @param requirements the requirements of Sweden Connect, {@code SC-nn}, that a service breaks when
 *     the attack gets in
 */
public record Attack(
    String id, Target target, Manner manner, String source, List<RequirementId> requirements) {
  /** On what an attack is. */
  public enum Target {
    /** The signature of the response. */
    RESPONSE,
    /** The signature or the content of the assertion. */
    ASSERTION,
    /** The encryption. */
    ENCRYPTION,
    /** The reading of XML. */
    XML,
    /** The order of messages. */
    PROTOCOL
  }

  /** How an attack is carried out. */
  public enum Manner {
    /** One message in a login that was begun; it got in when the protected page opens. */
    MESSAGE,
    /**
     * One message that has to do with a second identity provider, which the service must trust too;
     * it got in when the protected page opens.
     */
    SECOND,
    /** A right answer that names an address; it got in when the service asks there. */
    FETCH,
    /**
     * A right answer with a persistent name that can be cut short; it got in when the page is that
     * of the cut name.
     */
    NAME,
    /** A right answer to a login that nobody began. */
    UNSOLICITED,
    /** A right answer, posted once more by another browser. */
    REPLAY,
    /** The assertion of an earlier login in a new response. */
    REUSE,
    /** A right answer to a login that another browser began. */
    OTHER_BROWSER,
    /** A right answer whose RelayState is an address; it got in when the browser is led there. */
    RELAY_STATE,
    /** A message by the HTTP-Redirect binding, compressed. */
    DEFLATED,
    /** Several messages that cannot be decrypted; it got in when the answers tell them apart. */
    ORACLE,
    /**
     * Several messages without a signature that cannot be decrypted, many times each; the service
     * is warned when the time that it takes tells them apart.
     */
    TIMED
  }

  /** Keeps a copy of the requirements. */
  public Attack {
    requirements = List.copyOf(requirements);
  }

  /**
   * Returns all attacks.
   *
   * @return the attacks, those on signatures first
   */
  public static List<Attack> all() {
    return AttackList.ALL;
  }

  /**
   * Finds an attack by its id.
   *
   * @param id the id
   * @return the attack, or empty
   */
  public static Optional<Attack> find(String id) {
    return all().stream().filter(attack -> attack.id().equals(id)).findFirst();
  }

  /**
   * Says whether the attack is one message that can be sent in a login that somebody has begun.
   *
   * @return whether it is
   */
  public boolean isOneMessage() {
    return manner == Manner.MESSAGE || manner == Manner.SECOND;
  }

  /**
   * Returns what is sent.
   *
   * @param language Swedish or English
   * @return one line without a full stop
   */
  public String title(Locale language) {
    return text(id, language);
  }

  /**
   * Returns what a service that falls for it does.
   *
   * @param language Swedish or English
   * @return one sentence
   */
  public String effect(Locale language) {
    return text(id + ".effect", language);
  }

  private static String text(String key, Locale language) {
    return ResourceBundle.getBundle(
            "se.byggsten.testidp.attacks",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(key);
  }
}
