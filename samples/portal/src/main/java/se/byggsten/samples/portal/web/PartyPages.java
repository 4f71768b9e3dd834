package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftRef;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.party.Approving;
import se.byggsten.forms.party.Parties;
import se.byggsten.forms.party.PartyStatus;
import se.byggsten.forms.party.Visit;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.InsetText;
import se.byggsten.web.component.NotificationBanner;
import se.byggsten.web.component.SummaryList;
import se.byggsten.web.component.WarningText;

/** Co-applicants: the applicant invites them and sees how far they are; they read and approve. */
final class PartyPages {
  private static final String INVITATION = "/medsokande";
  private static final Logger LOG = LoggerFactory.getLogger(PartyPages.class);

  private final FormRun run;
  private final LateParties late;
  private final DraftStore drafts;
  private final Parties parties;

  PartyPages(FormRun run, DraftStore drafts, Parties parties, LateParties late) {
    this.late = late;
    this.run = run;
    this.drafts = drafts;
    this.parties = parties;
  }

  /** The applicant's side, under the address of a desk; before the pages of the form. */
  void addTo(Routes routes, String pattern, Desks desks) {
    routes.get(pattern + INVITATION, x -> status(x, desks.of(x)));
  }

  /** The invited person's side. */
  void addTo(Routes routes) {
    routes.get(INVITATION + "/{code}", this::invited).post(INVITATION + "/{code}", this::answer);
  }

  private void status(Exchange x, Optional<Desk> desk) throws IOException {
    if (desk.isEmpty()) {
      x.notFound();
      return;
    }
    DraftRef ref = DraftRef.first(desk.get().owner(), run.form().id());
    Optional<Draft> found = drafts.find(ref);
    if (found.isEmpty() || !found.get().run().isComplete(found.get().state())) {
      x.redirect(desk.get().base());
      return;
    }
    Draft draft = found.get();
    PortalTexts t = x.texts();
    Html body = Markup.h1(t.get("party.title")).and(Markup.p(t.get("party.text")));
    for (PartyStatus before : parties.status(draft)) {
      String inviter = desk.get().applicant().map(AuthenticatedPerson::displayName).orElse("");
      body = body.and(one(x, parties.invite(draft, before.party().id(), inviter)));
    }
    String review =
        draft.run().form().pages().stream()
            .filter(page -> page.kind() == PageKind.REVIEW)
            .map(PageDefinition::id)
            .findFirst()
            .orElseThrow();
    boolean approved = parties.isApproved(draft);
    String send = desk.get().base() + "/" + review;
    String where = approved ? send : send + "?" + ApplicationPages.WITHOUT_WAITING + "=1";
    Html button =
        approved
            ? Button.submit(t.get("party.send")).toHtml()
            : Button.builder(t.get("party.send.anyway")).secondary().build().toHtml();
    body =
        body.and(approved ? Html.EMPTY : InsetText.of(t.get("party.wait")).toHtml())
            .and(
                Markup.form(
                    where, x.csrf(), Markup.hidden(PostedFields.DRAFT, draft.mark()).and(button)))
            .and(Markup.p(Markup.link(t.get("party.review"), send)));
    x.show(x.page("info", t.get("party.title")).body(body).build());
  }

  private Html one(Exchange x, PartyStatus status) {
    PortalTexts t = x.texts();
    List<SummaryList.Row> rows = new ArrayList<>();
    rows.add(
        SummaryList.Row.of(
            t.get("party.state"), Html.text(t.get(state(status) + status.state().name()))));
    status
        .approval()
        .filter(approval -> status.state() == PartyStatus.State.APPROVED)
        .ifPresent(
            approval ->
                rows.add(
                    SummaryList.Row.of(
                        t.get("party.approved.at"), Html.text(t.moment(approval.at())))));
    status
        .code()
        .ifPresent(
            code -> {
              String address = x.origin() + INVITATION + "/" + code;
              rows.add(SummaryList.Row.of(t.get("party.link"), Html.text(address)));
            });
    Html refused =
        status.refusals() == 0
            ? Html.EMPTY
            : WarningText.of(x.locale(), t.get("party.refusals", status.refusals())).toHtml();
    Html alone =
        status.party().task() == PartyDefinition.Task.FILL
            ? Markup.p(t.get("party.fill.alone"))
            : Html.EMPTY;
    return Markup.h2(name(x, status)).and(SummaryList.of(rows).toHtml()).and(alone).and(refused);
  }

