package se.byggsten.samples.portal.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseStatus;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.InformationFacts;
import se.byggsten.core.cases.NewDocument;
import se.byggsten.core.cases.SecrecyMark;
import se.byggsten.core.cases.Supplement;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.core.person.ProtectedIdentity;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftOwner;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.party.Approving;
import se.byggsten.forms.party.Parties;
import se.byggsten.forms.party.PartyStatus;
import se.byggsten.forms.party.Visit;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.web.Html;

/**
 * What parties do with what has been sent already: approve it afterwards or anew, and fill in the
 * part that nobody waited for. Each becomes a supplement to the case.
 */
final class LateParties {
  private final PortalServices services;
  private final FormRun form;
  private final DraftStore drafts;
  private final Parties parties;
  private final SubmittedView submitted;
  private final Approvals approvals;

  LateParties(
      PortalServices services,
      FormRun form,
      DraftStore drafts,
      Parties parties,
      SubmittedView submitted,
      Approvals approvals) {
    this.services = services;
    this.form = form;
    this.drafts = drafts;
    this.parties = parties;
    this.submitted = submitted;
    this.approvals = approvals;
  }

  /**
   * What there is to approve.
   *
   * @param one the case
   * @param party who is to approve
   * @param content what the party sees, as the case says now
   * @param contentSha256 the hash of it
   * @param again whether the party has approved what was changed since
   */
  record ToApprove(
      Case one, PartyDefinition party, FormState content, String contentSha256, boolean again) {}

  /** Empty for a case that is closed, and for what the party has approved as it stands. */
  Optional<ToApprove> toApprove(Visit visit) {
    if (visit instanceof Visit.Late late) {
      return toApprove(late.outcome(), late.party(), false);
    }
    if (visit instanceof Visit.Sent sent) {
      return toApprove(sent.outcome(), sent.party(), true);
    }
    return Optional.empty();
  }

  private Optional<ToApprove> toApprove(String outcome, String id, boolean given) {
    Optional<Case> one = open(outcome);
    Optional<PartyDefinition> party = one.flatMap(c -> party(c, id, PartyDefinition.Task.APPROVE));
    Optional<FormState> latest = one.flatMap(submitted::latest);
    if (party.isEmpty() || latest.isEmpty() || !run(one.get()).answers(latest.get()).hasParty(id)) {
      return Optional.empty();
    }
    Optional<Approvals.Given> before =
        approvals.of(one.get()).stream().filter(a -> a.party().id().equals(id)).findFirst();
    boolean holds = before.map(Approvals.Given::holds).orElse(given);
    return holds
        ? Optional.empty()
        : Optional.of(
            new ToApprove(
                one.get(),
                party.get(),
                latest.get(),
                hash(run(one.get()), id, latest.get()),
                before.isPresent()));
  }

  private Optional<Case> open(String outcome) {
    return CaseParts.idOf(outcome)
        .flatMap(services.queries()::find)
        .filter(one -> one.status() != CaseStatus.CLOSED)
        .filter(one -> one.form().id().equals(form.form().id()))
        .filter(one -> submitted.run(one).isPresent());
  }

  /** In the version that was answered. */
  private FormRun run(Case one) {
    return submitted.run(one).orElse(form);
  }

  private Optional<PartyDefinition> party(Case one, String id, PartyDefinition.Task task) {
    return run(one).form().parties().stream()
        .filter(party -> party.id().equals(id) && party.task() == task)
        .findFirst();
  }

  /** What the party sees of the answers: neither others' parts nor marks for staff. */
  Html seen(ToApprove what, Exchange x) {
    return FormRenderer.of(run(what.one()).as(what.party().id())).seen(what.content(), x.locale());
  }

  private static String hash(FormRun run, String party, FormState content) {
    String html = FormRenderer.of(run.as(party)).seen(content, PortalTexts.SWEDISH).value();
    return FileContent.of(html.getBytes(StandardCharsets.UTF_8)).sha256();
  }

  /** Takes an approval into the case; what is done twice is the same supplement. */
  Approving approve(Exchange x, Visit visit, String shown) {
    Optional<ToApprove> found = toApprove(visit);
    if (found.isEmpty()) {
      return visit instanceof Visit.Sent ? Approving.APPROVED : Approving.GONE;
    }
    ToApprove what = found.get();
    if (!what.contentSha256().equals(shown)) {
      return Approving.CHANGED;
    }
    Case one = what.one();
    AuthenticatedPerson person = x.requiredSession().person();
    Instant now = services.clock().instant();
    PortalTexts t = PortalTexts.in(one.language());
    String text =
        t.get(
            what.again() ? "invited.late.document.again" : "invited.late.document",
            person.displayName(),
            t.get("party.name." + what.party().id()),
            t.moment(now),
            t.moment(one.receivedAt()),
            shown);
    NewDocument document =
        NewDocument.written(
            DocumentRole.SUPPLEMENT, SentWith.LATE + what.party().id() + ".txt", text);
    String key = "approval-" + code(visit) + "-" + shown.substring(0, 16);
    Supplement approval = new Supplement(key, "", List.of(marked(document, person, one, now)), now);
    receive(one, person, approval);
    return visit instanceof Visit.Late late
        ? parties.approve(late.code(), x.citizen(), person.displayName(), late.contentSha256())
        : Approving.APPROVED;
  }

