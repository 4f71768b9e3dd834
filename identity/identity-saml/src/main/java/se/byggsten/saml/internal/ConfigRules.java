package se.byggsten.saml.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.ServiceProviderConfig;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.EntityCategoryKind;
import se.byggsten.saml.metadata.internal.Identifiers;

/** Judges what a configuration says beyond what its metadata show. */
public final class ConfigRules {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final ServiceProviderConfig config;
  private final List<String> broken = new ArrayList<>();

  private ConfigRules(ServiceProviderConfig config) {
    this.config = config;
  }

  /** Returns what is broken, each with the id of the requirement; empty when all is well. */
  public static List<String> broken(ServiceProviderConfig config) {
    return new ConfigRules(config).judge();
  }

  private List<String> judge() {
    require("SC-00", isUri(config.entityId()), "the entity id is a URI of at most 1024 characters");
    require("SC-37", !config.encryptionKeys().isEmpty(), "there is an encryption key");
    require(
        "SC-18a",
        isSecure(config.acsUrl()),
        "the address for answers is on https, or on this machine");
    require(
        "SC-49",
        !config.clockSkew().isNegative()
            && config.clockSkew().compareTo(config.profile().mostSkew()) <= 0,
        "the clocks differ by at most " + config.profile().mostSkew().toMinutes() + " min");
    if (config.profile().isSwedish()) {
      judgeCategories();
    }
    return broken;
  }

  private void judgeCategories() {
    List<EntityCategory> services =
        config.categories().stream()
            .filter(category -> category.kind() == EntityCategoryKind.SERVICE)
            .toList();
    require(
        "SC-30c",
        services.isEmpty() || services.stream().anyMatch(this::hasLevel),
        () -> unsuited(services));
  }

  /** Whether a level is accepted that goes with the category; nobody knows of a foreign one. */
  private boolean hasLevel(EntityCategory category) {
    List<String> levels = Identifiers.KNOWN.levels(category.uri());
    return levels.isEmpty()
        || config.levels().levels().stream().map(AssuranceLevel::uri).anyMatch(levels::contains);
  }

  private String unsuited(List<EntityCategory> services) {
    List<EntityCategory> suited =
        EntityCategory.registry().stream()
            .filter(category -> category.kind() == EntityCategoryKind.SERVICE)
            .filter(category -> category.current().equals(category))
            .filter(category -> !Identifiers.KNOWN.levels(category.uri()).isEmpty())
            .filter(this::hasLevel)
            .toList();
    return "the accepted levels suit one of the service categories: none of "
        + config.levels().levels().stream().map(AssuranceLevel::uri).sorted().toList()
        + " goes with "
        + services
        + "; "
        + (suited.isEmpty() ? "" : "add one of the categories " + suited + " by category(), or ")
        + "accept one of the levels "
        + services.stream()
            .flatMap(category -> Identifiers.KNOWN.levels(category.uri()).stream())
            .distinct()
            .sorted()
            .toList()
        + " by levels()";
  }

  private static boolean isUri(String entityId) {
    try {
      return entityId.length() <= 1024 && URI.create(entityId).isAbsolute();
    } catch (IllegalArgumentException notAUri) {
      return false;
    }
  }

  private static boolean isSecure(URI address) {
    String host = address.getHost();
    return host != null
        && ("https".equalsIgnoreCase(address.getScheme())
            || ("http".equalsIgnoreCase(address.getScheme())
                && THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT))));
  }

  private void require(String requirement, boolean holds, String rule) {
    require(requirement, holds, () -> rule);
  }

  private void require(String requirement, boolean holds, Supplier<String> rule) {
    if (!holds) {
      broken.add(requirement + " (" + rule.get() + ")");
    }
  }
}
