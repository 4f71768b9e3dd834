package se.byggsten.identity;

import java.util.Locale;

/** What to tell a visitor whose login was refused: each kind has its own advice. */
public enum RefusalKind {
  /** The visitor cancelled at the identity provider. */
  CANCELLED,
  /** The identity provider is sure that somebody else is using the eID. */
  FRAUD,
  /** The identity provider suspects that somebody else may be using the eID. */
  POSSIBLE_FRAUD,
  /** The eID is not of a level that the service accepts. */
  LEVEL,
  /** The identity provider could not tell who the visitor is. */
  NOT_IDENTIFIED,
  /** The login took too long. */
  EXPIRED,
  /** The login has already been used, as when the browser's back button sends it again. */
  REPLAYED,
  /** The login was not begun in this browser. */
  NOT_BEGUN_HERE,
  /** The identity provider did not tell what the service needs to know. */
  MISSING_INFORMATION,
  /** The person is known but may not enter this part of the service. */
  NOT_AUTHORISED,
  /** Something is wrong with the connection between the service and the identity provider. */
  TECHNICAL;

  /**
   * Returns the key under which {@link LoginMessages} has the texts.
   *
   * @return for example {@code login.refused.cancelled}
   */
  public String messageKey() {
    return "login.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
