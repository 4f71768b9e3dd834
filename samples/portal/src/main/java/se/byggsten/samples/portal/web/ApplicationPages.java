package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.Receipt;
import se.byggsten.core.cases.SecrecyMark;
import se.byggsten.core.cases.Submission;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.post.PostLimits;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.servlet.FormHttp;
import se.byggsten.identity.CsrfTokens;
import se.byggsten.identity.Session;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.NotificationBanner;
import se.byggsten.web.page.Page;
import se.byggsten.web.page.Progress;

/** The application: question by question, review, send. */
final class ApplicationPages {
  private static final String PATH = "/ansokan";
  private static final long LARGE = 1_000_000;
  private static final int LARGE_AT_ONCE = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final PortalServices services;
  private final FormRun run;
  private final FormRenderer renderer;
  private final Drafts drafts;
  private final CsrfTokens csrf;
  private final FormHttp http;
  private final Semaphore largePosts = new Semaphore(LARGE_AT_ONCE, true);

  ApplicationPages(PortalServices services, FormRun run, Drafts drafts, CsrfTokens csrf) {
    this.services = services;
    this.run = run;
    this.drafts = drafts;
    this.csrf = csrf;
    renderer = FormRenderer.of(run);
    http = FormHttp.within(PostLimits.DEFAULT);
  }

  void addTo(Routes routes) {
    routes
        .get(PATH, this::begin)
        .get(PATH + "/sparad", this::saved)
        .get(PATH + "/{page}", this::show)
        .post(PATH + "/{page}", this::post);
  }

  private void begin(Exchange x) {
    Drafts.Draft draft = draft(x);
    x.redirect(PATH + "/" + run.current(draft.state()));
  }

  private Drafts.Draft draft(Exchange x) {
    return drafts
        .find(x.citizen())
        .orElseGet(() -> drafts.start(x.citizen(), run.start(known(x.requiredSession()))));
  }

  /** What the login already told, so that the citizen need not write it again. */
  private Map<String, PrefillValue> known(Session session) {
    Instant at = session.person().authenticatedAt();
    Map<String, PrefillValue> known = new HashMap<>();
    known.put(
        "login.name", new PrefillValue(session.person().displayName(), "e-legitimationen", at));
    known.put(
        "login.givenName", new PrefillValue(session.person().givenName(), "e-legitimationen", at));
    known.put(
        "login.surname", new PrefillValue(session.person().surname(), "e-legitimationen", at));
    return known;
  }

  private void show(Exchange x) throws IOException {
    String asked = x.part("page");
    if (run.form().page(asked).isEmpty()) {
      x.notFound();
      return;
    }
    Optional<Drafts.Draft> found = drafts.find(x.citizen());
    if (found.isEmpty()) {
      Optional<CaseId> sent = drafts.sent(x.citizen());
      x.redirect(sent.map(id -> "/kvittens/" + id).orElse(PATH));
      return;
    }
    FormState state = found.get().state();
    String page = run.open(state, asked);
    if (!page.equals(asked)) {
      x.redirect(PATH + "/" + page);
      return;
    }
    boolean fromReview = "1".equals(x.query("_review"));
    render(x, 200, found.get(), page, view(x).fromReview(fromReview), Html.EMPTY);
  }

  private static PageView view(Exchange x) {
    return PageView.of(x.locale(), PATH, x.csrf());
  }

  private void render(
      Exchange x, int status, Drafts.Draft draft, String page, PageView view, Html banner)
      throws IOException {
    FormState state = draft.state();
    PageDefinition definition = run.form().page(page).orElseThrow();
    boolean review = definition.kind() == PageKind.REVIEW;
    List<String> pages = run.answers(state).pages();
    PageView plain = PageView.of(x.locale(), PATH, x.csrf());
    String name = renderer.title(page, plain);
    Html body =
        banner
            .and(renderer.page(state, page, view))
            .and(Markup.note(x.text("apply.draft", x.texts().day(draft.expiresAt()))));
    int at = pages.indexOf(page);
    Page.Builder built =
        x.page(review ? "review" : "question", name).error(!view.violations().isEmpty()).body(body);
    if (at >= 0) {
      built.progress(new Progress(at + 1, pages.size(), name, x.texts().clock(state.changedAt())));
    }
    if (!x.request().getMethod().equals("GET")) {
      built.language(PortalTexts.SWEDISH, PATH + "/" + page + "?lang=sv");
      built.language(PortalTexts.ENGLISH, PATH + "/" + page + "?lang=en");
    }
    x.show(status, built.build());
  }

  private void saved(Exchange x) throws IOException {
    Optional<Drafts.Draft> draft = drafts.find(x.citizen());
    if (draft.isEmpty()) {
      x.redirect(PATH);
      return;
    }
    PortalTexts t = x.texts();
    Html body =
        Markup.h1(t.get("apply.saved.title"))
            .and(Markup.lead(t.get("apply.saved.text", t.day(draft.get().expiresAt()))))
            .and(Button.start(t.get("apply.continue"), PATH).toHtml());
    x.show(x.page("info", t.get("apply.saved.title")).body(body).build());
  }

