package se.byggsten.samples.portal.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.party.PartyStatus;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.SubmittedAnswers;

/**
 * Whether what the parties of a case approved is what the case says now: an approval is void once a
 * supplement has changed anything of what that party sees, and holds again when it is given anew.
 */
final class Approvals {
  private final PortalServices services;
  private final SubmittedView submitted;

  Approvals(PortalServices services, SubmittedView submitted) {
    this.services = services;
    this.submitted = submitted;
  }

  /**
   * The last approval of a party.
   *
   * @param party who approved
   * @param at when
   * @param holds whether it is what the case says
   */
  record Given(PartyDefinition party, Instant at, boolean holds) {}

  /** Those that were given, in the order of the form. */
  List<Given> of(Case one) {
    return submitted.run(one).map(run -> given(one, run, null)).orElse(List.of());
  }

  /** How far each party will have come when the answers are these. */
  List<PartyStatus> after(Case one, FormRun run, FormState next) {
    Map<String, Given> given = new LinkedHashMap<>();
    given(one, run, next).forEach(each -> given.put(each.party().id(), each));
    Map<String, String> sent = sent(one);
    List<PartyStatus> all = new ArrayList<>();
    for (PartyDefinition party : run.form().parties()) {
      if (run.answers(next).hasParty(party.id())) {
        Given approval = given.get(party.id());
        PartyStatus.State state =
            approval != null
                ? approval.holds() ? PartyStatus.State.APPROVED : PartyStatus.State.CHANGED
                : party.task() == PartyDefinition.Task.FILL
                    ? PartyStatus.State.valueOf(sent.getOrDefault(party.id(), "INVITED"))
                    : PartyStatus.State.INVITED;
        all.add(new PartyStatus(party, state, Optional.empty(), Optional.empty(), 0));
      }
    }
    return all;
  }

  /** How far each party had come when the application was sent. */
  private Map<String, String> sent(Case one) {
    Map<String, String> states = new LinkedHashMap<>();
    for (DataView party : first(one)) {
      states.put(party.required("party").text(), party.required("state").text());
    }
    return states;
  }

  private List<DataView> first(Case one) {
    return services.queries().documents(one.id()).stream()
        .filter(d -> d.role() == DocumentRole.ANSWERS)
        .findFirst()
        .flatMap(d -> services.queries().content(one.id(), d.id()))
        .map(
            json -> DataView.of("answers", DataReader.json().read("answers", json)).list("parties"))
        .orElse(List.of());
  }

  private List<Given> given(Case one, FormRun run, @Nullable FormState next) {
    List<FormState> versions = new ArrayList<>();
    Map<String, Integer> version = new LinkedHashMap<>();
    Map<String, Instant> at = new LinkedHashMap<>();
    for (DataView party : first(one)) {
      party
          .optional("at")
          .ifPresent(
              when -> {
                version.put(party.required("party").text(), 0);
                at.put(party.required("party").text(), Instant.parse(when.text()));
              });
    }
    for (StoredDocument document : services.queries().documents(one.id())) {
      if (document.role() == DocumentRole.ANSWERS) {
        services
            .queries()
            .content(one.id(), document.id())
            .ifPresent(json -> versions.add(SubmittedAnswers.read(run.form(), json)));
      }
      SentWith.late(document)
          .ifPresent(
              party -> {
                version.put(party, versions.size() - 1);
                at.put(party, document.addedAt());
              });
    }
    if (next != null) {
      versions.add(next);
    }
    List<Given> all = new ArrayList<>();
    for (PartyDefinition party : run.form().parties()) {
      Integer approved = version.get(party.id());
      if (party.task() == PartyDefinition.Task.APPROVE && approved != null) {
        FormRenderer seen = FormRenderer.of(run.as(party.id()));
        String then = seen.seen(versions.get(approved), PortalTexts.SWEDISH).value();
        String now = seen.seen(versions.get(versions.size() - 1), PortalTexts.SWEDISH).value();
        Instant when = at.getOrDefault(party.id(), one.receivedAt());
        all.add(new Given(party, when, then.equals(now)));
      }
    }
    return all;
  }
}
