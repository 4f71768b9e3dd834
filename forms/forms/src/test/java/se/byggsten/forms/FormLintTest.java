package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Severity;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.lint.FormLint;
import se.byggsten.forms.lint.LanguageReport;
import se.byggsten.forms.source.FormYaml;

class FormLintTest {
  private static final String GOOD =
      """
      form: 1
      id: litet
      version: 1
      languages: [sv, en]
      facts: {purpose: Prova, legal-basis: Lagen, retention: preserve}
      inputs: {stangd: yes-no}
      pages:
        - id: ett
          fields:
            - {id: namn, type: text, required: true, autocomplete: name, facts: {personal-data: ordinary}}
            - {id: val, type: radio, options: [kort, lang]}
            - {id: antal, type: number, constraints: [{decimal-min: {value: "1"}}, {decimal-max: {value: "10"}}]}
        - id: stopp
          kind: exit
          show-if: stangd == true
        - id: tva
          show-if: val == 'kort'
          fields:
            - {id: mer, type: text, constraints: [{pattern: {regexp: "a*"}}]}
            - {id: hur, type: select, show-if: antal > 2, required-if: antal > 5, options: [buss, {value: cykel, show-if: antal < 9}]}
        - id: tre
          fields:
            - {id: lang, type: yes-no}
        - id: barnen
          kind: repeat
          group:
            id: barn
            max: 4
            pages:
              - id: barnet
                fields:
                  - {id: barnets, type: text}
                  - {id: skola, type: radio, show-if: rowNumber < 3, options: [asen, berget]}
        - id: granska
          kind: review
      """;

  private static final Map<String, String> SV =
      Map.ofEntries(
          Map.entry("form.title", "En liten ansökan"),
          Map.entry("ett.title", "Om dig"),
          Map.entry("namn.label", "Ditt namn"),
          Map.entry("namn.hint", "Både förnamn och efternamn"),
          Map.entry("namn.error.Required", "Skriv ditt namn"),
          Map.entry("val.label", "Längd"),
          Map.entry("val.option.kort", "Kort"),
          Map.entry("val.option.lang", "Lång"),
          Map.entry("antal.label", "Antal barn"),
          Map.entry("stopp.title", "Stängt"),
          Map.entry("stopp.intro", "Du kan ansöka igen i vår."),
          Map.entry("tva.title", "Resan"),
          Map.entry("mer.label", "Din kod"),
          Map.entry("mer.hint", "Skriv koden i brevet, till exempel aaa"),
          Map.entry("mer.error.Pattern", "Skriv koden med små a, till exempel aaa"),
          Map.entry("hur.label", "Färdsätt"),
          Map.entry("hur.option.buss", "Buss"),
          Map.entry("hur.option.cykel", "Cykel"),
          Map.entry("hur.error.Required", "Välj färdsätt"),
          Map.entry("lang.label", "Är resan lång?"),
          Map.entry("barnen.title", "Barnen"),
          Map.entry("barn.row", "{barnets}"),
          Map.entry("barnet.title", "Barnet"),
          Map.entry("barnets.label", "Barnets namn"),
          Map.entry("skola.label", "Skola"),
          Map.entry("skola.option.asen", "Åsen"),
          Map.entry("skola.option.berget", "Berget"),
          Map.entry("granska.title", "Granska dina svar"));

  private static final Map<String, String> EN =
      Map.ofEntries(
          Map.entry("form.title", "A small form"),
          Map.entry("ett.title", "About you"),
          Map.entry("namn.label", "Your name"),
          Map.entry("namn.hint", "Both first name and last name"),
          Map.entry("namn.error.Required", "Enter your name"),
          Map.entry("val.label", "Length"),
          Map.entry("val.option.kort", "Short"),
          Map.entry("val.option.lang", "Long"),
          Map.entry("antal.label", "Number of children"),
          Map.entry("stopp.title", "Closed"),
          Map.entry("stopp.intro", "You can apply again in spring."),
          Map.entry("tva.title", "The trip"),
          Map.entry("mer.label", "Your code"),
          Map.entry("mer.hint", "Look in the letter, for example aaa"),
          Map.entry("mer.error.Pattern", "Enter the code in small letters, for example aaa"),
          Map.entry("hur.label", "Way to travel"),
          Map.entry("hur.option.buss", "Bus"),
          Map.entry("hur.option.cykel", "Bicycle"),
          Map.entry("hur.error.Required", "Select a way to travel"),
          Map.entry("lang.label", "Is the trip long?"),
          Map.entry("barnen.title", "The children"),
          Map.entry("barn.row", "{barnets}"),
          Map.entry("barnet.title", "The child"),
          Map.entry("barnets.label", "Name of the child"),
          Map.entry("skola.label", "School"),
          Map.entry("skola.option.asen", "The Hill"),
          Map.entry("skola.option.berget", "The Mountain"),
          Map.entry("granska.title", "Check your answers"));

