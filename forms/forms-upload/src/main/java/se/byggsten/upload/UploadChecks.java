package se.byggsten.upload;

import se.byggsten.forms.run.AttachmentChecks;
import se.byggsten.forms.spi.AttachmentScanner;

/** Puts together what attachments go through in production. */
public final class UploadChecks {
  private UploadChecks() {}

  /**
   * Returns checks that detect by content, strip pictures of hidden data, and scan.
   *
   * @param scanner the scanner: a {@link ScanLedger} around a {@link ClamdScanner}
   * @return the checks, for {@code FormRun.builder(form, clock).attachments(...)}
   */
  public static AttachmentChecks with(AttachmentScanner scanner) {
    return AttachmentChecks.of(TikaContentDetector.create(), scanner)
        .with(ImageMetadataFilter.lossless());
  }
}
