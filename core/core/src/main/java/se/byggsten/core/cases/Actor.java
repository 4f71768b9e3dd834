package se.byggsten.core.cases;

import se.byggsten.core.person.AuthenticatedPerson;

/**
 * Who did something to a case.
 *
 * @param kind in what capacity
 * @param id the personal number, the user id in the organisation, or the component's name; empty
 *     for somebody who is not identified
 * @param name the name for a page; a component's name for the system
 */
public record Actor(Kind kind, String id, String name) {
  /** In what capacity somebody acts. */
  public enum Kind {
    /** The citizen or other party. */
    CITIZEN,
    /** Somebody who has not logged in, so that nobody knows who it is. */
    UNIDENTIFIED,
    /** A case handler or other staff. */
    STAFF,
    /** An automated routine. */
    SYSTEM
  }

  /**
   * Returns somebody who acts in their own case.
   *
   * @param person the person, logged in with a personal number
   * @return the actor
   * @throws IllegalArgumentException when the person has no personal number
   */
  public static Actor citizen(AuthenticatedPerson person) {
    String number =
        person
            .identifier()
            .orElseThrow(() -> new IllegalArgumentException("A citizen has a personal number"))
            .canonical();
    return new Actor(Kind.CITIZEN, number, person.displayName());
  }

  /**
   * Returns somebody who has not logged in.
   *
   * @param statedName what they call themselves, which nothing vouches for; may be empty
   * @return the actor
   */
  public static Actor unidentified(String statedName) {
    return new Actor(Kind.UNIDENTIFIED, "", statedName);
  }

  /**
   * Returns a member of staff who acts for the authority.
   *
   * @param person the person, logged in with an affiliation
   * @return the actor
   * @throws IllegalArgumentException when the person has no affiliation
   */
  public static Actor staff(AuthenticatedPerson person) {
    String user =
        person
            .affiliation()
            .orElseThrow(() -> new IllegalArgumentException("Staff has an affiliation"))
            .userId();
    return new Actor(Kind.STAFF, user, person.displayName());
  }

  /**
   * Returns an automated routine.
   *
   * @param component its name, such as {@code archive}
   * @return the actor
   */
  public static Actor system(String component) {
    return new Actor(Kind.SYSTEM, component, component);
  }

  @Override
  public String toString() {
    return kind == Kind.SYSTEM ? "Actor[SYSTEM " + id + "]" : "Actor[" + kind + "]";
  }
}
