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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.cases.Receipt;
import se.byggsten.core.cases.SecrecyMark;
import se.byggsten.core.cases.Submission;
import se.byggsten.forms.FormException;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.Place;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftException;
import se.byggsten.forms.draft.DraftOwner;
import se.byggsten.forms.draft.DraftRef;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.draft.DraftUpdate;
import se.byggsten.forms.draft.ParkedPosts;
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
import se.byggsten.web.page.Page;
import se.byggsten.web.page.Progress;

/** The application: question by question, review, send. */
final class ApplicationPages {
  private static final String PATH = "/ansokan";
  private static final long LARGE = 1_000_000;
  private static final int LARGE_AT_ONCE = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Logger LOG = LoggerFactory.getLogger(ApplicationPages.class);

  private final PortalServices services;
  private final FormRun run;
  private final FormRenderer renderer;
  private final DraftStore drafts;
  private final ParkedPosts parked;
  private final CsrfTokens csrf;
  private final FormHttp http;
  private final Semaphore largePosts = new Semaphore(LARGE_AT_ONCE, true);

  ApplicationPages(
      PortalServices services,
      FormRun run,
      DraftStore drafts,
      ParkedPosts parked,
      CsrfTokens csrf) {
    this.services = services;
    this.run = run;
    this.drafts = drafts;
    this.parked = parked;
    this.csrf = csrf;
    renderer = FormRenderer.of(run);
    http = FormHttp.within(PostLimits.DEFAULT);
  }

  void addTo(Routes routes) {
    routes
        .get(PATH, this::begin)
        .get(PATH + "/sparad", this::saved)
        .get(PATH + "/{page...}", this::show)
        .post(PATH + "/{page...}", this::post);
  }

  private void begin(Exchange x) {
    DraftOwner owner = DraftOwner.person(x.citizen());
    Draft draft =
        find(x).orElseGet(() -> drafts.open(owner, run.form().id(), known(x.requiredSession())));
    x.redirect(PATH + "/" + draft.run().current(draft.state()));
  }

  private DraftRef ref(Exchange x) {
    return DraftRef.first(DraftOwner.person(x.citizen()), run.form().id());
  }

  private Optional<Draft> find(Exchange x) {
    try {
      return drafts.find(ref(x));
    } catch (DraftException unreadable) {
      // This portal has one version of its form and one key: who has a draft of another starts
      // anew rather than is shut out. A service with living drafts registers its old versions.
      LOG.warn("A draft cannot be read and is removed, {}", unreadable.code());
      drafts.forget(ref(x));
      return Optional.empty();
    }
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
    if (!isPage(asked)) {
      x.notFound();
      return;
    }
    takeParked(x, asked);
    Optional<Draft> found = find(x);
    if (found.isEmpty()) {
      x.redirect(afterwards(x));
      return;
    }
    FormState state = found.get().state();
    String page = open(state, asked);
    if (page.isEmpty()) {
      x.notFound();
      return;
    }
    if (!page.equals(asked)) {
      x.redirect(PATH + "/" + page);
      return;
    }
    boolean fromReview = "1".equals(x.query("_review"));
    PageView view = removing(x, view(x).fromReview(fromReview));
    render(x, 200, found.get(), state, page, view, Html.EMPTY);
  }

  /** Whether the form has a page of that name at that depth of rows. */
  private boolean isPage(String path) {
    List<String> around = run.form().structure().around(Place.name(path));
    return run.form().page(Place.name(path)).isPresent()
        && Place.of(path).filter(place -> place.depth() == around.size()).isPresent();
  }

  /** The page to show, empty when the row of the path is not there. */
  private String open(FormState state, String path) {
    try {
      return run.open(state, path);
    } catch (FormException noSuchRow) {
      return "";
    }
  }

  private static PageView removing(Exchange x, PageView view) {
    String row = x.query(PageView.REMOVING);
    return row != null && row.matches("[1-9][0-9]{0,5}")
        ? view.removing(Integer.parseInt(row))
        : view;
  }

  /** The page of the progress: of a page in a row, the page that lists the rows. */
  private String listed(String path) {
    List<String> around = run.form().structure().around(Place.name(path));
    return around.isEmpty()
        ? path
        : run.form().pageOf(around.get(0)).map(PageDefinition::id).orElse(path);
  }

  /** What was posted after the session had ended, now that its sender is back. */
  private void takeParked(Exchange x, String page) {
    ParkedCookie.take(x, services.https())
        .flatMap(parked::take)
        .filter(post -> post.page().equals(page))
        .ifPresent(post -> drafts.applyParked(DraftOwner.person(x.citizen()), post));
  }

