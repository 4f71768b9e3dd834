package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseStatus;
import se.byggsten.core.cases.Decision;
import se.byggsten.core.cases.SupplementRequest;
import se.byggsten.core.person.ProtectedIdentity;
import se.byggsten.core.spi.DocumentRelease;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.DateInput;
import se.byggsten.web.component.ErrorSummary;
import se.byggsten.web.component.InsetText;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.Radios;
import se.byggsten.web.component.Table;
import se.byggsten.web.component.Textarea;
import se.byggsten.web.component.WarningText;
import se.byggsten.web.page.Page;

/** The case handler's pages: list, open, ask for a supplement, write, decide, close. */
final class HandlerPages {
  private static final int SHOWN = 200;
  private static final int LONGEST = 4000;
  private static final int LAST_YEAR = 2999;

  private final PortalServices services;
  private final CaseParts parts;
  private final AnswerView answers;
  private final SentWith sentWith;
  private final DecisionDocument decisions;
  private final FeedbackBook feedback;

  HandlerPages(
      PortalServices services, AnswerView answers, SentWith sentWith, FeedbackBook feedback) {
    this.services = services;
    this.sentWith = sentWith;
    this.answers = answers;
    this.feedback = feedback;
    parts = new CaseParts(services);
    decisions = new DecisionDocument();
  }

  void addTo(Routes routes) {
    routes
        .get("/handlaggare", this::list)
        .get("/handlaggare/synpunkter", this::feedback)
        .get("/handlaggare/{id}", x -> show(x, Map.of()))
        .get("/handlaggare/{id}/handling/{document}", this::document)
        .post("/handlaggare/{id}/oppna", this::open)
        .post("/handlaggare/{id}/komplettering", this::askForSupplement)
        .post("/handlaggare/{id}/meddelande", this::message)
        .post("/handlaggare/{id}/beslut", this::decide)
        .post("/handlaggare/{id}/avsluta", this::close);
  }

  private void list(Exchange x) throws IOException {
    PortalTexts t = x.texts();
    List<List<Table.Cell>> rows = new ArrayList<>();
    String authority = services.manifest().participants().get(0).code();
    for (Case one : services.queries().listFor(authority, SHOWN)) {
      rows.add(
          List.of(
              Table.Cell.of(Link.of(CaseParts.number(one), "/handlaggare/" + one.id()).toHtml()),
              Table.Cell.of(one.title()),
              Table.Cell.of(
                  one.protection() == ProtectedIdentity.NONE
                      ? CaseParts.sender(one, t)
                      : t.get("handler.protected")),
              Table.Cell.of(t.day(one.receivedAt())),
              Table.Cell.of(parts.status(one, t))));
    }
    Html body = Markup.h1(t.get("handler.title"));
    body =
        rows.isEmpty()
            ? body.and(Markup.p(t.get("handler.none")))
            : body.and(
                Table.of(
                        t.get("handler.caption"),
                        List.of(
                            t.get("cases.number"),
                            t.get("cases.about"),
                            t.get("handler.applicant"),
                            t.get("cases.received"),
                            t.get("cases.status")),
                        rows)
                    .onPhoneStacked()
                    .toHtml());
    body =
        body.and(Markup.p(Markup.link(t.get("assisted.title"), Desk.ASSISTED)))
            .and(Markup.p(Markup.link(t.get("handler.feedback"), "/handlaggare/synpunkter")))
            .and(Markup.p(Markup.link(t.get("funnel.title"), FunnelPages.PATH)));
    x.show(x.page("handler", t.get("handler.title")).layout(Page.Layout.WIDE).body(body).build());
  }

  private void feedback(Exchange x) throws IOException {
    PortalTexts t = x.texts();
    Html body = Markup.h1(t.get("handler.feedback"));
    for (FeedbackBook.Entry entry : feedback.latest(100)) {
      String grade = entry.grade().isEmpty() ? "" : t.get("feedback.grade." + entry.grade());
      body =
          body.and(
              Markup.block(
                  Markup.p((t.day(entry.day()) + " " + grade).strip())
                      .and(Markup.written(entry.text()))));
    }
    x.show(x.page("handler", t.get("handler.feedback")).body(body).build());
  }

  private Optional<Case> found(Exchange x) {
    String authority = services.manifest().participants().get(0).code();
    return CaseParts.idOf(x.part("id"))
        .flatMap(services.queries()::find)
        .filter(c -> c.authority().code().equals(authority));
  }

