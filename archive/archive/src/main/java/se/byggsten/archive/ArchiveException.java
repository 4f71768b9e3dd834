package se.byggsten.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.Finding;

/** Thrown when a package cannot be made, does not hold or cannot be delivered. */
public final class ArchiveException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** The package profile is not one that this version knows. */
  public static final ErrorCode UNKNOWN_PROFILE = ErrorCode.of("ARCHIVE-UNKNOWN-PROFILE");

  /** Two files of the package have the same path. */
  public static final ErrorCode DUPLICATE_FILE = ErrorCode.of("ARCHIVE-DUPLICATE-FILE");

  /** The package could not be written. */
  public static final ErrorCode WRITING_FAILED = ErrorCode.of("ARCHIVE-WRITING-FAILED");

  /** A source gave other bytes the second time it was read. */
  public static final ErrorCode SOURCE_CHANGED = ErrorCode.of("ARCHIVE-SOURCE-CHANGED");

  /** The package breaks requirements that must hold. */
  public static final ErrorCode PACKAGE_INVALID = ErrorCode.of("ARCHIVE-PACKAGE-INVALID");

  /** The package could not be delivered. */
  public static final ErrorCode DELIVERY_FAILED = ErrorCode.of("ARCHIVE-DELIVERY-FAILED");

  /** The archive already has another package with the same id. */
  public static final ErrorCode PACKAGE_CONFLICT = ErrorCode.of("ARCHIVE-PACKAGE-CONFLICT");

  /** The case lacks what a package is made of. */
  public static final ErrorCode CASE_INCOMPLETE = ErrorCode.of("ARCHIVE-CASE-INCOMPLETE");

  /** A document may not leave the case yet, such as a file that has not been scanned. */
  public static final ErrorCode DOCUMENT_WAITS = ErrorCode.of("ARCHIVE-DOCUMENT-WAITS");

  private final transient List<Finding> findings;

  /**
   * Creates the exception.
   *
   * @param code one of the codes of this class
   * @param message what to do, without personal data
   */
  public ArchiveException(ErrorCode code, String message) {
    this(code, message, (Throwable) null);
  }

  /**
   * Creates the exception with its cause.
   *
   * @param code one of the codes of this class
   * @param message what to do, without personal data
   * @param cause what lay behind it, or null
   */
  public ArchiveException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
    findings = List.of();
  }

  /**
   * Creates the exception for a package that breaks requirements.
   *
   * @param message what to do, without personal data
   * @param findings what is wrong
   */
  public ArchiveException(String message, List<Finding> findings) {
    super(PACKAGE_INVALID, message);
    this.findings = List.copyOf(findings);
  }

  /**
   * Returns what was found wrong in the package.
   *
   * @return the findings; empty for other codes than {@link #PACKAGE_INVALID}
   */
  public List<Finding> findings() {
    return findings == null ? List.of() : findings;
  }
}
