package se.byggsten.samples.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import se.byggsten.identity.servlet.Rejection;
import se.byggsten.identity.servlet.RejectionPage;

/** What a visitor meets who may not go on: the login, or a page that says why. */
final class Rejections implements RejectionPage {
  private final PortalServices services;

  Rejections(PortalServices services) {
    this.services = services;
  }

  @Override
  public void write(Rejection why, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange x = new Exchange(services, request, response, Map.of());
    switch (why) {
      case LOGIN_REQUIRED -> {
        String back = request.getMethod().equals("GET") ? request.getRequestURI() : "/ansokan";
        x.redirect("/login?till=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
      }
      case ROLE_REQUIRED -> ErrorPages.show(x, ErrorPages.Kind.FORBIDDEN);
      case METHOD -> ErrorPages.show(x, ErrorPages.Kind.METHOD);
      case CSRF -> ErrorPages.show(x, ErrorPages.Kind.CSRF);
      case BODY_REFUSED -> ErrorPages.show(x, refused(request.getContentLengthLong()));
    }
  }

  /** A body of a length that is taken was not too large: it could not be read. */
  private static ErrorPages.Kind refused(long length) {
    boolean known = length >= 0 && length <= PortalApplication.LARGEST_FORM;
    return known ? ErrorPages.Kind.BAD_REQUEST : ErrorPages.Kind.TOO_LARGE;
  }
}
