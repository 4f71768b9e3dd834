package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.cases.Case;
import se.byggsten.forms.draft.CodeVisits;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftException;
import se.byggsten.forms.draft.DraftOwner;
import se.byggsten.forms.draft.DraftRef;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.draft.ParkedPosts;
import se.byggsten.forms.draft.ResumeCode;
import se.byggsten.forms.draft.Resumed;
import se.byggsten.forms.post.PostLimits;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.render.ReceiptView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.servlet.FormHttp;
import se.byggsten.forms.spi.AttemptLimit;
import se.byggsten.identity.CsrfTokens;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.ErrorSummary;
import se.byggsten.web.component.InsetText;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.TextInput;

/**
 * A service that nobody logs in to: begin, get a code, go on with the code, receipt. The pages of
 * the form itself are {@link ApplicationPages}.
 */
final class OpenPages implements Desks {
  /** Where the service lies. */
  static final String PATH = "/felanmalan";

  /** The id of its form. */
  static final String FORM = "felanmalan";

  private static final String BEGIN = PATH + "/start";
  private static final String CODE = PATH + "/sparad";
  private static final String RESUME = PATH + "/fortsatt";
  private static final String RECEIPT = PATH + "/kvittens";
  private static final String LEAVE = PATH + "/avsluta";
  private static final String TYPED = "kod";
  private static final int SHOWN_AGAIN = 100;
  private static final FormHttp SMALL =
      FormHttp.within(new PostLimits(PortalApplication.LARGEST_FORM, 200, 100, 20_000));

  private final PortalServices services;
  private final FormRun run;
  private final DraftStore drafts;
  private final SubmittedView submitted;
  private final CodeVisits visits;
  private final AttemptLimit beginnings;
  private final ParkedPosts parked;
  private final CsrfTokens csrf;

  OpenPages(
      PortalServices services,
      FormRun run,
      DraftStore drafts,
      SubmittedView submitted,
      CodeVisits visits,
      AttemptLimit beginnings,
      ParkedPosts parked,
      CsrfTokens csrf) {
    this.services = services;
    this.run = run;
    this.drafts = drafts;
    this.submitted = submitted;
    this.visits = visits;
    this.beginnings = beginnings;
    this.parked = parked;
    this.csrf = csrf;
  }

  /** Whether a post is read, and its token judged, by the pages of the form. */
  static boolean isOfForm(String path) {
    return path.startsWith(PATH + "/")
        && !Set.of(RESUME, LEAVE, LostCodePages.LEAVE, LostCodePages.ASK).contains(path);
  }

  /** To be added before the pages of the form. */
  void addTo(Routes routes) {
    routes
        .get(PATH, this::start)
        .get(CODE, this::code)
        .get(RESUME, x -> resumePage(x, 200, "", ""))
        .post(RESUME, this::resume)
        .post(LEAVE, this::leave)
        .get(RECEIPT, this::receipt);
  }

  private @Nullable String token(Exchange x) {
    return VisitCookie.get(x, services.https());
  }

  @Override
  public Optional<Desk> of(Exchange x) {
    return visits.find(token(x)).map(owner -> Desk.open(PATH, owner));
  }

  private DraftRef ref(DraftOwner owner) {
    return DraftRef.first(owner, run.form().id());
  }

  private Optional<Draft> draft(Exchange x) {
    return visits.find(token(x)).flatMap(owner -> drafts.find(ref(owner)));
  }

  /** The form's own first page; nothing is kept of a visitor who only reads it. */
  private void start(Exchange x) throws IOException {
    String first = run.form().pages().get(0).id();
    PageView view = PageView.of(x.locale(), PATH, x.csrf()).withPageBefore();
    Html begun =
        draft(x).isEmpty()
            ? Html.EMPTY
            : Markup.inset(
                Html.text(x.text("open.begun") + " ")
                    .and(Markup.link(x.text("open.begun.link"), PATH + "/" + first)));
    FormRenderer renderer = FormRenderer.of(run);
    Html body =
        begun
            .and(renderer.page(run.start(Map.of()), first, view))
            .and(Markup.p(Markup.link(x.text("open.resume.link"), RESUME)))
            .and(Markup.h2(x.text("open.other.title")))
            .and(Markup.p(x.text("open.other.text")));
    x.show(x.page("start", renderer.title(first, view)).body(body).build());
  }

  /** Who has no draft begins one, or is asked for the code; what was written waits for it. */
  @Override
  public void none(Exchange x) throws IOException {
    if (!x.request().getMethod().equals("POST")) {
      x.redirect(RESUME);
      return;
    }
    try (PostedFields posted = SMALL.read(x.request())) {
      if (!x.isOwnPost(csrf, posted)) {
        ErrorPages.show(x, ErrorPages.Kind.CSRF);
      } else if (x.request().getRequestURI().equals(BEGIN)) {
        boolean back = posted.control(PostedFields.ACTION).filter("back"::equals).isPresent();
        if (back) {
          x.redirect("/");
        } else {
          begin(x, posted);
        }
      } else {
        parked
            .park(run.form().id(), x.part("page"), posted)
            .ifPresent(token -> ParkedCookie.set(x, token, services.https()));
        x.redirect(RESUME);
      }
    }
  }