  private void post(Exchange x) throws IOException {
    String page = x.part("page");
    Optional<PageDefinition> definition = run.form().page(page);
    if (definition.isEmpty()) {
      x.notFound();
      return;
    }
    // Read here and not by the container, which would take any size and any field.
    Optional<PostedFields> read = read(x);
    if (read.isEmpty()) {
      ErrorPages.show(x, ErrorPages.Kind.BUSY);
      return;
    }
    PostedFields posted = read.get();
    if (!csrf.isValid(x.requiredSession(), posted.control(PostedFields.CSRF).orElse(null))) {
      ErrorPages.show(x, ErrorPages.Kind.CSRF);
      return;
    }
    Optional<Drafts.Draft> found = drafts.find(x.citizen());
    if (found.isEmpty()) {
      // Sent already: a double click or a reload gives the same receipt.
      Optional<CaseId> sent = drafts.sent(x.citizen());
      x.redirect(sent.map(id -> "/kvittens/" + id).orElse(PATH));
      return;
    }
    Drafts.Draft draft = found.get();
    String open = run.open(draft.state(), page);
    if (!open.equals(page)) {
      x.redirect(PATH + "/" + open);
      return;
    }
    StepResult step = run.post(draft.state(), page, posted);
    step.added().forEach(drafts::keep);
    Optional<Drafts.Draft> stored = drafts.replace(x.citizen(), draft, step.state());
    if (stored.isEmpty()) {
      // Another window was first: its files stay, and those of this post are nobody's.
      step.added().forEach(file -> drafts.drop(file.ref()));
      changedElsewhere(x, page, posted, step.isComplete());
      return;
    }
    step.removed().forEach(drafts::drop);
    answer(x, page, posted, step, stored.get());
  }

  /** Empty when so many large posts are read already that the memory would not be enough. */
  private Optional<PostedFields> read(Exchange x) throws IOException {
    long length = x.request().getContentLengthLong();
    if (length >= 0 && length < LARGE) {
      return Optional.of(http.read(x.request()));
    }
    try {
      if (!largePosts.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(http.read(x.request()));
    } finally {
      largePosts.release();
    }
  }

  private void answer(
      Exchange x, String page, PostedFields posted, StepResult step, Drafts.Draft draft)
      throws IOException {
    if (step.isComplete()) {
      send(x, step.state());
      return;
    }
    if (posted.control(PostedFields.ACTION).filter(PostedFields.SAVE::equals).isPresent()) {
      x.redirect(PATH + "/sparad");
      return;
    }
    String next = step.page().orElseThrow();
    boolean back = posted.control(PostedFields.ACTION).filter("back"::equals).isPresent();
    if (back && next.equals(page)) {
      x.redirect("/");
      return;
    }
    if (next.equals(page) && (!step.violations().isEmpty() || !step.revealed().isEmpty())) {
      boolean fromReview = posted.control(PostedFields.FROM_REVIEW).isPresent();
      PageView view = view(x).fromReview(fromReview).after(step);
      render(x, step.violations().isEmpty() ? 200 : 422, draft, page, view, Html.EMPTY);
      return;
    }
    x.redirect(PATH + "/" + next);
  }

  private void changedElsewhere(Exchange x, String page, PostedFields posted, boolean sending)
      throws IOException {
    Optional<Drafts.Draft> latest = drafts.find(x.citizen());
    if (latest.isEmpty()) {
      Optional<CaseId> sent = drafts.sent(x.citizen());
      x.redirect(sent.map(id -> "/kvittens/" + id).orElse(PATH));
      return;
    }
    if (sending) {
      // A double click on send: the second click sends the same under the same key.
      StepResult again = run.post(latest.get().state(), page, posted);
      if (again.isComplete()) {
        send(x, again.state());
        return;
      }
    }
    String open = run.open(latest.get().state(), page);
    Html banner = NotificationBanner.important(x.locale(), x.text("apply.changed.text")).toHtml();
    render(x, 409, latest.get(), open, view(x), banner);
  }

  private void send(Exchange x, FormState state) {
    Session session = x.requiredSession();
    Instant receivedAt = services.clock().instant();
    FormDocuments documents = FormDocuments.of(run);
    Submission.Builder submission =
        Submission.builder()
            .key(state.submissionKey())
            .eService(services.manifest().service().id())
            .form(run.reference())
            .applicant(session.person())
            .receivedAt(receivedAt)
            .language(x.locale())
            .titles(
                services.manifest().service().name().sv(),
                services.manifest().service().name().sv())
            .retention(Eksta.retention(services.manifest()))
            .documents(documents.documents(state, x.locale(), receivedAt, this::bytes));
    SecrecyMark mark = mark(documents.secrecyProvisions(state), receivedAt);
    if (mark != null) {
      submission.secrecyMark(mark);
    }
    Receipt receipt = services.intake().accept(submission.build());
    drafts.close(x.citizen(), receipt.caseId());
    x.redirect("/kvittens/" + receipt.caseId());
  }

  private byte[] bytes(AttachmentRef file) {
    return drafts.bytes(file);
  }

  private @Nullable SecrecyMark mark(Set<String> provisions, Instant at) {
    return provisions.isEmpty()
        ? null
        : new SecrecyMark(
            String.join("; ", provisions),
            LocalDate.ofInstant(at, PortalTexts.SWEDEN),
            services.manifest().participants().get(0).code());
  }

  static Duration draftLife() {
    return Duration.ofDays(7);
  }
}
