package se.byggsten.forms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.cases.InformationFacts;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.core.cases.RetentionAction;
import se.byggsten.core.cases.RetentionRule;
import se.byggsten.core.data.DataException;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PostedFile;
import se.byggsten.forms.source.FormYaml;

class InformationTest {
  private static final Locale SV = Locale.forLanguageTag("sv");
  private static final String FORM =
      """
      form: 1
      id: klubb
      version: 1
      languages: [sv, en]
      classification: "3.7"
      send-anyway: true
      facts: {purpose: Driva klubben, legal-basis: Kommunallagen, retention: dispose P2Y}
      pages:
        - id: start
          fields:
            - {id: text, type: content}
            - {id: namn, type: text, required: true, facts: {personal-data: ordinary}}
            - {id: minnen, type: text, facts: {purpose: Berätta om förr, retention: preserve, classification: "3.8"}}
            - {id: intyg, type: files, facts: {personal-data: sensitive, secrecy: 26 kap. 1 § OSL, retention: dispose P10Y}}
            - {id: foraldrar, type: number, deferrable: true, facts: {secrecy: 23 kap. 2 § OSL, retention: dispose P3Y}}
            - {id: dold, type: text, show-if: namn == 'Hemlig', facts: {retention: preserve}}
        - id: syskon
          kind: repeat
          group:
            id: syskon
            min: 1
            max: 3
            pages:
              - id: syskonet
                fields: [{id: syskonNamn, type: text, required: true, facts: {retention: dispose P26M}}]
      """;
  private static final FormTexts TEXTS =
      FormTexts.of(
          Map.of(
              "sv", Map.of("namn.label", "Ditt namn", "syskonNamn.label", "Vad heter {namn}?"),
              "en", Map.of("namn.label", "Your name")));

  private final FormRun run = run(FORM);

  @Test
  void each_field_that_is_shown_and_answered_has_its_facts_and_those_of_a_row_come_once() {
    FormState state = answered(run, "namn", "Åsa Ek", "dold", "x");
    state = run.post(state, "syskonet/1", PostedFields.with("syskonNamn", "Bo Ek")).state();
    state = run.post(state, "syskon", PostedFields.with("_action", "add")).state();
    state = run.post(state, "syskonet/2", PostedFields.with("syskonNamn", "Cy Ek")).state();
    assertThat(run.answers(state).rows("syskon")).hasSize(2);

    List<InformationFacts> information = FormDocuments.of(run).information(state, SV);

    assertThat(information.stream().map(InformationFacts::field))
        .containsExactly("namn", "syskonNamn");
    assertThat(information.get(0))
        .isEqualTo(
            new InformationFacts(
                "namn",
                "Ditt namn",
                "Driva klubben",
                "Kommunallagen",
                PersonalData.ORDINARY,
                "",
                RetentionAction.DISPOSE,
                run.form().facts().disposeAfter(),
                "3.7"));
    assertThat(information.get(1).label()).isEqualTo("Vad heter {namn}?");
    assertThat(information.toString()).doesNotContain("Ek", "Bo", "Cy");
    assertThat(FormDocuments.of(run).information(state, Locale.ENGLISH).get(0).label())
        .isEqualTo("Your name");
    assertThat(FormDocuments.of(run).retention(state, "Plan").disposal())
        .contains(Period.ofMonths(26));
  }

  @Test
  void own_facts_stand_in_place_of_the_forms_and_files_and_what_cannot_be_read_are_answers() {
    FormState state = answered(run, "namn", "Åsa", "minnen", "Förr", "foraldrar", "tva");
    List<InformationFacts> information = FormDocuments.of(run).information(state, SV);
    assertThat(information.stream().map(InformationFacts::field))
        .containsExactly("namn", "minnen", "foraldrar");
    assertThat(information.get(1).purpose()).isEqualTo("Berätta om förr");
    assertThat(information.get(1).legalBasis()).isEqualTo("Kommunallagen");
    assertThat(information.get(1).classification()).isEqualTo("3.8");
    assertThat(information.get(1).retention()).isEqualTo(RetentionAction.PRESERVE);
    assertThat(FormDocuments.of(run).secrecyProvisions(state)).containsExactly("23 kap. 2 § OSL");

    FormState withFile =
        run.post(
                run.start(Map.of()),
                "start",
                PostedFields.with("namn", "Åsa")
                    .and(PostedFile.of("intyg", "intyg.pdf", Forms.PDF)))
            .state();
    assertThat(
            FormDocuments.of(run).information(withFile, SV).stream().map(InformationFacts::field))
        .containsExactly("namn", "intyg");
    assertThat(FormDocuments.of(run).retention(withFile, "Plan").disposal())
        .contains(Period.ofYears(10));
  }

