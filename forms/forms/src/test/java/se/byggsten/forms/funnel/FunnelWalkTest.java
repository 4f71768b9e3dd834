package se.byggsten.forms.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.store.CounterStore;
import se.byggsten.core.store.InMemoryCounters;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.forms.RandomForms;
import se.byggsten.forms.RandomPosts;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.draft.DraftOwner;
import se.byggsten.forms.draft.DraftRef;
import se.byggsten.forms.draft.DraftStore;
import se.byggsten.forms.draft.FormVersions;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.PostedFields;

/** However people walk through a form, the sums are what a recount of all runs gives. */
class FunnelWalkTest {
  private static final int STEPS = 60;

  @Property(tries = 20)
  void sums_equal_a_recount_of_a_form_that_branches(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Walk walk = new Walk(seed);
    walk.go(Trappan.run(1, walk.clock), Trappan.run(2, walk.clock));
  }

  @Property(tries = 15)
  void sums_equal_a_recount_of_any_form(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Walk walk = new Walk(seed);
    FormRun run = FormRun.of(RandomForms.definition(seed), walk.clock);
    walk.go(run, run);
  }

  @Test
  void the_walks_come_everywhere() {
    Set<String> seen = new TreeSet<>();
    for (long seed = 0; seed < 20; seed++) {
      Walk walk = new Walk(seed);
      walk.go(Trappan.run(1, walk.clock), Trappan.run(2, walk.clock));
      walk.sums(Trappan.ID)
          .keySet()
          .forEach(key -> seen.add(key.kind() + " " + key.subject() + " " + key.series()));
    }
    for (int version : List.of(1, 2)) {
      String series = " form-funnel/trappan/" + version;
      assertThat(seen)
          .contains("sent " + series, "standing granska" + series)
          .contains("standing medicin form-funnel/trappan/2")
          .contains("standing stopp" + series, "completed omb" + series, "reached oma" + series);
    }
  }

  /** What was last stored of one run. */
  private record Seen(String identity, long version, Map<CounterStore.Key, Long> cells) {
    Seen released() {
      return new Seen(identity, version + 1, cells);
    }
  }

  private static final class Walk extends Clock {
    private final SplittableRandom random;
    private final Clock clock = this;
    private final CounterStore counters = new InMemoryCounters();
    private final InMemoryStore store = InMemoryStore.with(this);
    private final Map<DraftRef, Seen> alive = new HashMap<>();
    private final List<Map<CounterStore.Key, Long>> ended = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();
    private Instant now = Instant.parse("2026-12-20T22:30:00Z");
    private DraftStore drafts;

    Walk(long seed) {
      random = new SplittableRandom(seed);
      drafts = drafts(FormVersions.of(Trappan.run(1, this)));
    }

    private DraftStore drafts(FormVersions versions) {
      return DraftStore.builder(store, versions, Trappan.keys(), this)
          .funnel(Funnel.in(counters))
          .build();
    }

    void go(FormRun run, FormRun next) {
      String form = run.form().id();
      drafts = drafts(FormVersions.of(run));
      for (int step = 0; step < STEPS; step++) {
        if (step == STEPS / 2 && run != next) {
          drafts =
              drafts(
                  FormVersions.of(run)
                      .and(next)
                      .migratingWhen((a, b) -> a.version() < b.version()));
        }
        DraftOwner owner = DraftOwner.assisted("u" + random.nextInt(3), person());
        step(form, new DraftRef(owner, form, 1));
        assertThat(sums(form)).as("after step %d", step).isEqualTo(expected());
      }
    }

    private static PersonIdentifier person() {
      return PersonIdentifier.parse("191212121212", LocalDate.of(2026, 12, 1));
    }

