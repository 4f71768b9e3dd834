package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.forms.SmallForms.field;
import static se.byggsten.forms.SmallForms.page;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.forms.party.Arrival;
import se.byggsten.forms.party.AssistedEntry;
import se.byggsten.forms.party.Identification;
import se.byggsten.forms.party.PartyStatus;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.MailText;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.render.ReceiptView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.SubmittedAnswers;
import se.byggsten.forms.source.FormYaml;

/** What is told after sending, and what a case handler sees of a supplement. */
class ChannelsTest {
  private static final Locale SV = Locale.forLanguageTag("sv");
  private static final ReceiptView VIEW = ReceiptView.of(SV, "KS 2026/17", Forms.NOW);

  private final FormRun run = FormRun.of(Barnen.form(), Forms.CLOCK);
  private final FormRenderer renderer = FormRenderer.of(run);

  private FormState withChildren() {
    FormState state = Barnen.child(run, Barnen.begun(run), 1, "Åsa", 5);
    state = run.post(state, "barnen", PostedFields.with("_action", "add")).state();
    return Barnen.child(run, state, 2, "Bo", 9);
  }

  private Document handler(FormState now, FormState before) {
    return Jsoup.parse(renderer.handler(now, before, SV).value());
  }

  @Test
  void the_review_lists_the_rows_of_a_group_and_leads_to_where_they_are_added_and_removed() {
    FormState state = run.post(withChildren(), "barnen", PostedFields.with()).state();
    state = run.post(state, "ovrigt", PostedFields.with()).state();
    Document review =
        Jsoup.parse(renderer.page(state, "granska", PageView.of(SV, "/b", "t")).value());
    Element way = review.selectFirst("a[href=/b/barnen?_review=1]");
    assertThat(way.text()).isEqualTo("Ändra (barnen.title)");
    assertThat(way.closest(".govuk-summary-card").text()).contains("Åsa, 5 år", "Bo, 9 år");
    PostedFields done = PostedFields.with("_review", "1");
    assertThat(run.post(state, "barnen", done).page()).contains("granska");
    Document plain = handler(state, state);
    assertThat(plain.select("a")).isEmpty();
    assertThat(plain.select(".govuk-summary-card__title").eachText())
        .doesNotContain("barnen.title");
  }

  @Test
  void a_receipt_says_number_time_what_happens_and_what_was_sent() {
    FormState state = withChildren();
    Document page =
        Jsoup.parse(
            renderer
                .receipt(
                    state, VIEW.answerBy(LocalDate.of(2027, 4, 15)).followUp("/mina-arenden/17"))
                .value());
    assertThat(page.select("h1").text()).isEqualTo("Vi har tagit emot din ansökan");
    assertThat(page.select(".govuk-panel__body").text())
        .isEqualTo("Ditt ärendenummer är KS 2026/17");
    assertThat(page.text())
        .contains("22 november 2026 13:00")
        .contains("Du får svar senast den 15 april 2027.")
        .contains("Åsa");
    assertThat(page.select("a[href=/mina-arenden/17]")).hasSize(1);
    assertThat(page.select("h2, h3").eachText()).startsWith("Det här händer nu");
  }

  @Test
  void a_receipt_of_what_staff_filled_in_names_both_and_how_it_came() {
    AssistedEntry entry =
        new AssistedEntry(
            "abc",
            "anna.andersson",
            PersonIdentifier.parse("19121212-1212", LocalDate.of(2026, 11, 22)),
            "Åsa",
            "Ek",
            Identification.CONTROL_QUESTIONS,
            Arrival.TELEPHONE,
            Forms.NOW);
    PartyStatus party =
        new PartyStatus(
            new PartyDefinition("andra", "namn", "", PartyDefinition.Task.APPROVE),
            PartyStatus.State.INVITED,
            Optional.of("ABCD"),
            Optional.empty(),
            0);
    ReceiptView view = VIEW.assisted(entry).parties(List.of(party));
    String page = Jsoup.parse(renderer.receipt(withChildren(), view).value()).text();
    assertThat(page)
        .contains("Sökande Åsa Ek")
        .contains("Ifylld av anna.andersson")
        .contains("Med kontrollfrågor i telefon")
        .contains("Så kom ansökan I telefon")
        .contains("andra Har fått en inbjudan men inte godkänt än");
    assertThat(renderer.mail(withChildren(), view).body())
        .doesNotContain("Åsa", "anna.andersson", "ABCD");
  }

  @Test
  void an_e_mail_holds_no_answers_unless_a_copy_is_asked_for() {
    FormState state = withChildren();
    MailText mail = renderer.mail(state, VIEW);
    assertThat(mail.subject()).isEqualTo("Vi har tagit emot Barnen (KS 2026/17)");
    assertThat(mail.body()).contains("KS 2026/17", "Det här händer nu").doesNotContain("Bo", "Åsa");
    assertThat(renderer.mailWithCopy(state, VIEW).body()).contains("namn.label: Åsa");
    assertThat(mail.toString()).doesNotContain("tagit emot din");
  }

