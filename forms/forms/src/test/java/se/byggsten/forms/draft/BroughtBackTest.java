package se.byggsten.forms.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.Forms;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PostedFile;
import se.byggsten.forms.run.SubmittedAnswers;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.testsupport.MovableClock;

/** Drafts that are made again, of what was sent or of a file that was kept. */
class BroughtBackTest {
  private static final char[] PASSPHRASE = "tre små rätter".toCharArray();
  private static final DraftOwner ASA = DraftOwner.person(Utkast.ASA);
  private static final DraftOwner COMPLETING = DraftOwner.completing(Utkast.ASA, "arende-1");

  private final MovableClock clock = MovableClock.at(Utkast.NOW);
  private final SpyStore store = new SpyStore(InMemoryStore.with(clock));
  private final DraftStore drafts = Utkast.drafts(store, clock).build();

  private static Draft posted(DraftStore drafts, Draft draft, String page, PostedFields posted) {
    assertThat(drafts.update(draft.ref(), draft.mark(), page, posted))
        .isInstanceOf(DraftUpdate.Stored.class);
    return drafts.find(draft.ref()).orElseThrow();
  }

  private static FormState sent(FormRun run, FormState state) {
    String json = FormDocuments.of(run).answersJson(state, Locale.forLanguageTag("sv"), Utkast.NOW);
    return SubmittedAnswers.read(run.form(), json.getBytes(StandardCharsets.UTF_8));
  }

  private Draft begun(DraftStore drafts) {
    Draft draft = drafts.open(ASA, Utkast.FORM, Map.of());
    draft = posted(drafts, draft, "ett", Utkast.pageOne("Åsa", "", "", List.of()));
    return posted(drafts, draft, "tva", PostedFields.with("text", "långt brev"));
  }

  @Test
  void a_file_that_was_sent_twice_is_still_there_when_one_of_the_two_is_removed() {
    PostedFields twice =
        PostedFields.with()
            .and(PostedFile.of("filer", "intyg.pdf", Utkast.PDF))
            .and(PostedFile.of("filer", "intyg.pdf", Utkast.PDF));
    Draft draft = posted(drafts, begun(drafts), "filer", twice);
    FormState sent = sent(draft.run(), draft.state());
    Draft again = drafts.reopen(COMPLETING, Utkast.FORM, sent, file -> Utkast.PDF);
    String id = again.state().attachments("filer").get(1).id();
    again = posted(drafts, again, "filer", PostedFields.with("_remove", id));
    assertThat(again.state().attachments("filer")).hasSize(1);
    assertThat(drafts.attachment(again, again.state().attachments("filer").get(0)))
        .isEqualTo(Utkast.PDF);
  }

  @Test
  void a_page_that_a_changed_answer_shows_is_not_passed_by_in_a_supplement() {
    String yaml =
        """
        form: 1
        id: flytt
        version: 1
        languages: [sv]
        facts: {purpose: Prova, legal-basis: Lagen, retention: dispose P1Y}
        pages:
          - id: ett
            fields:
              - {id: flyttar, type: yes-no, required: true}
          - id: tva
            show-if: flyttar
            fields:
              - {id: vart, type: text}
          - id: granska
            kind: review
        """;
    FormTexts texts = FormTexts.of(Map.of("sv", Map.of("form.title", "Flytt")));
    FormRun run =
        Forms.run(FormYaml.read("flytt.yaml", yaml.getBytes(StandardCharsets.UTF_8), texts), clock);
    FormState state =
        run.post(run.start(Map.of()), "ett", PostedFields.with("flyttar", "no")).state();
    DraftStore flytt =
        DraftStore.builder(store, FormVersions.of(run), Utkast.keys(), clock).build();
    Draft again = flytt.reopen(COMPLETING, "flytt", sent(run, state), file -> Utkast.PDF);
    assertThat(run.current(again.state())).as("all is right").isEqualTo("granska");
    FormState changed =
        run.post(again.state(), "ett", PostedFields.with("flyttar", "yes", "_review", "1")).state();
    assertThat(run.current(changed)).isEqualTo("tva");
    assertThat(run.isComplete(changed)).isFalse();
  }

  @Test
  void a_draft_is_given_up_for_a_file_only_when_the_file_has_been_read() {
    AtomicInteger tries = new AtomicInteger();
    DraftStore limited =
        Utkast.drafts(store, clock)
            .attempts((kind, who) -> !kind.equals("draft-file") || tries.incrementAndGet() <= 1)
            .build();
    Draft draft = begun(limited);
    byte[] file = limited.toFile(draft, PASSPHRASE);
    draft = posted(limited, draft, "tva", PostedFields.with("text", "ett längre brev"));
    Draft back = limited.fromFileInsteadOf(draft, file, PASSPHRASE, "");
    assertThat(Utkast.answer(back, "text")).isEqualTo("långt brev");
    assertThat(limited.list(ASA, Utkast.FORM)).hasSize(1);
    Draft newer = posted(limited, back, "tva", PostedFields.with("text", "det längsta"));
    assertThat(
            catchThrowableOfType(
                    DraftException.class,
                    () -> limited.fromFileInsteadOf(newer, file, PASSPHRASE, ""))
                .code())
        .isEqualTo(DraftException.TOO_MANY_ATTEMPTS);
    assertThat(Utkast.answer(limited.find(newer.ref()).orElseThrow(), "text"))
        .isEqualTo("det längsta");
  }
}
