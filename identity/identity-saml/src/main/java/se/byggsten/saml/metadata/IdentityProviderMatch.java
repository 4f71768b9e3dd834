package se.byggsten.saml.metadata;

import static se.byggsten.saml.metadata.EntityCategoryKind.CONTRACT;
import static se.byggsten.saml.metadata.EntityCategoryKind.OTHER;
import static se.byggsten.saml.metadata.EntityCategoryKind.SERVICE;
import static se.byggsten.saml.metadata.EntityCategoryKind.SERVICE_PROPERTY;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import se.byggsten.saml.metadata.internal.Identifiers;

/**
 * Whether a service can use an identity provider, and why not.
 *
 * <p>Source: Entity Categories for the Swedish eID Framework 1.3 and 1.4; Deployment Profile 2.1.3
 * and 6.2.1. A service that declares no service category is matched by the other rules alone, and
 * so is an identity provider that declares no levels or attributes. A bilateral contract has a URI
 * of the supplier's own, which counts as a contract when both declare it.
 *
 * @param obstacles what stands in the way; empty when nothing does
 */
public record IdentityProviderMatch(Set<MatchObstacle> obstacles) {
  /** Copies the set. */
  public IdentityProviderMatch {
    EnumSet<MatchObstacle> copy = EnumSet.noneOf(MatchObstacle.class);
    copy.addAll(obstacles);
    obstacles = Collections.unmodifiableSet(copy);
  }

  /**
   * Matches a service and an identity provider.
   *
   * @param needs what the service declares
   * @param offered what the identity provider declares
   * @return the match
   */
  public static IdentityProviderMatch of(ServiceNeeds needs, IdentityProviderMetadata offered) {
    Set<MatchObstacle> found = EnumSet.noneOf(MatchObstacle.class);
    Set<EntityCategory> wanted = current(needs.categories());
    Set<EntityCategory> given = current(offered.categories());
    Set<EntityCategory> common = common(wanted, given);
    if (any(wanted, SERVICE) && !any(common, SERVICE)) {
      found.add(MatchObstacle.NO_COMMON_SERVICE);
    }
    if (wanted.stream().anyMatch(c -> c.kind() == SERVICE_PROPERTY && !given.contains(c))) {
      found.add(MatchObstacle.MISSING_PROPERTY);
    }
    if (any(given, CONTRACT) && !any(common, CONTRACT) && !anyOwn(common)) {
      found.add(MatchObstacle.NO_COMMON_CONTRACT);
    }
    if (!offered.levels().isEmpty() && Collections.disjoint(offered.levels(), needs.levels())) {
      found.add(MatchObstacle.NO_ACCEPTED_LEVEL);
    }
    if (!offered.offeredAttributes().isEmpty()
        && !attributesOf(offered).containsAll(needs.attributes())) {
      found.add(MatchObstacle.MISSING_ATTRIBUTE);
    }
    return new IdentityProviderMatch(found);
  }

  /**
   * Says whether the service can use the identity provider.
   *
   * @return whether nothing stands in the way
   */
  public boolean usable() {
    return obstacles.isEmpty();
  }

  /** What its categories promise need not be declared once more (Deployment Profile 2.1.3). */
  private static Set<String> attributesOf(IdentityProviderMetadata offered) {
    Set<String> attributes =
        Identifiers.KNOWN.attributes(
            offered.categories().stream().map(EntityCategory::uri).toList());
    attributes.addAll(offered.offeredAttributes());
    return attributes;
  }

  private static Set<EntityCategory> current(Set<EntityCategory> categories) {
    return categories.stream().map(EntityCategory::current).collect(Collectors.toSet());
  }

  private static Set<EntityCategory> common(Set<EntityCategory> a, Set<EntityCategory> b) {
    return a.stream().filter(b::contains).collect(Collectors.toSet());
  }

  private static boolean any(Collection<EntityCategory> categories, EntityCategoryKind kind) {
    return categories.stream().anyMatch(category -> category.kind() == kind);
  }

  private static boolean anyOwn(Collection<EntityCategory> common) {
    return common.stream()
        .anyMatch(c -> c.kind() == OTHER && !EntityCategory.registry().contains(c));
  }
}
