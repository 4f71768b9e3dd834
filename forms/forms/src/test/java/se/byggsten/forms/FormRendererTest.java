package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.forms.SmallForms.field;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.NewDocument;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.core.data.DataView;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.data.DataReader;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;

class FormRendererTest {
  private static final Locale SV = Locale.forLanguageTag("sv");
  private static final Locale EN = Locale.forLanguageTag("en");
  private static final PageView VIEW = PageView.of(SV, "/allt", "token");
  private static final String HOSTILE = "</textarea><script>alert(1)</script>\"' &amp; {label}";

  private final FormRun run = Forms.run();
  private final FormRenderer renderer = FormRenderer.of(run);
  private final FormState start = Forms.started(run);

  private Document page(FormState state, String page, PageView view) {
    return Jsoup.parseBodyFragment(renderer.page(state, page, view).value());
  }

  @Test
  void a_page_works_without_a_script() {
    Document html = page(start, "ett", VIEW);
    Element form = html.selectFirst("form");
    assertThat(form.attr("method")).isEqualTo("post");
    assertThat(form.attr("action")).isEqualTo("/allt/ett");
    assertThat(form.hasAttr("novalidate")).isTrue();
    assertThat(form.selectFirst("input[name=_csrf]").attr("value")).isEqualTo("token");
    assertThat(html.select("h1")).hasSize(1);
    assertThat(html.selectFirst("button[type=submit]").hasAttr("name"))
        .as("the button that Enter presses goes on")
        .isFalse();
    assertThat(html.select("script, [onclick], [style]")).isEmpty();
  }

  @Test
  void a_service_without_drafts_offers_no_saving() {
    for (String path : List.of("ett", "granska")) {
      assertThat(page(start, path, VIEW).select("button[value=save]")).as(path).hasSize(1);
      Document html = page(start, path, VIEW.withoutSave());
      assertThat(html.select("button[value=save]")).as(path).isEmpty();
    }
  }

  @Test
  void one_goes_back_from_the_first_page_only_where_the_service_has_a_page_before_it() {
    assertThat(page(start, "ett", VIEW).select("button[value=back]")).isEmpty();
    for (PageView view : List.of(VIEW.withPageBefore(), VIEW.withoutSave().withPageBefore())) {
      assertThat(page(start, "ett", view).select("button[value=back]")).hasSize(1);
    }
    for (String path : List.of("tva", "granska")) {
      assertThat(page(start, path, VIEW).select("button[value=back]")).as(path).hasSize(1);
    }
    Document intro = first(PageDefinition.of("start", PageKind.INTRO, List.of()));
    assertThat(intro.select("button").eachText()).containsExactly("Börja");
    GroupDefinition rows =
        GroupDefinition.of(
            "rader", 0, 2, List.of(SmallForms.page("rad", field("a", "text").build())));
    assertThat(first(PageDefinition.repeat("lista", rows)).select("button[value=back]")).isEmpty();
  }

  private static Document first(PageDefinition page) {
    FormRun run = Forms.run(SmallForms.swedish("prov", page).build());
    PageView view = PageView.of(SV, "/prov", "t");
    return Jsoup.parseBodyFragment(
        FormRenderer.of(run).page(run.start(Map.of()), page.id(), view).value());
  }

