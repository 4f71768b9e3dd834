package se.byggsten.forms.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.store.CounterStore;
import se.byggsten.core.store.InMemoryCounters;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.forms.Forms;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftOwner;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.draft.DraftStoreBuilder;
import se.byggsten.forms.draft.DraftUpdate;
import se.byggsten.forms.draft.FormVersions;
import se.byggsten.forms.draft.QuickFiles;
import se.byggsten.forms.draft.SpyStore;
import se.byggsten.forms.draft.StoredAttempts;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.SubmittedAnswers;

/** What of drafts is counted, and that counting never stands in anybody's way. */
class FunnelTest {
  private static final PersonIdentifier ASA =
      PersonIdentifier.parse("191212121212", LocalDate.of(2026, 11, 22));
  private static final DraftOwner OWNER = DraftOwner.person(ASA);
  private static final char[] PASSPHRASE = "tre små rätter".toCharArray();

  private final FormRun run = Trappan.run(1, Forms.CLOCK);
  private final SpyStore store = new SpyStore(InMemoryStore.with(Forms.CLOCK));
  private final InMemoryCounters counters = new InMemoryCounters();
  private final DraftStore drafts = builder().funnel(Funnel.in(counters)).build();

  private DraftStoreBuilder builder() {
    return QuickFiles.with(
        DraftStore.builder(store, FormVersions.of(run), Trappan.keys(), Forms.CLOCK));
  }

  private static Draft post(DraftStore drafts, Draft draft, String page, String... fields) {
    DraftUpdate update = drafts.update(draft.ref(), draft.mark(), page, PostedFields.with(fields));
    assertThat(update).isInstanceOf(DraftUpdate.Stored.class);
    return ((DraftUpdate.Stored) update).draft();
  }

  private static Draft complete(DraftStore drafts) {
    Draft draft = drafts.start(OWNER, Trappan.ID, Map.of()).orElseThrow();
    draft = post(drafts, draft, "start");
    draft = post(drafts, draft, "val", "sort", "c", "fel", "no");
    return post(drafts, draft, "slut", "mer", "Hemligt");
  }

  private Map<String, Long> sums() {
    Map<String, Long> sums = new HashMap<>();
    counters
        .find("form-funnel/trappan/1")
        .forEach((key, n) -> sums.put((key.kind() + " " + key.subject()).strip(), n));
    sums.values().removeIf(n -> n == 0);
    return sums;
  }

  @Test
  void a_run_counts_once_and_leaves_the_pages_that_its_answers_no_longer_lead_to() {
    Draft draft = drafts.start(OWNER, Trappan.ID, Map.of()).orElseThrow();
    draft = post(drafts, draft, "start");
    draft = post(drafts, draft, "val", "sort", "a", "fel", "no");
    draft = post(drafts, draft, "oma", "texta", "x");
    assertThat(sums()).containsEntry("completed oma", 1L).containsEntry("standing barnen", 1L);
    draft = post(drafts, draft, "val", "sort", "b", "fel", "no");
    assertThat(sums()).containsEntry("standing omb", 1L).doesNotContainKey("reached oma");
    draft = post(drafts, draft, "val", "sort", "b", "fel", "yes");
    post(drafts, draft, "val", "sort", "b", "fel", "yes");
    assertThat(sums())
        .isEqualTo(
            Map.of(
                "begun",
                1L,
                "standing stopp",
                1L,
                "reached start",
                1L,
                "completed start",
                1L,
                "reached val",
                1L,
                "completed val",
                1L,
                "reached stopp",
                1L));
  }

  @Test
  void what_is_sent_twice_is_counted_once_and_what_is_discarded_stays_where_it_stood() {
    Draft draft = complete(drafts);
    assertThat(sums()).containsEntry("standing granska", 1L).doesNotContainKey("sent");
    drafts.close(draft, "arende");
    drafts.close(draft, "arende");
    assertThat(sums())
        .containsEntry("sent", 1L)
        .containsEntry("completed granska", 1L)
        .doesNotContainKey("standing granska");
    Draft other = complete(drafts);
    drafts.discard(other);
    assertThat(sums())
        .containsEntry("begun", 2L)
        .containsEntry("sent", 1L)
        .containsEntry("standing granska", 1L);
  }

  @Test
  void what_was_begun_before_is_not_counted_again_in_a_supplement_or_from_a_file() {
    Draft draft = complete(drafts);
    byte[] json =
        FormDocuments.of(run)
            .answersJson(draft.state(), Locale.forLanguageTag("sv"), Forms.NOW)
            .getBytes(StandardCharsets.UTF_8);
    byte[] file = drafts.toFile(draft, PASSPHRASE);
    Map<String, Long> before = sums();
    Draft back = drafts.fromFile(OWNER, file, PASSPHRASE, "");
    back = post(drafts, back, "val", "sort", "a", "fel", "no");
    drafts.discard(back);
    FormState sent = SubmittedAnswers.read(run.form(), json);
    DraftOwner completing = DraftOwner.completing(ASA, "arende");
    Draft again = drafts.reopen(completing, Trappan.ID, sent, none -> new byte[0]);
    again = post(drafts, again, "slut", "mer", "Mer");
    drafts.close(again, "arende");
    assertThat(sums()).isEqualTo(before);
  }