  @Test
  void the_whole_is_kept_as_the_form_says_until_an_answer_asks_for_more() {
    FormDocuments documents = FormDocuments.of(run);
    assertThat(documents.retention(answered(run, "namn", "Åsa"), "Plan 2026"))
        .isEqualTo(new RetentionRule("3.7", run.form().facts().disposeAfter(), "Plan 2026"));
    assertThat(documents.retention(answered(run, "foraldrar", "2"), "Plan").disposal())
        .contains(Period.ofYears(3));
    RetentionRule kept = documents.retention(answered(run, "minnen", "Förr"), "Plan");
    assertThat(kept.preserved()).isTrue();
    assertThat(kept.classification()).isEqualTo("3.7");
  }

  @ParameterizedTest
  @CsvSource({
    "retention: preserve, dispose P1Y, dispose P2Y, ''",
    "retention: dispose P9Y, dispose P1Y, dispose P2Y, P9Y",
    "purpose: Driva, dispose P1Y, dispose P2Y, P2Y",
    "purpose: Driva, dispose P1Y, '', ''",
    "purpose: Driva, '', '', ''"
  })
  void what_nobody_has_decided_to_dispose_of_is_preserved(
      String form, String one, String other, String whole) {
    String yaml =
        """
        form: 1
        id: klubb
        version: 1
        languages: [sv]
        classification: "3.7"
        facts: {%s}
        pages:
          - id: start
            fields:
              - {id: ett, type: text, facts: {%s}}
              - {id: tva, type: text, facts: {%s}}
        """
            .formatted(form, said(one), said(other));
    FormRun plain = run(yaml);
    assertThat(
            FormDocuments.of(plain)
                .retention(answered(plain, "ett", "a", "tva", "b"), "Plan")
                .disposal()
                .map(Period::toString)
                .orElse(""))
        .isEqualTo(whole);
  }

  @Test
  void preserved_and_nothing_said_are_told_apart() {
    assertThat(DataFacts.NONE.action()).isEqualTo(RetentionAction.UNSTATED);
    assertThat(facts("preserve").action()).isEqualTo(RetentionAction.PRESERVE);
    assertThat(facts("dispose P2Y").action()).isEqualTo(RetentionAction.DISPOSE);
    assertThat(facts("preserve").disposeAfter()).isEmpty();
    assertThat(facts("dispose P2Y").disposeAfter()).contains(Period.ofYears(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dispose P0D", "dispose P-1Y", "dispose P999999999Y", "dispose", "keep", "P2Y"})
  void a_retention_that_cannot_be_followed_is_refused(String retention) {
    assertThatThrownBy(() -> facts(retention))
        .isInstanceOf(FormException.class)
        .hasMessageContaining("dispose P2Y");
  }

  @Test
  void a_form_has_one_classification_and_the_submission_needs_it() {
    assertThatThrownBy(
            () ->
                run(
                    FORM.replace(
                        "facts: {purpose: Driva", "facts: {classification: '1', purpose: Driva")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("classification");
    assertThatThrownBy(
            () ->
                FormDefinition.builder("klubb", 1)
                    .facts(new DataFacts("", "", PersonalData.NONE, "", "", "3.7"))
                    .pages(List.of(PageDefinition.of("a", PageKind.INTRO, List.of())))
                    .build())
        .isInstanceOf(FormException.class);
    FormRun without = run(FORM.replace("classification: \"3.7\"\n", ""));
    assertThatThrownBy(
            () -> FormDocuments.of(without).retention(answered(without, "namn", "Åsa"), "Plan"))
        .isInstanceOf(FormException.class)
        .hasMessageContaining("classification");
  }

  private static String said(String text) {
    return text.isEmpty() ? "secrecy: 23 kap." : "retention: " + text;
  }

  private static DataFacts facts(String retention) {
    return new DataFacts("", "", PersonalData.NONE, "", retention);
  }

  private static FormState answered(FormRun run, String... answers) {
    return run.post(run.start(Map.of()), "start", PostedFields.with(answers)).state();
  }

  private static FormRun run(String yaml) {
    return Forms.run(FormYaml.read("klubb.yaml", yaml.getBytes(UTF_8), TEXTS));
  }
}
