package se.byggsten.forms.file;

import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/** The content of a file could not be kept or read back; the message holds nothing of the file. */
public final class FileException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** The content cannot be read: its temporary file was closed, or the disk failed. */
  public static final ErrorCode LOST = ErrorCode.of("FORM-FILE-LOST");

  /** The temporary folder takes no more: it is full or may not be written to. */
  public static final ErrorCode SPOOL = ErrorCode.of("FORM-FILE-SPOOL");

  FileException(ErrorCode code, String message, Throwable cause) {
    super(code, message, cause);
  }
}
