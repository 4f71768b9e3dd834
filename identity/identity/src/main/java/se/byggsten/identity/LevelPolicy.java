package se.byggsten.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.byggsten.core.person.AssuranceLevel;

/**
 * Which levels of assurance are enough, under a name that people use.
 *
 * <p>A request names each level that is enough, because levels are compared for equality only
 * (Deployment Profile for the Swedish eID Framework, section 5.3.1). Whoever asks for {@code loa3}
 * alone shuts BankID out, which comes as {@code uncertified-loa3} through a third party's identity
 * provider. The names, joined by {@code -or-} as in {@code loa3-or-bankid}:
 *
 * <ul>
 *   <li>{@code loa2}, {@code loa3}, {@code loa4}: that Swedish level or a higher one
 *   <li>{@code bankid}: level 3 by self-declaration
 *   <li>{@code nonresident}: Swedish level 3 or 4 for people outside the population register
 *   <li>{@code eidas}: a notified foreign eID of level substantial or high
 *   <li>{@code proxied-eidas}: the same by way of another identity provider than the Swedish eIDAS
 *       node, which may not call it {@code eidas}
 *   <li>any URI: that level
 * </ul>
 */
public final class LevelPolicy {
  /** Swedish level 3 or 4, or BankID: what most municipal services for citizens need. */
  public static final LevelPolicy LOA3_OR_BANKID = parse("loa3-or-bankid");

  /** Swedish level 3 or 4, BankID, or a notified foreign eID. */
  public static final LevelPolicy LOA3_OR_BANKID_OR_EIDAS = parse("loa3-or-bankid-or-eidas");

  private final String name;
  private final Set<AssuranceLevel> levels;

  private LevelPolicy(String name, Set<AssuranceLevel> levels) {
    this.name = name;
    this.levels = levels;
  }

  /**
   * Reads a policy.
   *
   * @param text names or URIs joined by {@code -or-}; capitals and blanks around are passed over
   * @return the policy
   * @throws IllegalArgumentException when a part is neither a known name nor a URI
   */
  public static LevelPolicy parse(String text) {
    Set<AssuranceLevel> levels = new LinkedHashSet<>();
    String name = text.strip();
    for (String part : name.split("-or-", -1)) {
      levels.addAll(levels(part.strip()));
    }
    return new LevelPolicy(name, Set.copyOf(levels));
  }

  /**
   * Returns the policy that names some levels.
   *
   * @param levels the levels that are enough, at least one
   * @return the policy
   * @throws IllegalArgumentException when there is none
   */
  public static LevelPolicy of(Set<AssuranceLevel> levels) {
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("A policy names at least one level");
    }
    String name =
        levels.stream().map(AssuranceLevel::uri).sorted().collect(Collectors.joining("-or-"));
    return new LevelPolicy(name, Set.copyOf(levels));
  }

  private static List<AssuranceLevel> levels(String part) {
    List<AssuranceLevel> named = Names.LEVELS.get(part.toLowerCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    if (part.startsWith("http://") || part.startsWith("https://") || part.startsWith("urn:")) {
      return List.of(AssuranceLevel.of(part));
    }
    throw new IllegalArgumentException(
        "[%s] is no level: use %s or a URI, joined by -or-"
            .formatted(part, String.join(", ", Names.ALL)));
  }

  /**
   * Returns the levels that are enough.
   *
   * @return at least one level
   */
  public Set<AssuranceLevel> levels() {
    return levels;
  }

  /**
   * Says whether a level is enough.
   *
   * @param level the level
   * @return true when the policy names it
   */
  public boolean accepts(AssuranceLevel level) {
    return levels.contains(level);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LevelPolicy that && levels.equals(that.levels);
  }

  @Override
  public int hashCode() {
    return levels.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }

  /** Apart, because the constants of the policy are read by it. */
  private static final class Names {
    static final List<String> ALL =
        List.of("loa2", "loa3", "loa4", "bankid", "nonresident", "eidas", "proxied-eidas");
    static final Map<String, List<AssuranceLevel>> LEVELS =
        Map.of(
            "loa2",
            List.of(AssuranceLevel.LOA2, AssuranceLevel.LOA3, AssuranceLevel.LOA4),
            "loa3",
            List.of(AssuranceLevel.LOA3, AssuranceLevel.LOA4),
            "loa4",
            List.of(AssuranceLevel.LOA4),
            "bankid",
            List.of(AssuranceLevel.UNCERTIFIED_LOA3),
            "nonresident",
            List.of(AssuranceLevel.LOA3_NONRESIDENT, AssuranceLevel.LOA4_NONRESIDENT),
            "eidas",
            List.of(AssuranceLevel.EIDAS_NF_SUBSTANTIAL, AssuranceLevel.EIDAS_NF_HIGH),
            "proxied-eidas",
            List.of(
                AssuranceLevel.UNCERTIFIED_EIDAS_SUBSTANTIAL,
                AssuranceLevel.UNCERTIFIED_EIDAS_HIGH));
  }
}
