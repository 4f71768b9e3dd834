package se.byggsten.forms.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;

/** Windows on one draft, in any order of drawing, writing and posting. */
class DraftWindowsTest {
  private static final List<String> FIELDS = List.of("namn", "gata", "ort", "kryss");

  private final Clock clock = Clock.fixed(Utkast.NOW, ZoneOffset.UTC);

  /**
   * One thing that a citizen does.
   *
   * @param window in which window
   * @param kind draws anew, writes in a field, posts
   * @param field which field is written in
   * @param text what
   */
  record Move(int window, Kind kind, int field, int text) {
    enum Kind {
      DRAW,
      WRITE,
      POST
    }
  }

  /** A window: the draft that it was drawn from, and what stands in its fields. */
  private static final class Window {
    private Map<String, String> base = Map.of();
    private Map<String, String> written = new HashMap<>();
    private String mark = "";

    void draw(Draft draft, FormState shown) {
      mark = draft.mark();
      base = answers(draft.state());
      written = answers(shown);
    }

    PostedFields posted() {
      String ticked = written.get("kryss");
      return Utkast.pageOne(
          written.get("namn"),
          written.get("gata"),
          written.get("ort"),
          ticked.isEmpty() ? List.of() : List.of(ticked.split("\\|")));
    }
  }

  private static Map<String, String> answers(FormState state) {
    Map<String, String> answers = new HashMap<>();
    for (String field : FIELDS) {
      var answer = state.answers().get(field);
      answers.put(field, answer == null ? "" : String.join("|", answer.raw()));
    }
    return answers;
  }

