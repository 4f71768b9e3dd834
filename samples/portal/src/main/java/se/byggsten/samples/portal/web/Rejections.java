package se.byggsten.samples.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.forms.draft.ParkedPosts;
import se.byggsten.forms.post.PostException;
import se.byggsten.forms.post.PostLimits;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.servlet.FormHttp;
import se.byggsten.identity.servlet.Rejection;
import se.byggsten.identity.servlet.RejectionPage;
import se.byggsten.saml.servlet.UnsentPosts;

/** What a visitor meets who may not go on, and what is kept until they may. */
final class Rejections implements RejectionPage, UnsentPosts {
  private static final Pattern PAGE =
      Pattern.compile(
          "(?:/ansokan|/medsokande/[^/]+|/handlaggare/ombud/[^/]+|/mina-arenden/[^/]+/andra)"
              + "/(.+)");

  private static final FormHttp SMALL =
      FormHttp.within(new PostLimits(PortalApplication.LARGEST_FORM, 200, 100, 20_000));

  private final PortalServices services;
  private final ParkedPosts parked;

  Rejections(PortalServices services, ParkedPosts parked) {
    this.services = services;
    this.parked = parked;
  }

  @Override
  public void write(Rejection why, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange x = new Exchange(services, request, response, Map.of());
    switch (why) {
      case LOGIN_REQUIRED, ROLE_REQUIRED -> ErrorPages.show(x, ErrorPages.Kind.FORBIDDEN);
      case METHOD -> ErrorPages.show(x, ErrorPages.Kind.METHOD);
      case CSRF -> ErrorPages.show(x, ErrorPages.Kind.CSRF);
      case BODY_REFUSED -> ErrorPages.show(x, refused(request.getContentLengthLong()));
    }
  }

  /** The session ended while somebody wrote: they come back to the page with what they wrote. */
  @Override
  public boolean keep(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Matcher page = PAGE.matcher(request.getRequestURI());
    return page.matches()
        && park(new Exchange(services, request, response, Map.of()), page.group(1));
  }

  private boolean park(Exchange x, String page) throws IOException {
    long length = x.request().getContentLengthLong();
    if (length < 0 || length > PortalApplication.LARGEST_FORM) {
      return false;
    }
    try (PostedFields posted = SMALL.read(x.request())) {
      Optional<String> token = parked.park("kolloplats", page, posted);
      token.ifPresent(value -> ParkedCookie.set(x, value, services.https()));
      return token.isPresent();
    } catch (PostException unreadable) {
      return false;
    }
  }

  /** A body of a length that is taken was not too large: it could not be read. */
  private static ErrorPages.Kind refused(long length) {
    boolean known = length >= 0 && length <= PortalApplication.LARGEST_FORM;
    return known ? ErrorPages.Kind.BAD_REQUEST : ErrorPages.Kind.TOO_LARGE;
  }
}
