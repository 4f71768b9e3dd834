package se.byggsten.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.byggsten.core.person.AuthenticatedPerson;

/**
 * What is known of a visitor who has logged in, as it was when it was read.
 *
 * <p>{@link #toString()} shows neither the person nor the attributes.
 */
public final class Session {
  private final AuthenticatedPerson person;
  private final Set<String> roles;
  private final Map<String, String> attributes;
  private final Instant openedAt;
  private final Instant lastSeenAt;
  private final byte[] csrfSecret;

  Session(
      AuthenticatedPerson person,
      Set<String> roles,
      Map<String, String> attributes,
      Instant openedAt,
      Instant lastSeenAt,
      byte[] csrfSecret) {
    this.person = person;
    this.roles = Set.copyOf(roles);
    this.attributes = Map.copyOf(attributes);
    this.openedAt = openedAt;
    this.lastSeenAt = lastSeenAt;
    this.csrfSecret = csrfSecret.clone();
  }

  /**
   * Returns who has logged in.
   *
   * @return the person
   */
  public AuthenticatedPerson person() {
    return person;
  }

  /**
   * Returns what the person may be here.
   *
   * @return the roles, such as {@code case-handler}; unmodifiable
   */
  public Set<String> roles() {
    return roles;
  }

  /**
   * Says whether the person has a role.
   *
   * @param role the role
   * @return true when they have
   */
  public boolean hasRole(String role) {
    return roles.contains(role);
  }

  /**
   * Returns a small value that the service keeps with the session.
   *
   * @param name its name
   * @return the value, or empty
   */
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /**
   * Returns all small values that the service keeps with the session.
   *
   * @return the values by name; unmodifiable
   */
  public Map<String, String> attributes() {
    return attributes;
  }

  /**
   * Returns when the session was opened.
   *
   * @return the instant of login
   */
  public Instant openedAt() {
    return openedAt;
  }

  /**
   * Returns when the person was last seen.
   *
   * @return the instant
   */
  public Instant lastSeenAt() {
    return lastSeenAt;
  }

  byte[] csrfSecret() {
    return csrfSecret.clone();
  }

  Session seenAt(Instant now) {
    return new Session(person, roles, attributes, openedAt, now, csrfSecret);
  }

  Session withAttribute(String name, String value) {
    Map<String, String> changed = new TreeMap<>(attributes);
    changed.put(name, value);
    return new Session(person, roles, changed, openedAt, lastSeenAt, csrfSecret);
  }

  Session withRoles(Set<String> others) {
    return new Session(person, others, attributes, openedAt, lastSeenAt, csrfSecret);
  }

  @Override
  public String toString() {
    return "Session[roles=" + new TreeSet<>(roles) + ", openedAt=" + openedAt + "]";
  }
}
