package se.byggsten.saml.metadata.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.core.data.DataView;

/**
 * Algorithms, levels of assurance and entity categories that the framework knows: the one place for
 * them, for the lint and for what a service provider is told at its start.
 */
public final class Identifiers {
  /** What an algorithm is for. */
  public enum Use {
    DIGEST,
    SIGNATURE,
    ENCRYPTION
  }

  /** What a category says. */
  public enum Kind {
    SERVICE,
    PROPERTY,
    TYPE,
    CONTRACT,
    GENERAL
  }

  /** How the framework looks upon an algorithm. */
  public enum Standing {
    MANDATORY,
    OPTIONAL,
    WEAK
  }

  /**
   * An entity category.
   *
   * @param uri its URI
   * @param kind what it says
   * @param personalNumber whether personal numbers are released by it
   * @param attributes the names of the attributes that are released by it
   * @param levels those that go with it: an identity provider that declares the category declares
   *     one of these, and a service asks for one
   * @param implies an identity provider that declares it declares this category too
   * @param replacedBy the category that has taken its place
   * @param replacedFrom since when; empty for always
   */
  public record Category(
      String uri,
      Kind kind,
      boolean personalNumber,
      Set<String> attributes,
      List<String> levels,
      Optional<String> implies,
      Optional<String> replacedBy,
      Optional<LocalDate> replacedFrom) {
    /** Whether another category had taken its place on the day. */
    public boolean isReplaced(LocalDate on) {
      return replacedBy.isPresent() && replacedFrom.map(from -> !on.isBefore(from)).orElse(true);
    }
  }

  /** All that is known. */
  public static final Identifiers KNOWN =
      new Identifiers(LibraryFile.read(Identifiers.class, "identifiers.yaml"));

  private final Map<Use, Map<String, Standing>> algorithms = new HashMap<>();
  private final Map<String, Category> categories = new HashMap<>();
  private final Map<Kind, List<String>> categoryPrefixes = new HashMap<>();
  private final List<String> levelPrefixes;
  private final Set<String> levels;
  private final Set<String> withdrawnLevels;

  private Identifiers(DataView file) {
    file.onlyKeys("algorithms", "levels", "categories");
    for (Use use : Use.values()) {
      DataView of = file.required("algorithms").required(key(use));
      of.onlyKeys("mandatory", "optional", "weak");
      Map<String, Standing> standings = new HashMap<>();
      for (Standing standing : Standing.values()) {
        of.texts(key(standing)).forEach(uri -> standings.put(uri, standing));
      }
      algorithms.put(use, standings);
    }
    DataView ofLevels = file.required("levels");
    ofLevels.onlyKeys("prefixes", "valid", "withdrawn");
    levelPrefixes = ofLevels.texts("prefixes");
    levels = Set.copyOf(ofLevels.texts("valid"));
    withdrawnLevels = Set.copyOf(ofLevels.texts("withdrawn"));
    DataView ofCategories = file.required("categories");
    for (Kind kind : Kind.values()) {
      ofCategories.list(key(kind)).forEach(item -> put(category(item, kind)));
      categoryPrefixes.put(kind, ofCategories.required("prefixes").texts(key(kind)));
    }
  }

  /** The levels that go with the category or its successor; empty when it is not known. */
  public List<String> levels(String category) {
    return category(category)
        .map(known -> known.replacedBy().map(this::levels).orElse(known.levels()))
        .orElse(List.of());
  }

  private void put(Category category) {
    categories.put(category.uri(), category);
  }

  private static Category category(DataView item, Kind kind) {
    item.onlyKeys(
        "uri",
        "personal-number",
        "attributes",
        "levels",
        "implies",
        "replaced-by",
        "replaced-from");
    return new Category(
        item.required("uri").text(),
        kind,
        item.optional("personal-number").map(DataView::bool).orElse(false),
        Set.copyOf(item.texts("attributes")),
        item.texts("levels"),
        item.optional("implies").map(DataView::text),
        item.optional("replaced-by").map(DataView::text),
        item.optional("replaced-from").map(DataView::date));
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** How the framework looks upon the algorithm; empty when it does not know it. */
  public Optional<Standing> standing(Use use, String algorithm) {
    return Optional.ofNullable(algorithms.getOrDefault(use, Map.of()).get(algorithm));
  }

  /** The category; empty when it is not known. */
  public Optional<Category> category(String uri) {
    return Optional.ofNullable(categories.get(uri));
  }

  /** The kind by whose prefix the URI begins, known or not. */
  public Optional<Kind> kindByPrefix(String uri) {
    for (Kind kind : Kind.values()) {
      if (categoryPrefixes.getOrDefault(kind, List.of()).stream().anyMatch(uri::startsWith)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The attributes that all these categories release together. */
  public Set<String> attributes(Collection<String> declared) {
    Set<String> attributes = new HashSet<>();
    declared.forEach(uri -> category(uri).ifPresent(c -> attributes.addAll(c.attributes())));
    return attributes;
  }

  /** Whether the level may be declared. */
  public boolean isLevel(String uri) {
    return levels.contains(uri);
  }

  /** Whether the level may not be declared any more. */
  public boolean isWithdrawnLevel(String uri) {
    return withdrawnLevels.contains(uri);
  }

  /** Whether the URI is one that only the registry may give. */
  public boolean isOfRegistry(String uri) {
    return levelPrefixes.stream().anyMatch(uri::startsWith);
  }
}