  @Provide
  Arbitrary<List<Move>> moves() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(Move.Kind.DRAW, Move.Kind.WRITE, Move.Kind.WRITE, Move.Kind.POST),
            Arbitraries.integers().between(0, FIELDS.size() - 1),
            Arbitraries.integers().between(0, 3))
        .as(Move::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(90);
  }

  @Property(tries = 60)
  void no_window_overwrites_what_it_was_not_shown_and_nothing_written_is_lost_unseen(
      @ForAll("moves") List<Move> moves) {
    DraftStore drafts = Utkast.drafts(InMemoryStore.with(clock), clock).build();
    Draft first = drafts.open(DraftOwner.person(Utkast.ASA), Utkast.FORM, Map.of());
    List<Window> windows = List.of(new Window(), new Window(), new Window());
    windows.forEach(window -> window.draw(first, first.state()));
    for (Move move : moves) {
      Window window = windows.get(move.window());
      Draft now = drafts.find(first.ref()).orElseThrow();
      switch (move.kind()) {
        case DRAW -> window.draw(now, now.state());
        case WRITE -> write(window, move);
        case POST -> post(drafts, window, now);
      }
    }
  }

  private static void write(Window window, Move move) {
    String field = FIELDS.get(move.field());
    List<String> ticks = List.of("", "x", "x|y", "z");
    List<String> texts = List.of("", "ett", "två", "tre");
    window.written.put(field, (field.equals("kryss") ? ticks : texts).get(move.text()));
  }

  private static void post(DraftStore drafts, Window window, Draft before) {
    Map<String, String> stood = answers(before.state());
    DraftUpdate update = drafts.update(before.ref(), window.mark, "ett", window.posted());
    Map<String, String> stands = answers(drafts.find(before.ref()).orElseThrow().state());
    Map<String, Disputed> disputed = new HashMap<>();
    if (update instanceof DraftUpdate.Conflict conflict) {
      assertThat(conflict.disputed()).isNotEmpty();
      conflict.disputed().forEach(d -> disputed.put(d.answer(), d));
    } else {
      assertThat(update).isInstanceOf(DraftUpdate.Stored.class);
    }
    for (String field : FIELDS) {
      String here = window.written.get(field);
      if (disputed.containsKey(field)) {
        assertThat(String.join("|", disputed.get(field).here())).isEqualTo(here);
        assertThat(String.join("|", disputed.get(field).elsewhere())).isEqualTo(stood.get(field));
        assertThat(stands.get(field)).isEqualTo(stood.get(field)).isNotEqualTo(here);
      } else if (here.equals(window.base.get(field))) {
        assertThat(stands.get(field)).as("untouched").isEqualTo(stood.get(field));
      } else {
        assertThat(stands.get(field)).as("written").isEqualTo(here);
        assertThat(stood.get(field)).as("overwritten").isIn(window.base.get(field), here);
      }
    }
    if (update instanceof DraftUpdate.Conflict conflict) {
      window.draw(conflict.draft(), conflict.shown());
      disputed.forEach(
          (field, d) ->
              assertThat(window.written.get(field)).isEqualTo(String.join("|", d.here())));
    } else if (update instanceof DraftUpdate.Stored stored) {
      window.draw(stored.draft(), stored.draft().state());
    }
  }

  @Test
  void posts_at_the_same_moment_all_get_in() throws Exception {
    DraftStore drafts = Utkast.drafts(InMemoryStore.with(clock), clock).build();
    Draft draft = drafts.open(DraftOwner.person(Utkast.ASA), Utkast.FORM, Map.of());
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<DraftUpdate>> posts = new ArrayList<>();
      for (PostedFields page :
          List.of(
              Utkast.pageOne("Åsa", "", "", List.of()),
              Utkast.pageOne("", "Storgatan 1", "", List.of()),
              Utkast.pageOne("", "", "Eksta", List.of()),
              Utkast.pageOne("", "", "", List.of("x", "z")))) {
        posts.add(() -> drafts.update(draft.ref(), draft.mark(), "ett", page));
      }
      PostedFields other = PostedFields.with("text", "Hej");
      posts.add(() -> drafts.update(draft.ref(), draft.mark(), "tva", other));
      for (Future<DraftUpdate> done : threads.invokeAll(posts)) {
        assertThat(done.get()).isInstanceOf(DraftUpdate.Stored.class);
      }
    } finally {
      threads.shutdownNow();
    }
    Draft now = drafts.find(draft.ref()).orElseThrow();
    assertThat(answers(now.state()))
        .containsEntry("namn", "Åsa")
        .containsEntry("gata", "Storgatan 1")
        .containsEntry("ort", "Eksta")
        .containsEntry("kryss", "x|z");
    assertThat(Utkast.answer(now, "text")).isEqualTo("Hej");
    assertThat(now.version()).isEqualTo(6);
  }

  @Test
  void the_boxes_that_another_window_ticked_stay_ticked() {
    DraftStore drafts = Utkast.drafts(InMemoryStore.with(clock), clock).build();
    Draft old = drafts.open(DraftOwner.person(Utkast.ASA), Utkast.FORM, Map.of());
    drafts.update(old.ref(), old.mark(), "ett", Utkast.pageOne("", "", "", List.of("x")));
    DraftUpdate late =
        drafts.update(old.ref(), old.mark(), "ett", Utkast.pageOne("Åsa", "", "", List.of()));
    assertThat(late)
        .isInstanceOfSatisfying(
            DraftUpdate.Stored.class, s -> assertThat(s.merged()).containsExactly("kryss"));
    assertThat(Utkast.answer(drafts.find(old.ref()).orElseThrow(), "kryss")).isEqualTo("x");
  }

  private DraftStore ofRows() {
    FormVersions forms = FormVersions.of(Utkast.rowsRun(clock));
    return DraftStore.builder(InMemoryStore.with(clock), forms, Utkast.keys(), clock).build();
  }

  @Test
  void a_row_that_the_window_did_not_show_is_not_sent_unread() {
    DraftStore drafts = ofRows();
    Draft draft = drafts.open(DraftOwner.person(Utkast.ASA), Utkast.FORM, Map.of());
    DraftRef ref = draft.ref();
    drafts.update(ref, draft.mark(), "barnen", PostedFields.with());
    String review = drafts.find(ref).orElseThrow().mark();
    drafts.update(ref, review, "barnen", PostedFields.with("_action", "add"));
    String added = drafts.find(ref).orElseThrow().mark();
    drafts.update(ref, added, "barnet/1", PostedFields.with("smeknamn", ""));
    assertThat(drafts.update(ref, review, "granska", PostedFields.with()))
        .isInstanceOf(DraftUpdate.ReviewAgain.class);
    String read = drafts.find(ref).orElseThrow().mark();
    assertThat(drafts.update(ref, read, "granska", PostedFields.with()))
        .isInstanceOf(DraftUpdate.Stored.class);
  }

  @Test
  void a_row_that_another_window_has_filled_in_is_not_removed_unseen() {
    DraftStore drafts = ofRows();
    Draft draft = drafts.open(DraftOwner.person(Utkast.ASA), Utkast.FORM, Map.of());
    DraftRef ref = draft.ref();
    drafts.update(ref, draft.mark(), "barnen", PostedFields.with("_action", "add"));
    String empty = drafts.find(ref).orElseThrow().mark();
    drafts.update(ref, empty, "barnet/1", PostedFields.with("smeknamn", "Kotte"));
    PostedFields remove = PostedFields.with("_action", "remove", "_row", "1");
    assertThat(drafts.update(ref, empty, "barnen", remove))
        .isInstanceOfSatisfying(
            DraftUpdate.Conflict.class,
            c -> {
              assertThat(c.disputed()).hasSize(1);
              assertThat(c.disputed().get(0).elsewhere()).containsExactly("Kotte");
            });
    Draft now = drafts.find(ref).orElseThrow();
    assertThat(Utkast.answer(now, "smeknamn/1")).isEqualTo("Kotte");
    assertThat(drafts.update(ref, now.mark(), "barnen", remove))
        .as("seen, and removed all the same")
        .isInstanceOf(DraftUpdate.Stored.class);
    assertThat(drafts.find(ref).orElseThrow().state().answers()).isEmpty();
  }

  @Test
  void a_date_is_one_answer_of_three_parts() {
    DraftStore drafts = Utkast.drafts(InMemoryStore.with(clock), clock).build();
    Draft old = drafts.open(DraftOwner.person(Utkast.ASA), Utkast.FORM, Map.of());
    PostedFields sixth = date("6", "3", "2014");
    drafts.update(old.ref(), old.mark(), "ett", sixth);
    drafts.update(old.ref(), old.mark(), "ett", Utkast.pageOne("Åsa", "", "", List.of()));
    assertThat(Utkast.answer(drafts.find(old.ref()).orElseThrow(), "datum")).isEqualTo("6|3|2014");
    DraftUpdate late = drafts.update(old.ref(), old.mark(), "ett", date("7", "3", "2014"));
    assertThat(late)
        .isInstanceOfSatisfying(
            DraftUpdate.Conflict.class,
            c -> {
              assertThat(c.disputed()).hasSize(1);
              assertThat(c.disputed().get(0).here()).containsExactly("7", "3", "2014");
              assertThat(c.disputed().get(0).elsewhere()).containsExactly("6", "3", "2014");
              assertThat(c.shown().answers().get("datum").raw()).containsExactly("7", "3", "2014");
              assertThat(Utkast.answer(c.draft(), "namn")).isEqualTo("Åsa");
            });
  }

  private static PostedFields date(String day, String month, String year) {
    Map<String, List<String>> values =
        new HashMap<>(Utkast.pageOne("", "", "", List.of()).values());
    values.put("datum-day", List.of(day));
    values.put("datum-month", List.of(month));
    values.put("datum-year", List.of(year));
    return PostedFields.of(values);
  }
}
