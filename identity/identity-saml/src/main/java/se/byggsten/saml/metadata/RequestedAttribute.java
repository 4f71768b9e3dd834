package se.byggsten.saml.metadata;

/**
 * An attribute that a service asks for beyond those of its categories.
 *
 * <p>Source: Deployment Profile for the Swedish eID Framework, section 2.1.2.
 *
 * @param attribute which
 * @param required whether a login without it is refused
 */
public record RequestedAttribute(SamlAttribute attribute, boolean required) {}
