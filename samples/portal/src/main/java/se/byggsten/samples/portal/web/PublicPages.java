package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import se.byggsten.core.manifest.Channel;
import se.byggsten.core.manifest.ContentSet;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.Details;
import se.byggsten.web.component.InsetText;
import se.byggsten.web.page.Page;

/** What anybody may read: what the service is for, personal data, security contact. */
final class PublicPages {
  private final PortalServices services;
  private final int draftDays;

  PublicPages(PortalServices services, int draftDays) {
    this.services = services;
    this.draftDays = draftDays;
  }

  void addTo(Routes routes) {
    routes
        .get("/", this::start)
        .get("/personuppgifter", this::privacy)
        .get("/utloggad", this::loggedOut)
        .get("/.well-known/security.txt", this::securityText)
        .get("/robots.txt", x -> x.send("text/plain;charset=UTF-8", "User-agent: *\nAllow: /$\n"));
  }

  private void start(Exchange x) throws IOException {
    PortalTexts t = x.texts();
    int days = services.manifest().service().expectedHandlingDays().orElse(0);
    Html body =
        Markup.h1(t.get("start.title"))
            .and(Markup.lead(t.get("start.lead")))
            .and(Button.start(t.get("start.begin"), "/ansokan").toHtml())
            .and(InsetText.of(t.get("start.time", draftDays)).toHtml())
            .and(Markup.h2(t.get("start.need.title")))
            .and(Markup.bullets(t.list("start.need")))
            .and(Markup.h2(t.get("start.how.title")))
            .and(Markup.steps(t.list("start.how")))
            .and(Markup.p(t.get("start.handling", days)))
            .and(Markup.h2(t.get("start.camps.title")))
            .and(Markup.p(t.get("start.camps.text")))
            .and(contents(t))
            .and(Markup.h2(t.get("start.other.title")))
            .and(Markup.p(t.get("start.other.text")))
            .and(otherWays(t))
            .and(Markup.h2(t.get("start.services.title")))
            .and(Markup.p(Markup.link(t.get("open.name"), OpenPages.PATH)))
            .and(Markup.p(t.get("start.services.open")))
            .and(
                Details.of(t.get("start.language.title"), Markup.p(t.get("start.language.text")))
                    .toHtml())
            .and(Markup.p(Markup.link(t.get("start.privacy"), "/personuppgifter")))
            .and(Markup.p(Markup.link(t.get("start.staff"), "/handlaggare")));
    x.show(x.page("start", t.get("start.heading")).body(body).build());
  }

  /** How fresh the information is, for each set of it that the manifest names. */
  private Html contents(PortalTexts t) {
    Html all = Html.EMPTY;
    for (ContentSet set : services.manifest().contents()) {
      all =
          all.and(
              Markup.p(
                  Html.text(t.get("start.checked", set.title()) + " ")
                      .and(Markup.time(set.lastChecked(), t.day(set.lastChecked())))
                      .and(Html.text(". " + t.get("start.source", set.source())))));
    }
    return all;
  }

  private Html otherWays(PortalTexts t) {
    List<Html> ways = new ArrayList<>();
    for (Channel channel : services.manifest().channels()) {
      switch (channel.kind()) {
        case PHONE ->
            ways.add(
                Html.text(t.get("start.phone") + " ")
                    .and(Markup.link("0555-120 00", "tel:055512000"))
                    .and(Html.text(" " + t.get("start.phone.hours"))));
        case VISIT -> ways.add(Html.text(t.get("start.visit")));
        case PAPER -> ways.add(Html.text(t.get("start.paper")));
        default -> {
          // The web is the way that the visitor is on.
        }
      }
    }
    return Markup.list("ul", "govuk-list govuk-list--bullet", ways);
  }

  private void privacy(Exchange x) throws IOException {
    PortalTexts t = x.texts();
    Html body = Markup.h1(t.get("privacy.title")).and(Markup.lead(t.get("privacy.lead")));
    for (String part :
        List.of(
            "controller",
            "officer",
            "purpose",
            "basis",
            "recipients",
            "kept",
            "must",
            "rights",
            "complaint",
            "cookies")) {
      body =
          body.and(Markup.h2(t.get("privacy." + part + ".title")))
              .and(Markup.p(t.get("privacy." + part + ".text", draftDays)));
    }
    x.show(x.page("info", t.get("privacy.title")).body(body).build());
  }

  private void loggedOut(Exchange x) throws IOException {
    Html body =
        Markup.h1(x.text("loggedout.title"))
            .and(Markup.lead(x.text("loggedout.text", draftDays)))
            .and(Button.start(x.text("error.home"), "/").toHtml());
    Page page = x.page("info", x.text("loggedout.title")).body(body).build();
    x.show(page);
  }

  /** RFC 9116: whom to tell of a hole, until when the text holds. */
  private void securityText(Exchange x) throws IOException {
    String expires =
        services
            .clock()
            .instant()
            .plus(180, ChronoUnit.DAYS)
            .truncatedTo(ChronoUnit.DAYS)
            .toString();
    x.send(
        "text/plain;charset=UTF-8",
        "Contact: mailto:sakerhet@eksta.example\nExpires: "
            + expires
            + "\nPreferred-Languages: sv, en\n");
  }
}
