package se.byggsten.forms.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.Forms;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.KnownRow;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.testsupport.MovableClock;

/** What a service knows of the person before and while they fill in a draft. */
class KnownToDraftsTest {
  private static final DraftOwner ASA = DraftOwner.person(Utkast.ASA);
  private static final String YAML =
      """
      form: 1
      id: kanda
      version: 1
      languages: [sv]
      inputs: {oppetArende: yes-no, kolon: texts}
      facts: {purpose: Prova, legal-basis: Lagen, retention: dispose P1Y}
      pages:
        - id: barnen
          kind: repeat
          group:
            id: barn
            min: 0
            max: 5
            prefill: folkbok.barn
            pages:
              - id: barnet
                fields:
                  - {id: namn, type: text, prefill: {source: namn}}
        - {id: stopp, kind: exit, show-if: oppetArende}
        - id: granska
          kind: review
      """;

  private final MovableClock clock = MovableClock.at(Utkast.NOW);
  private final DraftStore drafts =
      DraftStore.builder(InMemoryStore.with(clock), FormVersions.of(run()), Utkast.keys(), clock)
          .inputs(form -> Map.of("oppetArende", false))
          .build();

  private FormRun run() {
    FormTexts texts = FormTexts.of(Map.of("sv", Map.of("form.title", "Kända")));
    return Forms.run(
        FormYaml.read("kanda.yaml", YAML.getBytes(StandardCharsets.UTF_8), texts), clock);
  }

  private static KnownRow child(String name) {
    return KnownRow.of(Map.of("namn", new PrefillValue(name, "folkbokföringen", Utkast.NOW)));
  }

  @Test
  void rows_that_are_known_stand_in_a_new_draft_and_outlive_the_store() {
    Draft draft =
        drafts.open(
            ASA, "kanda", Map.of(), Map.of("folkbok.barn", List.of(child("Åsa"), child("Bo"))));
    assertThat(draft.state().rows("barn")).containsExactly(1, 2);
    Draft again = drafts.find(draft.ref()).orElseThrow();
    assertThat(
            again.run().answers(again.state()).state().answer("namn/2").orElseThrow().prefilled())
        .map(PrefillValue::source)
        .contains("folkbokföringen");
    assertThat(drafts.open(ASA, "kanda", Map.of()).state().rows("barn"))
        .as("a draft that is there is not filled in anew")
        .containsExactly(1, 2);
  }

  @Test
  void what_is_true_of_the_person_decides_besides_what_is_true_for_all() {
    Draft draft = drafts.open(ASA, "kanda", Map.of());
    assertThat(draft.run().answers(draft.state()).isPageShown("stopp")).isFalse();
    DraftStore hers = drafts.telling(Map.of("oppetArende", true, "annatFormular", "x"));
    Draft told = hers.find(draft.ref()).orElseThrow();
    assertThat(told.run().answers(told.state()).isPageShown("stopp")).isTrue();
    DraftUpdate update =
        hers.update(told.ref(), told.mark(), "barnen", PostedFields.with("_action", "next"));
    assertThat(update)
        .isInstanceOfSatisfying(
            DraftUpdate.Stored.class, stored -> assertThat(stored.step().page()).contains("stopp"));
  }

  @Test
  void a_draft_that_is_worked_on_lives_on_unless_a_longest_life_is_set() {
    Draft draft = drafts.open(ASA, "kanda", Map.of());
    for (int week = 0; week < 60; week++) {
      clock.move(Duration.ofDays(6));
      Draft now = drafts.find(draft.ref()).orElseThrow();
      PostedFields more = PostedFields.with("_action", "save");
      drafts.update(now.ref(), now.mark(), "barnen", more);
    }
    assertThat(drafts.find(draft.ref()).orElseThrow().expiresAt())
        .isEqualTo(clock.instant().plus(Duration.ofDays(7)));
    clock.move(Duration.ofDays(7));
    assertThat(drafts.find(draft.ref())).isEmpty();
  }
}
