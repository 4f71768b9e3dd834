package se.byggsten.identity.servlet;

import se.byggsten.core.ErrorCode;

/**
 * Why {@link WebSecurityFilter} stopped a request.
 *
 * <p>Each has a stable code and the HTTP status of the answer.
 */
public enum Rejection {
  /** The request changes something and does not come from a page of this service. */
  CSRF("WEB-CSRF", 403),
  /** The page is for somebody who is logged in. */
  LOGIN_REQUIRED("WEB-LOGIN-REQUIRED", 401),
  /** The page is for somebody with another role. */
  ROLE_REQUIRED("WEB-ROLE-REQUIRED", 403),
  /** The method is one that no page takes, because its answer repeats the request. */
  METHOD("WEB-METHOD", 405),
  /** The body of the request is larger than the service takes, or cannot be read. */
  BODY_REFUSED("WEB-BODY-REFUSED", 413);

  private final String code;
  private final int status;

  Rejection(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /**
   * Returns the stable code.
   *
   * @return the code
   */
  public ErrorCode code() {
    return ErrorCode.of(code);
  }

  /**
   * Returns the HTTP status of the answer.
   *
   * @return the status
   */
  public int status() {
    return status;
  }
}
