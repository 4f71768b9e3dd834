package se.byggsten.forms.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.Forms;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.source.FormYaml;

/** Boxes that one window has not drawn, since another has shown them later. */
class UnseenBoxesTest {
  private static final String YAML =
      """
      form: 1
      id: lager
      version: 1
      languages: [sv]
      facts: {purpose: Prova, legal-basis: Lagen, retention: dispose P1Y}
      pages:
        - id: ett
          fields:
            - {id: annat, type: yes-no, required: true}
        - id: tva
          fields:
            - {id: kost, type: checkboxes, options: [fisk, lax, ost], show-if: annat}
            - {id: mer, type: text}
        - id: vagen
          fields:
            - {id: fard, type: radio, options: [{value: buss, show-if: annat}, tag]}
            - {id: plats, type: checkboxes, options: [fram, bak], show-if: "fard == 'buss'"}
        - id: resor
          kind: repeat
          group:
            id: resa
            min: 0
            max: 3
            pages:
              - id: resan
                fields:
                  - {id: sang, type: checkboxes, options: [upp, ner], show-if: annat}
                  - {id: mal, type: text}
        - id: granska
          kind: review
      """;

  private final DraftStore drafts;
  private Draft draft;

  UnseenBoxesTest() {
    FormTexts texts = FormTexts.of(Map.of("sv", Map.of("form.title", "Läger")));
    FormRun run =
        Forms.run(FormYaml.read("lager.yaml", YAML.getBytes(StandardCharsets.UTF_8), texts));
    drafts =
        DraftStore.builder(
                InMemoryStore.with(Forms.CLOCK), FormVersions.of(run), Utkast.keys(), Forms.CLOCK)
            .build();
    draft = drafts.open(DraftOwner.person(Utkast.ASA), "lager", Map.of());
  }

  private DraftUpdate post(String mark, String page, PostedFields posted) {
    DraftUpdate update = drafts.update(draft.ref(), mark, page, posted);
    draft = drafts.find(draft.ref()).orElseThrow();
    return update;
  }

  private void post(String page, String... posted) {
    post(draft.mark(), page, PostedFields.with(posted));
  }

  private static PostedFields ticked(String field, List<String> boxes, String text, String with) {
    return PostedFields.of(Map.of(field, boxes, text, List.of(with)));
  }

  @Test
  void what_was_ticked_and_hidden_outlives_a_window_that_never_showed_it() {
    post("ett", "annat", "yes");
    post(draft.mark(), "tva", ticked("kost", List.of("fisk", "ost"), "mer", ""));
    post("resor", "_action", "add");
    post(draft.mark(), "resan/1", ticked("sang", List.of("upp"), "mal", "Orsa"));
    post("ett", "annat", "no");
    String window = draft.mark();
    post("ett", "annat", "yes");
    assertThat(post(window, "tva", PostedFields.with("mer", "Ingen mjölk")))
        .isInstanceOf(DraftUpdate.Stored.class);
    post(window, "resan/1", PostedFields.with("mal", "Mora"));
    assertThat(Utkast.answer(draft, "kost")).isEqualTo("fisk|ost");
    assertThat(Utkast.answer(draft, "mer")).isEqualTo("Ingen mjölk");
    assertThat(Utkast.answer(draft, "sang/1")).isEqualTo("upp");
    assertThat(Utkast.answer(draft, "mal/1")).isEqualTo("Mora");
  }

  @Test
  void boxes_that_were_drawn_are_unticked_also_from_an_older_window() {
    post("ett", "annat", "yes");
    post(draft.mark(), "tva", ticked("kost", List.of("fisk"), "mer", ""));
    String window = draft.mark();
    post("ett", "annat", "no");
    post("ett", "annat", "yes");
    post(window, "tva", PostedFields.with("mer", ""));
    assertThat(Utkast.answer(draft, "kost")).isEmpty();
  }

  @Test
  void boxes_under_a_choice_that_is_not_offered_are_not_unticked() {
    post("ett", "annat", "yes");
    post(draft.mark(), "vagen", ticked("plats", List.of("fram"), "fard", "buss"));
    post("ett", "annat", "no");
    post("vagen", "fard", "tag");
    assertThat(Utkast.answer(draft, "fard")).isEqualTo("tag");
    assertThat(Utkast.answer(draft, "plats")).isEqualTo("fram");
    post("ett", "annat", "yes");
    post("vagen", "fard", "tag");
    assertThat(Utkast.answer(draft, "plats")).as("now they were on the page").isEmpty();
  }
}
