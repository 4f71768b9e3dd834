package se.byggsten.forms.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.testsupport.MovableClock;

class CodeVisitsTest {
  private static final Duration LIFE = Duration.ofHours(2);

  private final MovableClock watch = MovableClock.at(Utkast.NOW);
  private final InMemoryStore store = InMemoryStore.with(watch);
  private final CodeVisits visits =
      CodeVisits.in(store, DraftKeys.of("nu", new byte[32]), watch, LIFE);
  private final ResumeCode code = ResumeCode.generate();

  @Test
  void the_token_leads_to_the_drafts_of_the_code_and_says_nothing_of_it() {
    String token = visits.begin(code);
    assertThat(visits.find(token)).contains(DraftOwner.code(code));
    assertThat(token).doesNotContain(code.shown().substring(0, 4));
    assertThat(visits.begin(code)).as("another for each visit").isNotEqualTo(token);
  }

  @Test
  void no_other_token_leads_anywhere() {
    visits.begin(code);
    for (String other :
        new String[] {null, "", "x", "A".repeat(43), "../".repeat(20), "å".repeat(43)}) {
      assertThat(visits.find(other)).isEmpty();
      assertThat(visits.show(other)).isEmpty();
      assertThat(visits.isKnown(other)).isFalse();
      visits.end(other);
    }
  }

  @Test
  void the_code_is_shown_for_five_minutes_from_the_first_time_and_never_again() {
    String token = visits.begin(code);
    watch.move(Duration.ofHours(1));
    assertThat(visits.isKnown(token)).isFalse();
    assertThat(visits.show(token)).contains(code);
    assertThat(visits.isKnown(token)).isTrue();
    watch.move(Duration.ofMinutes(4));
    assertThat(visits.show(token)).as("loaded again").contains(code);
    watch.move(Duration.ofMinutes(1));
    assertThat(visits.show(token)).isEmpty();
    assertThat(visits.find(token)).as("goes on all the same").isPresent();
  }

  @Test
  void who_typed_the_code_is_not_shown_it() {
    String token = visits.resume(code);
    assertThat(visits.find(token)).contains(DraftOwner.code(code));
    assertThat(visits.show(token)).isEmpty();
    assertThat(visits.isKnown(token)).isTrue();
  }

  @Test
  void a_visit_lasts_from_its_last_use() {
    String token = visits.begin(code);
    for (int i = 0; i < 5; i++) {
      watch.move(LIFE.minusMinutes(1));
      assertThat(visits.find(token)).isPresent();
    }
    watch.move(LIFE);
    assertThat(visits.find(token)).isEmpty();
    assertThatThrownBy(
            () -> CodeVisits.in(store, DraftKeys.of("nu", new byte[32]), watch, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_visit_that_was_ended_is_gone() {
    String token = visits.begin(code);
    visits.end(token);
    assertThat(visits.find(token)).isEmpty();
  }

  @Test
  void nothing_says_the_code() {
    visits.begin(code);
    assertThat(visits.toString() + code).doesNotContain(code.shown());
  }
}
