package se.byggsten.forms.party;

import java.time.Instant;
import se.byggsten.core.identifier.PersonIdentifier;

/**
 * That a party approved an application, and which content.
 *
 * @param party the id of the party
 * @param person who approved
 * @param name the person's name by the login
 * @param at when
 * @param contentSha256 the hash of what was approved, see {@link Parties#digest}
 */
public record Approval(
    String party, PersonIdentifier person, String name, Instant at, String contentSha256) {
  /** Leaves out who it is. */
  @Override
  public String toString() {
    return "Approval[" + party + ", " + at + "]";
  }
}
