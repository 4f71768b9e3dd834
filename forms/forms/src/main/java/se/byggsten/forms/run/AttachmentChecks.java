package se.byggsten.forms.run;

import java.util.ArrayList;
import java.util.List;
import se.byggsten.forms.FormException;
import se.byggsten.forms.spi.AttachmentFilter;
import se.byggsten.forms.spi.AttachmentScanner;
import se.byggsten.forms.spi.ContentDetector;

/**
 * What every attachment goes through before it is accepted: detected, filtered, scanned.
 *
 * <pre>{@code
 * FormRun.builder(form, clock).attachments(AttachmentChecks.of(detector, scanner).with(filter))
 * }</pre>
 */
public final class AttachmentChecks {
  private final ContentDetector detector;
  private final List<AttachmentFilter> filters;
  private final AttachmentScanner scanner;

  private AttachmentChecks(
      ContentDetector detector, List<AttachmentFilter> filters, AttachmentScanner scanner) {
    this.detector = detector;
    this.filters = List.copyOf(filters);
    this.scanner = scanner;
  }

  /**
   * Returns the checks that need nothing but this module: first bytes, and the EICAR test string.
   *
   * <p>They are no protection: use real ones in production.
   *
   * @return the checks
   */
  public static AttachmentChecks basic() {
    return of(SignatureDetector.INSTANCE, SignatureScanner.eicarOnly());
  }

  /**
   * Returns what a form without checks of its own has: a file is known by its first bytes, and none
   * is clean, since nothing looks for harmful content.
   *
   * @return the checks
   */
  static AttachmentChecks withoutScanner() {
    return of(
        SignatureDetector.INSTANCE,
        content -> {
          throw new FormException(
              FormException.SCANNER, "Give FormRun.builder the attachments checks with a scanner");
        });
  }

  /**
   * Returns checks.
   *
   * @param detector says what a file is
   * @param scanner looks for harmful content
   * @return the checks, without filters
   */
  public static AttachmentChecks of(ContentDetector detector, AttachmentScanner scanner) {
    return new AttachmentChecks(detector, List.of(), scanner);
  }

  /**
   * Returns these checks with one more filter, after those that are there.
   *
   * @param filter takes away what should not be stored
   * @return the checks
   */
  public AttachmentChecks with(AttachmentFilter filter) {
    List<AttachmentFilter> more = new ArrayList<>(filters);
    more.add(filter);
    return new AttachmentChecks(detector, more, scanner);
  }

  /**
   * Returns these checks with another scanner.
   *
   * @param other looks for harmful content
   * @return the checks
   */
  public AttachmentChecks with(AttachmentScanner other) {
    return new AttachmentChecks(detector, filters, other);
  }

  ContentDetector detector() {
    return detector;
  }

  List<AttachmentFilter> filters() {
    return filters;
  }

  AttachmentScanner scanner() {
    return scanner;
  }
}
