package se.byggsten.web.page;

import static se.byggsten.web.page.Gallery.SV;
import static se.byggsten.web.page.Gallery.TOLVAN;
import static se.byggsten.web.page.Gallery.h2;
import static se.byggsten.web.page.Gallery.heading;
import static se.byggsten.web.page.Gallery.list;
import static se.byggsten.web.page.Gallery.p;

import java.util.List;
import se.byggsten.web.Html;
import se.byggsten.web.component.Breadcrumbs;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.Pagination;
import se.byggsten.web.component.Table;
import se.byggsten.web.component.Tag;
import se.byggsten.web.component.Timeline;

/** The pages about cases, to look at and to measure. */
final class GalleryOfCases {
  private GalleryOfCases() {}

  static Timeline.Event event(String title, String when, String datetime) {
    return new Timeline.Event(title, when, datetime, Html.EMPTY, Timeline.State.DONE);
  }

  static Page caseView() {
    return Page.builder("case", "Ärende KUL 2026/00412")
        .loggedIn(TOLVAN)
        .layout(Page.Layout.WIDE)
        .aboveMain(
            Breadcrumbs.of(
                    SV,
                    List.of(Link.of("Mina ärenden", "case.html"), Link.of("KUL 2026/00412", "")))
                .toHtml())
        .body(
            Html.concat(
                Html.trusted("<span class=\"govuk-caption-l\">KUL 2026/00412</span>"),
                heading("Ansökan om kolloplats"),
                Html.trusted("<p class=\"govuk-body\">"),
                Tag.of("Komplettering behövs", Tag.Colour.YELLOW).toHtml(),
                Html.trusted("</p><div class=\"byggsten-columns\"><div>"),
                h2("Det här har hänt"),
                new Timeline(
                        List.of(
                            event("Ansökan inkommen", "3 mars 2026 kl. 14.32", "2026-03-03T14:32"),
                            event("Handläggare har börjat", "5 mars 2026", "2026-03-05"),
                            new Timeline.Event(
                                "Vi behöver ett intyg från dig",
                                "Senast 20 mars 2026",
                                "2026-03-20",
                                Html.trusted(
                                    "<p class=\"govuk-body\"><a class=\"govuk-link\""
                                        + " href=\"fields.html\">Lämna intyget</a></p>"),
                                Timeline.State.CURRENT),
                            new Timeline.Event(
                                "Beslut",
                                "Senast 30 april 2026",
                                "2026-04-30",
                                Html.EMPTY,
                                Timeline.State.COMING)),
                        SV)
                    .toHtml(),
                Html.trusted("</div><div class=\"byggsten-aside\">"),
                h2("Handlingar"),
                list("Ansökan.pdf", "Kvittens.pdf"),
                h2("Frågor om ärendet?"),
                p("Ring 0555-120 00 och ange ditt diarienummer."),
                Html.trusted("</div></div>")))
        .build();
  }

  static Page handler() {
    List<List<Table.Cell>> rows =
        List.of(
            handled("KUL 2026/00412", "Vera Tolvansson", "3 mars", "Väntar", Tag.Colour.YELLOW),
            handled("KUL 2026/00413", "Åke Öberg", "3 mars", "Ny", Tag.Colour.BLUE),
            handled("KUL 2026/00414", "Saga Ekström", "4 mars", "Beslutad", Tag.Colour.GREEN),
            handled("KUL 2026/00415", "Ali Hassan", "4 mars", "Avslutad", Tag.Colour.GREY),
            handled("KUL 2026/00416", "Eira Lind", "5 mars", "Avslag", Tag.Colour.RED));
    return Page.builder("handler", "Ärenden att handlägga")
        .loggedIn(new LoggedIn("Hanna Handläggare", "logga-ut", "_csrf", "token"))
        .layout(Page.Layout.WIDE)
        .body(
            Html.concat(
                heading("Ärenden att handlägga"),
                Html.trusted(
                    "<div class=\"byggsten-table-scroll\" tabindex=\"0\" role=\"region\""
                        + " aria-label=\"Ärenden\">"),
                Table.of(
                        "5 ärenden, äldst först",
                        List.of("Diarienummer", "Barn", "Inkom", "Status"),
                        rows)
                    .onPhoneStacked()
                    .toHtml(),
                Html.trusted("</div>"),
                Pagination.of(SV, 2, 9, "handler.html?sida=").toHtml()))
        .build();
  }

  private static List<Table.Cell> handled(
      String number, String child, String when, String status, Tag.Colour colour) {
    return List.of(
        Table.Cell.of(Link.of(number, "case.html").toHtml()),
        Table.Cell.of(child),
        Table.Cell.of(when),
        Table.Cell.of(Tag.of(status, colour).toHtml()));
  }

  static Page error() {
    return Page.builder("not-found", "Sidan finns inte")
        .body(
            Html.concat(
                heading("Sidan finns inte"),
                p("Kontrollera att adressen är rätt skriven."),
                p("Om du kom hit via en länk från oss får du gärna ringa 0555-120 00."),
                Button.group(
                    Button.builder("Till startsidan").href("start.html").secondary().build())))
        .build();
  }
}
