package se.byggsten.forms.party;

import java.util.Optional;
import se.byggsten.forms.PartyDefinition;

/**
 * How far a party has come.
 *
 * @param party who
 * @param state how far
 * @param code the code of the party's invitation, in groups of four; empty when nobody else is
 *     named
 * @param approval what the party approved last, also when it does not hold any more
 * @param refusals how many times somebody else than the named person has tried the invitation
 */
public record PartyStatus(
    PartyDefinition party,
    State state,
    Optional<String> code,
    Optional<Approval> approval,
    int refusals) {
  /** How far a party has come. */
  public enum State {
    /** The applicant has not said who it is. */
    UNNAMED,
    /** The applicant has named themselves, which cannot be. */
    APPLICANT,
    /** The named person has not been invited. */
    NOT_INVITED,
    /** Invited; has not approved. */
    INVITED,
    /** Has approved the content as it stands. */
    APPROVED,
    /** Approved a content that has been changed since, so that the approval does not hold. */
    CHANGED
  }

  /** Leaves out who it is. */
  @Override
  public String toString() {
    return "PartyStatus[" + party.id() + ", " + state + "]";
  }
}
