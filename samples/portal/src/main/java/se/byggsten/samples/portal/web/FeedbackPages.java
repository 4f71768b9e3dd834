package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.util.List;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.ErrorSummary;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.NotificationBanner;
import se.byggsten.web.component.Radios;
import se.byggsten.web.component.Textarea;

/** What people think of the service: open to all, stored without saying who wrote. */
final class FeedbackPages {
  private static final int LONGEST = 2000;
  private static final List<String> GRADES = List.of("easy", "ok", "hard");

  private final FeedbackBook book;

  FeedbackPages(FeedbackBook book) {
    this.book = book;
  }

  void addTo(Routes routes) {
    routes.get("/synpunkter", x -> form(x, "", "", false)).post("/synpunkter", this::send);
  }

  private void form(Exchange x, String grade, String text, boolean wrong) throws IOException {
    PortalTexts t = x.texts();
    Textarea.Builder words =
        Textarea.builder("text")
            .label(t.get("feedback.label"))
            .hint(t.get("feedback.hint"))
            .rows(6)
            .maxLength(LONGEST)
            .locale(x.locale())
            .value(text);
    Html top = Html.EMPTY;
    if (wrong) {
      words.error(t.get("feedback.error"));
      top =
          ErrorSummary.of(x.locale(), List.of(Link.of(t.get("feedback.error"), "#text"))).toHtml();
    }
    Radios.Builder grades =
        Radios.builder("omdome").legend(t.get("feedback.grade")).locale(x.locale()).value(grade);
    GRADES.forEach(g -> grades.choice(g, t.get("feedback.grade." + g)));
    Html body =
        top.and(Markup.h1(t.get("feedback.title")))
            .and(Markup.p(t.get("feedback.text")))
            .and(
                Markup.form(
                    "/synpunkter",
                    x.csrf(),
                    grades
                        .build()
                        .toHtml()
                        .and(words.build().toHtml())
                        .and(Button.submit(t.get("feedback.send")).toHtml())));
    x.show(
        wrong ? 422 : 200, x.page("info", t.get("feedback.title")).error(wrong).body(body).build());
  }

  private void send(Exchange x) throws IOException {
    String text = x.field("text");
    String grade = x.field("omdome");
    if ((text.isBlank() && grade.isEmpty())
        || text.length() > LONGEST
        || !(grade.isEmpty() || GRADES.contains(grade))) {
      form(x, GRADES.contains(grade) ? grade : "", text, true);
      return;
    }
    book.add(grade, text);
    PortalTexts t = x.texts();
    Html body =
        NotificationBanner.success(x.locale(), t.get("feedback.thanks"))
            .toHtml()
            .and(Markup.h1(t.get("feedback.thanks.title")))
            .and(Markup.p(t.get("feedback.thanks.text")))
            .and(Markup.p(Markup.link(t.get("error.home"), "/")));
    x.show(x.page("info", t.get("feedback.thanks.title")).body(body).build());
  }
}
