package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import se.byggsten.diary.DiarySearch;
import se.byggsten.diary.PostgresDiary;
import se.byggsten.diary.PublicView;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.Table;
import se.byggsten.web.component.TextInput;
import se.byggsten.web.page.Page;

/** Search in the diary, for anybody: what is secret is not there. */
final class DiaryPages {
  private final PostgresDiary diary;

  DiaryPages(PostgresDiary diary) {
    this.diary = diary;
  }

  void addTo(Routes routes) {
    routes.get("/diarium", this::search);
  }

  private void search(Exchange x) throws IOException {
    PortalTexts t = x.texts();
    String asked = x.query("sok");
    Html body =
        Markup.h1(t.get("diary.title"))
            .and(Markup.p(t.get("diary.text")))
            .and(Html.trusted("<form method=\"get\" action=\"/diarium\" role=\"search\">"))
            .and(
                TextInput.builder("sok")
                    .label(t.get("diary.label"))
                    .type("search")
                    .locale(x.locale())
                    .value(asked == null ? "" : cut(asked))
                    .build()
                    .toHtml())
            .and(Button.builder(t.get("diary.send")).build().toHtml())
            .and(Html.trusted("</form>"));
    if (asked != null && !asked.isBlank()) {
      body = body.and(found(diary.search(DiarySearch.of(asked.replace("\0", " "))), t));
    }
    x.show(x.page("info", t.get("diary.title")).layout(Page.Layout.WIDE).body(body).build());
  }

  private static String cut(String text) {
    return text.length() > 200 ? text.substring(0, 200) : text;
  }

  private static Html found(List<PublicView> entries, PortalTexts t) {
    if (entries.isEmpty()) {
      return Html.trusted("<div role=\"status\">")
          .and(Markup.p(t.get("diary.none")))
          .and(Html.trusted("</div>"));
    }
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (PublicView entry : entries) {
      rows.add(
          List.of(
              Table.Cell.of(entry.documentText()),
              Table.Cell.of(Markup.time(entry.date(), entry.date().toString())),
              Table.Cell.of(entry.subject().orElse(t.get("diary.hidden"))),
              Table.Cell.of(entry.counterparty().orElse(t.get("diary.hidden")))));
    }
    return Table.of(
            t.get("diary.caption"),
            List.of(
                t.get("cases.number"),
                t.get("diary.date"),
                t.get("cases.about"),
                t.get("diary.party")),
            rows)
        .onPhoneStacked()
        .toHtml();
  }
}