  /** Who fills in a part is not said to approve. */
  private static String state(PartyStatus status) {
    return status.party().task() == PartyDefinition.Task.FILL
        ? "party.state.fill."
        : "party.state.";
  }

  private static String name(Exchange x, PartyStatus status) {
    return x.text("party.name." + status.party().id());
  }

  private Visit visit(Exchange x) {
    Visit visit = parties.visit(x.part("code"), x.citizen());
    if (visit instanceof Visit.Refused refused && refused.otherPerson()) {
      LOG.warn("An invitation was opened by somebody else than the one it is for; refused");
    }
    return visit;
  }

  private void invited(Exchange x) throws IOException {
    show(x, visit(x), 200, Html.EMPTY);
  }

  private void show(Exchange x, Visit visit, int status, Html banner) throws IOException {
    if (visit instanceof Visit.Granted mine) {
      if (mine.party().task() == PartyDefinition.Task.FILL) {
        fill(x, mine, status, banner);
      } else {
        approve(x, mine, status, banner);
      }
    } else if (visit instanceof Visit.Late sent) {
      showLate(x, sent, status, banner);
    } else if (visit instanceof Visit.Sent sent) {
      showSent(x, sent, status, banner);
    } else {
      // The same whether there is such an invitation or not.
      x.notFound();
    }
  }

  private void approve(Exchange x, Visit.Granted mine, int status, Html banner) throws IOException {
    PortalTexts t = x.texts();
    boolean approved = mine.status().state() == PartyStatus.State.APPROVED;
    Html button =
        approved
            ? Button.builder(t.get("invited.withdraw")).secondary().build().toHtml()
            : Button.submit(t.get("invited.approve")).toHtml();
    Html body =
        banner
            .and(Markup.h1(t.get("invited.title")))
            .and(Markup.lead(t.get("invited.by", mine.inviter())))
            .and(Markup.p(task(x, mine)))
            .and(Markup.p(t.get("invited.state." + mine.status().state().name())))
            .and(FormRenderer.of(mine.draft().run()).seen(mine.draft().state(), x.locale()))
            .and(
                Markup.form(
                    INVITATION + "/" + mine.code(),
                    x.csrf(),
                    Markup.hidden("innehall", mine.contentSha256())
                        .and(Markup.hidden("svar", approved ? "nej" : "ja"))
                        .and(button)));
    x.show(status, x.page("invited", t.get("invited.title")).body(body).build());
  }

  /**
   * Their own part: what they have answered, the way to its pages, and the button that sends it.
   */
  private static void fill(Exchange x, Visit.Granted mine, int status, Html banner)
      throws IOException {
    PortalTexts t = x.texts();
    FormRun own = mine.draft().run();
    FormState state = mine.draft().state();
    String base = INVITATION + "/" + mine.code();
    boolean complete = own.isComplete(state);
    boolean sent = mine.status().state() == PartyStatus.State.APPROVED;
    Html body =
        banner
            .and(Markup.h1(t.get("invited.fill.title")))
            .and(Markup.lead(t.get("invited.by", mine.inviter())))
            .and(Markup.p(task(x, mine)))
            .and(Markup.p(t.get("invited.fill.state." + mine.status().state().name())));
    String first = own.answers(state).pages().get(0);
    if (complete) {
      Html button =
          sent
              ? Button.builder(t.get("invited.fill.withdraw")).secondary().build().toHtml()
              : Button.submit(t.get("invited.fill.send")).toHtml();
      body =
          body.and(FormRenderer.of(own).seen(state, x.locale()))
              .and(Markup.p(Markup.link(t.get("invited.fill.change"), base + "/" + first)))
              .and(
                  Markup.form(
                      base,
                      x.csrf(),
                      Markup.hidden("innehall", mine.contentSha256())
                          .and(Markup.hidden("svar", sent ? "nej" : "ja"))
                          .and(button)));
    } else {
      body =
          body.and(
              Button.start(t.get("invited.fill.begin"), base + "/" + own.current(state)).toHtml());
    }
    x.show(status, x.page("invited", t.get("invited.fill.title")).body(body).build());
  }

