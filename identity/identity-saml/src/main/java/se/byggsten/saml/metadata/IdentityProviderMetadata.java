package se.byggsten.saml.metadata;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.core.person.AssuranceLevel;

/**
 * What an identity provider tells about itself, as far as a service needs it.
 *
 * @param entityId its name in the federation
 * @param displayNames its name for people, by language; may be empty
 * @param singleSignOn where requests go by the HTTP-Redirect binding
 * @param signingCertificates the certificates of the keys with which it signs; any of them will do,
 *     expired or not (Deployment Profile 2.1.1.2)
 * @param levels the levels of assurance that it declares; empty when it declares none
 * @param scopes the scopes that it may vouch for ({@code shibmd:Scope}): organisation numbers
 * @param validUntil when these data may not be used any more, where it is said
 */
public record IdentityProviderMetadata(
    String entityId,
    Map<String, String> displayNames,
    URI singleSignOn,
    List<X509Certificate> signingCertificates,
    Set<AssuranceLevel> levels,
    Set<String> scopes,
    Optional<Instant> validUntil) {

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when there is no certificate
   */
  public IdentityProviderMetadata {
    displayNames = Map.copyOf(displayNames);
    signingCertificates = List.copyOf(signingCertificates);
    levels = Set.copyOf(levels);
    scopes = Set.copyOf(scopes);
    if (signingCertificates.isEmpty()) {
      throw new IllegalArgumentException("An identity provider has a signing certificate");
    }
  }

  /**
   * Returns the name for people in a language.
   *
   * @param language the language tag, such as {@code sv}
   * @return the name in that language, else in any, else the entity id
   */
  public String displayName(String language) {
    return Optional.ofNullable(displayNames.get(language))
        .or(() -> displayNames.values().stream().findFirst())
        .orElse(entityId);
  }

  /**
   * Says whether the data may be used.
   *
   * @param at when
   * @return false from the end of validity on
   */
  public boolean isValid(Instant at) {
    return validUntil.map(at::isBefore).orElse(true);
  }

  @Override
  public String toString() {
    return "IdentityProviderMetadata[" + entityId + "]";
  }
}
