package se.byggsten.forms.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.InMemoryKeptStore;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.Forms;
import se.byggsten.forms.diff.FormDiff;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.source.FormCatalog;
import se.byggsten.testsupport.MovableClock;

class KeptFormsTest {
  private final MovableClock clock = MovableClock.at(Utkast.NOW);
  private final InMemoryKeptStore kept = InMemoryKeptStore.empty();

  private FormVersions using(FormRun... runs) {
    return KeptForms.in(kept, FormCatalog.standard())
        .versions(List.of(runs), form -> Forms.run(form, clock));
  }

  @Test
  void a_draft_of_a_version_that_was_once_in_use_is_read_and_moved_where_that_is_safe() {
    InMemoryStore store = InMemoryStore.with(clock);
    DraftOwner asa = DraftOwner.person(Utkast.ASA);
    DraftStore before =
        DraftStore.builder(store, using(Utkast.run(1, clock)), Utkast.keys(), clock).build();
    Draft draft = before.open(asa, Utkast.FORM, Map.of());
    before.update(draft.ref(), draft.mark(), "ett", Utkast.pageOne("Åsa", "", "", List.of()));

    FormVersions longer = using(Utkast.longerRun(2, clock)).migratingWhen(FormDiff::isSafe);
    DraftStore after = DraftStore.builder(store, longer, Utkast.keys(), clock).build();
    Draft old = after.find(draft.ref()).orElseThrow();
    assertThat(old.run().form()).isEqualTo(Utkast.run(1, clock).form());
    assertThat(Utkast.answer(old, "namn")).isEqualTo("Åsa");

    FormVersions milder = using(Utkast.milderRun(3, clock)).migratingWhen(FormDiff::isSafe);
    DraftStore moves = DraftStore.builder(store, milder, Utkast.keys(), clock).build();
    assertThat(moves.find(draft.ref()).orElseThrow().migratedFrom()).hasValue(1);
    assertThat(milder.all()).hasSize(3);
  }

  @Test
  void texts_and_all_kinds_of_fields_are_kept_as_they_are() {
    FormDefinition whole = Forms.yaml();
    using(Forms.run(whole, clock));
    FormRun next = Forms.run(Forms.yaml(), clock);
    assertThat(using(next).find(whole.id(), whole.sha256()).orElseThrow().form()).isEqualTo(whole);
  }

  @Test
  void what_cannot_be_read_or_has_a_number_in_use_stands_in_nobodys_way() {
    kept.keep("form", "skada", "{".getBytes(StandardCharsets.UTF_8));
    kept.keep(
        "form",
        "skada2",
        "{\"sha256\":\"0\",\"definition\":\"form: 1\",\"texts\":{}}"
            .getBytes(StandardCharsets.UTF_8));
    using(Utkast.run(1, clock));
    FormVersions changed = using(Utkast.longerRun(1, clock));
    assertThat(changed.all()).hasSize(1);
    assertThat(changed.current(Utkast.FORM).form()).isEqualTo(Utkast.longerRun(1, clock).form());
    assertThatThrownBy(this::using).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void who_goes_back_to_an_earlier_version_uses_that_one() {
    using(Utkast.longerRun(2, clock));
    FormVersions back = using(Utkast.run(1, clock));
    assertThat(back.current(Utkast.FORM).form().version()).isEqualTo(1);
    assertThat(back.all()).as("a later version is not for drafts of today").hasSize(1);
  }
}
