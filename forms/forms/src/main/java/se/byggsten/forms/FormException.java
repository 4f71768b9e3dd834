package se.byggsten.forms;

import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/**
 * A form that cannot be defined, run or posted to.
 *
 * <p>The message never holds an answer. Each constant says when it is thrown.
 */
public final class FormException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** The definition breaks a rule: a bad id, two fields of one name, a page without a name. */
  public static final ErrorCode DEFINITION = ErrorCode.of("FORM-DEFINITION");

  /** A condition of the definition does not compile. */
  public static final ErrorCode CONDITION = ErrorCode.of("FORM-CONDITION");

  /** A constraint of the definition is unknown or has a parameter that will not do. */
  public static final ErrorCode CONSTRAINT = ErrorCode.of("FORM-CONSTRAINT");

  /** One's own kinds of fields or constraints cannot be used. */
  public static final ErrorCode CATALOG = ErrorCode.of("FORM-CATALOG");

  /** A text bundle is missing or cannot be read. */
  public static final ErrorCode TEXTS = ErrorCode.of("FORM-TEXTS");

  /** A post names a page that the form does not have, or that is not shown. */
  public static final ErrorCode UNKNOWN_PAGE = ErrorCode.of("FORM-UNKNOWN-PAGE");

  /** A post has a field that the page does not have. */
  public static final ErrorCode UNKNOWN_FIELD = ErrorCode.of("FORM-UNKNOWN-FIELD");

  /** A post has two answers for a field that takes one. */
  public static final ErrorCode DUPLICATE_ANSWER = ErrorCode.of("FORM-DUPLICATE-ANSWER");

  /** A post answers a field whose prefilled value is locked. */
  public static final ErrorCode LOCKED_FIELD = ErrorCode.of("FORM-LOCKED-FIELD");

  /** A stored run belongs to another form, or to another version of it. */
  public static final ErrorCode OTHER_FORM = ErrorCode.of("FORM-OTHER-FORM");

  /** A stored run cannot be read. */
  public static final ErrorCode STATE = ErrorCode.of("FORM-STATE");

  /** A run has become larger than what can be read again. */
  public static final ErrorCode TOO_LARGE = ErrorCode.of("FORM-TOO-LARGE");

  /** A file came, and the run has no scanner to look for harmful content. */
  public static final ErrorCode SCANNER = ErrorCode.of("FORM-SCANNER");

  /** A run is to be completed, and a page is not. */
  public static final ErrorCode INCOMPLETE = ErrorCode.of("FORM-INCOMPLETE");

  /** The bytes of an attachment are gone from their store. */
  public static final ErrorCode ATTACHMENT_GONE = ErrorCode.of("FORM-ATTACHMENT-GONE");

  /** The analysis of a definition finds errors in it. */
  public static final ErrorCode UNSOUND = ErrorCode.of("FORM-UNSOUND");

  /**
   * Creates the exception.
   *
   * @param code one of the constants
   * @param message what to do, without answers
   */
  public FormException(ErrorCode code, String message) {
    super(code, message);
  }
}
