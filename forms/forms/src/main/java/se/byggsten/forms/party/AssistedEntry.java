package se.byggsten.forms.party;

import java.time.Instant;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.forms.draft.DraftOwner;

/**
 * That an official fills in for somebody: both identities, how the person was identified, and when
 * and how what they said arrived.
 *
 * @param id what finds it in an address; says nothing of who it is
 * @param official the official's id at the authority
 * @param person for whom
 * @param givenName the person's given names
 * @param surname the person's surname
 * @param identification how the official made sure of who it is
 * @param arrival which way it came
 * @param arrivedAt when it reached the authority, as the official states (22 § förvaltningslagen
 *     (2017:900): the day on which the document reaches the authority)
 */
public record AssistedEntry(
    String id,
    String official,
    PersonIdentifier person,
    String givenName,
    String surname,
    Identification identification,
    Arrival arrival,
    Instant arrivedAt) {
  /**
   * Returns whose the draft is: this entry's, apart from both persons' own and from what the
   * official has begun for the same person another time.
   *
   * @return the owner
   */
  public DraftOwner owner() {
    return DraftOwner.assisted(id, person);
  }

  /** Leaves out who they are. */
  @Override
  public String toString() {
    return "AssistedEntry[" + identification + ", " + arrival + "]";
  }
}
