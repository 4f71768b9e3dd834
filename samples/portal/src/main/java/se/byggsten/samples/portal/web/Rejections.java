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
      case CSRF -> ErrorPages.show(x, ErrorPages.Kind.CSRF);
      case BODY_REFUSED -> ErrorPages.show(x, ErrorPages.Kind.TOO_LARGE);
    }
  }
}