  /** The good form with changes: the YAML first, then texts as {@code sv:key=text}, or no text. */
  private static FormDefinition changed(String yaml, String... texts) {
    Map<String, Map<String, String>> all = new TreeMap<>();
    all.put("sv", new TreeMap<>(SV));
    all.put("en", new TreeMap<>(EN));
    for (String change : texts) {
      int colon = change.indexOf(':');
      int equals = change.indexOf('=');
      Map<String, String> of =
          all.computeIfAbsent(change.substring(0, colon), language -> new TreeMap<>());
      if (equals < 0) {
        assertThat(of.remove(change.substring(colon + 1))).isNotNull();
      } else {
        of.put(change.substring(colon + 1, equals), change.substring(equals + 1));
      }
    }
    return FormYaml.read("litet.yaml", yaml.getBytes(StandardCharsets.UTF_8), FormTexts.of(all));
  }

  private static List<String> lint(FormDefinition form) {
    List<String> shown = new ArrayList<>();
    for (Finding finding : FormLint.check(form)) {
      assertThat(finding.remedy()).isNotBlank();
      assertThat(finding.message()).isNotBlank();
      assertThat(finding.where().resource()).startsWith("litet");
      assertThat(finding.severity()).isNotEqualTo(Severity.INFO);
      shown.add(
          finding.code().value().replace("FORM-LINT-", "")
              + " "
              + finding.where().detail().orElse(""));
    }
    return shown;
  }

  private static List<String> texts(String... changes) {
    return lint(changed(GOOD, changes));
  }

  private static List<String> with(String good, String other, String... texts) {
    assertThat(GOOD).contains(good);
    return lint(changed(GOOD.replace(good, other), texts));
  }

  private static List<String> pageIf(String condition) {
    return with("show-if: val == 'kort'", "show-if: \"" + condition + "\"");
  }

  @Test
  void a_good_form_is_clean() {
    assertThat(texts()).isEmpty();
    assertThat(FormLint.check(Forms.yaml())).isEmpty();
    assertThat(FormLint.check(Forms.yaml(), ConstraintCatalog.standard())).isEmpty();
  }

  @Test
  void finds_unknown_names_and_suggests_the_right_one() {
    assertThat(pageIf("vall == 'kort'")).contains("NAME tva.showIf");
    assertThat(pageIf("barn.exists(b, b.skolan == 'asen')")).contains("NAME tva.showIf");
    assertThat(pageIf("'nman' in answered")).containsExactly("NAME tva.showIf");
    assertThat(pageIf("'namn' in answered")).isEmpty();
    assertThat(
            FormLint.check(changed(GOOD.replace("val == 'kort'", "\"'nman' in answered\""))).get(0))
        .extracting(Finding::remedy)
        .isEqualTo("Did you mean 'namn'?");
  }

  @Test
  void finds_type_errors_and_conditions_that_do_not_parse() {
    assertThat(pageIf("val == 1")).containsExactly("TYPE tva.showIf");
    assertThat(pageIf("antal")).containsExactly("TYPE tva.showIf");
    assertThat(pageIf("val == ")).containsExactly("CONDITION tva.showIf");
  }

  @Test
  void finds_cycles() {
    assertThat(pageIf("mer == 'a'")).containsExactly("CYCLE tva.showIf");
    assertThat(
            with(
                "{id: lang, type: yes-no}",
                "{id: lang, type: calculated, value: lang + 1.0}",
                "sv:lang.hint=Värdet är summan",
                "en:lang.hint=The value is the sum",
                "sv:lang.label=Längden",
                "en:lang.label=The length"))
        .anyMatch(finding -> finding.startsWith("CYCLE lang"));
  }