  private static String task(Exchange x, Visit.Granted mine) {
    return mine.draft()
        .run()
        .form()
        .texts()
        .find(x.locale().toLanguageTag(), mine.party().id() + ".task")
        .orElse(x.text("invited.text"));
  }

  /** What was sent can still be approved until the case is closed, and anew when it is changed. */
  private void late(
      Exchange x, String code, String inviter, LateParties.ToApprove what, int status, Html banner)
      throws IOException {
    PortalTexts t = x.texts();
    String text =
        what.again()
            ? t.get("invited.again.text")
            : t.get("invited.late.text", t.moment(what.one().receivedAt()));
    Html body =
        banner
            .and(Markup.h1(t.get("invited.title")))
            .and(Markup.lead(t.get("invited.by", inviter)))
            .and(Markup.p(text))
            .and(late.seen(what, x))
            .and(
                Markup.form(
                    INVITATION + "/" + code,
                    x.csrf(),
                    Markup.hidden("innehall", what.contentSha256())
                        .and(Markup.hidden("svar", "ja"))
                        .and(Button.submit(t.get("invited.approve")).toHtml())));
    x.show(status, x.page("invited", t.get("invited.title")).body(body).build());
  }

  private static void over(Exchange x, Html banner, String text) throws IOException {
    String title = x.text("invited.sent.title");
    Html body = banner.and(Markup.h1(title)).and(Markup.p(text));
    x.show(x.page("info", title).body(body).build());
  }

  private void showLate(Exchange x, Visit.Late visit, int status, Html banner) throws IOException {
    Optional<LateParties.ToApprove> what = late.toApprove(visit);
    Optional<Visit.Granted> part = late.part(x, visit);
    if (what.isPresent()) {
      late(x, visit.code(), visit.inviter(), what.get(), status, banner);
    } else if (part.isPresent()) {
      Html note = Markup.inset(Html.text(x.text("invited.fill.late")));
      fill(x, part.get(), status, banner.and(note));
    } else {
      over(x, banner, x.text("invited.late.closed"));
    }
  }

  private void showSent(Exchange x, Visit.Sent visit, int status, Html banner) throws IOException {
    Optional<LateParties.ToApprove> what = late.toApprove(visit);
    if (what.isPresent()) {
      late(x, visit.code(), visit.inviter(), what.get(), status, banner);
      return;
    }
    boolean part =
        run.form().parties().stream()
            .anyMatch(
                party ->
                    party.id().equals(visit.party()) && party.task() == PartyDefinition.Task.FILL);
    PortalTexts t = x.texts();
    String key = part ? "invited.fill.sent" : "invited.sent.text";
    over(x, banner, t.get(key, t.moment(visit.approval().at())));
  }

  private void answer(Exchange x) throws IOException {
    String code = x.part("code");
    AuthenticatedPerson person = x.requiredSession().person();
    Visit before = visit(x);
    String said = fills(x, before) ? "invited.fill." : "invited.";
    if (x.field("svar").equals("nej")) {
      parties.withdraw(code, x.citizen());
      show(x, visit(x), 200, said(x, said + "withdrawn"));
      return;
    }
    Approving done =
        before instanceof Visit.Granted
            ? parties.approve(code, x.citizen(), person.displayName(), x.field("innehall"))
            : afterwards(x, before);
    switch (done) {
      case APPROVED -> show(x, visit(x), 200, said(x, said + "approved"));
      case CHANGED -> show(x, visit(x), 409, Windows.banner(x, said + "changed"));
      case INCOMPLETE -> show(x, visit(x), 409, Windows.banner(x, said + "incomplete"));
      case GONE -> show(x, visit(x), 404, Html.EMPTY);
    }
  }

  private boolean fills(Exchange x, Visit visit) {
    return visit instanceof Visit.Granted mine
        ? mine.party().task() == PartyDefinition.Task.FILL
        : visit instanceof Visit.Late sent && late.part(x, sent).isPresent();
  }

  private Approving afterwards(Exchange x, Visit visit) {
    String shown = x.field("innehall");
    return visit instanceof Visit.Late sent && late.part(x, sent).isPresent()
        ? late.send(x, sent, shown)
        : late.approve(x, visit, shown);
  }

  private static Html said(Exchange x, String key) {
    return NotificationBanner.success(x.locale(), x.text(key)).toHtml();
  }
}
