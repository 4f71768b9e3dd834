package se.byggsten.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.byggsten.web.Html;
import se.byggsten.web.component.Affix;
import se.byggsten.web.component.BackLink;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.Checkboxes;
import se.byggsten.web.component.Choice;
import se.byggsten.web.component.DateInput;
import se.byggsten.web.component.Details;
import se.byggsten.web.component.ErrorSummary;
import se.byggsten.web.component.FileUpload;
import se.byggsten.web.component.InsetText;
import se.byggsten.web.component.Label;
import se.byggsten.web.component.Legend;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.NotificationBanner;
import se.byggsten.web.component.Panel;
import se.byggsten.web.component.Radios;
import se.byggsten.web.component.Select;
import se.byggsten.web.component.Size;
import se.byggsten.web.component.SummaryList;
import se.byggsten.web.component.TextInput;
import se.byggsten.web.component.Textarea;
import se.byggsten.web.component.Timeline;
import se.byggsten.web.component.WarningText;

/** Pages of every kind, to look at and to measure. */
final class Gallery {
  static final Locale SV = Locale.forLanguageTag("sv");
  static final Locale EN = Locale.ENGLISH;
  static final LoggedIn TOLVAN = new LoggedIn("Tolvan Tolvansson", "logga-ut", "_csrf", "token");
  private static final String PNR_ERROR =
      "Skriv barnets personnummer med 12 siffror, till exempel 20170315-2384";

  private Gallery() {}

  static PageShell shell(Locale locale, String service) {
    return PageShell.builder(locale, "Eksta kommun", service)
        .home("start.html", "start.html")
        .theme("eksta")
        .assetPath("assets/")
        .accessibilityStatement("tillganglighet.html")
        .privacy("personuppgifter.html")
        .phone("0555-120 00")
        .feedback("synpunkter.html")
        .build();
  }

  static Map<String, String> pages() {
    PageShell camp = shell(SV, "Ansökan om kolloplats");
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("start", camp.render(start()));
    pages.put("question-error", camp.render(questionWithError()));
    pages.put("fields", camp.render(fields()));
    pages.put(
        "question-en",
        shell(EN, "Apply for a summer-camp place")
            .render(
                Page.builder("contact", "Contact details")
                    .body(english())
                    .progress(Progress.of(5, 6, "Contact details"))
                    .language(SV, "question-error.html")
                    .loggedIn(TOLVAN)
                    .timeout(new SessionTimeout(1200, 120, "keep-alive", "ended.html"))
                    .build()));
    pages.put("review", camp.render(review()));
    pages.put("receipt", camp.render(receipt()));
    pages.put("case", shell(SV, "Mina ärenden").render(GalleryOfCases.caseView()));
    pages.put("handler", shell(SV, "Handläggning").render(GalleryOfCases.handler()));
    pages.put(
        "yiddish",
        shell(GalleryOfForms.YI, "Ansökan om kolloplats").render(GalleryOfForms.yiddish()));
    pages.put("rows", camp.render(GalleryOfForms.rows()));
    pages.put("lists", camp.render(GalleryOfForms.lists()));
    pages.put("error", camp.render(GalleryOfCases.error()));
    return pages;
  }

  static Html heading(String text) {
    return Html.concat(
        Html.trusted("<h1 class=\"govuk-heading-l\">"), Html.text(text), Html.trusted("</h1>"));
  }

  static Html h2(String text) {
    return Html.concat(
        Html.trusted("<h2 class=\"govuk-heading-m\">"), Html.text(text), Html.trusted("</h2>"));
  }

  static Html p(String text) {
    return Html.concat(
        Html.trusted("<p class=\"govuk-body\">"), Html.text(text), Html.trusted("</p>"));
  }

  static Html list(String... items) {
    StringBuilder list = new StringBuilder("<ul class=\"govuk-list govuk-list--bullet\">");
    for (String item : items) {
      list.append("<li>").append(Html.text(item).value()).append("</li>");
    }
    return Html.trusted(list.append("</ul>").toString());
  }

  static Html form(Html... content) {
    return Html.concat(
        Html.trusted("<form method=\"post\" action=\"#\" novalidate>"),
        Html.concat(content),
        Html.trusted("</form>"));
  }

