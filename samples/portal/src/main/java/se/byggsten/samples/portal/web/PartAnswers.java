package se.byggsten.samples.portal.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.spi.Trait;

/**
 * Puts what a party has filled in into other answers, so that the applicant and the party, who
 * change the same case at the same time, do not undo each other's part.
 */
final class PartAnswers {
  private PartAnswers() {}

  /** The answers, with the part of each party that fills in as it is in the source. */
  static FormState everyPart(FormRun run, FormState target, FormState source) {
    FormState state = target;
    for (PartyDefinition party : run.form().parties()) {
      if (party.task() == PartyDefinition.Task.FILL && run.answers(target).hasParty(party.id())) {
        state = onto(run, state, source, party.id());
      }
    }
    return state;
  }

  /** The answers, with the part of one party as it is in the source. */
  static FormState onto(FormRun run, FormState target, FormState source, String party) {
    FormState state = target;
    FormRun own = run.as(party);
    for (PageDefinition page : run.form().pages()) {
      if (page.party().equals(party) && page.group().isEmpty()) {
        PostedFields posted = posted(page, source);
        if (!posted.values().isEmpty()) {
          state = own.post(state, page.id(), posted).state();
        }
      }
    }
    return state;
  }

  private static PostedFields posted(PageDefinition page, FormState source) {
    Map<String, List<String>> values = new HashMap<>();
    for (FieldDefinition field : page.fields()) {
      if (field.isAsked() && !field.has(Trait.FILES)) {
        source.answer(field.id()).ifPresent(answer -> put(field, answer.raw(), values));
      }
    }
    return PostedFields.of(values);
  }

  private static void put(
      FieldDefinition field, List<String> raw, Map<String, List<String>> values) {
    List<String> parts = field.type().parts();
    if (parts.size() == 1) {
      values.put(field.id() + parts.get(0), raw);
    } else {
      for (int i = 0; i < parts.size() && i < raw.size(); i++) {
        values.put(field.id() + parts.get(i), List.of(raw.get(i)));
      }
    }
  }
}
