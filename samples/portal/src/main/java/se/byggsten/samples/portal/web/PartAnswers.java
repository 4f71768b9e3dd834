package se.byggsten.samples.portal.web;

import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;

/**
 * Puts what parties have filled in into other answers, so that the applicant and a party, who
 * change the same case at the same time, do not undo each other's part.
 */
final class PartAnswers {
  private PartAnswers() {}

  /** The answers, with the part of each party that fills in as it is in the source. */
  static FormState everyPart(FormRun run, FormState target, FormState source) {
    FormState state = target;
    for (PartyDefinition party : run.form().parties()) {
      if (party.task() == PartyDefinition.Task.FILL && run.answers(target).hasParty(party.id())) {
        state = run.withPart(state, source, party.id());
      }
    }
    return state;
  }
}