  private static Page start() {
    return Page.builder("start", "Ansökan om kolloplats")
        .language(EN, "question-en.html")
        .body(
            Html.concat(
                heading("Ansök om plats på sommarkollo"),
                p(
                    "Här ansöker du om plats på kollo för ett barn mellan 7 och 14 år som du är"
                        + " vårdnadshavare för. Det tar ungefär 10 minuter."),
                h2("Det här behöver du"),
                list(
                    "BankID eller annan svensk e-legitimation",
                    "barnets personnummer",
                    "intyg, om barnet behöver särskilt stöd"),
                InsetText.of("Sista dag att ansöka är den 31 mars. Besked kommer senast 30 april.")
                    .toHtml(),
                Button.start("Logga in och ansök", "question-error.html").toHtml(),
                h2("Andra sätt att ansöka"),
                p(
                    "Ring 0555-120 00 eller kom till medborgarkontoret på Storgatan 1, så hjälper"
                        + " vi dig. Du kan också skriva ut blanketten och skicka den med post."),
                Details.of(
                        "Hur använder vi dina uppgifter?",
                        Html.text(
                            "Vi använder uppgifterna för att fördela platserna. De gallras två år"
                                + " efter lägret."))
                    .toHtml()))
        .build();
  }

  private static Page questionWithError() {
    return Page.builder("child", "Vem ska åka på kollo?")
        .error(true)
        .loggedIn(TOLVAN)
        .language(EN, "question-en.html")
        .aboveMain(BackLink.of(SV, "start.html").toHtml())
        .progress(new Progress(3, 6, "Barnet", "14.02"))
        .body(
            Html.concat(
                ErrorSummary.of(SV, List.of(Link.of(PNR_ERROR, "#child"))).toHtml(),
                heading("Vem ska åka på kollo?"),
                form(
                    TextInput.builder("child")
                        .label(Label.of("Barnets personnummer").size(Size.S))
                        .hint("12 siffror. Du ser bara barn som du är vårdnadshavare för.")
                        .error(PNR_ERROR)
                        .value("170315-238")
                        .inputmode("numeric")
                        .width(20)
                        .build()
                        .toHtml(),
                    Radios.builder("support")
                        .legend(Legend.of("Behöver barnet extra stöd på lägret?").size(Size.S))
                        .hint("Till exempel vid allergi, funktionsnedsättning eller medicin.")
                        .choice(
                            Choice.builder("yes", "Ja")
                                .conditional(
                                    Textarea.builder("supportText")
                                        .label("Vilket stöd behöver barnet?")
                                        .maxLength(500)
                                        .rows(4)
                                        .build()
                                        .toHtml())
                                .build())
                        .choice("no", "Nej")
                        .value("no")
                        .build()
                        .toHtml(),
                    Details.of(
                            "Varför frågar vi?",
                            Html.text(
                                "Då kan vi planera bemanningen så att alla barn får det stöd som"
                                    + " de behöver."))
                        .toHtml(),
                    InsetText.of(
                            "Uppgifter om hälsa är skyddade av sekretess. Bara den som planerar"
                                + " lägret ser dem.")
                        .toHtml(),
                    Button.group(
                        Button.submit("Fortsätt"),
                        Button.secondary("Spara och fortsätt senare", "do", "save")))))
        .build();
  }

  private static Page fields() {
    return Page.builder("fields", "Alla fält")
        .loggedIn(TOLVAN)
        .progress(Progress.of(1, 6, "Fält"))
        .body(
            Html.concat(
                NotificationBanner.important(SV, "E-tjänsten är stängd natten till söndag.")
                    .toHtml(),
                heading("Alla fält"),
                WarningText.of(SV, "Du kan inte ändra efter att du har skickat.").toHtml(),
                form(
                    Select.builder("camp")
                        .label("Läger i första hand")
                        .option("", "Välj läger")
                        .option("a", "Björkö, vecka 26")
                        .option("b", "Ekuddens lägergård, vecka 28")
                        .build()
                        .toHtml(),
                    DateInput.builder("born")
                        .legend("När är barnet fött?")
                        .hint("Till exempel 2017 3 15")
                        .value("2017", "13", "15")
                        .error("Månad är ett tal mellan 1 och 12")
                        .wrongParts(List.of("month"))
                        .build()
                        .toHtml(),
                    Checkboxes.builder("diet")
                        .legend("Behöver barnet särskild kost?")
                        .choice("gluten", "Glutenfri")
                        .choice(
                            Choice.builder("veg", "Vegetarisk").hint("Utan kött och fisk").build())
                        .choice(Choice.divider("eller"))
                        .choice(
                            Choice.builder("none", "Nej, ingen särskild kost")
                                .exclusive(true)
                                .build())
                        .values(List.of("gluten"))
                        .build()
                        .toHtml(),
                    Radios.builder("swim")
                        .legend("Kan barnet simma 200 meter?")
                        .inline()
                        .choice("yes", "Ja")
                        .choice("no", "Nej")
                        .error("Välj om barnet kan simma 200 meter")
                        .build()
                        .toHtml(),
                    TextInput.builder("income")
                        .label("Hushållets inkomst per månad")
                        .suffix(Affix.of("kr"))
                        .inputmode("numeric")
                        .width(10)
                        .build()
                        .toHtml(),
                    FileUpload.builder("file")
                        .label("Intyg")
                        .hint("PDF, JPG eller PNG, högst 10 MB.")
                        .multiple(true)
                        .accept(".pdf,.jpg,.png")
                        .build()
                        .toHtml(),
                    Textarea.builder("other")
                        .label("Något annat vi bör veta?")
                        .maxLength(200)
                        .value("Åker helst med sin kompis Ö.")
                        .build()
                        .toHtml(),
                    Button.group(
                        Button.submit("Fortsätt"),
                        Button.builder("Ta bort").warning().build(),
                        Button.builder("Kan inte användas").disabled(true).build()))))
        .build();
  }

