package se.byggsten.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.core.finding.Requirement;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.text.Suggestion;

/**
 * The catalogue of technical must-requirements (<i>skall-krav</i>), as data with a version.
 *
 * <p>An id is never reused and never changes its meaning; a new wording gives a new version of the
 * catalogue. It is a working draft and not legal advice.
 *
 * <pre>{@code
 * Profile profile = Catalogue.load().profile("corridor");
 * }</pre>
 */
public final class Catalogue {
  private static final String CURRENT = "0.1.0";
  private static final Set<String> VERSIONS = Set.of(CURRENT);

  private final String version;
  private final String title;
  private final Map<RequirementId, CatalogueEntry> entries;
  private final Map<String, Profile> profiles;

  Catalogue(
      String version,
      String title,
      Map<RequirementId, CatalogueEntry> entries,
      Map<String, Profile> profiles) {
    this.version = version;
    this.title = title;
    this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    this.profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
  }

  /**
   * Returns the current catalogue.
   *
   * @return the catalogue
   */
  public static Catalogue load() {
    return load(CURRENT);
  }

  /**
   * Returns the catalogue of a version.
   *
   * @param version the version, such as {@code 0.1.0}
   * @return the catalogue
   * @throws ConformanceException {@code CONFORMANCE-UNKNOWN-CATALOGUE} for a version that does not
   *     come with this program
   */
  public static Catalogue load(String version) {
    if (!VERSIONS.contains(version)) {
      throw new ConformanceException(
          ConformanceException.UNKNOWN_CATALOGUE,
          "There is no catalogue of that version" + meant(version, VERSIONS));
    }
    return CatalogueReader.read(version);
  }

  /**
   * Returns the version.
   *
   * @return the version
   */
  public String version() {
    return version;
  }

  /**
   * Returns the Swedish title.
   *
   * @return the title
   */
  public String title() {
    return title;
  }

  /**
   * Returns every entry, in the order of the catalogue.
   *
   * @return the entries
   */
  public List<CatalogueEntry> entries() {
    return List.copyOf(entries.values());
  }

  /**
   * Returns every requirement, in the order of the catalogue.
   *
   * @return the requirements
   */
  public List<Requirement> requirements() {
    return entries.values().stream().map(CatalogueEntry::requirement).toList();
  }

  /**
   * Returns the entry with an id.
   *
   * @param id the id
   * @return the entry
   */
  public Optional<CatalogueEntry> find(RequirementId id) {
    return Optional.ofNullable(entries.get(id));
  }

  /**
   * Returns the profiles.
   *
   * @return the profiles
   */
  public List<Profile> profiles() {
    return new ArrayList<>(profiles.values());
  }

  /**
   * Returns the profile with a name.
   *
   * @param id the name
   * @return the profile
   * @throws ConformanceException {@code CONFORMANCE-UNKNOWN-PROFILE} with a suggestion
   */
  public Profile profile(String id) {
    Profile profile = profiles.get(id);
    if (profile == null) {
      throw new ConformanceException(
          ConformanceException.UNKNOWN_PROFILE,
          "There is no profile of that name" + meant(id, profiles.keySet()));
    }
    return profile;
  }

  private static String meant(String word, Collection<String> known) {
    return Suggestion.nearest(word, known).map(s -> "; did you mean '" + s + "'?").orElse("")
        + " Known: "
        + String.join(", ", known);
  }
}