    private void step(String form, DraftRef ref) {
      Optional<Draft> found = drafts.find(ref);
      if (found.isEmpty()) {
        end(ref, false);
        drafts.start(ref.owner(), form, Map.of());
      } else {
        switch (random.nextInt(14)) {
          case 0 -> {
            drafts.discard(found.get());
            drafts.discard(found.get());
            end(ref, false);
          }
          case 1, 2 -> {
            if (found.get().run().isComplete(found.get().state())) {
              drafts.close(found.get(), "arende");
              drafts.close(found.get(), "arende");
              end(ref, true);
            }
          }
          case 3 -> now = now.plus(Duration.ofHours(random.nextInt(80)));
          case 4 -> {
            drafts.release(found.get());
            // No answer is changed, so nothing is counted anew.
            alive.computeIfPresent(ref, (same, seen) -> seen.released());
          }
          default -> post(found.get());
        }
      }
      drafts.find(ref).ifPresent(this::look);
    }

    private void post(Draft draft) {
      List<String> paths = RandomPosts.shown(draft.run(), draft.state());
      if (paths.isEmpty()) {
        return;
      }
      String path =
          random.nextBoolean()
              ? draft.run().current(draft.state())
              : paths.get(random.nextInt(paths.size()));
      PostedFields posted =
          paths.contains(path)
              ? RandomPosts.post(draft.run(), draft.state(), path, random)
              : PostedFields.with();
      if (random.nextInt(6) == 0) {
        posted = with(posted, random.nextBoolean() ? "back" : "save");
      }
      // Now and then from a window that was drawn long ago.
      String mark =
          random.nextInt(3) == 0 && !marks.isEmpty()
              ? marks.get(random.nextInt(marks.size()))
              : draft.mark();
      marks.add(draft.mark());
      drafts.update(draft.ref(), mark, path, posted);
    }

    private static PostedFields with(PostedFields posted, String action) {
      Map<String, List<String>> values = new HashMap<>(posted.values());
      values.put(PostedFields.ACTION, List.of(action));
      return PostedFields.of(values);
    }

    private void look(Draft draft) {
      @Nullable Seen seen = alive.get(draft.ref());
      String identity = draft.mark().substring(0, 32);
      if (seen != null && seen.identity().equals(identity) && seen.version() == draft.version()) {
        return;
      }
      String week =
          DateTimeFormatter.ISO_WEEK_DATE
              .format(draft.openedAt().atZone(ZoneId.of("Europe/Stockholm")))
              .substring(0, 8);
      alive.put(
          draft.ref(),
          new Seen(
              identity, draft.version(), Trappan.recount(draft.run(), draft.state(), week, false)));
    }

    private void end(DraftRef ref, boolean sent) {
      @Nullable Seen seen = alive.remove(ref);
      if (seen == null) {
        return;
      }
      Map<CounterStore.Key, Long> cells = new TreeMap<>(seen.cells());
      if (sent) {
        Map<CounterStore.Key, Long> last = new TreeMap<>();
        cells.forEach(
            (key, n) -> {
              String kind = key.kind().equals("standing") ? "sent" : key.kind();
              String subject = kind.equals("sent") ? "" : key.subject();
              last.put(new CounterStore.Key(key.series(), key.period(), kind, subject), n);
              if (kind.equals("reached")) {
                last.put(new CounterStore.Key(key.series(), key.period(), "completed", subject), n);
              }
            });
        cells = last;
      }
      ended.add(cells);
    }

    private Map<CounterStore.Key, Long> expected() {
      Map<CounterStore.Key, Long> all = new TreeMap<>();
      ended.forEach(cells -> cells.forEach((key, n) -> all.merge(key, n, Long::sum)));
      alive.values().forEach(one -> one.cells().forEach((key, n) -> all.merge(key, n, Long::sum)));
      return all;
    }

    private Map<CounterStore.Key, Long> sums(String form) {
      Map<CounterStore.Key, Long> all = new TreeMap<>();
      for (int version = 1; version <= 10; version++) {
        all.putAll(counters.find("form-funnel/" + form + "/" + version));
      }
      all.values().removeIf(n -> n == 0);
      return all;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
