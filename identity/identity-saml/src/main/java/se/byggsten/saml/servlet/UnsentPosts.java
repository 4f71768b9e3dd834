package se.byggsten.saml.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Keeps what somebody posted whose session had ended, until they have logged in again. */
@FunctionalInterface
public interface UnsentPosts {
  /**
   * Keeps the fields of a request; the visitor is told so, logs in and comes back to its address.
   *
   * @param request a request by POST whose CSRF token cannot be judged any more, so that what is
   *     kept may be shown to the visitor again and must not take effect by itself; its body has not
   *     been read
   * @param response the response, for a cookie that finds what was kept; nothing has been written
   * @return whether it is kept; false when nothing is, and the visitor is told that instead
   * @throws IOException when the request cannot be read
   */
  boolean keep(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
