package se.byggsten.forms.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.forms.Forms;
import se.byggsten.forms.party.Arrival;
import se.byggsten.forms.party.AssistedEntry;
import se.byggsten.forms.party.Circumstances;
import se.byggsten.forms.party.Identification;
import se.byggsten.forms.party.PartyStatus;
import se.byggsten.forms.run.Elsewhere;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PostedFile;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.forms.run.StepResult;
import se.byggsten.web.Html;
import se.byggsten.web.Languages;
import se.byggsten.web.Passage;
import se.byggsten.web.component.Breadcrumbs;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.Pagination;
import se.byggsten.web.component.ResumeCode;
import se.byggsten.web.page.LoggedIn;
import se.byggsten.web.page.Page;
import se.byggsten.web.page.PageShell;
import se.byggsten.web.page.Progress;
import se.byggsten.web.page.SessionTimeout;

/** Draws every page of {@link ForeignForm} in every state, in a shell, and what is not a page. */
final class EveryPage {
  final Locale locale;
  final String language;
  final FormRun run;
  final FormRenderer renderer;
  final PageView view;
  final PageShell shell;
  final Map<String, Document> pages = new LinkedHashMap<>();

  EveryPage(String language) {
    this.language = language;
    this.locale = Locale.forLanguageTag(language);
    this.run = FormRun.of(ForeignForm.in(language), Forms.CLOCK);
    this.renderer = FormRenderer.of(run);
    this.view = PageView.of(locale, "/sprak", "t");
    this.shell =
        PageShell.builder(locale, "Eksta kommun", "Leiah")
            .accessibilityStatement("/tillganglighet")
            .privacy("/personuppgifter")
            .phone("0555-120 00")
            .feedback("/synpunkter")
            .navigation(List.of(Link.of("Leiah", "/leiah")))
            .build();
  }

  private void page(String what, FormState state, String path, PageView shown) {
    Page page =
        Page.builder("fraga", renderer.title(path, view))
            .error(!shown.violations().isEmpty())
            .body(renderer.page(state, path, shown))
            .aboveMain(Breadcrumbs.of(locale, List.of(Link.of("Leiah", "/"))).toHtml())
            .progress(new Progress(1, 3, renderer.title(path, view), "12.30"))
            .loggedIn(new LoggedIn("Åsa Ek", "/ut", "t", "t"))
            .language(Locale.forLanguageTag("sv"), "/sv")
            .language(Locale.forLanguageTag("fi"), "/byt", FormRenderer.FORM_ID, "l", "fi")
            .timeout(new SessionTimeout(60, 30, "/kvar", "/slut"))
            .build();
    add(what + " " + path, shell.render(page));
    add(what + " title " + path, "<title>" + title(path, shown) + "</title>");
  }

  /** As the title of a service that uses no shell of ours. */
  private String title(String path, PageView shown) {
    String title = renderer.title(path, shown);
    String tag = Passage.language(title).map(Locale::toLanguageTag).orElse(language);
    return "</title></head><body><p lang=\""
        + tag
        + "\" dir=\""
        + Languages.direction(Locale.forLanguageTag(tag))
        + "\">"
        + Html.text(Passage.plain(title)).value()
        + "</p><title>";
  }

  private void part(String what, Html html) {
    add(what, "<main>" + html.value() + "</main>");
  }

  private void add(String what, String markup) {
    assertThat(markup).as(what).doesNotContainPattern("[\uFDD0-\uFDEF]");
    Document page =
        markup.startsWith("<!DOCTYPE html>\n<html xmlns") || markup.startsWith("<html")
            ? Jsoup.parse(markup, Parser.xmlParser())
            : Jsoup.parse(markup);
    var root = page.selectFirst("html");
    if (!root.hasAttr("lang")) {
      root.attr("lang", language);
    }
    if (!root.hasAttr("dir")) {
      root.attr("dir", Languages.direction(locale));
    }
    pages.put(what, page);
  }

  Map<String, Document> all() {
    FormState start = begun(run, false);
    FormState closed = begun(run, true);
    for (String path :
        List.of("inledning", "fragor", "tider", "ensam", "barnen", "barnet/1", "filer", "lova")) {
      FormState here =
          path.equals("barnet/1") ? post(run, start, "barnen", "_action", "add") : start;
      page("empty", here, path, view);
      StepResult step = run.post(here, path, PostedFields.with("_csrf", "t"));
      page("wrong", step.state(), path, view.after(step));
    }
    page("exit", closed, "stopp", view);
    page("review of nothing", start, "granska", view);
    FormState filled = filled(start);
    for (String path :
        List.of(
            "fragor",
            "tider",
            "ensam",
            "barnen",
            "barnet/1",
            "medicinerna/1",
            "medicinen/1/1",
            "filer",
            "lova",
            "granska")) {
      page("filled", filled, path, view);
    }
    page("removing", filled, "barnen", view.removing(1));
    FormState two = post(run, filled, "barnen", "_action", "add");
    page("unfinished row", two, "barnen", view);
    StepResult unfinished = run.post(two, "barnen", PostedFields.with());
    page("unfinished row", unfinished.state(), "barnen", view.after(unfinished));
    told(filled);
    part("seen", renderer.seen(filled, locale));
    part("handler", renderer.handler(filled, locale));
    FormState changed =
        post(
            run,
            post(run, filled, "fragor", "text", "svaret svaret", "antal", "4", "val", "b"),
            "barnen",
            "_action",
            "remove",
            "_row",
            "1");
    part("handler, changed", renderer.handler(changed, filled, locale));
    part("handler, unchanged", renderer.handler(filled, filled, locale));
    receipt(filled);
    add("paper", renderer.paper(locale, Forms.NOW).html());
    part("pagination", Pagination.of(locale, 2, 3, "?p=").toHtml());
    part("code", ResumeCode.of(locale, "1234", "2026-12-24").toHtml());
    return pages;
  }