  /** Where somebody belongs whose draft is no more: at the receipt, or at the beginning. */
  private String afterwards(Exchange x) {
    return drafts.outcome(ref(x)).map(id -> "/kvittens/" + id).orElse(PATH);
  }

  private static PageView view(Exchange x) {
    return PageView.of(x.locale(), PATH, x.csrf());
  }

  private void render(
      Exchange x, int status, Draft draft, FormState state, String page, PageView view, Html banner)
      throws IOException {
    PageDefinition definition = run.form().page(Place.name(page)).orElseThrow();
    boolean review = definition.kind() == PageKind.REVIEW;
    List<String> pages = run.answers(state).pages();
    PageView plain = PageView.of(x.locale(), PATH, x.csrf());
    String name = renderer.title(page, plain);
    Html body =
        banner
            .and(renderer.page(state, page, view.draft(draft.mark())))
            .and(Markup.note(x.text("apply.draft", x.texts().day(draft.expiresAt()))));
    int at = pages.indexOf(listed(page));
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
    Optional<Draft> draft = find(x);
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
    if (!isPage(page)) {
      x.notFound();
      return;
    }
    // Read here and not by the container, which would take any size and any field.
    Optional<PostedFields> read = read(x);
    if (read.isEmpty()) {
      ErrorPages.show(x, ErrorPages.Kind.BUSY);
      return;
    }
    try (PostedFields posted = read.get()) {
      if (csrf.isValid(x.requiredSession(), posted.control(PostedFields.CSRF).orElse(null))) {
        update(x, page, posted);
      } else {
        ErrorPages.show(x, ErrorPages.Kind.CSRF);
      }
    }
  }

  private void update(Exchange x, String page, PostedFields posted) throws IOException {
    DraftUpdate update =
        drafts.update(ref(x), posted.control(PostedFields.DRAFT).orElse(null), page, posted);
    if (update instanceof DraftUpdate.Stored stored) {
      answer(x, page, posted, stored);
    } else if (update instanceof DraftUpdate.Conflict conflict) {
      Html both = Windows.disputed(x, run.form(), conflict.disputed());
      render(x, 409, conflict.draft(), conflict.shown(), page, view(x), both);
    } else if (update instanceof DraftUpdate.ReviewAgain again) {
      Html banner = Windows.banner(x, "apply.again");
      String open = run.open(again.draft().state(), page);
      render(x, 409, again.draft(), again.draft().state(), open, view(x), banner);
    } else if (update instanceof DraftUpdate.Sending sending) {
      sending(x, sending);
    } else if (drafts.outcome(ref(x)).isPresent()) {
      // Sent already: a double click or a reload gives the same receipt.
      x.redirect(afterwards(x));
    } else {
      ErrorPages.show(x, ErrorPages.Kind.GONE);
    }
  }

  private void sending(Exchange x, DraftUpdate.Sending sending) throws IOException {
    if (sending.wasSending()) {
      send(x, sending.draft());
    } else {
      ErrorPages.show(x, ErrorPages.Kind.SENDING);
    }
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

  private void answer(Exchange x, String page, PostedFields posted, DraftUpdate.Stored stored)
      throws IOException {
    StepResult step = stored.step();
    Draft draft = stored.draft();
    if (step.isComplete()) {
      send(x, draft);
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
    String open = draft.run().open(draft.state(), page);
    if (next.equals(page) && !open.equals(page)) {
      // Somebody jumped ahead: what they wrote is kept, and the first unfinished page comes first.
      x.redirect(PATH + "/" + open);
      return;
    }
    if (next.equals(page) && (!step.violations().isEmpty() || !step.revealed().isEmpty())) {
      boolean fromReview = posted.control(PostedFields.FROM_REVIEW).isPresent();
      PageView view = view(x).fromReview(fromReview).after(step);
      int status = step.violations().isEmpty() ? 200 : 422;
      render(x, status, draft, draft.state(), page, view, Html.EMPTY);
      return;
    }
    x.redirect(PATH + "/" + next);
  }

  private void send(Exchange x, Draft draft) {
    FormState state = draft.state();
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
            .documents(
                documents.documents(
                    state, x.locale(), receivedAt, file -> drafts.attachment(draft, file)));
    SecrecyMark mark = mark(documents.secrecyProvisions(state), receivedAt);
    if (mark != null) {
      submission.secrecyMark(mark);
    }
    Receipt receipt = accept(submission.build(), draft);
    drafts.close(draft, receipt.caseId().toString());
    x.redirect("/kvittens/" + receipt.caseId());
  }

  private Receipt accept(Submission submission, Draft draft) {
    try {
      return services.intake().accept(submission);
    } catch (RuntimeException notAccepted) {
      drafts.release(draft);
      throw notAccepted;
    }
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
