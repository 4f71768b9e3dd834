package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseStatus;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.cases.Supplement;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.ErrorSummary;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.NotificationBanner;
import se.byggsten.web.component.SummaryList;
import se.byggsten.web.component.Table;
import se.byggsten.web.component.Textarea;
import se.byggsten.web.page.Page;

/** "Mina ärenden": the citizen's own cases, and the receipt of each. */
final class CasePages {
  private static final int LONGEST = 2000;

  private final PortalServices services;
  private final CaseParts parts;
  private final SubmittedView submitted;
  private final SentWith sentWith;

  CasePages(PortalServices services, SubmittedView submitted, SentWith sentWith) {
    this.services = services;
    this.submitted = submitted;
    this.sentWith = sentWith;
    parts = new CaseParts(services);
  }

  void addTo(Routes routes) {
    routes
        .get("/mina-arenden", this::list)
        .get("/mina-arenden/{id}", x -> show(x, Optional.empty()))
        .get("/mina-arenden/{id}/handling/{document}", this::document)
        .post("/mina-arenden/{id}/meddelande", this::message)
        .post("/mina-arenden/{id}/komplettering", this::supplement)
        .get("/kvittens/{id}", this::receipt);
  }

  private void list(Exchange x) throws IOException {
    PortalTexts t = x.texts();
    List<Case> cases = services.queries().listOf(x.citizen());
    Html body = Markup.h1(t.get("cases.title"));
    if (cases.isEmpty()) {
      body = body.and(Markup.p(t.get("cases.none")));
    } else {
      List<List<Table.Cell>> rows = new ArrayList<>();
      for (Case one : cases) {
        rows.add(
            List.of(
                Table.Cell.of(Link.of(CaseParts.number(one), "/mina-arenden/" + one.id()).toHtml()),
                Table.Cell.of(one.title()),
                Table.Cell.of(t.day(one.receivedAt())),
                Table.Cell.of(parts.status(one, t))));
      }
      body =
          body.and(
              Table.of(
                      t.get("cases.caption"),
                      List.of(
                          t.get("cases.number"),
                          t.get("cases.about"),
                          t.get("cases.received"),
                          t.get("cases.status")),
                      rows)
                  .onPhoneStacked()
                  .toHtml());
    }
    body = body.and(Markup.p(Markup.link(t.get("cases.new"), "/ansokan")));
    x.show(x.page("cases", t.get("cases.title")).layout(Page.Layout.WIDE).body(body).build());
  }

  private Optional<Case> own(Exchange x) {
    return CaseParts.idOf(x.part("id")).flatMap(id -> services.queries().find(id, x.citizen()));
  }

  private void show(Exchange x, Optional<String> wrong) throws IOException {
    Optional<Case> found = own(x);
    if (found.isEmpty()) {
      x.notFound();
      return;
    }
    Case one = found.get();
    PortalTexts t = x.texts();
    Html body = Html.EMPTY;
    if (wrong.isPresent()) {
      body =
          ErrorSummary.of(
                  x.locale(), List.of(Link.of(t.get("case.empty", LONGEST), "#" + wrong.get())))
              .toHtml();
    }
    body =
        body.and(Markup.h1(one.title()))
            .and(parts.facts(one, t))
            .and(decision(one, t))
            .and(sentWith.toAsk(x, one))
            .and(supplementForm(x, one, wrong.filter("komplettering"::equals).isPresent()))
            .and(Markup.h2(t.get("case.timeline")))
            .and(parts.timeline(one, t))
            .and(Markup.h2(t.get("case.documents")))
            .and(
                parts.documentList(
                    one,
                    OwnDocuments.of(services, one).all(),
                    t,
                    "/mina-arenden/" + one.id() + "/handling/"))
            .and(Markup.h2(t.get("case.messages")))
            .and(parts.messages(one, t))
            .and(messageForm(x, one, wrong.filter("meddelande"::equals).isPresent()));
    x.show(
        wrong.isPresent() ? 422 : 200,
        x.page("case", CaseParts.number(one))
            .error(wrong.isPresent())
            .layout(Page.Layout.WIDE)
            .body(body)
            .build());
  }

  private static Html decision(Case one, PortalTexts t) {
    return one.decision()
        .map(
            d ->
                Markup.h2(t.get("case.decision"))
                    .and(
                        SummaryList.of(
                                List.of(
                                    SummaryList.Row.of(
                                        t.get("decision.outcome"),
                                        Html.text(t.get("decision." + d.outcome()))),
                                    SummaryList.Row.of(
                                        t.get("decision.reasons"), Markup.written(d.reasons())),
                                    SummaryList.Row.of(
                                        t.get("decision.by"),
                                        Html.text(d.decidedBy() + ", " + t.day(d.decidedAt()))),
                                    SummaryList.Row.of(
                                        t.get("decision.appeal"), Markup.written(d.howToAppeal()))))
                            .toHtml()))
        .orElse(Html.EMPTY);
  }

