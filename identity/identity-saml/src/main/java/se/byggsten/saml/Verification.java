package se.byggsten.saml;

import se.byggsten.saml.protocol.SamlRefusal;

/** What {@link AssertionVerifier} says of a response: accepted with what it tells, or refused. */
public sealed interface Verification {
  /**
   * All that the profile requires holds.
   *
   * @param assertion what the identity provider says
   */
  record Accepted(VerifiedAssertion assertion) implements Verification {}

  /**
   * Something that the profile requires does not hold.
   *
   * @param refusal the first thing that does not hold, with its code and its requirements
   */
  record Refused(SamlRefusal refusal) implements Verification {}
}
