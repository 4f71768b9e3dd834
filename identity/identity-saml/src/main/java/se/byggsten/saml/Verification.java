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
   * @param detail what an operator's log may hold of it, such as {@code Conditions/@NotOnOrAfter
   *     2026-11-22T12:05:00Z} where a time made the difference; never personal data; empty where
   *     there is no more to say
   */
  record Refused(SamlRefusal refusal, String detail) implements Verification {
    /**
     * Creates a refusal without detail.
     *
     * @param refusal the first thing that does not hold
     */
    public Refused(SamlRefusal refusal) {
      this(refusal, "");
    }
  }
}
