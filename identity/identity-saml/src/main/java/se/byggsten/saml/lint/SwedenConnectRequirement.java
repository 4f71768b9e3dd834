package se.byggsten.saml.lint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.core.finding.RequirementId;

/**
 * One requirement on a party of Sweden Connect, as it reads in one version of the profile.
 *
 * @param id the stable id, such as {@code SC-03b}; the number is the item of the list, the letter a
 *     part of it with a level or a place of its own
 * @param strength how binding it is
 * @param source the section of the document that it rests on; DP is the Deployment Profile, TAR
 *     Tekniska anslutningsregler, EC Entity Categories
 * @param roles the roles that it concerns; at least one
 * @param verified where it can be seen whether it holds; at least one
 * @param parameters the figures in it, by name
 * @param texts what is required, by language tag; {@code sv} and {@code en}
 * @param remedies how to put it right, by language tag; {@code sv} and {@code en}
 */
public record SwedenConnectRequirement(
    RequirementId id,
    RequirementStrength strength,
    String source,
    Set<EntityRole> roles,
    Set<VerifiedIn> verified,
    Map<String, Integer> parameters,
    Map<String, String> texts,
    Map<String, String> remedies) {

  /** Copies the collections. */
  public SwedenConnectRequirement {
    roles = Set.copyOf(roles);
    verified = Set.copyOf(verified);
    parameters = Map.copyOf(parameters);
    texts = Map.copyOf(texts);
    remedies = Map.copyOf(remedies);
  }

  /**
   * Returns what is required.
   *
   * @param language {@code sv} or {@code en}
   * @return the text
   * @throws IllegalArgumentException when there is no text in the language
   */
  public String text(String language) {
    return in(texts, language);
  }

  /**
   * Returns how to put it right.
   *
   * @param language {@code sv} or {@code en}
   * @return the text
   * @throws IllegalArgumentException when there is no text in the language
   */
  public String remedy(String language) {
    return in(remedies, language);
  }

  /**
   * Returns a figure of the requirement.
   *
   * @param name its name in the data
   * @return the figure
   * @throws IllegalArgumentException when the requirement has no such figure
   */
  public int parameter(String name) {
    return Optional.ofNullable(parameters.get(name))
        .orElseThrow(() -> new IllegalArgumentException(id + " has no parameter " + name));
  }

  private static String in(Map<String, String> texts, String language) {
    return Optional.ofNullable(texts.get(language))
        .orElseThrow(() -> new IllegalArgumentException("No text in the language: " + language));
  }
}
