package se.byggsten.saml;

import java.time.Clock;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.saml.internal.RefusedException;
import se.byggsten.saml.internal.ReplayMarks;
import se.byggsten.saml.internal.ResponseVerifier;

/**
 * Verifies responses of identity providers, and lets nothing out but a {@link VerifiedAssertion}.
 *
 * <p>In the order of the Deployment Profile for the Swedish eID Framework, section 6: nothing is
 * read from an element as true before a signature over it is verified, and nothing is decrypted
 * before the signature of the response is. Each assertion is accepted once. May be used from many
 * threads, and from many nodes with a shared store.
 *
 * <p>{@link ServiceProvider} uses it and keeps what was asked; use it alone where requests are sent
 * in another way.
 */
public final class AssertionVerifier {
  private final ResponseVerifier verifier;

  private AssertionVerifier(ResponseVerifier verifier) {
    this.verifier = verifier;
  }

  /**
   * Returns the verifier of a service.
   *
   * @param config the service
   * @param store keeps marks against replay, for all nodes
   * @param clock says what time it is
   * @return the verifier
   */
  public static AssertionVerifier of(
      ServiceProviderConfig config, ExpiringStore store, Clock clock) {
    return new AssertionVerifier(
        new ResponseVerifier(config.verifierSettings(), clock, new ReplayMarks(store)));
  }

  /**
   * Verifies a response.
   *
   * @param samlResponse the form field {@code SAMLResponse} of the HTTP-POST binding: base64, from
   *     outside, and may hold anything
   * @param expected what it must be an answer to
   * @return accepted or refused; never an exception for what stands in the response
   */
  public Verification verify(String samlResponse, ExpectedResponse expected) {
    try {
      return new Verification.Accepted(accept(samlResponse, expected));
    } catch (RefusedException e) {
      return new Verification.Refused(e.refusal(), e.detail());
    }
  }

  /** Verifies a response, and throws when it is refused. */
  VerifiedAssertion accept(String samlResponse, ExpectedResponse expected) {
    return new VerifiedAssertion(verifier.verify(samlResponse, expected));
  }
}
