package se.byggsten.forms.party;

import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.draft.Draft;

/** What somebody who has logged in may do with the code of an invitation. */
public sealed interface Visit {
  /**
   * It is the named person's own.
   *
   * @param code the code
   * @param party which party the person is
   * @param inviter the name of the applicant
   * @param draft the application, seen as the party
   * @param status how far the party has come
   * @param contentSha256 the hash of the content that a page drawn now shows
   */
  record Granted(
      String code,
      PartyDefinition party,
      String inviter,
      Draft draft,
      PartyStatus status,
      String contentSha256)
      implements Visit {
    /** Leaves out who it is. */
    @Override
    public String toString() {
      return "Granted[" + party.id() + "]";
    }
  }

  /**
   * It was the named person's own, and the application has been sent. Where the applicant may
   * change what was sent, the service sees by the case whether the approval still holds.
   *
   * @param code the code
   * @param party the id of the party that the person is
   * @param inviter the name of the applicant
   * @param outcome what the service called what came of the application, such as the id of its case
   * @param approval what the person approved
   */
  record Sent(String code, String party, String inviter, String outcome, Approval approval)
      implements Visit {
    /** Leaves out who it is. */
    @Override
    public String toString() {
      return "Sent[" + party + "]";
    }
  }

  /**
   * It is the named person's own, and the application was sent without waiting for them: they may
   * still approve what was sent, as a supplement to the case.
   *
   * @param code the code
   * @param party the id of the party that the person is
   * @param inviter the name of the applicant
   * @param outcome what the service called what came of the application, such as the id of its case
   * @param contentSha256 the hash of the content that was sent
   */
  record Late(String code, String party, String inviter, String outcome, String contentSha256)
      implements Visit {
    /** Leaves out who it is. */
    @Override
    public String toString() {
      return "Late[" + party + "]";
    }
  }

  /**
   * There is no such invitation for this person.
   *
   * @param otherPerson true when there is one, for somebody else: to be journalled and never shown
   */
  record Refused(boolean otherPerson) implements Visit {}
}