  @Test
  void every_input_has_a_label_and_its_help_in_the_order_hint_then_error() {
    StepResult step = run.post(start, "ett", PostedFields.with("text", ""));
    Document html = page(step.state(), "ett", VIEW.after(step));
    for (Element input : html.select("input:not([type=hidden]), select, textarea")) {
      assertThat(html.select("label[for=" + input.id() + "]")).as(input.id()).hasSize(1);
    }
    assertThat(html.getElementById("text").attr("aria-describedby"))
        .isEqualTo("text-hint text-error");
    assertThat(html.getElementById("text-error").text()).startsWith("Fel:").contains("Svara på");
    assertThat(html.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    assertThat(renderer.title("ett", VIEW.after(step))).isEqualTo("Fel: Sidan ett");
  }

  @Test
  void the_error_summary_comes_first_and_its_links_go_to_fields() {
    StepResult step = run.post(start, "ett", PostedFields.with("text", ""));
    Document html = page(step.state(), "ett", VIEW.after(step));
    Element first = html.body().child(0);
    assertThat(first.hasClass("govuk-error-summary")).isTrue();
    List<String> links = first.select("a").eachAttr("href");
    assertThat(links).containsExactly("#text", "#val");
    links.forEach(link -> assertThat(html.select(link)).hasSize(1));
  }

  @Test
  void a_date_error_leads_to_the_first_part() {
    FormState state = run.post(start, "ett", Forms.pageOne()).state();
    StepResult step =
        run.post(
            state,
            "tva",
            PostedFields.with(
                "janej", "no", "datum-day", "40", "datum-month", "1", "datum-year", "2014"));
    Document html = page(step.state(), "tva", VIEW.after(step));
    String link = html.selectFirst(".govuk-error-summary a").attr("href");
    assertThat(html.select(link).select("input")).hasSize(1);
    assertThat(html.select("input[name^=datum-]")).hasSize(3);
  }

  @Test
  void a_field_under_an_option_is_on_the_page_and_says_when_to_answer() {
    Document html = page(start, "ett", VIEW);
    Element conditional = html.selectFirst(".govuk-radios__conditional");
    assertThat(conditional.select("#underA")).hasSize(1);
    assertThat(conditional.text()).containsOnlyOnce("Svara bara om du valde ”Svaret a”");
    assertThat(html.select("#underXy")).isEmpty();
  }

  @Test
  void locked_and_prefilled_answers_say_where_they_come_from() {
    FormState state = run.post(start, "ett", Forms.pageOne()).state();
    Document html = page(state, "tva", VIEW);
    assertThat(html.select("input[name=namn]")).isEmpty();
    assertThat(html.text()).contains("Åsa Ek", "Hämtat från: e-legitimationen");
    assertThat(html.getElementById("epost").attr("value")).isEqualTo("asa@exempel.se");
    assertThat(html.getElementById("epost-hint").text()).contains("Mina sidor");
    assertThat(html.getElementById("epost").attr("autocomplete")).isEqualTo("email");
    assertThat(html.getElementById("pnr").attr("inputmode")).isEqualTo("numeric");
  }

  @Test
  void hostile_answers_are_text_in_every_channel() {
    FormState state = Forms.complete(run);
    state =
        run.post(
                state,
                "ett",
                PostedFields.with("text", HOSTILE, "langtext", HOSTILE, "underA", HOSTILE))
            .state();
    Document page = page(state, "ett", VIEW);
    assertThat(page.getElementById("text").attr("value")).isEqualTo(HOSTILE);
    assertThat(page.getElementById("langtext").wholeText()).isEqualTo(HOSTILE);
    for (String html :
        List.of(
            renderer.page(state, "granska", VIEW).value(),
            renderer.handler(state, SV).value(),
            renderer.printable(state, SV, Forms.NOW).html())) {
      Document document = Jsoup.parse(html);
      assertThat(document.select("script")).isEmpty();
      assertThat(document.text()).contains("<script>alert(1)</script>");
    }
  }

  @Test
  void a_hostile_token_and_path_stay_attributes() {
    Document html = page(start, "ett", PageView.of(SV, "/a\"><b>", "\"><b>"));
    assertThat(html.select("b")).isEmpty();
    assertThat(html.selectFirst("form").attr("action")).isEqualTo("/a\"><b>/ett");
  }

  @Test
  void the_review_shows_every_answer_with_a_link_to_change_it() {
    FormState state = Forms.complete(run);
    Document html = page(state, "granska", VIEW);
    assertThat(html.text()).contains("Hej", "Svaret a", "6 mars 2014", "Nej", "intyg.pdf");
    Element change = html.selectFirst("a[href=/allt/ett?_review=1#text]");
    assertThat(change.text()).contains("Ändra").contains("Frågan text");
    assertThat(html.select("a[href*=namn]")).as("a locked answer has no link").isEmpty();
    assertThat(html.selectFirst("button[type=submit]").text()).isEqualTo("Skicka");
    Document back = page(state, "ett", VIEW.fromReview(true));
    assertThat(back.select("input[name=_review]")).hasSize(1);
    assertThat(run.post(state, "ett", PostedFields.with("text", "Nytt", "_review", "1")).page())
        .contains("granska");
  }

  @Test
  void another_language_loses_nothing_and_leaves_no_swedish() {
    FormState state = Forms.complete(run);
    Document html = page(state, "granska", PageView.of(EN, "/allt", "t"));
    assertThat(html.text())
        .contains("Hej", "The answer a", "6 March 2014", "No", "Change")
        .doesNotContain("Frågan", "Svaret", "Ändra");
  }

  @Test
  void the_handler_sees_secrecy_marks_and_what_was_changed() {
    FormDefinition marked =
        FormDefinition.builder("hemlig", 1)
            .pages(
                List.of(
                    SmallForms.page(
                        "ett",
                        field("halsa", "text")
                            .prefill(new PrefillRule("x", false))
                            .facts(
                                new DataFacts(
                                    "", "", PersonalData.SENSITIVE, "26 kap. 1 § OSL", ""))
                            .build())))
            .build();
    FormRun secret = Forms.run(marked, Forms.CLOCK);
    FormState state =
        secret.start(
            Map.of("x", new se.byggsten.forms.run.PrefillValue("Förut", "Registret", Forms.NOW)));
    state = secret.post(state, "ett", PostedFields.with("halsa", "Nu")).state();
    String text = Jsoup.parse(FormRenderer.of(secret).handler(state, SV).value()).text();
    assertThat(text)
        .contains("Nu", "Sekretess: 26 kap. 1 § OSL", "Registret sade 22 november 2026: Förut");
    assertThat(FormDocuments.of(secret).secrecyProvisions(state))
        .containsExactly("26 kap. 1 § OSL");
  }

  @Test
  void the_printable_document_is_well_formed_and_the_same_each_time() {
    FormState state = Forms.complete(run);
    PrintableDocument document = renderer.printable(state, SV, Forms.NOW);
    assertThat(renderer.printable(state, SV, Forms.NOW)).isEqualTo(document);
    Document xml = Jsoup.parse(document.html(), Parser.xmlParser());
    assertThat(xml.select("html").attr("lang")).isEqualTo("sv");
    assertThat(xml.text())
        .contains("Allt på en gång", "22 november 2026 13:00:00", "intyg.pdf", "Åsa Ek", "Hej")
        .doesNotContain("Sidan granska");
    assertThat(xml.select("th[scope=row]").size()).isGreaterThan(15);
  }

  @Test
  void the_documents_hold_answers_application_and_attachments() {
    FormState state = Forms.complete(run);
    List<NewDocument> documents =
        FormDocuments.of(run).documents(state, SV, Forms.NOW, file -> Forms.PDF);
    assertThat(documents)
        .extracting(NewDocument::role)
        .containsExactly(DocumentRole.ANSWERS, DocumentRole.APPLICATION, DocumentRole.ATTACHMENT);
    String json = new String(documents.get(0).content(), StandardCharsets.UTF_8);
    DataView view = DataView.of("svar", DataReader.json().read("svar", json));
    assertThat(view.required("form").required("sha256").text()).isEqualTo(run.form().sha256());
    DataView answers = view.required("answers");
    assertThat(answers.required("datum").required("value").text()).isEqualTo("2014-03-06");
    assertThat(answers.required("namn").required("prefilled").required("source").text())
        .isEqualTo("e-legitimationen");
    assertThat(answers.optional("underXy")).as("hidden answers are not sent").isEmpty();
    assertThat(documents.get(2).name()).isEqualTo("intyg.pdf");
  }

  @Test
  void an_incomplete_run_gives_no_documents() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(
                    FormException.class,
                    () -> FormDocuments.of(run).documents(start, SV, Forms.NOW, f -> Forms.PDF))
                .code())
        .isEqualTo(FormException.INCOMPLETE);
  }

  @Test
  void a_text_to_read_without_a_heading_has_none() {
    FormDefinition form =
        SmallForms.form(
            List.of(
                SmallForms.page(
                    "ett",
                    SmallForms.field("regler", "content").build(),
                    SmallForms.field("namn", "text").build())),
            Map.of("ett.title", "Regler", "regler.hint", "Läs **det här**.", "namn.label", "Namn"));
    FormRun own = FormRun.of(form, Forms.CLOCK);
    String html = FormRenderer.of(own).page(own.start(Map.of()), "ett", VIEW).value();
    assertThat(Jsoup.parseBodyFragment(html).select("#regler").text()).isEqualTo("Läs det här.");
    assertThat(Jsoup.parseBodyFragment(html).select("#regler h2, #regler h3")).isEmpty();
  }
}
