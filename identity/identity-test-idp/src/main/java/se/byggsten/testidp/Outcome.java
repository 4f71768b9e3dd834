package se.byggsten.testidp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a test login is to end. */
public enum Outcome {
  /** As it should. */
  OK,
  /** The person cancels. */
  CANCELLED,
  /** The identity provider suspects fraud. */
  FRAUD,
  /** The answer is not signed. */
  UNSIGNED,
  /** The answer is signed by another key. */
  FOREIGN_SIGNED,
  /** The answer is ten minutes old. */
  EXPIRED,
  /** An earlier answer comes again. */
  REPLAYED,
  /** The assertion is for another service. */
  WRONG_AUDIENCE,
  /** The assertion is addressed to another place. */
  WRONG_RECIPIENT,
  /** The answer belongs to another request. */
  WRONG_IN_RESPONSE_TO,
  /** The assertion is not encrypted. */
  UNENCRYPTED,
  /** The personal number and the affiliation are missing. */
  MISSING_ATTRIBUTE,
  /** The answer has a document type declaration. */
  WITH_DTD;

  /**
   * Returns the key in forms and texts.
   *
   * @return for example {@code wrong-audience}
   */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Finds an outcome by its key.
   *
   * @param key the key
   * @return the outcome, or empty
   */
  public static Optional<Outcome> find(String key) {
    return Arrays.stream(values()).filter(outcome -> outcome.key().equals(key)).findFirst();
  }
}
