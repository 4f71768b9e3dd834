package se.byggsten.pdf;

import org.jspecify.annotations.Nullable;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/**
 * Says that a document could not be made into a PDF, and why.
 *
 * <p>The message never holds text of the document, since that may be personal data.
 */
public final class PdfException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** The page is not well-formed XHTML. */
  public static final ErrorCode NOT_WELL_FORMED = ErrorCode.of("PDF-NOT-WELL-FORMED");

  /** The page has a document type, entity or processing instruction that could fetch or expand. */
  public static final ErrorCode DOCTYPE_REFUSED = ErrorCode.of("PDF-DOCTYPE-REFUSED");

  /** The page has active or embedded content, such as a script, a form control or a frame. */
  public static final ErrorCode ACTIVE_CONTENT = ErrorCode.of("PDF-ACTIVE-CONTENT");

  /** The page or its styles refer to a resource outside the page. */
  public static final ErrorCode OUTSIDE_RESOURCE = ErrorCode.of("PDF-OUTSIDE-RESOURCE");

  /** The page is larger, deeper or longer than the limits. */
  public static final ErrorCode TOO_LARGE = ErrorCode.of("PDF-TOO-LARGE");

  /** An image has no text alternative, or is not a PNG or JPEG that can be read. */
  public static final ErrorCode IMAGE_INVALID = ErrorCode.of("PDF-IMAGE-INVALID");

  /** The document lacks its title or language. */
  public static final ErrorCode METADATA_MISSING = ErrorCode.of("PDF-METADATA-MISSING");

  /** The engine failed on a page that passed every check. */
  public static final ErrorCode RENDERING_FAILED = ErrorCode.of("PDF-RENDERING-FAILED");

  /**
   * Creates the exception.
   *
   * @param code the stable code
   * @param message what to do, without text of the document
   */
  public PdfException(ErrorCode code, String message) {
    super(code, message);
  }

  /**
   * Creates the exception with its cause.
   *
   * @param code the stable code
   * @param message what to do, without text of the document
   * @param cause what lay behind it, or null
   */
  public PdfException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
