package se.byggsten.samples.portal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.NewDocument;
import se.byggsten.core.cases.Receipt;
import se.byggsten.core.cases.SecrecyMark;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.cases.Submission;
import se.byggsten.core.cases.Supplement;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.party.AssistedEntries;
import se.byggsten.forms.party.Circumstances;
import se.byggsten.forms.party.Parties;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;

/** Sends a form of a service that is complete, so that it becomes a case. */
final class Sending {
  /** The name of the document with the answers as a supplement has changed them. */
  static final String CHANGED = "andrad-ansokan.xhtml";

  private final Parts parts;
  private final PortalServices services;
  private final FormService service;
  private final DraftStore drafts;
  private final Parties parties;

  /**
   * What sending works with, whichever the form.
   *
   * @param services what all pages work with
   * @param drafts what is being filled in
   * @param parties co-applicants
   * @param entries those that staff fills in for somebody
   * @param submitted the answers of cases
   * @param approvals whether what parties approved is what a case says
   * @param invitations the links of those who were not waited for
   */
  record Parts(
      PortalServices services,
      DraftStore drafts,
      Parties parties,
      AssistedEntries entries,
      SubmittedView submitted,
      Approvals approvals,
      CaseInvitations invitations) {}

  Sending(Parts parts, FormService service) {
    this.parts = parts;
    this.service = service;
    services = parts.services();
    drafts = parts.drafts();
    parties = parts.parties();
  }

  /** Returns the id of the case; the draft is closed, or let go again when it cannot be sent. */
  String send(Draft draft, Desk desk, Locale language) {
    try {
      if (desk.completes().isPresent()) {
        return supplement(draft, desk, language, desk.completes().get());
      }
      FormState state = draft.state();
      Circumstances circumstances =
          new Circumstances(
              parties.status(draft),
              desk.entry(),
              desk.person()
                  .filter(official -> desk.entry().isPresent())
                  .map(AuthenticatedPerson::displayName)
                  .orElse(""));
      Receipt receipt =
          services.intake().accept(submission(draft, state, desk, language, circumstances));
      String id = receipt.caseId().toString();
      parties.sent(draft, id);
      parts.invitations().keep(id, circumstances.parties());
      drafts.close(draft, id);
      desk.entry().ifPresent(parts.entries()::close);
      return id;
    } catch (RuntimeException notAccepted) {
      drafts.release(draft);
      throw notAccepted;
    }
  }

  /** Changed answers as a supplement: the answers, the application anew, and files not seen. */
  private String supplement(Draft draft, Desk desk, Locale language, String id) {
    CaseId caseId = CaseParts.idOf(id).orElseThrow();
    Instant receivedAt = services.clock().instant();
    Set<String> known =
        services.queries().documents(caseId).stream()
            .map(StoredDocument::sha256)
            .collect(Collectors.toSet());
    Case one = services.queries().find(caseId).orElseThrow();
    FormRun run = draft.run();
    // Another party may have sent their part while this was written; that part is theirs.
    FormState state =
        parts
            .submitted()
            .latest(one)
            .map(latest -> PartAnswers.everyPart(run, draft.state(), latest))
            .orElse(draft.state());
    Circumstances circumstances =
        new Circumstances(parts.approvals().after(one, run, state), Optional.empty(), "");
    List<NewDocument> documents = new ArrayList<>();
    for (NewDocument document :
        FormDocuments.of(run)
            .documents(
                state,
                language,
                receivedAt,
                file ->
                    known.contains(file.sha256())
                        ? SubmittedView.bytes(services, caseId, file)
                        : drafts.attachment(draft, file),
                circumstances)) {
      boolean file = document.role() == DocumentRole.ATTACHMENT;
      if (document.role() == DocumentRole.APPLICATION) {
        documents.add(
            NewDocument.of(
                DocumentRole.SUPPLEMENT, CHANGED, document.mediaType(), document.content()));
      } else if (!file || !known.contains(FileContent.of(document.content()).sha256())) {
        documents.add(document);
      }
    }
    services
        .handling()
        .receiveSupplement(
            caseId,
            Actor.citizen(desk.person().orElseThrow()),
            new Supplement(
                draft.state().submissionKey(),
                "",
                documents,
                receivedAt,
                FormDocuments.of(run).information(state, one.language())));
    drafts.close(draft, id);
    return id;
  }

  private Submission submission(
      Draft draft, FormState state, Desk desk, Locale language, Circumstances circumstances) {
    FormDocuments documents = FormDocuments.of(draft.run());
    Instant receivedAt = desk.receivedAt(services.clock());
    Submission.Builder submission =
        Submission.builder()
            .key(state.submissionKey())
            .eService(service.id())
            .form(draft.run().reference())
            .receivedAt(receivedAt)
            .language(language)
            .titles(service.title(), service.title())
            .retention(documents.retention(state, service.plan()))
            .information(documents.information(state, language))
            .documents(
                documents.documents(
                    state,
                    language,
                    receivedAt,
                    file -> drafts.attachment(draft, file),
                    circumstances));
    desk.applicant()
        .ifPresentOrElse(
            submission::applicant, () -> submission.unidentified(statedName(draft, state)));
    if (desk.entry().isPresent()) {
      desk.person().ifPresent(submission::assistedBy);
    }
    SecrecyMark mark = mark(documents.secrecyProvisions(state), receivedAt);
    if (mark != null) {
      submission.secrecyMark(mark);
    }
    return submission.build();
  }

  /** What somebody who has not logged in calls themselves; nothing vouches for it. */
  private String statedName(Draft draft, FormState state) {
    return service.nameField().isEmpty()
        ? ""
        : draft.run().answers(state).value(service.nameField()).map(Object::toString).orElse("");
  }

  private @Nullable SecrecyMark mark(Set<String> provisions, Instant at) {
    return provisions.isEmpty()
        ? null
        : new SecrecyMark(
            String.join("; ", provisions),
            LocalDate.ofInstant(at, PortalTexts.SWEDEN),
            services.manifest().participants().get(0).code());
  }
}
