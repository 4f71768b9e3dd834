package se.byggsten.core.finding;

import java.util.regex.Pattern;

/**
 * The stable id of a requirement or rule, such as {@code SK-SAK-02} or {@code CSIP10}.
 *
 * @param value letters, digits, dots, slashes and hyphens, at most 60; never null
 */
public record RequirementId(String value) implements Comparable<RequirementId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9./_-]{0,59}");

  /**
   * Checks the form of the id.
   *
   * @throws IllegalArgumentException when the value is not of the form
   */
  public RequirementId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not the id of a requirement: [" + value + "]");
    }
  }

  /**
   * Returns the id with this value.
   *
   * @param value the id as written in its catalogue
   * @return the id
   */
  public static RequirementId of(String value) {
    return new RequirementId(value);
  }

  @Override
  public int compareTo(RequirementId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
