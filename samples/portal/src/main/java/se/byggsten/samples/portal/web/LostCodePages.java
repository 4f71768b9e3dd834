package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import se.byggsten.forms.draft.CodeVisits;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftOwner;
import se.byggsten.forms.draft.DraftRef;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.draft.ResumeCode;
import se.byggsten.forms.spi.AttemptLimit;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.ErrorSummary;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.NotificationBanner;
import se.byggsten.web.component.TextInput;

/**
 * What can be done about a lost code: an address is left beforehand, and a new code is sent to it.
 */
final class LostCodePages {
  /** Where an address is left. */
  static final String LEAVE = OpenPages.PATH + "/epost";

  /** Where a new code is asked for. */
  static final String ASK = OpenPages.PATH + "/ny-kod";

  private static final String ADDRESS = "epost";
  private static final String CODE = "kod";

  private final PortalServices services;
  private final String formId;
  private final DraftStore drafts;
  private final CodeVisits visits;
  private final RecoveryAddresses addresses;
  private final AttemptLimit limit;

  LostCodePages(
      PortalServices services,
      String formId,
      DraftStore drafts,
      CodeVisits visits,
      RecoveryAddresses addresses,
      AttemptLimit limit) {
    this.services = services;
    this.formId = formId;
    this.drafts = drafts;
    this.visits = visits;
    this.addresses = addresses;
    this.limit = limit;
  }

  /** To be added before the pages of the form. */
  void addTo(Routes routes) {
    routes
        .get(LEAVE, x -> leavePage(x, 200, ADDRESS, ""))
        .post(LEAVE, this::leave)
        .get(ASK, x -> askPage(x, 200, ""))
        .post(ASK, this::ask);
  }

  private Optional<Draft> draft(Exchange x) {
    return visits
        .find(VisitCookie.get(x, services.https()))
        .flatMap(owner -> drafts.find(DraftRef.first(owner, formId)));
  }

  private static TextInput.Builder input(Exchange x, String error) {
    TextInput.Builder input =
        TextInput.builder(ADDRESS)
            .label(x.text("lost.address"))
            .type("email")
            .autocomplete("email")
            .locale(x.locale());
    return error.isEmpty() ? input : input.error(error).value(x.field(ADDRESS));
  }

  private static Html summary(Exchange x, String field, String error) {
    return error.isEmpty()
        ? Html.EMPTY
        : ErrorSummary.of(x.locale(), List.of(Link.of(error, "#" + field))).toHtml();
  }

  private static Html form(Exchange x, String target, Html more, String error, String button) {
    return Markup.form(
        target,
        x.csrf(),
        more.and(input(x, error).build().toHtml()).and(Button.submit(x.text(button)).toHtml()));
  }

  /** The code while it is shown; later whoever leaves an address has to know it. */
  private Optional<ResumeCode> shown(Exchange x) {
    String token = VisitCookie.get(x, services.https());
    return visits.isKnown(token) ? visits.show(token) : Optional.empty();
  }

  private Optional<ResumeCode> known(Exchange x, Draft draft) {
    return shown(x)
        .or(() -> ResumeCode.read(x.field(CODE)))
        .filter(code -> DraftOwner.code(code).equals(draft.ref().owner()));
  }

  private static Html code(Exchange x, String error) {
    TextInput.Builder input =
        TextInput.builder(CODE)
            .label(x.text("open.resume.label"))
            .hint(x.text("lost.leave.code"))
            .autocomplete("off")
            .locale(x.locale())
            .width(20);
    return (error.isEmpty() ? input : input.error(error)).build().toHtml();
  }

  private void leavePage(Exchange x, int status, String field, String error) throws IOException {
    if (draft(x).isEmpty()) {
      x.redirect(ASK);
      return;
    }
    PortalTexts t = x.texts();
    Html code = shown(x).isPresent() ? Html.EMPTY : code(x, field.equals(CODE) ? error : "");
    Html body =
        summary(x, field, error)
            .and(Markup.h1(t.get("lost.leave.title")))
            .and(Markup.p(t.get("lost.leave.text")))
            .and(Markup.p(t.get("lost.leave.kept")))
            .and(form(x, LEAVE, code, field.equals(ADDRESS) ? error : "", "lost.leave.send"))
            .and(Markup.p(Markup.link(t.get("lost.leave.back"), OpenPages.PATH + "/sparad")));
    x.show(
        status,
        x.page("info", t.get("lost.leave.title")).error(!error.isEmpty()).body(body).build());
  }

  private void leave(Exchange x) throws IOException {
    Optional<Draft> draft = draft(x);
    Optional<String> address = RecoveryAddresses.read(x.field(ADDRESS));
    if (draft.isEmpty()) {
      x.redirect(ASK);
    } else if (address.isEmpty()) {
      leavePage(x, 422, ADDRESS, x.text("lost.address.error"));
    } else if (!limit.permits("lost-code-left", x.request().getRemoteAddr())) {
      leavePage(x, 429, ADDRESS, x.text("open.resume.later"));
    } else if (known(x, draft.get()).isEmpty()) {
      leavePage(x, 422, CODE, x.text("open.resume.mistyped"));
    } else {
      addresses.leave(address.get(), known(x, draft.get()).orElseThrow());
      x.redirect(OpenPages.PATH + "/sparad?_epost=1");
    }
  }

  /** That an address has been left, on the page that follows. */
  static Html left(Exchange x) {
    return "1".equals(x.query("_epost"))
        ? NotificationBanner.success(x.locale(), x.text("lost.left")).toHtml()
        : Html.EMPTY;
  }

  private void askPage(Exchange x, int status, String error) throws IOException {
    PortalTexts t = x.texts();
    Html body =
        summary(x, ADDRESS, error)
            .and(Markup.h1(t.get("lost.title")))
            .and(Markup.p(t.get("lost.text")))
            .and(Markup.h2(t.get("lost.with.title")))
            .and(Markup.p(t.get("lost.with.text")))
            .and(form(x, ASK, Html.EMPTY, error, "lost.send"))
            .and(Markup.h2(t.get("lost.without.title")))
            .and(Markup.p(t.get("lost.without.text")))
            .and(Markup.p(Markup.link(t.get("open.resume.new"), OpenPages.PATH)));
    x.show(status, x.page("info", t.get("lost.title")).error(!error.isEmpty()).body(body).build());
  }

  /** The answer is the same whatever address it is. */
  private void ask(Exchange x) throws IOException {
    Optional<String> address = RecoveryAddresses.read(x.field(ADDRESS));
    if (address.isEmpty()) {
      askPage(x, 422, x.text("lost.address.error"));
      return;
    }
    if (!limit.permits("lost-code-from", x.request().getRemoteAddr())) {
      askPage(x, 429, x.text("open.resume.later"));
      return;
    }
    PortalTexts t = x.texts();
    addresses.ask(address.get(), t);
    Html body =
        Markup.h1(t.get("lost.asked.title"))
            .and(Markup.lead(t.get("lost.asked.text")))
            .and(Markup.p(t.get("lost.asked.none")))
            .and(Button.start(t.get("lost.asked.on"), OpenPages.PATH + "/fortsatt").toHtml());
    x.show(x.page("info", t.get("lost.asked.title")).body(body).build());
  }
}
