package se.byggsten.conformance;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.text.Suggestion;

/**
 * The requirements that are accepted unverified ({@code --allow-not-verified}).
 *
 * <pre>{@code
 * accepted:
 *   - id: SK-SAK-01
 *     reason: Certifikatet är självutfärdat i testmiljön.
 *     expires: 2027-01-31
 * }</pre>
 *
 * <p>An acceptance turns only {@code NOT_VERIFIED} into something that does not block; never {@code
 * FAIL}.
 */
public final class Acceptances {
  /** Nothing is accepted. */
  public static final Acceptances NONE = new Acceptances(Map.of());

  private final Map<RequirementId, Acceptance> byId;

  private Acceptances(Map<RequirementId, Acceptance> byId) {
    this.byId = byId;
  }

  /**
   * Returns the given acceptances.
   *
   * @param acceptances one for each requirement
   * @return the acceptances
   * @throws IllegalArgumentException when two concern the same requirement
   */
  public static Acceptances of(Collection<Acceptance> acceptances) {
    Map<RequirementId, Acceptance> byId = new LinkedHashMap<>();
    for (Acceptance acceptance : acceptances) {
      if (byId.put(acceptance.requirement(), acceptance) != null) {
        throw new IllegalArgumentException("Accepted twice: " + acceptance.requirement());
      }
    }
    return new Acceptances(byId);
  }

  /**
   * Reads acceptances.
   *
   * @param file the whole text
   * @param catalogue the catalogue that the ids belong to
   * @return the acceptances, expired ones too
   * @throws DataException with line and column, also for an id that is unknown or stands twice
   */
  public static Acceptances from(DataView file, Catalogue catalogue) {
    file.onlyKeys("accepted");
    Map<RequirementId, Acceptance> byId = new LinkedHashMap<>();
    for (DataView item : file.required("accepted").list()) {
      item.onlyKeys("id", "reason", "expires");
      DataView id = item.required("id");
      Acceptance acceptance =
          new Acceptance(
              known(id, catalogue),
              item.required("reason").text(),
              item.required("expires").date());
      if (byId.put(acceptance.requirement(), acceptance) != null) {
        throw id.problem(DataException.BAD_VALUE, "the requirement stands twice");
      }
    }
    return new Acceptances(byId);
  }

  private static RequirementId known(DataView value, Catalogue catalogue) {
    Map<String, RequirementId> ids =
        catalogue.requirements().stream()
            .collect(Collectors.toMap(r -> r.id().value(), r -> r.id()));
    RequirementId id = ids.get(value.text());
    if (id == null) {
      throw value.problem(
          DataException.BAD_VALUE,
          "the catalogue has no such requirement"
              + Suggestion.nearest(value.text(), ids.keySet())
                  .map(s -> "; did you mean '" + s + "'?")
                  .orElse(""));
    }
    return id;
  }

  /**
   * Returns the acceptance of a requirement.
   *
   * @param id the requirement
   * @return the acceptance, expired or not
   */
  public Optional<Acceptance> find(RequirementId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * Returns all acceptances.
   *
   * @return the acceptances, in the order of the file
   */
  public List<Acceptance> all() {
    return List.copyOf(byId.values());
  }
}
