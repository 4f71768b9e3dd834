package se.byggsten.saml.protocol;

/** What a service needs to know of whoever logs in. */
public enum RequiredIdentity {
  /** A personnummer or samordningsnummer: a private person. */
  PERSONAL_NUMBER,
  /** A user id at an organisation ({@code orgAffiliation}): somebody at work. */
  AFFILIATION
}
