package se.byggsten.upload;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.forms.ScanState;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.spi.AttachmentScanner;

/**
 * Remembers what the scanner said of which bytes, so that a file is shown to a case handler only
 * after it was scanned, however it came in and wherever it lies.
 *
 * <p>Give it to the form as its scanner, and ask {@link #settle} at every door through which a
 * handler gets a file: it answers from memory, scans what was not scanned when it came in, and says
 * {@link ScanState#PENDING} when that cannot be done now. A forgotten answer only means that the
 * file is scanned again.
 *
 * <pre>{@code
 * ScanState state = ledger.settle(document.sha256(), () -> FileContent.of(bytes));
 * if (state != ScanState.CLEAN) { ... say that the file is not available yet ... }
 * }</pre>
 */
public final class ScanLedger implements AttachmentScanner {
  private static final Logger LOG = LoggerFactory.getLogger(ScanLedger.class);
  private static final String NAMESPACE = "scan-verdict";

  private final AttachmentScanner scanner;
  private final ExpiringStore store;
  private final Clock clock;
  private final Duration memory;

  private ScanLedger(AttachmentScanner scanner, ExpiringStore store, Clock clock, Duration memory) {
    this.scanner = scanner;
    this.store = store;
    this.clock = clock;
    this.memory = memory;
  }

  /**
   * Returns a ledger that remembers for 30 days.
   *
   * @param scanner scans
   * @param store where the answers lie, shared by all nodes
   * @param clock says what time it is
   * @return the ledger
   */
  public static ScanLedger of(AttachmentScanner scanner, ExpiringStore store, Clock clock) {
    return new ScanLedger(scanner, store, clock, Duration.ofDays(30));
  }

  /**
   * Returns the same ledger with another memory.
   *
   * @param value how long an answer holds before the file is scanned again
   * @return the ledger
   * @throws IllegalArgumentException when it is not positive
   */
  public ScanLedger remembering(Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException("An answer holds for some time");
    }
    return new ScanLedger(scanner, store, clock, value);
  }

  /** Scans, whatever was said before, and remembers the answer. */
  @Override
  public Verdict scan(FileContent content) {
    return scan(content.sha256(), content);
  }

  private Verdict scan(String sha256, FileContent content) {
    Verdict verdict = scanner.scan(content);
    // Between the two the file counts as not scanned, which errs on the right side.
    store.remove(NAMESPACE, sha256);
    store.putIfAbsent(
        NAMESPACE,
        sha256,
        verdict.name().getBytes(StandardCharsets.US_ASCII),
        clock.instant().plus(memory));
    return verdict;
  }

  /**
   * Returns what is remembered of some bytes.
   *
   * @param sha256 the SHA-256 of the bytes, 64 lower-case hexadecimal digits
   * @return {@link ScanState#PENDING} when nothing is
   */
  public ScanState state(String sha256) {
    return stateOf(remembered(sha256));
  }

  private Optional<Verdict> remembered(String sha256) {
    return store
        .find(NAMESPACE, sha256)
        .map(value -> Verdict.valueOf(new String(value.bytes(), StandardCharsets.US_ASCII)));
  }

  private static ScanState stateOf(Optional<Verdict> verdict) {
    if (verdict.filter(Verdict.CLEAN::equals).isPresent()) {
      return ScanState.CLEAN;
    }
    return verdict.filter(Verdict.HARMFUL::equals).isPresent()
        ? ScanState.INFECTED
        : ScanState.PENDING;
  }

  /**
   * Returns whether some bytes may be shown, scanning them now unless that was done.
   *
   * @param sha256 the SHA-256 that the bytes are stored under
   * @param content gives the bytes, asked only when they must be scanned
   * @return {@link ScanState#PENDING} when they cannot be scanned now, or are not those of the hash
   */
  public ScanState settle(String sha256, Supplier<FileContent> content) {
    return stateOf(verdict(sha256, content));
  }

  /** What is said of some bytes, scanning them now unless that was done; empty when it cannot. */
  Optional<Verdict> verdict(String sha256, Supplier<FileContent> content) {
    Optional<Verdict> known = remembered(sha256);
    if (known.isPresent()) {
      return known;
    }
    try {
      FileContent bytes = content.get();
      // An answer about other bytes must not open the door for these.
      return bytes.sha256().equals(sha256) ? Optional.of(scan(sha256, bytes)) : Optional.empty();
    } catch (ByggstenException e) {
      LOG.warn("A stored file could not be scanned: {}", e.code());
      return Optional.empty();
    }
  }
}
