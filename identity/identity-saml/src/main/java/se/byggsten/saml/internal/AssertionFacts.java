package se.byggsten.saml.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.person.AssuranceLevel;

/**
 * What a verified assertion says.
 *
 * @param identityProvider who says it
 * @param authenticatingAuthorities on whose word
 * @param nameId the name towards this service
 * @param level how sure it is
 * @param authenticatedAt when the person identified themselves
 * @param validUntil until when the assertion could be used
 * @param attributes the values that are text, by the attribute's name
 */
public record AssertionFacts(
    String identityProvider,
    List<String> authenticatingAuthorities,
    Optional<String> nameId,
    AssuranceLevel level,
    Instant authenticatedAt,
    Instant validUntil,
    Map<String, List<String>> attributes) {
  @Override
  public String toString() {
    return "AssertionFacts[masked]";
  }
}