  private FormState filled(FormState start) {
    FormState state =
        post(
            run, start, "fragor", "text", "svaret", "langt", "svaret", "antal", "7", "buss", "yes",
            "val", "a", "underA", "svaret", "kryss", "x", "lista", "p", "sok", "q", "land", "FI");
    state =
        post(
            run,
            state,
            "tider",
            "dag-day",
            "6",
            "dag-month",
            "3",
            "dag-year",
            "2014",
            "manad-month",
            "5",
            "manad-year",
            "2015",
            "tid",
            "08:30",
            "avgift",
            "100");
    state = post(run, state, "ensam", "ensamt", "yes");
    state = post(run, state, "barnen", "_action", "add");
    state = post(run, state, "barnet/1", "kallas", "svaret", "frisk", "no");
    state = post(run, state, "medicinerna/1", "_action", "add");
    state = post(run, state, "medicinen/1/1", "medicin", "svaret");
    state =
        run.post(
                state,
                "filer",
                PostedFields.with("_csrf", "t").and(PostedFile.of("intyg", "intyg.pdf", Forms.PDF)))
            .state();
    return post(run, state, "lova", "lovar", "yes");
  }

  /** What another window has done. */
  private void told(FormState state) {
    Map<String, List<String>> written = Map.of("kallas", List.of("svaret"), "frisk", List.of("no"));
    List<Elsewhere> all =
        List.of(
            new Elsewhere(Elsewhere.Kind.PAGE_HIDDEN, "ensam", Map.of()),
            new Elsewhere(Elsewhere.Kind.ROW_REMOVED, "barnet/2", Map.of()),
            new Elsewhere(Elsewhere.Kind.ROW_REMOVED, "barnet/2", written));
    for (Elsewhere one : all) {
      page("elsewhere " + all.indexOf(one), state, "barnen", revealing(state, Optional.of(one)));
    }
    page("revealed", state, "fragor", revealing(state, Optional.empty()));
  }

  private PageView revealing(FormState state, Optional<Elsewhere> elsewhere) {
    return PageView.of(locale, "/sprak", "t")
        .fromReview(true)
        .draft("d")
        .after(
            new StepResult(
                state,
                Optional.of("fragor"),
                List.of(),
                Set.of("underA"),
                List.of(),
                List.of(),
                elsewhere));
  }

  private void receipt(FormState state) {
    AssistedEntry entry =
        new AssistedEntry(
            "1",
            "handl-7",
            PersonIdentifier.parse("19121212-1212", LocalDate.of(2026, 11, 22)),
            "Åsa",
            "Ek",
            Identification.CONTROL_QUESTIONS,
            Arrival.TELEPHONE,
            Forms.NOW);
    List<PartyStatus> parties =
        List.of(
            new PartyStatus(
                run.form().parties().get(0),
                PartyStatus.State.INVITED,
                Optional.empty(),
                Optional.empty(),
                0));
    ReceiptView told =
        ReceiptView.of(locale, "KS 2026-14", Forms.NOW)
            .answerBy(LocalDate.of(2026, 12, 24))
            .followUp("/arenden/1")
            .assisted(entry)
            .parties(parties);
    part("receipt", renderer.receipt(state, told));
    add(
        "print",
        renderer
            .printable(
                state,
                locale,
                Forms.NOW,
                new Circumstances(parties, Optional.of(entry), "Karin Berg"))
            .html());
    MailText mail = renderer.mailWithCopy(state, told);
    assertThat(mail.subject() + mail.body()).doesNotContainPattern("[\uFDD0-\uFDEF]");
    assertThat(renderer.nodes(state, locale))
        .allSatisfy(node -> assertThat(texts(node)).doesNotContainPattern("[\uFDD0-\uFDEF]"));
  }

  private static FormState begun(FormRun run, boolean closed) {
    Instant now = Forms.NOW;
    return run.start(
        Map.of(
            "stangd", new PrefillValue(Boolean.toString(closed), "Mina sidor", now),
            "platser", new PrefillValue("3", "Mina sidor", now),
            "login.city", new PrefillValue("Visby", "Mina sidor", now),
            "login.name", new PrefillValue("Åsa Ek", "e-legitimationen", now)));
  }

  private static FormState post(FormRun run, FormState state, String page, String... pairs) {
    return run.post(state, page, PostedFields.with(pairs)).state();
  }

  private static String texts(PageNode node) {
    StringBuilder all = new StringBuilder(node.title() + node.intro());
    node.fields()
        .forEach(field -> all.append(field.label()).append(field.hint()).append(field.shown()));
    node.rows()
        .forEach(
            row -> {
              all.append(row.title());
              row.pages().forEach(page -> all.append(texts(page)));
            });
    return all.toString();
  }
}
