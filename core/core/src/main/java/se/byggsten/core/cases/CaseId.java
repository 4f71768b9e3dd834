package se.byggsten.core.cases;

import java.util.UUID;

/**
 * The internal id of a case, impossible to guess and without meaning.
 *
 * @param value the UUID
 */
public record CaseId(UUID value) {
  /**
   * Parses the text form.
   *
   * @param text a UUID with hyphens
   * @return the id
   * @throws IllegalArgumentException when the text is not a UUID in its canonical form
   */
  public static CaseId parse(String text) {
    UUID uuid = UUID.fromString(text);
    if (!uuid.toString().equals(text)) {
      throw new IllegalArgumentException("Not a case id in its canonical form");
    }
    return new CaseId(uuid);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
