package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.byggsten.forms.FormException;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.draft.DraftUpdate;
import se.byggsten.forms.draft.ParkedPost;
import se.byggsten.forms.draft.ParkedPosts;
import se.byggsten.forms.draft.PartyMember;
import se.byggsten.forms.party.Parties;
import se.byggsten.forms.party.Visit;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.servlet.FormHttp;
import se.byggsten.identity.CsrfTokens;
import se.byggsten.web.Html;
import se.byggsten.web.page.Page;

/** The pages that another named person than the applicant fills in: theirs and no others. */
final class PartyFillPages {
  private static final Pattern OF_FORM = Pattern.compile("/medsokande/[^/]+/.+");
  private static final String FORM = FormRenderer.FORM_ID;

  private final DraftStore drafts;
  private final Parties parties;
  private final LateParties late;
  private final CsrfTokens csrf;
  private final ParkedPosts parked;
  private final boolean https;

  PartyFillPages(
      PortalServices services,
      DraftStore drafts,
      Parties parties,
      LateParties late,
      ParkedPosts parked,
      CsrfTokens csrf) {
    https = services.https();
    this.parked = parked;
    this.late = late;
    this.drafts = drafts;
    this.parties = parties;
    this.csrf = csrf;
  }

  /** Whether a post is read, and its token judged, here. */
  static boolean isOfForm(String path) {
    return OF_FORM.matcher(path).matches();
  }

  void addTo(Routes routes) {
    routes
        .get("/medsokande/{code}/{page...}", this::show)
        .post("/medsokande/{code}/{page...}", this::post);
  }

  /** The part of whoever has logged in, when the address names one of its pages. */
  private Optional<Visit.Granted> mine(Exchange x) {
    Visit visit = parties.visit(x.part("code"), x.citizen());
    Optional<Visit.Granted> part =
        visit instanceof Visit.Late sent
            ? late.part(x, sent)
            : visit instanceof Visit.Granted granted ? Optional.of(granted) : Optional.empty();
    return part.filter(mine -> mine.party().task() == PartyDefinition.Task.FILL)
        .filter(mine -> definition(mine, x.part("page")).isPresent());
  }

  private static Optional<PageDefinition> definition(Visit.Granted mine, String path) {
    List<String> around = mine.draft().run().form().structure().around(Place.name(path));
    boolean deep = Place.of(path).filter(place -> place.depth() == around.size()).isPresent();
    return deep ? mine.draft().run().form().page(Place.name(path)) : Optional.empty();
  }

  private static String base(Visit.Granted mine) {
    return "/medsokande/" + mine.code();
  }

  private void show(Exchange x) throws IOException {
    Optional<Visit.Granted> found = mine(x);
    if (found.isEmpty()) {
      x.notFound();
      return;
    }
    Visit.Granted mine = found.get();
    String asked = x.part("page");
    Html told = Html.EMPTY;
    Optional<ParkedPost> post = ParkedCookie.take(x, https).flatMap(parked::take);
    if (post.filter(one -> one.page().equals(asked)).isPresent()) {
      DraftUpdate update = post.get().applyTo(drafts, member(x, mine), mine.draft().ref());
      if (update instanceof DraftUpdate.Conflict conflict) {
        disputed(x, mine, conflict);
        return;
      }
      if (update instanceof DraftUpdate.Sending) {
        ErrorPages.show(x, ErrorPages.Kind.SENDING);
        return;
      }
      if (ParkedCookie.hasMore(x, https)) {
        x.redirect(base(mine) + "/" + asked);
        return;
      }
      told = update instanceof DraftUpdate.Stored ? Windows.leftOut(x, post.get()) : told;
      mine = again(x, mine);
    }
    String open = open(mine.draft(), asked);
    if (open.isEmpty()) {
      x.notFound();
    } else if (!open.equals(asked)) {
      x.redirect(base(mine) + "/" + open);
    } else {
      render(x, mine, mine.draft().state(), 200, view(x, mine), told);
    }
  }

  private static PartyMember member(Exchange x, Visit.Granted mine) {
    return new PartyMember(mine.party().id(), x.citizen());
  }

