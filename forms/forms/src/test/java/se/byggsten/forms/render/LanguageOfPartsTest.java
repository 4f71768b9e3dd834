package se.byggsten.forms.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.Forms;
import se.byggsten.forms.PageDefinition;
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
import se.byggsten.forms.source.FormYaml;
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

/**
 * Every text of every page says which language it is in, when the page's own lacks it (WCAG 2.2,
 * 3.1.1 and 3.1.2), in languages of which the library has few words and the form half.
 */
class LanguageOfPartsTest {
  private static final String YAML =
      """
      form: 1
      id: sprak
      version: 1
      languages: [sv, LANGUAGE]
      facts: {purpose: Ordna resan, legal-basis: Skollagen, personal-data: ordinary, secrecy: 23 kap. 2 § OSL, retention: dispose P2Y3M}
      send-anyway: true
      inputs: {stangd: yes-no, platser: number}
      parties:
        - {id: annan, identifier: annansNummer, show-if: buss == true, task: approve}
        - {id: rektor, identifier: rektorsNummer, task: approve}
      pages:
        - {id: inledning, kind: intro}
        - id: fragor
          fields:
            - {id: om, type: content}
            - {id: text, type: text, required: true, prefill: {source: login.city}}
            - {id: namn, type: text, required: true, prefill: {source: login.name, locked: true}}
            - {id: langt, type: long-text, constraints: [{size: {max: 20}}]}
            - {id: antal, type: number, required: true, unit: elever, warnings: [{id: manga, if: antal > platser}]}
            - {id: buss, type: yes-no, required: true}
            - {id: val, type: radio, required: true, options: [a, b, {value: c, show-if: antal > 5.0}]}
            - {id: underA, type: text, required: true, show-if: val == 'a'}
            - {id: kryss, type: checkboxes, options: [x, y]}
            - {id: lista, type: select, options: [p, q]}
            - {id: sok, type: autocomplete, options: [p, q]}
            - {id: land, type: country}
        - id: tider
          fields:
            - {id: dag, type: date, required: true, constraints: [past]}
            - {id: manad, type: month}
            - {id: tid, type: time}
            - {id: adress, type: address, care-of: true}
            - {id: plats, type: coordinates, system: wgs84}
            - {id: konto, type: bank-account, deferrable: true}
            - {id: annansNummer, type: personnummer, show-if: buss == true, required-if: antal > 50.0, deferrable: true}
            - {id: rektorsNummer, type: personnummer, deferrable: true, required: true}
            - {id: avgift, type: amount, decimals: 2, currency: SEK}
            - {id: dubbelt, type: calculated, value: "antal * 2.0"}
            - {id: klar, type: calculated, value: "antal > 0.0", format: yes-no}
        - id: ensam
          show-if: antal > 2.0 && val != 'b'
          routes: [{if: ensamt == false, to: filer}]
          fields:
            - {id: ensamt, type: yes-no, required: true}
        - {id: stopp, kind: exit, show-if: stangd == true}
        - id: barnen
          kind: repeat
          group:
            id: barn
            min: 1
            max: 2
            pages:
              - id: barnet
                fields:
                  - {id: kallas, type: text, required: true}
                  - {id: frisk, type: yes-no, required: true}
              - id: medicinerna
                kind: repeat
                show-if: frisk == false
                group:
                  id: mediciner
                  max: 5
                  pages:
                    - id: medicinen
                      fields:
                        - {id: medicin, type: text, required: true}
        - id: filer
          kind: upload
          fields:
            - {id: intyg, type: files, required: true, constraints: [{attachments: {max: 1, max-bytes: 1000, types: [application/pdf]}}]}
        - id: lova
          kind: declaration
          fields:
            - {id: lovar, type: declaration, required: true}
        - {id: granska, kind: review}
        - {id: kvittens, kind: receipt}
      """;
  private static final List<String> ANSWERS =
      List.of(
          "svaret",
          "Åsa Ek",
          "elever",
          "Visby",
          "intyg.pdf",
          "application/pdf",
          "SHA-256",
          "sprak",
          "Karin Berg",
          "Karin",
          "Eksta kommun",
          "KS 2026-14",
          "Mina sidor",
          "e-legitimationen",
          "WGS 84",
          "kr",
          "SEK",
          "PDF",
          "Leiah",
          "kb",
          "MB",
          "kB",
          "byte",
          "mottagaren",
          "handl-7",
          "Suomi",
          "Svenska");

