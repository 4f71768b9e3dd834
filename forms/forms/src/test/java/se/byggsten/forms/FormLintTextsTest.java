package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.byggsten.forms.LintForms.GOOD;
import static se.byggsten.forms.LintForms.changed;
import static se.byggsten.forms.LintForms.lint;
import static se.byggsten.forms.LintForms.texts;
import static se.byggsten.forms.LintForms.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.lint.FormLint;
import se.byggsten.forms.lint.LanguageReport;

/** What lint finds in texts, and in what a form says of its data. */
class FormLintTextsTest {
  @Test
  void finds_missing_translations_and_error_texts() {
    assertThat(texts("en:namn.label")).contains("TRANSLATION namn.label");
    assertThat(texts("sv:namn.hint")).containsExactly("TRANSLATION namn.hint");
    assertThat(texts("sv:val.option.lang")).containsExactly("TRANSLATION val.option.lang");
    assertThat(texts("sv:stopp.title= ")).containsExactly("TRANSLATION stopp.title");
    assertThat(texts("en:hur.error.Required")).containsExactly("ERROR-TEXT hur.error.Required");
    assertThat(texts("sv:mer.error.Pattern", "en:mer.error.Pattern"))
        .containsExactly("ERROR-TEXT mer.error.Pattern", "ERROR-TEXT mer.error.Pattern");
    assertThat(texts("sv:antal.error.DecimalMax=Skriv högst 10 barn"))
        .as("the library has a text until one language has its own")
        .containsExactly("ERROR-TEXT antal.error.DecimalMax");
  }

  @Test
  void a_page_with_a_text_alone_has_a_title_or_the_text_has_a_heading() {
    String content = "{id: lang, type: content}";
    String sv = "sv:lang.hint=Det här gäller alla resor";
    String en = "en:lang.hint=This is true of all trips";
    assertThat(with("{id: lang, type: yes-no}", content, sv, en))
        .doesNotContain("TRANSLATION tre.title");
    assertThat(with("{id: lang, type: yes-no}", content, sv, en, "sv:lang.label", "en:lang.label"))
        .contains("TRANSLATION tre.title");
  }

  @Test
  void finds_texts_that_nothing_shows() {
    assertThat(texts("sv:nman.hint=Text", "en:nman.hint=Text"))
        .containsExactly("UNUSED-TEXT nman.hint");
    assertThat(texts("sv:tva.scope=Text", "en:tva.scope=Text"))
        .as("only an introduction has a scope")
        .containsExactly("UNUSED-TEXT tva.scope");
    assertThat(
            texts(
                "sv:form.send=Skicka till Eksta kommun",
                "en:form.send=Send it to Eksta",
                "sv:tva.paper=Svara bara om resan är kort",
                "en:tva.paper=Answer only if the trip is short"))
        .isEmpty();
    assertThat(texts("sv:val.error.Required=Välj", "en:val.error.Required=Choose"))
        .as("val need not be answered")
        .contains("UNUSED-TEXT val.error.Required");
    assertThat(texts("sv:namn.error.Number=Skriv ett tal", "en:namn.error.Number=Enter a number"))
        .as("no text is ever a wrong number")
        .contains("UNUSED-TEXT namn.error.Number");
    assertThat(texts("sv:barn.error.MinRows=Lägg till", "en:barn.error.MinRows=Add"))
        .as("no row is demanded")
        .contains("UNUSED-TEXT barn.error.MinRows");
    assertThat(
            texts(
                "sv:antal.error.Number=Skriv antalet med siffror, till exempel 3",
                "en:antal.error.Number=Enter the number in digits, for example 3",
                "sv:val.error.Choice=Välj längd, kort eller lång",
                "en:val.error.Choice=Select the length, short or long",
                "sv:namn.error.PrintableText=Ta bort osynliga tecken i namnet",
                "en:namn.error.PrintableText=Remove invisible characters from the name"))
        .isEmpty();
    assertThat(texts("fi:form.title=Hakemus")).containsExactly("LANGUAGE languages");
    assertThat(with("  - id: granska\n    kind: review\n", ""))
        .containsExactlyInAnyOrder("REVIEW ", "UNUSED-TEXT granska.title");
  }

