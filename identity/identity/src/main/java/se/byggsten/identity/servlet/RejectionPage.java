package se.byggsten.identity.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes the page about a request that {@link WebSecurityFilter} stopped. */
@FunctionalInterface
public interface RejectionPage {
  /**
   * Answers the request; for {@link Rejection#LOGIN_REQUIRED} most often with a redirect to login.
   *
   * @param why why the request was stopped
   * @param request the request
   * @param response the response, with its status and security headers set
   * @throws IOException when the response cannot be written
   */
  void write(Rejection why, HttpServletRequest request, HttpServletResponse response)
      throws IOException;
}
