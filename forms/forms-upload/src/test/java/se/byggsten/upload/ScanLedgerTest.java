package se.byggsten.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.forms.ScanState;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.spi.AttachmentScanner.Verdict;

class ScanLedgerTest {
  private static final FileContent FILE = FileContent.of(new byte[] {1, 2, 3});
  private static final FileContent OTHER = FileContent.of(new byte[] {4});

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
  private final AtomicReference<Verdict> says = new AtomicReference<>(Verdict.CLEAN);
  private final AtomicInteger scans = new AtomicInteger();
  private boolean down;
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneId.of("Europe/Stockholm");
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now.get();
        }
      };
  private final ScanLedger ledger =
      ScanLedger.of(
          content -> {
            if (down) {
              throw new ClamdException(ClamdException.UNREACHABLE, "Start it");
            }
            scans.incrementAndGet();
            return says.get();
          },
          InMemoryStore.with(clock),
          clock);

  @Test
  void a_file_that_nobody_scanned_is_pending() {
    assertThat(ledger.state(FILE.sha256())).isEqualTo(ScanState.PENDING);
    down = true;
    assertThatThrownBy(() -> ledger.scan(FILE)).isInstanceOf(ClamdException.class);
    assertThat(ledger.settle(FILE.sha256(), () -> FILE)).isEqualTo(ScanState.PENDING);
  }

  @Test
  void a_file_that_came_in_while_the_scanner_was_down_is_scanned_at_the_door() {
    down = true;
    assertThat(ledger.settle(FILE.sha256(), () -> FILE)).isEqualTo(ScanState.PENDING);
    down = false;
    assertThat(ledger.settle(FILE.sha256(), () -> FILE)).isEqualTo(ScanState.CLEAN);
    assertThat(ledger.settle(FILE.sha256(), () -> FILE)).isEqualTo(ScanState.CLEAN);
    assertThat(scans).hasValue(1);
  }

  @Test
  void a_harmful_file_stays_infected_while_the_scanner_is_down() {
    says.set(Verdict.HARMFUL);
    assertThat(ledger.scan(FILE)).isEqualTo(Verdict.HARMFUL);
    down = true;
    assertThat(ledger.settle(FILE.sha256(), () -> FILE)).isEqualTo(ScanState.INFECTED);
  }

  @Test
  void what_cannot_be_scanned_is_never_clean() {
    says.set(Verdict.UNSCANNABLE);
    assertThat(ledger.settle(FILE.sha256(), () -> FILE)).isEqualTo(ScanState.PENDING);
    assertThat(ledger.state(FILE.sha256())).isEqualTo(ScanState.PENDING);
  }

  @Test
  void an_answer_about_other_bytes_opens_no_door() {
    assertThat(ledger.settle(FILE.sha256(), () -> OTHER)).isEqualTo(ScanState.PENDING);
    assertThat(ledger.state(FILE.sha256())).isEqualTo(ScanState.PENDING);
    assertThat(ledger.state(OTHER.sha256())).isEqualTo(ScanState.PENDING);
  }

  @Test
  void an_answer_is_forgotten_and_then_asked_for_again() {
    ScanLedger brief = ledger.remembering(Duration.ofHours(1));
    assertThat(brief.settle(FILE.sha256(), () -> FILE)).isEqualTo(ScanState.CLEAN);
    now.updateAndGet(at -> at.plus(Duration.ofHours(2)));
    says.set(Verdict.HARMFUL);
    assertThat(brief.settle(FILE.sha256(), () -> FILE)).isEqualTo(ScanState.INFECTED);
    assertThat(scans).hasValue(2);
  }
}
