package se.byggsten.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(15));

  @Test
  void doubles_up_to_the_cap() {
    assertThat(backoff.after(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.after(2)).isEqualTo(Duration.ofSeconds(2));
    assertThat(backoff.after(10)).isEqualTo(Duration.ofSeconds(512));
    assertThat(backoff.after(11)).isEqualTo(Duration.ofMinutes(15));
  }

  @Property(tries = 200)
  void never_shrinks_and_never_passes_the_cap(@ForAll @IntRange(min = 1) int failures) {
    assertThat(backoff.after(failures)).isBetween(backoff.first(), backoff.cap());
    if (failures < Integer.MAX_VALUE) {
      assertThat(backoff.after(failures + 1)).isGreaterThanOrEqualTo(backoff.after(failures));
    }
  }

  @Test
  void needs_a_pause() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
