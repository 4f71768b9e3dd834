package se.byggsten.saml.protocol;

/** What a service needs to know of whoever logs in. */
public enum RequiredIdentity {
  /** A personnummer or samordningsnummer: a private person. */
  PERSONAL_NUMBER,
  /**
   * A personnummer, a samordningsnummer, or the provisional id of somebody with a foreign eID: a
   * private person, from Sweden or abroad.
   */
  PERSON,
  /** A user id at an organisation ({@code orgAffiliation}): somebody at work. */
  AFFILIATION
}
