package se.byggsten.saml.metadata;

import java.util.Set;
import se.byggsten.core.person.AssuranceLevel;

/**
 * What a service needs of an identity provider, as it declares it in its own metadata.
 *
 * @param categories its entity categories, contracts among them
 * @param levels the levels that it accepts
 * @param attributes names of attributes that it requires beside what its categories give, such as
 *     {@code urn:oid:0.9.2342.19200300.100.1.3}
 */
public record ServiceNeeds(
    Set<EntityCategory> categories, Set<AssuranceLevel> levels, Set<String> attributes) {
  /** Copies the sets. */
  public ServiceNeeds {
    categories = Set.copyOf(categories);
    levels = Set.copyOf(levels);
    attributes = Set.copyOf(attributes);
  }
}
