package se.byggsten.saml.lint;

/** Where it can be seen whether a requirement holds. */
public enum VerifiedIn {
  /** In the metadata of the party. */
  METADATA,
  /** In an authentication request. */
  REQUEST,
  /** In a response, and in how it is received. */
  RESPONSE,
  /** In how the software is configured and run. */
  CONFIGURATION,
  /** By a person alone: in an agreement, or in a picture. */
  PERSON
}