  private static String code(Visit visit) {
    String code =
        visit instanceof Visit.Late late
            ? late.code()
            : visit instanceof Visit.Sent sent ? sent.code() : "";
    return code.replace("-", "");
  }

  private void receive(Case one, AuthenticatedPerson person, Supplement supplement) {
    services.handling().receiveUnasked(one.id(), Actor.citizen(person), supplement);
  }

  private static NewDocument marked(
      NewDocument document, AuthenticatedPerson person, Case one, Instant now) {
    if (person.protectedIdentity() == ProtectedIdentity.NONE) {
      return document;
    }
    LocalDate day = LocalDate.ofInstant(now, PortalTexts.SWEDEN);
    return document.marked(new SecrecyMark("22 kap. 1 § OSL", day, one.authority().code()));
  }

  /**
   * The part that a party fills in although the application has been sent: a draft of their own.
   */
  Optional<Visit.Granted> part(Exchange x, Visit.Late late) {
    Optional<Case> one = open(late.outcome());
    Optional<PartyDefinition> party =
        one.flatMap(c -> party(c, late.party(), PartyDefinition.Task.FILL));
    Optional<FormState> latest = one.flatMap(submitted::latest);
    if (party.isEmpty()
        || latest.isEmpty()
        || !run(one.get()).answers(latest.get()).hasParty(late.party())) {
      return Optional.empty();
    }
    DraftOwner owner = DraftOwner.completing(x.citizen(), late.outcome() + "/" + late.party());
    Draft draft =
        drafts.reopen(
            owner,
            form.form().id(),
            latest.get(),
            file -> SubmittedView.bytes(services, one.get().id(), file));
    PartyStatus status =
        new PartyStatus(
            party.get(), PartyStatus.State.INVITED, Optional.of(late.code()), Optional.empty(), 0);
    return Optional.of(
        new Visit.Granted(
            late.code(),
            party.get(),
            late.inviter(),
            draft.as(late.party()),
            status,
            Parties.digest(draft, late.party())));
  }

  /** Sends a part; of the rest of the case it changes nothing, whatever has happened since. */
  Approving send(Exchange x, Visit.Late late, String shown) {
    Optional<Visit.Granted> found = part(x, late);
    Optional<Case> one = open(late.outcome());
    if (found.isEmpty() || one.isEmpty()) {
      return Approving.GONE;
    }
    Draft mine = found.get().draft();
    if (!found.get().contentSha256().equals(shown)) {
      return Approving.CHANGED;
    }
    if (!mine.run().isComplete(mine.state())) {
      return Approving.INCOMPLETE;
    }
    FormRun run = run(one.get());
    FormState latest = run.judgedAnew(submitted.latest(one.get()).orElseThrow());
    FormState whole = run.withPart(latest, mine.state(), late.party());
    Instant now = services.clock().instant();
    AuthenticatedPerson person = x.requiredSession().person();
    String answers = FormDocuments.of(run).answersJson(whole, one.get().language(), now);
    String part =
        FormRenderer.of(run.as(late.party())).printable(whole, one.get().language(), now).html();
    NewDocument seen =
        NewDocument.of(
            DocumentRole.SUPPLEMENT,
            SentWith.PART + late.party() + ".xhtml",
            "application/xhtml+xml",
            part.getBytes(StandardCharsets.UTF_8));
    NewDocument json =
        NewDocument.of(
            DocumentRole.ANSWERS,
            run.form().id() + "-svar.json",
            "application/json",
            answers.getBytes(StandardCharsets.UTF_8));
    List<NewDocument> documents = new ArrayList<>();
    documents.add(json);
    documents.add(marked(seen, person, one.get(), now));
    FormDocuments.of(run)
        .attachmentsOf(mine.state(), late.party(), file -> drafts.attachment(mine, file))
        .forEach(file -> documents.add(marked(file, person, one.get(), now)));
    String key = "part-" + late.code().replace("-", "");
    List<InformationFacts> information =
        FormDocuments.of(run).information(whole, one.get().language());
    receive(one.get(), person, new Supplement(key, "", documents, now, information));
    Approving done =
        parties.approve(late.code(), x.citizen(), person.displayName(), late.contentSha256());
    drafts.discard(mine);
    return done;
  }
}
