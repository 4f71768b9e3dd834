package se.byggsten.samples.portal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.cases.Receipt;
import se.byggsten.core.cases.SecrecyMark;
import se.byggsten.core.cases.Submission;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.party.AssistedEntries;
import se.byggsten.forms.party.Circumstances;
import se.byggsten.forms.party.Parties;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.run.FormState;

/** Sends an application that is complete, so that it becomes a case. */
final class Sending {
  private final PortalServices services;
  private final DraftStore drafts;
  private final Parties parties;
  private final AssistedEntries entries;

  Sending(PortalServices services, DraftStore drafts, Parties parties, AssistedEntries entries) {
    this.services = services;
    this.drafts = drafts;
    this.parties = parties;
    this.entries = entries;
  }

  /** Returns the id of the case; the draft is closed, or let go again when it cannot be sent. */
  String send(Draft draft, Desk desk, Locale language) {
    try {
      FormState state = draft.state();
      Circumstances circumstances =
          new Circumstances(
              parties.status(draft),
              desk.entry(),
              desk.entry().isPresent() ? desk.person().displayName() : "");
      Receipt receipt =
          services.intake().accept(submission(draft, state, desk, language, circumstances));
      String id = receipt.caseId().toString();
      parties.sent(draft);
      drafts.close(draft, id);
      desk.entry().ifPresent(entries::close);
      return id;
    } catch (RuntimeException notAccepted) {
      drafts.release(draft);
      throw notAccepted;
    }
  }

  private Submission submission(
      Draft draft, FormState state, Desk desk, Locale language, Circumstances circumstances) {
    FormDocuments documents = FormDocuments.of(draft.run());
    Instant receivedAt = desk.receivedAt(services.clock());
    Submission.Builder submission =
        Submission.builder()
            .key(state.submissionKey())
            .eService(services.manifest().service().id())
            .form(draft.run().reference())
            .applicant(desk.applicant())
            .receivedAt(receivedAt)
            .language(language)
            .titles(
                services.manifest().service().name().sv(),
                services.manifest().service().name().sv())
            .retention(Eksta.retention(services.manifest()))
            .documents(
                documents.documents(
                    state,
                    language,
                    receivedAt,
                    file -> drafts.attachment(draft, file),
                    circumstances));
    if (desk.entry().isPresent()) {
      submission.assistedBy(desk.person());
    }
    SecrecyMark mark = mark(documents.secrecyProvisions(state), receivedAt);
    if (mark != null) {
      submission.secrecyMark(mark);
    }
    return submission.build();
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