  @Test
  void finds_names_in_braces_that_nothing_is_put_in_for() {
    assertThat(texts("sv:namn.label=Vad heter du {fornamn}?"))
        .containsExactly("PLACEHOLDER namn.label");
    assertThat(texts("sv:namn.error.Required=Skriv ditt {labl}"))
        .contains("PLACEHOLDER namn.error.Required");
    assertThat(texts("sv:namn.error.Required=Skriv {label} och {max}"))
        .as("what is required has no limit")
        .contains("PLACEHOLDER namn.error.Required");
    assertThat(texts("en:namn.hint=Both names {label"))
        .as("not closed")
        .containsExactly("PLACEHOLDER namn.hint");
    assertThat(
            texts(
                "sv:antal.error.DecimalMax=Skriv {value} eller mindre för {label}",
                "en:antal.error.DecimalMax=Enter {value} or less for {label}",
                "sv:antal.error.Digits=Skriv högst {integer} siffror för {label}",
                "en:antal.error.Digits=Enter at most {integer} digits for {label}",
                "sv:barn.error.MaxRows=Ta bort några. Högst {max} {label} får vara med",
                "en:barn.error.MaxRows=Remove some. At most {max} {label}"))
        .isEmpty();
    assertThat(
            texts(
                "sv:antal.error.DecimalMax=Skriv {max}", "en:antal.error.DecimalMax=Enter {value}"))
        .contains("PLACEHOLDER antal.error.DecimalMax");
    assertThat(texts("en:barn.row={barnets")).containsExactly("ROW-TITLE barn.row");
    assertThat(texts("en:barn.row={barnets 2}")).containsExactly("ROW-TITLE barn.row");
  }

  @Test
  void tells_how_complete_every_language_is() {
    assertThat(FormLint.languages(changed(GOOD))).allMatch(LanguageReport::isComplete);
    FormDefinition yiddish = changed(GOOD.replace("[sv, en]", "[sv, yi]"), "yi:form.title=אַ בקשה");
    List<LanguageReport> reports = FormLint.languages(yiddish);
    assertThat(reports.get(0).isComplete()).isTrue();
    assertThat(reports.get(1).isComplete()).isFalse();
    assertThat(reports.get(1).missingTexts())
        .contains("namn.label", "namn.error.Required", "mer.error.Pattern")
        .doesNotContain("form.title", "antal.error.DecimalMax");
    FormDefinition unknown = changed(GOOD.replace("[sv, en]", "[sv, tlh]"));
    assertThat(lint(unknown)).contains("LANGUAGE languages.tlh", "TRANSLATION form.title");
    assertThat(FormLint.languages(unknown).get(1).missingWords()).contains("action.next");
  }

  @Test
  void finds_personal_data_without_purpose_or_legal_basis() {
    assertThat(with("purpose: Prova, ", "")).containsExactly("PERSONAL-DATA namn");
    assertThat(with("legal-basis: Lagen, ", "")).containsExactly("PERSONAL-DATA namn");
    assertThat(with(", retention: preserve", "")).containsExactly("PERSONAL-DATA namn");
    assertThat(with("{id: barnets, type: text}", "{id: barnets, type: phone}"))
        .containsExactly("PERSONAL-DATA barnets");
    assertThat(with(", facts: {personal-data: ordinary}", ""))
        .as("the token says that it is about the user")
        .containsExactly("PERSONAL-DATA namn");
    assertThat(with("name, facts: {personal-data: ordinary}", "organization")).isEmpty();
    assertThat(with("personal-data: ordinary", "personal-data: sensitive"))
        .containsExactly("SECRECY namn");
    assertThat(
            with("personal-data: ordinary", "personal-data: sensitive, secrecy: 26 kap. 1 § OSL"))
        .isEmpty();
  }

  @Test
  void finds_missing_unknown_and_unfit_autocomplete_tokens() {
    assertThat(with("autocomplete: name, ", "")).containsExactly("AUTOCOMPLETE namn");
    assertThat(with("autocomplete: name", "autocomplete: nmae"))
        .containsExactly("AUTOCOMPLETE namn");
    assertThat(with("autocomplete: name", "autocomplete: street-address"))
        .containsExactly("AUTOCOMPLETE namn");
    assertThat(
            with(
                "{id: barnets, type: text}",
                "{id: barnets, type: email, autocomplete: tel, facts: {personal-data: ordinary}}"))
        .containsExactly("AUTOCOMPLETE barnets");
    assertThat(with("autocomplete: name", "autocomplete: \"off\"")).isEmpty();
    assertThat(with("autocomplete: name", "autocomplete: section-a given-name")).isEmpty();
    assertThat(
            with(
                "{id: barnets, type: text}",
                "{id: barnets, type: text, facts: {personal-data: ordinary}}"))
        .as("a row is about one of several")
        .isEmpty();
  }