  private static FormDefinition form(String language) {
    String yaml = YAML.replace("LANGUAGE", language);
    FormDefinition bare =
        FormYaml.read("sprak.yaml", yaml.getBytes(StandardCharsets.UTF_8), FormTexts.of(Map.of()));
    Map<String, String> swedish = new TreeMap<>();
    for (String key :
        List.of(
            "form.title",
            "form.authority",
            "form.intro",
            "inledning.scope",
            "inledning.need",
            "inledning.time",
            "inledning.data",
            "barn.one",
            "mediciner.none",
            "antal.warning.manga",
            "annan.name",
            "annan.task",
            "rektor.name",
            "text.error.Required",
            "kvittens.title")) {
      swedish.put(key, SpokenTexts.marked("sv", key));
    }
    swedish.put("barn.row", SpokenTexts.marked("sv", "barn.row") + " {kallas}");
    bare.structure().pages().values().forEach(page -> page(page, swedish));
    Map<String, String> other = new TreeMap<>();
    // Half of them, and never the same half for what stands beside each other.
    swedish.forEach(
        (key, text) -> {
          if (key.chars().sum() % 2 == 0) {
            String own = SpokenTexts.marked(language, key);
            other.put(key, key.equals("barn.row") ? own + " {kallas}" : own);
          }
        });
    return FormYaml.read(
        "sprak.yaml",
        yaml.getBytes(StandardCharsets.UTF_8),
        FormTexts.of(Map.of("sv", swedish, language, other)));
  }

  private static void page(PageDefinition page, Map<String, String> texts) {
    put(texts, page.id() + ".title", page.id() + ".intro");
    for (FieldDefinition field : page.fields()) {
      put(texts, field.id() + ".label", field.id() + ".hint", field.id() + ".why");
      field
          .options()
          .forEach(
              option ->
                  put(
                      texts,
                      field.id() + ".option." + option.value(),
                      field.id() + ".option." + option.value() + ".hint"));
    }
  }

  private static void put(Map<String, String> texts, String... keys) {
    for (String key : keys) {
      texts.put(key, SpokenTexts.marked("sv", key));
    }
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

  /** Draws every page in every state. */
  private static final class Walk {
    final Locale locale;
    final String language;
    final FormRun run;
    final FormRenderer renderer;
    final PageView view;
    final PageShell shell;
    final Map<String, Document> pages = new LinkedHashMap<>();

    Walk(String language) {
      this.language = language;
      this.locale = Locale.forLanguageTag(language);
      this.run = FormRun.of(form(language), Forms.CLOCK);
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
              .language(Locale.forLanguageTag("fi"), "/byt", "form", "l", "fi")
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
              run, start, "fragor", "text", "svaret", "langt", "svaret", "antal", "7", "buss",
              "yes", "val", "a", "underA", "svaret", "kryss", "x", "lista", "p", "sok", "q", "land",
              "FI");
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
                  PostedFields.with("_csrf", "t")
                      .and(PostedFile.of("intyg", "intyg.pdf", Forms.PDF)))
              .state();
      return post(run, state, "lova", "lovar", "yes");
    }

    /** What another window has done. */
    private void told(FormState state) {
      Map<String, List<String>> written =
          Map.of("kallas", List.of("svaret"), "frisk", List.of("no"));
      List<Elsewhere> all =
          List.of(
              new Elsewhere(Elsewhere.Kind.PAGE_HIDDEN, "ensam", Map.of()),
              new Elsewhere(Elsewhere.Kind.ROW_REMOVED, "barnet/2", Map.of()),
              new Elsewhere(Elsewhere.Kind.ROW_REMOVED, "barnet/2", written));
      for (Elsewhere one : all) {
        page(
            "elsewhere " + all.indexOf(one),
            state,
            "barnen",
            new PageView(
                locale,
                "/sprak",
                "t",
                List.of(),
                Set.of("underA"),
                true,
                "d",
                Optional.of(one),
                Optional.empty()));
      }
      page(
          "revealed",
          state,
          "fragor",
          new PageView(
              locale,
              "/sprak",
              "t",
              List.of(),
              Set.of("underA"),
              true,
              "d",
              Optional.empty(),
              Optional.empty()));
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

  private static SpokenTexts spoken() {
    return new SpokenTexts(
        ANSWERS, Map.of("sv", List.of("Ordna resan", "Skollagen", "kap.", "OSL", "Finland")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi", "fit", "se", "sma", "smj", "rom", "yi", "kl", "yi-Latn"})
  void every_text_of_every_page_is_in_the_language_that_it_says(String language) {
    Walk walk = new Walk(language);
    SpokenTexts spoken = spoken();
    Map<String, List<String>> wrong = new LinkedHashMap<>();
    walk.all()
        .forEach(
            (what, page) -> {
              List<String> here = spoken.wrong(page);
              if (!here.isEmpty()) {
                wrong.put(what, here);
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_language_that_is_not_said_is_noticed() {
    Walk walk = new Walk("yi");
    SpokenTexts spoken = spoken();
    Document page = walk.all().get("wrong fragor");
    page.select("body [lang=sv]").removeAttr("lang");
    assertThat(spoken.wrong(page)).hasSizeGreaterThan(30);
    Document turned = walk.all().get("wrong fragor");
    turned.select("body [dir=ltr]").removeAttr("dir");
    assertThat(spoken.wrong(turned)).hasSizeGreaterThan(30);
  }

  @Test
  void nothing_is_marked_where_nothing_is_lacking() {
    FormRun run = Forms.run();
    for (String language : List.of("sv", "en")) {
      PageView view = PageView.of(Locale.forLanguageTag(language), "/allt", "t");
      String page = FormRenderer.of(run).page(Forms.started(run), "ett", view).value();
      assertThat(page).doesNotContain(" lang=");
    }
  }
}
