package se.byggsten.saml;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.internal.AssertionFacts;

/**
 * What an identity provider has said of somebody, after all that the profile requires of it holds.
 *
 * <p>Made only by {@link AssertionVerifier}: whoever holds one need not verify anything again.
 * Everything in it stood under a signature that a key in the identity provider's metadata verifies.
 * {@link #toString()} shows nothing of the person.
 */
public final class VerifiedAssertion {
  private final AssertionFacts facts;

  VerifiedAssertion(AssertionFacts facts) {
    this.facts = facts;
  }

  /**
   * Returns who vouches for it.
   *
   * @return the entity id of the identity provider
   */
  public String identityProvider() {
    return facts.identityProvider();
  }

  /**
   * Returns those on whose word the identity provider relies, where it is a proxy.
   *
   * @return their entity ids, nearest first; empty when it told of none
   */
  public List<String> authenticatingAuthorities() {
    return facts.authenticatingAuthorities();
  }

  /**
   * Returns the name that the identity provider has for the person towards this service.
   *
   * @return the value of {@code NameID}, personal data; or empty
   */
  public Optional<String> nameId() {
    return facts.nameId();
  }

  /**
   * Returns how sure the identification is.
   *
   * @return the level; {@code urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified} when an identity
   *     provider outside the Swedish profile tells of none
   */
  public AssuranceLevel level() {
    return facts.level();
  }

  /**
   * Returns when the person identified themselves.
   *
   * @return the instant
   */
  public Instant authenticatedAt() {
    return facts.authenticatedAt();
  }

  /**
   * Returns until when the assertion could be used to log in.
   *
   * @return the instant
   */
  public Instant validUntil() {
    return facts.validUntil();
  }

  /**
   * Returns all attributes whose values are text.
   *
   * @return the values by the attribute's name, such as {@code urn:oid:1.2.752.29.4.13}; personal
   *     data
   */
  public Map<String, List<String>> attributes() {
    return facts.attributes();
  }

  /** Returns the facts, for the reader of persons in this module. */
  AssertionFacts facts() {
    return facts;
  }

  @Override
  public String toString() {
    return "VerifiedAssertion[identityProvider=%s, level=%s, attributes=%d]"
        .formatted(identityProvider(), level(), attributes().size());
  }
}