  private void disputed(Exchange x, Visit.Granted mine, DraftUpdate.Conflict conflict)
      throws IOException {
    Html both = Windows.disputed(x, conflict.draft().run().form(), conflict.disputed());
    render(x, again(x, mine), conflict.shown(), 409, view(x, mine), both);
  }

  /** One of the person's own pages; empty when the row of the address is not there. */
  private static String open(Draft draft, String page) {
    try {
      return draft.run().open(draft.state(), page);
    } catch (FormException noSuchRow) {
      return "";
    }
  }

  private static PageView view(Exchange x, Visit.Granted mine) {
    return PageView.of(x.locale(), base(mine), x.csrf()).withPageBefore();
  }

  private static void render(
      Exchange x, Visit.Granted mine, FormState state, int status, PageView view, Html banner)
      throws IOException {
    Draft draft = mine.draft();
    String page = x.part("page");
    FormRenderer renderer = FormRenderer.of(draft.run());
    PageView told =
        view.violations().isEmpty() ? view.telling(draft.run().waiting(state, page)) : view;
    Page.Builder built =
        x.formPage("question", renderer.title(page, view(x, mine)))
            .error(!told.violations().isEmpty())
            .body(banner.and(renderer.page(state, page, told.draft(draft.mark()))));
    for (String tag : List.of("sv", "en")) {
      built.language(
          Locale.forLanguageTag(tag),
          base(mine) + "/" + page + "?lang=" + tag,
          FORM,
          PostedFields.ACTION,
          PostedFields.SAVE);
    }
    x.show(status, built.build());
  }

  private void post(Exchange x) throws IOException {
    Optional<Visit.Granted> found = mine(x);
    if (found.isEmpty()) {
      x.notFound();
      return;
    }
    PageDefinition page = definition(found.get(), x.part("page")).orElseThrow();
    try (PostedFields posted = FormHttp.read(x.request(), page)) {
      if (x.isOwnPost(csrf, posted)) {
        update(x, found.get(), posted);
      } else {
        ErrorPages.show(x, ErrorPages.Kind.CSRF);
      }
    }
  }

  private void update(Exchange x, Visit.Granted mine, PostedFields posted) throws IOException {
    DraftUpdate update =
        drafts.updateAs(
            member(x, mine),
            mine.draft().ref(),
            posted.control(PostedFields.DRAFT).orElse(null),
            x.part("page"),
            posted);
    if (update instanceof DraftUpdate.Stored stored) {
      answer(x, mine, posted, stored);
    } else if (update instanceof DraftUpdate.Conflict conflict) {
      disputed(x, mine, conflict);
    } else if (update instanceof DraftUpdate.Sending) {
      ErrorPages.show(x, ErrorPages.Kind.SENDING);
    } else {
      ErrorPages.show(x, ErrorPages.Kind.GONE);
    }
  }

  /** The same invitation with the draft as it is now. */
  private Visit.Granted again(Exchange x, Visit.Granted before) {
    return mine(x).orElse(before);
  }

  private void answer(
      Exchange x, Visit.Granted mine, PostedFields posted, DraftUpdate.Stored stored)
      throws IOException {
    StepResult step = stored.step();
    String page = x.part("page");
    String next = step.page().orElse("");
    boolean saves =
        posted.control(PostedFields.ACTION).filter(PostedFields.SAVE::equals).isPresent();
    if (saves && step.violations().isEmpty()) {
      x.redirect(base(mine) + (Languages.isSwitch(x.request()) ? "/" + page : ""));
    } else if (step.isComplete() || next.isEmpty()) {
      x.redirect(base(mine));
    } else if (!next.equals(page)) {
      x.redirect(base(mine) + "/" + next);
    } else if (step.violations().isEmpty() && step.revealed().isEmpty()) {
      x.redirect(base(mine));
    } else {
      int status = step.violations().isEmpty() ? 200 : 422;
      Visit.Granted now = again(x, mine);
      render(x, now, now.draft().state(), status, view(x, now).after(step), Html.EMPTY);
    }
  }
}
