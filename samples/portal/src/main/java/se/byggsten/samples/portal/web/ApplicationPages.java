package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.ErrorCode;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftException;
import se.byggsten.forms.draft.DraftRef;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.draft.DraftUpdate;
import se.byggsten.forms.draft.ParkedPost;
import se.byggsten.forms.draft.ParkedPosts;
import se.byggsten.forms.party.Parties;
import se.byggsten.forms.post.PostLimits;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.servlet.FormHttp;
import se.byggsten.identity.CsrfTokens;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;

/** The application: question by question, review, send; for oneself or, by staff, for another. */
final class ApplicationPages {
  /** Where a citizen's own application lies. */
  static final String PATH = "/ansokan";

  /** The id of its form. */
  static final String FORM = "kolloplats";

  /** The query of the one post that sends without waiting for co-applicants. */
  static final String WITHOUT_WAITING = "utan-att-vanta";

  private static final Logger LOG = LoggerFactory.getLogger(ApplicationPages.class);

  private static final String START_OVER = "/borja-om";
  private static final FormHttp SMALL = FormHttp.within(new PostLimits(10_000, 10, 100, 1_000));
  private static final Set<ErrorCode> UNREADABLE =
      Set.of(DraftException.VERSION_UNKNOWN, DraftException.KEY_UNKNOWN, DraftException.DAMAGED);

  private final PortalServices services;
  private final String pattern;
  private final Desks desks;
  private final FormRun run;
  private final Map<String, ApplicationDrawing> drawings = new ConcurrentHashMap<>();
  private final DraftStore drafts;
  private final Parties parties;
  private final Sending sending;
  private final ParkedPosts parked;
  private final CsrfTokens csrf;
  private final LargePosts posts;

  /**
   * Makes the pages.
   *
   * @param pattern the routes' address of a desk
   * @param desks finds the desk of a request; none is answered as a page that is not there
   */
  ApplicationPages(
      PortalServices services,
      String pattern,
      Desks desks,
      FormRun run,
      DraftStore drafts,
      Parties parties,
      Sending sending,
      ParkedPosts parked,
      CsrfTokens csrf,
      LargePosts posts) {
    this.services = services;
    this.pattern = pattern;
    this.desks = desks;
    this.run = run;
    this.drafts = drafts;
    this.parties = parties;
    this.sending = sending;
    this.parked = parked;
    this.csrf = csrf;
    this.posts = posts;
  }

  /** By the version of the form that the draft was begun with. */
  private ApplicationDrawing drawing(FormRun version) {
    return drawings.computeIfAbsent(
        version.form().sha256(), hash -> new ApplicationDrawing(version));
  }

  private interface Act {
    void at(Exchange x, Desk desk) throws IOException;
  }

  private Routes.Action at(Act act) {
    return x -> {
      Optional<Desk> desk = desks.of(x);
      if (desk.isEmpty()) {
        desks.none(x);
        return;
      }
      try {
        act.at(x, desk.get());
      } catch (DraftException refused) {
        unreadable(x, desk.get(), refused);
      }
    };
  }

  void addTo(Routes routes) {
    routes
        .get(pattern, at(this::begin))
        .get(pattern + "/sparad", at(this::saved))
        .get(pattern + "/{page...}", at(this::show))
        .post(pattern + START_OVER, at(this::startOver))
        .post(pattern + "/{page...}", at(this::post));
  }

  private void begin(Exchange x, Desk desk) {
    Draft draft = find(desk).orElseGet(() -> desks.begin(desk, drafts, run, services.clock()));
    x.redirect(desk.base() + "/" + draft.run().current(draft.state()));
  }

  private DraftRef ref(Desk desk) {
    return DraftRef.first(desk.owner(), run.form().id());
  }

  private Optional<Draft> find(Desk desk) {
    return drafts.find(ref(desk));
  }

  /** A draft of a version or a key that the service does not have now may be read another day. */
  private void unreadable(Exchange x, Desk desk, DraftException why) throws IOException {
    if (!UNREADABLE.contains(why.code())) {
      throw why;
    }
    LOG.warn("A draft cannot be read, {}", why.code());
    Html anew =
        Markup.form(
            desk.base() + START_OVER,
            x.csrf(),
            Button.builder(x.text("apply.unreadable.anew")).warning().build().toHtml());
    Html body =
        Markup.h1(x.text("apply.unreadable.title"))
            .and(Markup.lead(x.text("apply.unreadable.what")))
            .and(Markup.p(x.text("apply.unreadable.do")))
            .and(Markup.p(x.text("error.help")))
            .and(anew);
    x.show(409, x.page("error", x.text("apply.unreadable.title")).body(body).build());
  }

