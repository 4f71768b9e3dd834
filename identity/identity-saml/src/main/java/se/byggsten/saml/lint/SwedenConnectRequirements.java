package se.byggsten.saml.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.saml.protocol.SamlException;

/**
 * The requirements on services and identity providers of Sweden Connect, in one version.
 *
 * <p>They are the ids that the metadata lint, refused logins and the documentation speak of. The
 * versions are those of the Deployment Profile for the Swedish eID Framework: {@code 1.8} of
 * December 2024 and {@code 1.9}, a draft of October 2025.
 *
 * <pre>{@code
 * SwedenConnectRequirements requirements = SwedenConnectRequirements.version("1.9");
 * String why = requirements.get(RequirementId.of("SC-46")).text("sv");
 * }</pre>
 */
public final class SwedenConnectRequirements {
  private static final Map<String, SwedenConnectRequirements> READ = new ConcurrentHashMap<>();

  private final String version;
  private final Map<RequirementId, SwedenConnectRequirement> byId;

  SwedenConnectRequirements(String version, List<SwedenConnectRequirement> all) {
    this.version = version;
    Map<RequirementId, SwedenConnectRequirement> ordered = new LinkedHashMap<>();
    all.forEach(requirement -> ordered.put(requirement.id(), requirement));
    byId = ordered;
  }

  /**
   * Returns the versions that there are requirements of.
   *
   * @return the versions, the oldest first
   */
  public static List<String> versions() {
    return RequirementsReader.versions();
  }

  /**
   * Returns the requirements of a version.
   *
   * @param version the version of the Deployment Profile, such as {@code 1.9}
   * @return the requirements
   * @throws SamlException {@code SAML-UNKNOWN-PROFILE} for a version that there is none of
   */
  public static SwedenConnectRequirements version(String version) {
    if (!versions().contains(version)) {
      throw new SamlException(
          ErrorCode.of("SAML-UNKNOWN-PROFILE"),
          "There are requirements of these versions of the profile: "
              + String.join(", ", versions()));
    }
    return READ.computeIfAbsent(
        version, v -> new SwedenConnectRequirements(v, RequirementsReader.read(v)));
  }

  /**
   * Returns the version of the profile.
   *
   * @return the version, such as {@code 1.9}
   */
  public String version() {
    return version;
  }

  /**
   * Returns every requirement.
   *
   * @return the requirements, in the order of their ids
   */
  public List<SwedenConnectRequirement> all() {
    return List.copyOf(byId.values());
  }

  /**
   * Returns a requirement, if there is one with this id.
   *
   * @param id the id, such as {@code SC-46}
   * @return the requirement, or empty
   */
  public Optional<SwedenConnectRequirement> find(RequirementId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * Returns a requirement that must be there.
   *
   * @param id the id, such as {@code SC-46}
   * @return the requirement
   * @throws IllegalArgumentException when there is none with this id in the version
   */
  public SwedenConnectRequirement get(RequirementId id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("No requirement " + id + " in " + version));
  }

  /**
   * Returns the requirements that an id of the list stands for.
   *
   * @param id the id of a whole item, such as {@code SC-20}, or of one part of it, such as {@code
   *     SC-20b}
   * @return the requirement itself, or the parts of the item; empty when there is none
   */
  public List<SwedenConnectRequirement> parts(RequirementId id) {
    return byId.values().stream()
        .filter(
            r -> r.id().equals(id) || r.id().value().matches(Pattern.quote(id.value()) + "[a-z]"))
        .toList();
  }

  @Override
  public String toString() {
    return "SwedenConnectRequirements[" + version + ", " + byId.size() + "]";
  }
}
