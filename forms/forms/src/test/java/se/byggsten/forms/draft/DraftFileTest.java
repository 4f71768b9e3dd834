package se.byggsten.forms.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.byggsten.core.ErrorCode;
import se.byggsten.forms.spi.AttemptLimit;
import se.byggsten.testsupport.MovableClock;

class DraftFileTest {
  private static final char[] PASSPHRASE = "tre små rätter".toCharArray();
  private static final Instant LATER = Utkast.NOW.plus(Duration.ofDays(90));

  private final MovableClock clock = MovableClock.at(Utkast.NOW);
  private final DraftFile format = format(Utkast.keys());

  private DraftFile format(DraftKeys keys) {
    return DraftFile.with(keys, clock, AttemptLimit.NONE, 2);
  }

  private ErrorCode refusal(DraftFile by, byte[] file, char[] passphrase) {
    return catchThrowableOfType(DraftException.class, () -> by.read(file, passphrase, "")).code();
  }

  @Property(tries = 200)
  void what_is_written_is_read_whole(@ForAll @Size(max = 3000) byte[] content) {
    byte[] file = format.write(content, PASSPHRASE, LATER);
    assertThat(format.read(file, PASSPHRASE, "").content()).isEqualTo(content);
    assertThat(file).hasSizeLessThan(content.length + 300);
  }

  @Property(tries = 400)
  void a_single_changed_bit_is_told_before_the_passphrase_is_tried(
      @ForAll @IntRange(max = 100_000) int at, @ForAll @IntRange(max = 7) int bit) {
    byte[] file = format.write(new byte[100], PASSPHRASE, LATER);
    file[at % file.length] ^= (byte) (1 << bit);
    assertThat(refusal(format, file, PASSPHRASE))
        .isIn(DraftException.FILE_DAMAGED, DraftException.FILE_FORMAT);
  }

  @Property(tries = 200)
  void a_file_that_is_cut_short_or_grew_is_told(@ForAll @IntRange(max = 400) int length) {
    byte[] file = format.write(new byte[100], PASSPHRASE, LATER);
    byte[] other = Arrays.copyOf(file, length == file.length ? length + 1 : length);
    assertThat(refusal(format, other, PASSPHRASE))
        .isIn(DraftException.FILE_DAMAGED, DraftException.FILE_FORMAT);
  }

  @Property(tries = 200)
  void bytes_at_random_are_no_draft(@ForAll @Size(max = 500) byte[] bytes) {
    assertThat(refusal(format, bytes, PASSPHRASE)).isEqualTo(DraftException.FILE_FORMAT);
  }

  @Test
  void lengths_that_lie_cost_nothing() {
    byte[] lying = "BYGGSTEN DRAFT\n\u007f\u007f\u007f\u007f".getBytes(StandardCharsets.US_ASCII);
    assertThat(refusal(format, Arrays.copyOf(lying, 200), PASSPHRASE))
        .isEqualTo(DraftException.FILE_DAMAGED);
    assertThat(refusal(format, new byte[DraftFile.LARGEST + 1], PASSPHRASE))
        .isEqualTo(DraftException.FILE_TOO_LARGE);
  }

  @Test
  void another_passphrase_does_not_open_it_and_another_keyboards_letters_do() {
    byte[] file = format.write(new byte[] {1}, PASSPHRASE, LATER);
    assertThat(refusal(format, file, "tre små rättar".toCharArray()))
        .isEqualTo(DraftException.FILE_PASSPHRASE);
    char[] decomposed = " tre sma\u030a ra\u0308tter ".toCharArray();
    assertThat(format.read(file, decomposed, "").content()).containsExactly(1);
    assertThat(refusal(format, file, "för kort".toCharArray()))
        .isEqualTo(DraftException.PASSPHRASE_LENGTH);
  }

  @Test
  void only_the_service_that_made_it_opens_it_also_after_its_keys_were_rotated() {
    byte[] file = format.write(new byte[] {1}, PASSPHRASE, LATER);
    DraftFile other = format(DraftKeys.of("nu", Utkast.key(2)));
    assertThat(refusal(other, file, PASSPHRASE)).isEqualTo(DraftException.FILE_DAMAGED);
    DraftFile rotated = format(DraftKeys.of("ny", Utkast.key(2)).and("nu", Utkast.key(1)));
    assertThat(rotated.read(file, PASSPHRASE, "").content()).containsExactly(1);
  }

  @Test
  void an_old_file_is_told() {
    byte[] file = format.write(new byte[] {1}, PASSPHRASE, LATER);
    clock.move(Duration.ofDays(90));
    assertThat(refusal(format, file, PASSPHRASE)).isEqualTo(DraftException.FILE_EXPIRED);
  }

  @Test
  void tries_are_counted_for_the_file_and_not_for_what_is_no_file() {
    AtomicInteger asked = new AtomicInteger();
    AttemptLimit two = (kind, who) -> !kind.equals("draft-file") || asked.incrementAndGet() <= 2;
    DraftFile limited = DraftFile.with(Utkast.keys(), clock, two, 2);
    byte[] file = limited.write(new byte[] {1}, PASSPHRASE, LATER);
    byte[] altered = file.clone();
    altered[file.length - 1] ^= 1;
    char[] wrong = "något helt annat".toCharArray();
    for (int i = 0; i < 5; i++) {
      assertThat(refusal(limited, altered, wrong)).isEqualTo(DraftException.FILE_DAMAGED);
    }
    assertThat(refusal(limited, file, wrong)).isEqualTo(DraftException.FILE_PASSPHRASE);
    assertThat(limited.read(file, PASSPHRASE, "").content()).containsExactly(1);
    assertThat(refusal(limited, file, PASSPHRASE)).isEqualTo(DraftException.TOO_MANY_ATTEMPTS);
  }

  @Test
  void the_published_slowness_is_used() {
    DraftFile slow = DraftFile.with(Utkast.keys(), clock, AttemptLimit.NONE, DraftFile.ROUNDS);
    byte[] file = slow.write(new byte[] {7}, PASSPHRASE, LATER);
    assertThat(slow.read(file, PASSPHRASE, "").content()).containsExactly(7);
    byte[] rounds = {0, 0, 0, 0, 0, 9, 0x27, (byte) 0xC0};
    assertThat(file).containsSequence(rounds);
  }
}