  @Test
  void finds_conditions_that_no_answers_meet() {
    for (String never :
        List.of(
            "val == 'ingen'",
            "val == 'kort' && val == 'lang'",
            "namn == 'x' && namn != 'x'",
            "antal > 10",
            "antal > 2 && antal < 3",
            "stangd == true && !stangd",
            "age(namn, today) > 12 && age(namn, today) < 7")) {
      assertThat(pageIf(never)).as(never).containsExactly("CONTRADICTION tva.showIf");
    }
    assertThat(with("rowNumber < 3", "rowNumber > 4"))
        .containsExactly("CONTRADICTION skola.showIf");
    for (String possible :
        List.of("val != 'kort' && val != 'lang'", "antal == 8", "antal < 1", "namn > 'x'")) {
      assertThat(pageIf(possible)).as(possible).noneMatch(f -> f.startsWith("CONTRADICTION"));
    }
  }

  @Test
  void finds_limits_that_no_answer_meets() {
    assertThat(with("decimal-max: {value: \"10\"}", "decimal-max: {value: \"0.5\"}"))
        .contains("CONTRADICTION antal.constraints");
    assertThat(
            with(
                "{id: barnets, type: text}",
                "{id: barnets, type: text, constraints: [{size: {min: 5, max: 4}}]}"))
        .contains("CONTRADICTION barnets.constraints");
    assertThat(
            with(
                "{id: barnets, type: text}",
                "{id: barnets, type: date, constraints: [past, future]}"))
        .contains("CONTRADICTION barnets.constraints");
    assertThat(with("{id: barnets, type: text}", "{id: barnets, type: date, constraints: [past]}"))
        .isEmpty();
  }

  @Test
  void finds_conditions_that_always_hold() {
    assertThat(pageIf("antal >= 0")).containsExactly("ALWAYS tva.showIf");
    assertThat(pageIf("val == 'kort' || val != 'kort'")).containsExactly("ALWAYS tva.showIf");
    assertThat(
            with(
                "show-if: antal > 2, required-if",
                "required: true, show-if: antal > 2, required-if"))
        .containsExactly("ALWAYS hur.requiredIf");
  }

  @Test
  void finds_pages_that_routes_and_conditions_rule_out() {
    assertThat(with("- id: ett\n", "- id: ett\n    routes: [{to: tre}]\n"))
        .containsExactlyInAnyOrder("UNREACHABLE stopp", "UNREACHABLE tva");
    assertThat(with("- id: ett\n", "- id: ett\n    routes: [{if: val == 'kort', to: tre}]\n"))
        .containsExactly("UNREACHABLE tva");
    assertThat(with("- id: ett\n", "- id: ett\n    routes: [{if: val == 'lang', to: tre}]\n"))
        .isEmpty();
    assertThat(
            with(
                "- id: ett\n",
                "- id: ett\n    routes: [{if: val == 'kort', to: stopp}, {if: val != '', to: tre}]\n"))
        .isEmpty();
    assertThat(
            with(
                "  - id: tre\n    fields:\n",
                "  - id: tre\n    show-if: mer == 'a' && val == 'lang'\n    fields:\n"))
        .as("mer is asked only when val is kort")
        .containsExactly("UNREACHABLE tre");
  }

  @Test
  void finds_fields_that_are_never_shown_required_or_offered() {
    assertThat(with("show-if: antal > 2, required-if", "show-if: val == 'lang', required-if"))
        .containsExactly("NEVER-SHOWN hur.showIf");
    assertThat(with("required-if: antal > 5", "required-if: antal < 2"))
        .containsExactly("NEVER-REQUIRED hur.requiredIf");
    assertThat(with("show-if: antal < 9", "show-if: antal < 3"))
        .containsExactly("NEVER-OFFERED hur.option.cykel");
    assertThat(with("show-if: antal < 9", "show-if: antal < 4")).isEmpty();
  }

  @Test
  void finds_conditions_that_read_a_later_question() {
    assertThat(pageIf("lang == true")).containsExactly("READS-LATER tva.showIf");
    assertThat(pageIf("size(barn) > 2")).containsExactly("READS-LATER tva.showIf");
    assertThat(with("{id: mer, type: text,", "{id: mer, type: text, show-if: hur == 'buss',"))
        .containsExactly("READS-LATER mer.showIf");
    assertThat(with("rowNumber < 3", "barnets != '' && lang == true")).isEmpty();
  }

  @Test
  void finds_constraints_that_cannot_judge_their_field() {
    assertThat(with("{pattern: {regexp: \"a*\"}}", "past")).contains("CONSTRAINT ");
  }

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
    assertThat(texts("fi:form.title=Hakemus")).containsExactly("LANGUAGE languages");
    assertThat(with("  - id: granska\n    kind: review\n", ""))
        .containsExactlyInAnyOrder("REVIEW ", "UNUSED-TEXT granska.title");
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
}
