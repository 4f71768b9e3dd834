package se.byggsten.forms.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.forms.diff.FormDiff;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.SubmittedAnswers;
import se.byggsten.testsupport.MovableClock;

/** Drafts, and what was sent, when a newer version of the form is in use. */
class DraftVersionsTest {
  private static final DraftOwner ASA = DraftOwner.person(Utkast.ASA);
  private static final DraftOwner BO = DraftOwner.person(Utkast.BO);

  private final MovableClock clock = MovableClock.at(Utkast.NOW);
  private final InMemoryStore store = InMemoryStore.with(clock);
  private final DraftStore drafts = Utkast.drafts(store, clock).build();

  private static DraftUpdate.Stored post(
      DraftStore drafts, Draft draft, String page, PostedFields posted) {
    DraftUpdate update = drafts.update(draft.ref(), draft.mark(), page, posted);
    assertThat(update).isInstanceOf(DraftUpdate.Stored.class);
    return (DraftUpdate.Stored) update;
  }

  private Draft named(DraftOwner owner, String name) {
    Draft draft = drafts.open(owner, Utkast.FORM, Map.of());
    return post(drafts, draft, "ett", Utkast.pageOne(name, "", "", List.of())).draft();
  }

  private DraftStore using(FormVersions versions) {
    return DraftStore.builder(store, versions, Utkast.keys(), clock).build();
  }

  @Test
  void a_draft_goes_on_by_the_version_it_was_begun_with_until_moving_is_proved_safe() {
    Draft draft = named(ASA, "Åsa");
    FormRun one = Utkast.run(1, clock);
    FormRun two = Utkast.longerRun(2, clock);
    FormVersions both = FormVersions.of(two).and(one);
    DraftStore pinned = using(both);
    Draft old = pinned.open(ASA, Utkast.FORM, Map.of());
    assertThat(old.run().form().version()).isEqualTo(1);
    assertThat(old.migratedFrom()).isEmpty();
    assertThat(pinned.version(old.ref()).orElseThrow().form().version()).isEqualTo(1);
    assertThat(pinned.version(DraftRef.first(BO, Utkast.FORM))).isEmpty();
    assertThat(pinned.open(BO, Utkast.FORM, Map.of()).run().form().version()).isEqualTo(2);

    DraftStore moves = using(both.migratingWhen((from, to) -> from.version() + 1 == to.version()));
    Draft moved = moves.open(ASA, Utkast.FORM, Map.of());
    assertThat(moved.migratedFrom()).hasValue(1);
    assertThat(moves.version(moved.ref()).orElseThrow().form().version()).isEqualTo(2);
    assertThat(moved.mark()).isEqualTo(draft.mark());
    Draft later = post(moves, moved, "tre", PostedFields.with("mer", "nytt")).draft();
    assertThat(later.run().form().version()).isEqualTo(2);
    assertThat(Utkast.answer(later, "namn")).isEqualTo("Åsa");
    assertThat(moves.find(later.ref()).orElseThrow().migratedFrom()).isEmpty();
    assertThat(catchThrowableOfType(DraftException.class, () -> drafts.find(later.ref())).code())
        .isEqualTo(DraftException.VERSION_UNKNOWN);
    assertThatThrownBy(() -> both.and(Utkast.longerRun(1, clock)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_draft_moves_to_a_version_that_the_comparison_proves_safe() {
    named(ASA, "Åsa");
    FormVersions milder = FormVersions.of(Utkast.milderRun(2, clock)).and(Utkast.run(1, clock));
    FormVersions longer = FormVersions.of(Utkast.longerRun(3, clock)).and(Utkast.run(1, clock));
    DraftStore stays = using(longer.migratingWhen(FormDiff::isSafe));
    assertThat(stays.open(ASA, Utkast.FORM, Map.of()).run().form().version()).isEqualTo(1);
    DraftStore moves = using(milder.migratingWhen(FormDiff::isSafe));
    Draft moved = moves.open(ASA, Utkast.FORM, Map.of());
    assertThat(moved.migratedFrom()).hasValue(1);
    assertThat(Utkast.answer(moved, "namn")).isEqualTo("Åsa");
  }

  @Test
  void what_was_sent_with_an_older_version_is_changed_by_that_version() {
    FormRun one = Utkast.run(1, clock);
    FormState sent = sent(one);
    DraftOwner completing = DraftOwner.completing(Utkast.ASA, "fall-1");
    DraftStore pinned = using(FormVersions.of(Utkast.longerRun(2, clock)).and(one));
    Draft again = pinned.reopen(completing, Utkast.FORM, sent, file -> Utkast.PDF);
    assertThat(again.run().form().version()).isEqualTo(1);
    assertThat(Utkast.answer(again, "namn")).isEqualTo("Åsa");
    Draft changed = post(pinned, again, "tva", PostedFields.with("text", "ändrat")).draft();
    assertThat(changed.run().form().version()).isEqualTo(1);

    DraftStore forgetful = using(FormVersions.of(Utkast.longerRun(2, clock)));
    DraftOwner other = DraftOwner.completing(Utkast.ASA, "fall-2");
    assertThat(
            catchThrowableOfType(
                    DraftException.class,
                    () -> forgetful.reopen(other, Utkast.FORM, sent, file -> Utkast.PDF))
                .code())
        .isEqualTo(DraftException.VERSION_UNKNOWN);
  }

  private static FormState sent(FormRun run) {
    FormState state = run.start(Map.of());
    state = run.post(state, "ett", Utkast.pageOne("Åsa", "", "", List.of())).state();
    state = run.post(state, "tva", PostedFields.with("text", "Hej")).state();
    state = run.post(state, "filer", PostedFields.with()).state();
    String json = FormDocuments.of(run).answersJson(state, Locale.forLanguageTag("sv"), Utkast.NOW);
    return SubmittedAnswers.read(
        run.form(), json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
