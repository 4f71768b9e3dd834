package se.byggsten.core.finding;

import java.util.Set;

/**
 * One requirement of a catalogue, as data.
 *
 * @param id the stable id, never reused
 * @param level how binding it is
 * @param group the group it belongs to, such as {@code SAK}
 * @param text the requirement in Swedish, as it stands in a tender
 * @param source the law, standard section or document that it rests on
 * @param methods the ways in which it can be verified; at least one
 */
public record Requirement(
    RequirementId id,
    RequirementLevel level,
    String group,
    String text,
    String source,
    Set<VerificationMethod> methods) {

  /**
   * Checks that the requirement says something and can be verified.
   *
   * @throws IllegalArgumentException when the text is blank or no method is given
   */
  public Requirement {
    if (text.isBlank() || group.isBlank()) {
      throw new IllegalArgumentException("Requirement " + id + " lacks its text or group");
    }
    methods = Set.copyOf(methods);
    if (methods.isEmpty()) {
      throw new IllegalArgumentException("Requirement " + id + " has no way to verify it");
    }
  }
}