  @Test
  void a_draft_that_was_begun_without_a_funnel_goes_on_uncounted_and_one_with_it_is_caught_up() {
    DraftStore without = builder().build();
    Draft old = without.start(OWNER, Trappan.ID, Map.of()).orElseThrow();
    post(drafts, old, "start");
    assertThat(sums()).isEmpty();
    Draft counted = drafts.start(OWNER, Trappan.ID, Map.of()).orElseThrow();
    counted = post(without, counted, "start");
    assertThat(sums()).containsEntry("standing start", 1L);
    post(drafts, counted, "val", "sort", "c", "fel", "no");
    assertThat(sums())
        .containsEntry("standing slut", 1L)
        .containsEntry("completed start", 1L)
        .doesNotContainKey("standing start");
  }

  @Test
  void counters_that_fail_stop_nobody() {
    List<String> asked = new ArrayList<>();
    CounterStore failing =
        new CounterStore() {
          @Override
          public void add(Map<Key, Long> changes) {
            asked.add(changes.toString());
            throw new IllegalStateException("down");
          }

          @Override
          public Map<Key, Long> find(String series) {
            return Map.of(
                new Key("", "\u0000", "", ""),
                Long.MAX_VALUE,
                new Key(series, "", "begun", ""),
                -1L);
          }
        };
    Funnel funnel = Funnel.in(failing);
    DraftStore store = builder().funnel(funnel).build();
    Draft draft = complete(store);
    assertThat(draft.run().isComplete(draft.state())).isTrue();
    store.close(draft, "arende");
    assertThat(store.outcome(draft.ref())).hasValue("arende");
    assertThat(asked).hasSize(5);
    assertThat(funnel.report(run.form()).periods()).isEmpty();
  }

  @Test
  void nothing_that_is_counted_tells_who_or_what() {
    Draft draft = complete(drafts);
    drafts.close(draft, "arende-77");
    String all = counters.find("form-funnel/trappan/1").toString() + Funnel.in(counters);
    assertThat(all)
        .doesNotContain("1212", "Hemligt", "arende-77", draft.state().submissionKey())
        .doesNotContain(draft.mark().substring(0, 32))
        .doesNotContain("2026-11-22", "12:00")
        .contains("2026-W47");
    assertThat(store.put.keySet()).noneMatch(name -> name.contains("funnel"));
  }

  @Test
  void who_begins_over_and_over_is_counted_as_often_as_is_permitted() {
    DraftStore limited =
        builder()
            .funnel(Funnel.in(counters))
            .attempts(StoredAttempts.in(store, Trappan.keys(), Forms.CLOCK, 4, Duration.ofDays(1)))
            .build();
    for (int i = 0; i < 20; i++) {
      limited.discard(limited.start(OWNER, Trappan.ID, Map.of()).orElseThrow());
    }
    assertThat(sums()).containsEntry("begun", 4L).containsEntry("standing start", 4L);
  }

  @Test
  void windows_that_post_at_the_same_time_count_what_was_stored() throws Exception {
    Draft draft = post(drafts, drafts.open(OWNER, Trappan.ID, Map.of()), "start");
    ExecutorService windows = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        String sort = List.of("a", "b", "c").get(i % 3);
        work.add(
            () -> {
              PostedFields posted = PostedFields.with("sort", sort, "fel", "no");
              Draft now = drafts.find(draft.ref()).orElseThrow();
              drafts.update(draft.ref(), now.mark(), "val", posted);
              return true;
            });
      }
      for (Future<Boolean> done : windows.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      windows.shutdownNow();
    }
    Draft last = drafts.find(draft.ref()).orElseThrow();
    Map<CounterStore.Key, Long> sums = counters.find("form-funnel/trappan/1");
    sums.values().removeIf(n -> n == 0);
    assertThat(sums).isEqualTo(Trappan.recount(last.run(), last.state(), "2026-W47", false));
  }

  @Test
  void a_mark_is_read_as_it_was_written_and_nothing_else_is_one() {
    FunnelMark mark = new FunnelMark(3, "2026-W47", "b", Map.of("a", true, "b", false));
    assertThat(FunnelMark.of(mark.texts())).isEqualTo(mark);
    assertThat(FunnelMark.of(List.of())).isEqualTo(FunnelMark.NONE);
    assertThat(FunnelMark.NONE.texts()).isEmpty();
    for (List<String> wrong : List.of(List.of("1"), List.of("x", "y", "z"))) {
      assertThatThrownBy(() -> FunnelMark.of(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
