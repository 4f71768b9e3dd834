package se.byggsten.forms.draft;

import se.byggsten.core.identifier.PersonIdentifier;

/**
 * Somebody who writes in the applicant's draft as a party of its form.
 *
 * @param party the id of the party
 * @param person who has logged in
 */
public record PartyMember(String party, PersonIdentifier person) {
  /** Whether the draft names this very person, as it stands now. */
  boolean isNamedIn(Draft draft) {
    return draft.run().form().parties().stream()
        .filter(known -> known.id().equals(party))
        .anyMatch(
            known ->
                draft
                    .run()
                    .answers(draft.state())
                    .personOf(known)
                    .map(PersonIdentifier::canonical)
                    .filter(person.canonical()::equals)
                    .isPresent());
  }

  /** Leaves out who it is. */
  @Override
  public String toString() {
    return "PartyMember[" + party + "]";
  }
}
