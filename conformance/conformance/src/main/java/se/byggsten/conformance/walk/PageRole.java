package se.byggsten.conformance.walk;

/** What a page is for, as its attribute {@code data-byggsten-page} says. */
public enum PageRole {
  /** Tells what the service is for, before anything is asked. */
  START,
  /** Where one logs in. */
  LOGIN,
  /** Asks something. */
  QUESTION,
  /** Shows the answers before they are sent. */
  REVIEW,
  /** Tells that what was sent has come in. */
  RECEIPT,
  /** Lists one's own cases. */
  CASES,
  /** Shows one case. */
  CASE,
  /** Tells something, such as the accessibility statement. */
  INFO,
  /** Tells that something went wrong. */
  ERROR,
  /** Says nothing about what it is for. */
  UNKNOWN;

  /**
   * Returns the role with this name.
   *
   * @param name as in the attribute
   * @return {@link #UNKNOWN} for anything else
   */
  public static PageRole of(String name) {
    for (PageRole role : values()) {
      if (role.name().equalsIgnoreCase(name)) {
        return role;
      }
    }
    return UNKNOWN;
  }
}
