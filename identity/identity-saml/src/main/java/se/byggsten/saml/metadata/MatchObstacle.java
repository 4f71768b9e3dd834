package se.byggsten.saml.metadata;

/** Why a service cannot use an identity provider. */
public enum MatchObstacle {
  /** They have no service category in common (Entity Categories 1.3). */
  NO_COMMON_SERVICE,
  /** The identity provider lacks a property that the service declares (Entity Categories 1.4). */
  MISSING_PROPERTY,
  /** The identity provider serves only under contracts that the service does not have. */
  NO_COMMON_CONTRACT,
  /** The identity provider declares levels, and none that the service accepts. */
  NO_ACCEPTED_LEVEL,
  /** The identity provider tells what it delivers, and not all that the service asks for. */
  MISSING_ATTRIBUTE
}
