package se.byggsten.saml.servlet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Collator;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.ServiceProviderConfig;
import se.byggsten.saml.metadata.IdentityProviderMatch;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.MatchObstacle;
import se.byggsten.saml.metadata.RequestedAttribute;
import se.byggsten.saml.metadata.ServiceNeeds;

/**
 * The identity providers that a visitor can choose among.
 *
 * <p>Source of what fits: Entity Categories for the Swedish eID Framework 1.3 and 1.4; Deployment
 * Profile 2.1.3 and 6.2.1.
 */
final class ProviderChoice {
  private static final int LONGEST_SEARCH = 100;

  private ProviderChoice() {}

  /** Those that can answer a request, hidden ones too, in the order of the source. */
  static List<IdentityProviderMetadata> fitting(ServiceProvider provider, LoginRequest request) {
    ServiceNeeds needs = needs(provider.config(), request);
    return provider.identityProviders().stream()
        .filter(idp -> !idp.singleSignOn().isEmpty())
        .filter(idp -> IdentityProviderMatch.of(needs, idp).usable())
        .toList();
  }

  /** What stands in the way of the others, and of how many. */
  static Map<MatchObstacle, Integer> obstacles(ServiceProvider provider, LoginRequest request) {
    ServiceNeeds needs = needs(provider.config(), request);
    Map<MatchObstacle, Integer> found = new EnumMap<>(MatchObstacle.class);
    provider.identityProviders().stream()
        .flatMap(idp -> IdentityProviderMatch.of(needs, idp).obstacles().stream())
        .forEach(obstacle -> found.merge(obstacle, 1, Integer::sum));
    return found;
  }

  private static ServiceNeeds needs(ServiceProviderConfig config, LoginRequest request) {
    Set<AssuranceLevel> levels =
        request.levels().isEmpty()
            ? config.levels().levels()
            : request.levels().stream()
                .filter(config.levels()::accepts)
                .collect(Collectors.toUnmodifiableSet());
    return new ServiceNeeds(
        Set.copyOf(config.categories()),
        levels,
        config.requestedAttributes().stream()
            .filter(RequestedAttribute::required)
            .map(wanted -> wanted.attribute().name())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Those that are shown, in the order of the Swedish alphabet; å, ä and ö come last. */
  static List<IdentityProviderMetadata> shown(
      Collection<IdentityProviderMetadata> fitting, Locale locale) {
    Collator alphabet = Collator.getInstance(Locale.forLanguageTag("sv-SE"));
    return fitting.stream()
        .filter(idp -> !idp.hideFromDiscovery())
        .sorted(
            Comparator.comparing(
                    (IdentityProviderMetadata idp) -> idp.displayName(locale.getLanguage()),
                    alphabet)
                .thenComparing(IdentityProviderMetadata::entityId))
        .toList();
  }

  /** Whether a name in any language holds what somebody has typed; as the page's script does it. */
  static boolean matches(IdentityProviderMetadata idp, String typed) {
    String asked =
        folded(typed.length() > LONGEST_SEARCH ? typed.substring(0, LONGEST_SEARCH) : typed);
    boolean exact = !plain(asked).equals(asked);
    return idp.displayNames().values().stream()
        .map(ProviderChoice::folded)
        .anyMatch(name -> (exact ? name : plain(name)).contains(asked));
  }

  /** Stands for an identity provider in a cookie and in the address of its picture. */
  static String mark(IdentityProviderMetadata idp) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(idp.entityId().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static String folded(String text) {
    return Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  /** Without dots and rings: who types o finds ö, but who types ö finds only ö. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036f]", "");
  }
}
