package se.byggsten.saml.metadata;

/**
 * The kinds of entity category, each with its own rule for matching.
 *
 * <p>Source: Sweden Connect, Entity Categories for the Swedish eID Framework 1.3 and 1.4.
 */
public enum EntityCategoryKind {
  /** What a service wants delivered, at which level: one in common is enough. */
  SERVICE,
  /** A property of the service that the identity provider must have too: all of them. */
  SERVICE_PROPERTY,
  /** What sort of service it is; nothing is matched by it. */
  SERVICE_TYPE,
  /** A contract: one in common when the identity provider declares any. */
  CONTRACT,
  /** Something that a party can or accepts; nothing is matched by it. */
  GENERAL,
  /** Another federation's, or a supplier's own, such as a bilateral contract. */
  OTHER
}