  @Test
  void finds_missing_help_exit_reasons_and_row_titles() {
    assertThat(texts("sv:mer.hint", "en:mer.hint")).containsExactly("HELP mer.hint");
    assertThat(texts("sv:stopp.intro", "en:stopp.intro")).containsExactly("EXIT-TEXT stopp.intro");
    assertThat(texts("sv:barn.row", "en:barn.row"))
        .containsExactly("ROW-TITLE barn.row", "ROW-TITLE barn.row");
    assertThat(texts("en:barn.row={barnet}")).containsExactly("ROW-TITLE barn.row");
    assertThat(texts("en:barn.row=Child {number}")).isEmpty();
  }

  @Test
  void finds_choices_of_one_and_things_that_read_the_same() {
    assertThat(
            with(
                "options: [kort, lang]",
                "options: [kort]",
                "sv:val.option.lang",
                "en:val.option.lang"))
        .containsExactly("ONE-OPTION val");
    assertThat(texts("sv:val.option.lang=kort")).containsExactly("OPTION-TEXT val.option.lang");
    assertThat(texts("sv:val.label=Antal barn")).containsExactly("SAME-LABEL antal.label");
  }

  @Test
  void judges_the_texts_for_plain_language_with_the_limits_of_the_form() {
    assertThat(texts("sv:namn.label=" + "Ditt långa namn ".repeat(6) + "här"))
        .containsExactly("KLAR-LABEL-LENGTH namn.label");
    assertThat(texts("sv:namn.error.Required=Ogiltigt namn"))
        .contains("KLAR-ERROR-BLAME namn.error.Required");
    assertThat(texts("sv:mer.error.Pattern=Skriv koden med små a"))
        .containsExactly("KLAR-ERROR-EXAMPLE mer.error.Pattern");
    assertThat(texts("sv:lang.label=Lång resa")).containsExactly("KLAR-LABEL-QUESTION lang.label");
    assertThat(
            texts(
                "sv:stopp.intro=Läs **mer** om [avgiften](https://exempel.se/avgift-2026).\n\n- Kort\n- Gott"))
        .isEmpty();
    assertThat(with("version: 1\n", "version: 1\nplain-language: {label-characters: 8}\n"))
        .contains("KLAR-LABEL-LENGTH namn.label");
    assertThat(
            with(
                "version: 1\n",
                "version: 1\nplain-language: {off: [KLAR-LABEL-LENGTH], en: {label-characters: 8}}\n"))
        .isEmpty();
    assertThat(
            with(
                "version: 1\n",
                "version: 1\nplain-language: {off: [KLAR-LABEL-QUESTION]}\n",
                "sv:lang.label=Lång resa"))
        .isEmpty();
    assertThatThrownBy(
            () -> changed(GOOD.replace("version: 1\n", "version: 1\nplain-language: {lixx: 30}\n")))
        .hasMessageContaining("did you mean lix?");
  }

  @Test
  void judges_how_hard_a_form_of_short_pages_is_to_read_as_a_whole() {
    String heavy = "Handläggningen av ansökningarna pågår fortfarande kontinuerligt. ";
    assertThat(
            texts(
                "sv:namn.why=" + heavy.repeat(9),
                "en:namn.why=We need it",
                "sv:lang.why=" + heavy.repeat(9),
                "en:lang.why=We need it"))
        .as("on no page there are a hundred words")
        .containsExactly("KLAR-LIX ");
  }

  @Test
  void judges_what_only_the_paper_form_says() {
    assertThat(
            texts(
                "sv:namn.hint=Som i passet",
                "en:namn.hint=As in the passport",
                "sv:namn.hint.paper=Texta i enlighet med passet erforderliga uppgifter",
                "en:namn.hint.paper=In capitals"))
        .anyMatch(finding -> finding.endsWith("namn.hint.paper") && finding.startsWith("KLAR-"));
  }

  @Test
  void tells_of_a_single_passive_where_none_is_to_be() {
    String[] passive = {"sv:namn.why=Namnet registreras senare", "en:namn.why=For the register"};
    assertThat(texts(passive)).isEmpty();
    assertThat(
            LintForms.lint(
                    changed(
                        GOOD.replace(
                            "version: 1\n", "version: 1\nplain-language: {passive-percent: 0}\n"),
                        passive))
                .toString())
        .contains("KLAR-PASSIVE");
  }
}