  @Test
  void a_copy_by_e_mail_leaves_out_what_is_secret_sensitive_or_an_identity_number() {
    FieldDefinition open = field("hobby", "text").facts(facts(PersonalData.ORDINARY, "")).build();
    FieldDefinition health =
        field("halsa", "text").facts(facts(PersonalData.SENSITIVE, "")).build();
    FieldDefinition number =
        field("nummer", "text").facts(facts(PersonalData.IDENTITY_NUMBER, "")).build();
    FieldDefinition secret =
        field("hemlig", "text").facts(facts(PersonalData.NONE, "26 kap. 1 § OSL")).build();
    FormDefinition form =
        FormDefinition.builder("post", 1)
            .pages(List.of(page("ett", open, health, number, secret)))
            .texts(FormTexts.of(Map.of("sv", Map.of("form.title", "Post"))))
            .build();
    FormRun open4 = FormRun.of(form, Forms.CLOCK);
    FormState state =
        open4
            .post(
                open4.start(Map.of()),
                "ett",
                PostedFields.with(
                    "hobby", "fiske", "halsa", "astma", "nummer", "1234", "hemlig", "adress"))
            .state();
    assertThat(FormRenderer.of(open4).mailWithCopy(state, VIEW).body())
        .contains("fiske", "Antal svar som inte får skickas med e-post: 3.")
        .doesNotContain("astma", "1234", "adress");
  }

  private static DataFacts facts(PersonalData kind, String secrecy) {
    return new DataFacts("", "", kind, secrecy, "");
  }

  @Test
  void a_case_handler_sees_in_words_what_is_new_changed_and_removed() {
    FormState before = withChildren();
    FormState now = Barnen.child(run, before, 1, "Åsa Maria", 5);
    now = run.post(now, "barnen", PostedFields.with("_action", "remove", "_row", "2")).state();
    now = run.post(now, "barnen", PostedFields.with("_action", "add")).state();
    now = Barnen.child(run, now, 3, "Cia", 4);
    changesAreTold(handler(now, before));
    changesAreTold(handler(sent(now), sent(before)));
  }

  /** The same answers as they are kept with a case. */
  private FormState sent(FormState state) {
    String json = FormDocuments.of(run).answersJson(state, SV, Forms.NOW);
    return SubmittedAnswers.read(run.form(), json.getBytes(StandardCharsets.UTF_8));
  }

  private static void changesAreTold(Document page) {
    assertThat(page.select("dd").eachText())
        .contains("Åsa Maria Ändrat svar Tidigare: Åsa")
        .contains("Cia Nytt svar")
        .contains("Bo Borttaget svar");
    assertThat(page.select("h2").eachText())
        .anyMatch(text -> text.startsWith("Cia, 4 år (ny)"))
        .anyMatch(text -> text.startsWith("Borttaget: Bo, 9 år"));
    assertThat(page.select(".govuk-inset-text").text()).startsWith("Antal svar som är nya");
  }

  @Test
  void nothing_is_marked_when_nothing_has_been_changed() {
    FormState state = withChildren();
    Document page = handler(state, state);
    assertThat(page.select(".govuk-inset-text").text())
        .isEqualTo("Inga svar har ändrats sedan förra gången.");
    assertThat(page.select(".govuk-tag")).isEmpty();
  }

  @Test
  void a_page_in_a_language_without_texts_is_in_the_form_s_own_and_says_so() {
    FormRun all = Forms.run();
    Locale yiddish = Locale.forLanguageTag("yi");
    Document page =
        Jsoup.parse(
            FormRenderer.of(all)
                .page(Forms.started(all), "ett", PageView.of(yiddish, "/allt", "t"))
                .value());
    assertThat(page.select("h1 span[lang=sv][dir=ltr]")).hasSize(1);
    assertThat(page.select("label span[lang=sv][dir=ltr]")).isNotEmpty();
    Document swedish =
        Jsoup.parse(
            FormRenderer.of(all)
                .page(Forms.started(all), "ett", PageView.of(SV, "/allt", "t"))
                .value());
    assertThat(swedish.select("[lang]")).isEmpty();
    assertThat(page.select("h1").text()).isEqualTo(swedish.select("h1").text());
  }

  @Test
  void an_answer_keeps_its_order_in_a_language_that_runs_from_right_to_left() {
    String yaml =
        """
        form: 1
        id: adress
        version: 1
        languages: [yi]
        pages:
          - id: ett
            fields:
              - {id: telefon, type: phone}
              - {id: ort, type: text}
              - {id: namn, type: text}
          - {id: granska, kind: review}
        """;
    FormRun run =
        FormRun.of(
            FormYaml.read(
                "adress.yaml",
                yaml.getBytes(StandardCharsets.UTF_8),
                FormTexts.of(Map.of("yi", Map.of("form.title", "אַדרעס")))),
            Forms.CLOCK);
    PostedFields posted =
        PostedFields.with("telefon", "070-174 06 05", "ort", "123 45 Eksta", "namn", "לאה");
    FormState state = run.post(run.start(Map.of()), "ett", posted).state();
    Locale yiddish = Locale.forLanguageTag("yi");
    PageView view = PageView.of(yiddish, "/adress", "t");
    FormRenderer renderer = FormRenderer.of(run);
    String printed = renderer.printable(state, yiddish, Forms.NOW).html();
    for (String drawn : List.of(renderer.page(state, "granska", view).value(), printed)) {
      assertThat(Jsoup.parse(drawn).select("[lang=und][dir=ltr]").eachText())
          .containsSubsequence("070-174 06 05", "123 45 Eksta");
      assertThat(drawn).contains("לאה").doesNotContain("dir=\"ltr\">לאה");
    }
    Document asked = Jsoup.parse(renderer.page(state, "ett", view).value());
    assertThat(asked.select("input[dir=auto]").eachAttr("value"))
        .containsExactly("070-174 06 05", "123 45 Eksta", "לאה");
    assertThat(FormDocuments.of(run).answersJson(state, yiddish, Forms.NOW))
        .contains("123 45 Eksta", "לאה");
  }
}