  private static Html english() {
    return Html.concat(
        heading("How can we reach you?"),
        form(
            TextInput.builder("email")
                .locale(EN)
                .label("E-mail")
                .type("email")
                .autocomplete("email")
                .value("tolvan@example.com")
                .build()
                .toHtml(),
            TextInput.builder("phone")
                .locale(EN)
                .label("Mobile phone")
                .hint("We only call about the application.")
                .type("tel")
                .autocomplete("tel")
                .width(20)
                .build()
                .toHtml(),
            Button.group(Button.submit("Continue"))));
  }

  static SummaryList.Row row(String key, String value, String place) {
    return SummaryList.Row.of(
        key,
        Html.text(value),
        Link.of("Ändra", "question-error.html#" + place, key.toLowerCase(SV)));
  }

  private static Page review() {
    return Page.builder("review", "Kontrollera dina svar")
        .loggedIn(TOLVAN)
        .aboveMain(BackLink.of(SV, "fields.html").toHtml())
        .progress(new Progress(6, 6, "Kontrollera och skicka", "14.31"))
        .body(
            Html.concat(
                heading("Kontrollera dina svar"),
                SummaryList.of(
                        SummaryList.Card.of("Barnet"),
                        List.of(
                            row("Namn", "Vera Tolvansson", "child"),
                            row("Personnummer", "20170315-2384", "child"),
                            row("Extra stöd på lägret", "Nej", "support")))
                    .toHtml(),
                SummaryList.of(
                        SummaryList.Card.of("Önskemål"),
                        List.of(
                            row("Första hand", "Björkö, vecka 26", "wishes"),
                            row("Andra hand", "Ekuddens lägergård, vecka 28", "wishes"),
                            row("Bilagor", "Inga bilagor", "files")))
                    .toHtml(),
                h2("Skicka ansökan"),
                p(
                    "När du skickar intygar du att uppgifterna stämmer. Du får ett kvitto med"
                        + " diarienummer direkt."),
                form(
                    Button.group(
                        Button.submit("Skicka ansökan"),
                        Button.secondary("Spara och fortsätt senare", "do", "save")))))
        .build();
  }

  private static Page receipt() {
    return Page.builder("receipt", "Vi har fått din ansökan")
        .loggedIn(TOLVAN)
        .body(
            Html.concat(
                Panel.of(
                        "Vi har fått din ansökan",
                        Html.trusted("Ditt diarienummer<br><strong>KUL 2026/00412</strong>"))
                    .toHtml(),
                p("Ansökan kom in den 3 mars 2026 kl. 14.32. Vi har skickat en bekräftelse."),
                h2("Vad händer nu?"),
                new Timeline(
                        List.of(
                            GalleryOfCases.event(
                                "Ansökan inkommen", "3 mars 2026 kl. 14.32", "2026-03-03T14:32"),
                            new Timeline.Event(
                                "Vi går igenom ansökan",
                                "Normalt inom 3 veckor",
                                null,
                                Html.EMPTY,
                                Timeline.State.CURRENT),
                            new Timeline.Event(
                                "Beslut",
                                "Senast 30 april 2026",
                                "2026-04-30",
                                Html.EMPTY,
                                Timeline.State.COMING)),
                        SV)
                    .toHtml(),
                Button.group(
                    Button.builder("Till Mina ärenden").href("case.html").build(),
                    Button.builder("Hämta ansökan som PDF").href("#pdf").secondary().build())))
        .build();
  }
}