  private void show(Exchange x, Map<String, String> wrong) throws IOException {
    Optional<Case> found = found(x);
    if (found.isEmpty()) {
      x.notFound();
      return;
    }
    Case one = found.get();
    PortalTexts t = x.texts();
    Html news = parts.news(one, staff(x), t);
    services.handling().noteRead(one.id(), staff(x));
    String here = "/handlaggare/" + one.id();
    Html body = Html.EMPTY;
    if (!wrong.isEmpty()) {
      List<Link> errors =
          wrong.entrySet().stream().map(e -> Link.of(e.getValue(), "#" + e.getKey())).toList();
      body = ErrorSummary.of(x.locale(), errors).toHtml();
    }
    body = body.and(Markup.h1(one.title()));
    if (one.protection() != ProtectedIdentity.NONE) {
      body = body.and(WarningText.of(x.locale(), t.get("handler.protected.text")).toHtml());
    }
    if (one.applicant().isEmpty()) {
      body =
          body.and(InsetText.of(t.get("handler.unidentified", CaseParts.sender(one, t))).toHtml());
    }
    if (one.secrecyMark().isPresent()) {
      body =
          body.and(
              WarningText.of(
                      x.locale(), t.get("handler.secrecy", one.secrecyMark().get().provision()))
                  .toHtml());
    }
    body =
        body.and(news)
            .and(parts.facts(one, t))
            .and(sentWith.tookPart(one, t))
            .and(sentWith.voided(one, t))
            .and(sentWith.missing(one, t))
            .and(Markup.h2(t.get(one.applicant().isEmpty() ? "handler.sent" : "handler.answers")))
            .and(answers.of(one, staff(x), x.locale()))
            .and(Markup.h2(t.get("case.documents")))
            .and(parts.documents(one, t, here + "/handling/"))
            .and(parts.notScanned(one, t))
            .and(Markup.h2(t.get("case.timeline")))
            .and(parts.timeline(one, t))
            .and(Markup.h2(t.get("case.messages")))
            .and(parts.messages(one, t))
            .and(actions(x, one, here, wrong));
    x.show(
        wrong.isEmpty() ? 200 : 422,
        x.page("handler", CaseParts.number(one))
            .error(!wrong.isEmpty())
            .layout(Page.Layout.WIDE)
            .body(body)
            .build());
  }

  private Html actions(Exchange x, Case one, String here, Map<String, String> wrong) {
    PortalTexts t = x.texts();
    CaseStatus status = one.status();
    Html all = Html.EMPTY;
    if (status == CaseStatus.RECEIVED) {
      return Markup.form(here + "/oppna", x.csrf(), Button.submit(t.get("handler.open")).toHtml());
    }
    if (one.applicant().isEmpty()) {
      // Nobody can log in to read a message or a decision: the answer goes by e-mail or telephone.
      return status == CaseStatus.CLOSED ? all : closing(x, here);
    }
    if (status != CaseStatus.CLOSED) {
      all =
          all.and(
              Markup.form(
                  here + "/meddelande",
                  x.csrf(),
                  area(x, "meddelande", "message.label", wrong)
                      .and(Button.builder(t.get("message.send")).secondary().build().toHtml())));
    }
    if (status == CaseStatus.IN_PROGRESS) {
      all =
          all.and(Markup.h2(t.get("handler.supplement")))
              .and(
                  Markup.form(
                      here + "/komplettering",
                      x.csrf(),
                      area(x, "begaran", "handler.supplement.text", wrong)
                          .and(date(x, "senast", wrong))
                          .and(
                              Button.builder(t.get("handler.supplement.send"))
                                  .secondary()
                                  .build()
                                  .toHtml())));
    }
    if (status == CaseStatus.IN_PROGRESS || status == CaseStatus.AWAITING_SUPPLEMENT) {
      Radios.Builder outcome =
          Radios.builder("utfall").legend(t.get("decision.outcome")).locale(x.locale());
      for (Decision.Outcome o : Decision.Outcome.values()) {
        outcome.choice(o.name(), t.get("decision." + o));
      }
      outcome.value(x.field("utfall")).error(wrong.get("utfall"));
      all =
          all.and(Markup.h2(t.get("handler.decide")))
              .and(
                  Markup.form(
                      here + "/beslut",
                      x.csrf(),
                      outcome
                          .build()
                          .toHtml()
                          .and(area(x, "skal", "decision.reasons", wrong))
                          .and(Button.submit(t.get("handler.decide.send")).toHtml())));
    }
    if (status == CaseStatus.DECIDED) {
      all = all.and(closing(x, here));
    }
    return all;
  }

  private static Html closing(Exchange x, String here) {
    return Markup.form(
        here + "/avsluta", x.csrf(), Button.submit(x.text("handler.close")).toHtml());
  }