  private void begin(Exchange x, PostedFields posted) throws IOException {
    if (!beginnings.permits("open-draft", x.request().getRemoteAddr())) {
      ErrorPages.show(x, ErrorPages.Kind.TOO_MANY);
      return;
    }
    ResumeCode code = ResumeCode.generate();
    DraftOwner owner = DraftOwner.code(code);
    Draft draft = drafts.open(owner, run.form().id(), Map.of());
    drafts.update(draft.ref(), draft.mark(), BEGIN.substring(PATH.length() + 1), posted);
    VisitCookie.set(x, visits.begin(code), services.https());
    Draft begun = drafts.find(draft.ref()).orElse(draft);
    x.redirect(PATH + "/" + begun.run().current(begun.state()));
  }

  /** The code, as long as it is shown, and how long it is good. */
  private void code(Exchange x) throws IOException {
    Optional<Draft> draft = draft(x);
    if (draft.isEmpty()) {
      x.redirect(RESUME);
      return;
    }
    PortalTexts t = x.texts();
    Optional<ResumeCode> code = visits.show(token(x));
    String title = t.get(code.isPresent() ? "open.code.title" : "open.saved.title");
    Html body = LostCodePages.left(x).and(Markup.h1(title));
    if (code.isPresent()) {
      body =
          body.and(Markup.lead(t.get("open.code.text")))
              .and(
                  Markup.secret(
                      t.get("open.code.label"), code.get().shown(), t.get("open.code.once")));
    } else {
      body = body.and(Markup.lead(t.get("open.saved.text")));
    }
    int days = run.form().draftDays();
    body =
        body.and(Markup.p(t.get("open.code.life", t.day(draft.get().expiresAt()), days)))
            .and(Markup.p(t.get("open.code.where")))
            .and(Markup.p(Markup.link(t.get("lost.leave.link"), LostCodePages.LEAVE)))
            .and(
                Button.start(
                        t.get("open.continue"),
                        PATH + "/" + draft.get().run().current(draft.get().state()))
                    .toHtml())
            .and(leaving(x));
    x.show(x.page("info", title).body(body).build());
  }

  private static Html leaving(Exchange x) {
    return Markup.form(
        LEAVE, x.csrf(), Button.builder(x.text("open.leave")).secondary().build().toHtml());
  }

  private void resumePage(Exchange x, int status, String error, String typed) throws IOException {
    PortalTexts t = x.texts();
    Html top =
        error.isEmpty()
            ? Html.EMPTY
            : ErrorSummary.of(x.locale(), List.of(Link.of(error, "#" + TYPED))).toHtml();
    TextInput.Builder input =
        TextInput.builder(TYPED)
            .label(t.get("open.resume.label"))
            .hint(t.get("open.resume.hint"))
            .autocomplete("off")
            .locale(x.locale())
            .value(typed)
            .width(20);
    if (!error.isEmpty()) {
      input.error(error);
    }
    Html body =
        top.and(Markup.h1(t.get("open.resume.title")))
            .and(Markup.p(t.get("open.resume.text")))
            .and(
                Markup.form(
                    RESUME,
                    x.csrf(),
                    input.build().toHtml().and(Button.submit(t.get("open.resume.send")).toHtml())))
            .and(Markup.p(Markup.link(t.get("lost.link"), LostCodePages.ASK)))
            .and(Markup.p(Markup.link(t.get("open.resume.new"), PATH)));
    x.show(
        status,
        x.page("info", t.get("open.resume.title")).error(!error.isEmpty()).body(body).build());
  }

  /** A code that was never given and one whose time is out are answered alike. */
  private void resume(Exchange x) throws IOException {
    String typed = x.field(TYPED);
    Resumed resumed = resumed(typed, x.request().getRemoteAddr());
    if (resumed instanceof Resumed.Found found) {
      visits.end(token(x));
      VisitCookie.set(x, visits.resume(ResumeCode.read(typed).orElseThrow()), services.https());
      Draft draft = found.drafts().get(0);
      // What was posted after the visit had ended is put in, and told of, by the page it was on.
      x.redirect(
          ParkedCookie.address(x, services.https(), PATH)
              .orElseGet(() -> PATH + "/" + draft.run().current(draft.state())));
    } else if (resumed instanceof Resumed.Mistyped) {
      // No code of anybody: shown again, so that the wrong character can be found.
      resumePage(
          x, 422, x.text("open.resume.mistyped"), typed.length() <= SHOWN_AGAIN ? typed : "");
    } else if (resumed instanceof Resumed.TooManyAttempts) {
      resumePage(x, 429, x.text("open.resume.later"), "");
    } else {
      resumePage(x, 422, x.text("open.resume.unknown"), "");
    }
  }

  /** A draft that cannot be read any more is no draft. */
  private Resumed resumed(String typed, String who) {
    try {
      return drafts.resume(typed, who);
    } catch (DraftException unreadable) {
      return new Resumed.Unknown();
    }
  }

  private void leave(Exchange x) {
    visits.end(token(x));
    VisitCookie.remove(x, services.https());
    x.redirect(PATH);
  }

  private void receipt(Exchange x) throws IOException {
    Optional<Case> found =
        visits
            .find(token(x))
            .flatMap(owner -> drafts.outcome(ref(owner)))
            .flatMap(CaseParts::idOf)
            .flatMap(services.queries()::find);
    if (found.isEmpty()) {
      x.redirect(PATH);
      return;
    }
    Case one = found.get();
    ReceiptView view = ReceiptView.of(x.locale(), CaseParts.number(one), one.receivedAt());
    Html body =
        submitted
            .receipt(one, view)
            .orElse(Html.EMPTY)
            .and(InsetText.of(x.text("open.receipt.keep")).toHtml())
            .and(leaving(x));
    x.show(x.page("receipt", x.text("receipt.heading")).body(body).build());
  }
}