  private void startOver(Exchange x, Desk desk) throws IOException {
    try (PostedFields posted = SMALL.read(x.request())) {
      if (!x.isOwnPost(csrf, posted)) {
        ErrorPages.show(x, ErrorPages.Kind.CSRF);
        return;
      }
    }
    try {
      find(desk);
    } catch (DraftException unreadable) {
      if (!UNREADABLE.contains(unreadable.code())) {
        throw unreadable;
      }
      drafts.forget(ref(desk));
    }
    x.redirect(desk.base());
  }

  private void show(Exchange x, Desk desk) throws IOException {
    String asked = x.part("page");
    ApplicationDrawing drawing = drawing(version(desk));
    if (!drawing.isPage(asked)) {
      x.notFound();
      return;
    }
    Html told = Html.EMPTY;
    Optional<ParkedPost> post = ParkedCookie.take(x, services.https()).flatMap(parked::take);
    if (post.filter(one -> one.page().equals(asked)).isPresent()) {
      DraftUpdate update = post.get().applyTo(drafts, desk.owner()).orElse(null);
      if (update != null && isTold(x, desk, asked, update)) {
        return;
      }
      if (ParkedCookie.hasMore(x, services.https())) {
        x.redirect(desk.base() + "/" + asked);
        return;
      }
      told = update == null ? told : Windows.leftOut(x, post.get());
    }
    Optional<Draft> found = find(desk);
    if (found.isEmpty()) {
      x.redirect(afterwards(desk));
      return;
    }
    FormState state = found.get().state();
    String page = drawing.open(state, asked);
    if (page.isEmpty()) {
      x.notFound();
      return;
    }
    if (!page.equals(asked)) {
      x.redirect(desk.base() + "/" + page);
      return;
    }
    boolean fromReview = "1".equals(x.query("_review"));
    PageView view = ApplicationDrawing.view(x, desk).fromReview(fromReview);
    drawing.render(x, desk, 200, found.get(), state, page, removing(x, view), told);
  }

  private FormRun version(Desk desk) {
    return drafts.version(ref(desk)).orElse(run);
  }

  private static PageView removing(Exchange x, PageView view) {
    String row = x.query(PageView.REMOVING);
    return row != null && row.matches("[1-9][0-9]{0,5}")
        ? view.removing(Integer.parseInt(row))
        : view;
  }

  /**
   * Whether there was more to tell than the page as it now is, of what was posted after the session
   * had ended: what another window had written or taken away since.
   */
  private boolean isTold(Exchange x, Desk desk, String page, DraftUpdate update)
      throws IOException {
    if (update instanceof DraftUpdate.Conflict conflict) {
      disputed(x, desk, page, conflict);
      return true;
    }
    if (update instanceof DraftUpdate.Stored stored && stored.step().elsewhere().isPresent()) {
      elsewhere(x, desk, stored);
      return true;
    }
    if (update instanceof DraftUpdate.Sending) {
      ErrorPages.show(x, ErrorPages.Kind.SENDING);
      return true;
    }
    return false;
  }

  private void disputed(Exchange x, Desk desk, String page, DraftUpdate.Conflict conflict)
      throws IOException {
    Html both = Windows.disputed(x, conflict.draft().run().form(), conflict.disputed());
    PageView view = ApplicationDrawing.view(x, desk);
    drawing(conflict.draft().run())
        .render(x, desk, 409, conflict.draft(), conflict.shown(), page, view, both);
  }

  /** Drawn at once: what another window had done is told here or nowhere. */
  private void elsewhere(Exchange x, Desk desk, DraftUpdate.Stored stored) throws IOException {
    Draft draft = stored.draft();
    String next = stored.step().page().orElseThrow();
    PageView view = ApplicationDrawing.view(x, desk).after(stored.step());
    drawing(draft.run()).render(x, desk, 409, draft, draft.state(), next, view, Html.EMPTY);
  }

  /** Where somebody belongs whose draft is no more: at the receipt, or at the beginning. */
  private String afterwards(Desk desk) {
    return drafts.outcome(ref(desk)).map(desk::receipt).orElse(desk.base());
  }

  private void saved(Exchange x, Desk desk) throws IOException {
    Optional<Draft> draft = find(desk);
    if (draft.isEmpty()) {
      x.redirect(desk.base());
      return;
    }
    PortalTexts t = x.texts();
    Html body =
        Markup.h1(t.get("apply.saved.title"))
            .and(Markup.lead(t.get("apply.saved.text", t.day(draft.get().expiresAt()))))
            .and(Button.start(t.get("apply.continue"), desk.base()).toHtml());
    if (desk.entry().isEmpty() && desk.completes().isEmpty()) {
      body = body.and(Markup.p(Markup.link(t.get("apply.saved.file"), PATH + "/fil")));
    }
    x.show(x.page("info", t.get("apply.saved.title")).body(body).build());
  }