  private static Html area(Exchange x, String name, String label, Map<String, String> wrong) {
    return Textarea.builder(name)
        .label(x.text(label))
        .rows(5)
        .maxLength(LONGEST)
        .locale(x.locale())
        .value(wrong.isEmpty() ? "" : x.field(name))
        .error(wrong.get(name))
        .build()
        .toHtml();
  }

  private static Html date(Exchange x, String name, Map<String, String> wrong) {
    return DateInput.builder(name)
        .legend(x.text("handler.supplement.due"))
        .hint(x.text("handler.supplement.due.hint"))
        .locale(x.locale())
        .namePrefix(name)
        .value(x.field(name + "-year"), x.field(name + "-month"), x.field(name + "-day"))
        .error(wrong.get(name))
        .build()
        .toHtml();
  }

  private void open(Exchange x) throws IOException {
    change(x, one -> services.handling().open(one.id(), staff(x)));
  }

  private void close(Exchange x) throws IOException {
    change(x, one -> services.handling().close(one.id(), staff(x)));
  }

  private void message(Exchange x) throws IOException {
    String text = x.field("meddelande");
    if (text.isEmpty() || text.length() > LONGEST) {
      show(x, Map.of("meddelande", x.text("case.empty", LONGEST)));
    } else {
      change(x, one -> services.handling().post(one.id(), staff(x), text));
    }
  }

  private void askForSupplement(Exchange x) throws IOException {
    String text = x.field("begaran");
    LocalDate due = dueDate(x);
    LocalDate today = LocalDate.ofInstant(services.clock().instant(), PortalTexts.SWEDEN);
    if (text.isEmpty() || text.length() > LONGEST) {
      show(x, Map.of("begaran", x.text("case.empty", LONGEST)));
    } else if (due == null || !due.isAfter(today) || due.getYear() > LAST_YEAR) {
      show(x, Map.of("senast", x.text("handler.supplement.due.error")));
    } else {
      change(
          x,
          one ->
              services
                  .handling()
                  .requestSupplement(one.id(), staff(x), new SupplementRequest(text, due)));
    }
  }

  private static @Nullable LocalDate dueDate(Exchange x) {
    try {
      return LocalDate.of(
          Integer.parseInt(x.field("senast-year")),
          Integer.parseInt(x.field("senast-month")),
          Integer.parseInt(x.field("senast-day")));
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  private void decide(Exchange x) throws IOException {
    Optional<Decision.Outcome> outcome =
        List.of(Decision.Outcome.values()).stream()
            .filter(o -> o.name().equals(x.field("utfall")))
            .findFirst();
    String reasons = x.field("skal");
    if (outcome.isEmpty()) {
      show(x, Map.of("utfall", x.text("decision.outcome.error")));
    } else if (reasons.isEmpty() || reasons.length() > LONGEST) {
      show(x, Map.of("skal", x.text("case.empty", LONGEST)));
    } else {
      change(
          x,
          one -> {
            // In the language of the applicant, whatever the case handler reads.
            Decision decision =
                new Decision(
                    outcome.get(),
                    reasons,
                    x.requiredSession().person().displayName(),
                    services.clock().instant(),
                    PortalTexts.in(one.language()).get("decision.appeal.text"),
                    false);
            return services
                .handling()
                .decide(one.id(), staff(x), decision, decisions.of(one, decision));
          });
    }
  }

  private void document(Exchange x) throws IOException {
    Optional<Case> found = found(x);
    Optional<UUID> id = CaseParts.uuidOf(x.part("document"));
    if (found.isEmpty() || id.isEmpty()) {
      x.notFound();
      return;
    }
    DocumentRelease.State state = parts.release(found.get(), id.get());
    if (state != DocumentRelease.State.FREE) {
      boolean harmful = state == DocumentRelease.State.WITHHELD;
      ErrorPages.show(x, harmful ? ErrorPages.Kind.HARMFUL : ErrorPages.Kind.NOT_SCANNED);
      return;
    }
    services.handling().noteRead(found.get().id(), staff(x));
    if (!parts.send(x, found.get(), id.get())) {
      x.notFound();
    }
  }

  private static Actor staff(Exchange x) {
    return Actor.staff(x.requiredSession().person());
  }

  private interface Change {
    Object make(Case one);
  }

  private void change(Exchange x, Change change) throws IOException {
    Optional<Case> found = found(x);
    if (found.isEmpty()) {
      x.notFound();
      return;
    }
    change.make(found.get());
    x.redirect("/handlaggare/" + found.get().id());
  }
}