  private Html supplementForm(Exchange x, Case one, boolean wrong) {
    PortalTexts t = x.texts();
    return one.supplementRequest()
        .map(
            request -> {
              Textarea.Builder words =
                  Textarea.builder("komplettering")
                      .label(t.get("supplement.label"))
                      .rows(5)
                      .maxLength(LONGEST)
                      .locale(x.locale());
              if (wrong) {
                words.error(t.get("case.empty", LONGEST)).value(x.field("komplettering"));
              }
              return NotificationBanner.important(
                      x.locale(), t.get("supplement.asked", t.day(request.dueDate())))
                  .toHtml()
                  .and(Markup.h2(t.get("supplement.title")))
                  .and(Markup.written(request.text()))
                  .and(change(x, one))
                  .and(
                      Markup.form(
                          "/mina-arenden/" + one.id() + "/komplettering",
                          x.csrf(),
                          Markup.hidden("nyckel", key(one, "komplettering"))
                              .and(words.build().toHtml())
                              .and(Button.submit(t.get("supplement.send")).toHtml())));
            })
        .orElse(Html.EMPTY);
  }

  /** The way to the answers, to be changed; not for a case of an older version of the form. */
  private Html change(Exchange x, Case one) {
    return submitted.run(one).isEmpty()
        ? Html.EMPTY
        : Markup.p(x.text("supplement.change.text"))
            .and(sentWith.warning(one, x.texts()))
            .and(
                Markup.p(
                    Markup.link(
                        x.text("supplement.change"),
                        "/mina-arenden/" + one.id() + SupplementDesks.CHANGE)));
  }

  private Html messageForm(Exchange x, Case one, boolean wrong) {
    if (one.status() == CaseStatus.CLOSED) {
      return Html.EMPTY;
    }
    PortalTexts t = x.texts();
    Textarea.Builder words =
        Textarea.builder("meddelande")
            .label(t.get("message.label"))
            .rows(4)
            .maxLength(LONGEST)
            .locale(x.locale());
    if (wrong) {
      words.error(t.get("case.empty", LONGEST)).value(x.field("meddelande"));
    }
    return Markup.form(
        "/mina-arenden/" + one.id() + "/meddelande",
        x.csrf(),
        words
            .build()
            .toHtml()
            .and(Button.builder(t.get("message.send")).secondary().build().toHtml()));
  }

  /** The same key for the same version of the case, so that a double click sends once. */
  private static String key(Case one, String what) {
    String text = what + "-" + one.version() + "-" + one.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .substring(0, 40);
  }

  private void message(Exchange x) throws IOException {
    Optional<Case> found = own(x);
    String text = x.field("meddelande");
    if (found.isEmpty()) {
      x.notFound();
    } else if (text.isEmpty() || text.length() > LONGEST) {
      show(x, Optional.of("meddelande"));
    } else {
      services.handling().post(found.get().id(), Actor.citizen(x.requiredSession().person()), text);
      x.redirect("/mina-arenden/" + found.get().id());
    }
  }

  private void supplement(Exchange x) throws IOException {
    Optional<Case> found = own(x);
    String text = x.field("komplettering");
    if (found.isEmpty()) {
      x.notFound();
    } else if (text.isEmpty() || text.length() > LONGEST) {
      show(x, Optional.of("komplettering"));
    } else if (found.get().supplementRequest().isEmpty()
        && found.get().status() != CaseStatus.IN_PROGRESS) {
      // Nobody asked; a second click on a supplement that was asked for finds the case in progress.
      ErrorPages.show(x, ErrorPages.Kind.CONFLICT);
    } else {
      String sent = x.field("nyckel");
      services
          .handling()
          .receiveSupplement(
              found.get().id(),
              Actor.citizen(x.requiredSession().person()),
              new Supplement(
                  sent.matches("[A-Za-z0-9_-]{16,64}") ? sent : key(found.get(), "komplettering"),
                  text,
                  List.of(),
                  services.clock().instant()));
      x.redirect("/mina-arenden/" + found.get().id());
    }
  }

  private void document(Exchange x) throws IOException {
    Optional<Case> found = own(x);
    Optional<UUID> id = CaseParts.uuidOf(x.part("document"));
    if (found.isPresent() && id.isPresent() && parts.isOthersPart(found.get(), id.get())) {
      x.notFound();
    } else if (found.isPresent() && id.isPresent() && parts.isWithheld(found.get(), id.get())) {
      ErrorPages.show(x, ErrorPages.Kind.HARMFUL);
    } else if (found.isEmpty() || id.isEmpty() || !send(x, found.get(), id.get())) {
      x.notFound();
    }
  }

  private boolean send(Exchange x, Case one, UUID id) throws IOException {
    OwnDocuments own = OwnDocuments.of(services, one);
    return own.has(id) && parts.send(x, one, id, own.copy(id));
  }

  private void receipt(Exchange x) throws IOException {
    Optional<Case> found = own(x);
    if (found.isEmpty()) {
      x.notFound();
      return;
    }
    Case one = found.get();
    PortalTexts t = x.texts();
    String follow = "/mina-arenden/" + one.id();
    List<StoredDocument> documents = OwnDocuments.of(services, one).all();
    Html body =
        submitted
            .receipt(one, Receipts.of(one, x.locale(), services.manifest()).followUp(follow))
            .orElseGet(() -> Markup.h1(t.get("receipt.heading")).and(parts.facts(one, t)))
            .and(sentWith.tookPart(one, t))
            .and(sentWith.toAsk(x, one))
            .and(Markup.h2(t.get("case.documents")))
            .and(parts.documentList(one, documents, t, follow + "/handling/"))
            .and(Markup.p(Markup.link(t.get("receipt.feedback"), "/synpunkter")));
    x.show(x.page("receipt", t.get("receipt.heading")).body(body).build());
  }
}