  private void post(Exchange x, Desk desk) throws IOException {
    String page = x.part("page");
    FormRun version = version(desk);
    if (!drawing(version).isPage(page)) {
      x.notFound();
      return;
    }
    PageDefinition definition = version.form().page(Place.name(page)).orElseThrow();
    // Read here and not by the container, which would take any size and any field.
    Optional<PostedFields> read = posts.read(x, () -> FormHttp.read(x.request(), definition));
    if (read.isEmpty()) {
      ErrorPages.show(x, ErrorPages.Kind.BUSY);
      return;
    }
    try (PostedFields posted = read.get()) {
      if (x.isOwnPost(csrf, posted)) {
        update(x, desk, page, posted);
      } else {
        ErrorPages.show(x, ErrorPages.Kind.CSRF);
      }
    }
  }

  private void update(Exchange x, Desk desk, String page, PostedFields posted) throws IOException {
    DraftUpdate update =
        drafts.update(ref(desk), posted.control(PostedFields.DRAFT).orElse(null), page, posted);
    if (update instanceof DraftUpdate.Stored stored) {
      answer(x, desk, page, posted, stored);
    } else if (update instanceof DraftUpdate.Conflict conflict) {
      disputed(x, desk, page, conflict);
    } else if (update instanceof DraftUpdate.ReviewAgain again) {
      Html banner = Windows.banner(x, "apply.again");
      FormRun version = again.draft().run();
      String open = version.open(again.draft().state(), page);
      drawing(version)
          .render(
              x,
              desk,
              409,
              again.draft(),
              again.draft().state(),
              open,
              ApplicationDrawing.view(x, desk),
              banner);
    } else if (update instanceof DraftUpdate.Sending held) {
      held(x, desk, held);
    } else if (drafts.outcome(ref(desk)).isPresent()) {
      // Sent already: a double click or a reload gives the same receipt.
      x.redirect(afterwards(desk));
    } else {
      ErrorPages.show(x, ErrorPages.Kind.GONE);
    }
  }

  private void held(Exchange x, Desk desk, DraftUpdate.Sending held) throws IOException {
    if (held.wasSending()) {
      send(x, desk, held.draft());
    } else {
      ErrorPages.show(x, ErrorPages.Kind.SENDING);
    }
  }

  private void answer(
      Exchange x, Desk desk, String page, PostedFields posted, DraftUpdate.Stored stored)
      throws IOException {
    StepResult step = stored.step();
    Draft draft = stored.draft();
    if (step.isComplete()) {
      send(x, desk, draft);
      return;
    }
    if (step.elsewhere().isPresent()) {
      elsewhere(x, desk, stored);
      return;
    }
    boolean saves =
        posted.control(PostedFields.ACTION).filter(PostedFields.SAVE::equals).isPresent();
    // A file that was not taken is lost, so that is told before anything else.
    if (saves && step.violations().isEmpty()) {
      boolean review = posted.control(PostedFields.FROM_REVIEW).isPresent();
      boolean language = Languages.isSwitch(x.request());
      x.redirect(desk.base() + "/" + (language ? page + (review ? "?_review=1" : "") : "sparad"));
      return;
    }
    String next = step.page().orElseThrow();
    boolean back = posted.control(PostedFields.ACTION).filter("back"::equals).isPresent();
    if (back && next.equals(page) && step.violations().isEmpty()) {
      x.redirect(desk.before());
      return;
    }
    String open = draft.run().open(draft.state(), page);
    if (next.equals(page) && !open.equals(page)) {
      // Somebody jumped ahead: what they wrote is kept, and the first unfinished page comes first.
      x.redirect(desk.base() + "/" + open);
      return;
    }
    if (next.equals(page) && (!step.violations().isEmpty() || !step.revealed().isEmpty())) {
      boolean fromReview = posted.control(PostedFields.FROM_REVIEW).isPresent();
      PageView view = ApplicationDrawing.view(x, desk).fromReview(fromReview).after(step);
      int status = step.violations().isEmpty() ? 200 : 422;
      drawing(draft.run()).render(x, desk, status, draft, draft.state(), page, view, Html.EMPTY);
      return;
    }
    x.redirect(desk.base() + "/" + next);
  }

  private void send(Exchange x, Desk desk, Draft draft) {
    boolean waits = desk.completes().isEmpty() && !parties.isApproved(draft);
    if (waits && !"1".equals(queryOnly(x, WITHOUT_WAITING))) {
      drafts.release(draft);
      x.redirect(desk.base() + "/medsokande");
      return;
    }
    x.redirect(desk.receipt(sending.send(draft, desk, x.locale())));
  }

  /** From the address alone, since the body has been read. */
  private static String queryOnly(Exchange x, String name) {
    String query = x.request().getQueryString();
    return query != null && query.equals(name + "=1") ? "1" : "";
  }
}
