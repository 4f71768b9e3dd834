package se.byggsten.saml.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.LoginResult;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.protocol.SamlRefusal;

/**
 * Takes the answer from the identity provider (HTTP-POST binding), verifies it and hands over.
 *
 * <p>Exempt this path from CSRF tokens: the answer carries its own proof.
 */
public final class AssertionConsumerServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MAX_BODY = 1024 * 1024;

  /** How much of a refused body is read away, in bytes, for the sender to see the answer. */
  private static final long MAX_DRAINED = 4L * MAX_BODY;

  private final transient ServiceProvider serviceProvider;
  private final transient CookieSpec cookie;
  private final transient LoginPages pages;

  private AssertionConsumerServlet(
      ServiceProvider serviceProvider, CookieSpec cookie, LoginPages pages) {
    this.serviceProvider = serviceProvider;
    this.cookie = cookie;
    this.pages = pages;
  }

  /**
   * Returns the servlet.
   *
   * @param serviceProvider who verifies
   * @param cookie the cookie that {@link LoginStartServlet} set
   * @param pages what the service does then
   * @return the servlet
   */
  public static AssertionConsumerServlet of(
      ServiceProvider serviceProvider, CookieSpec cookie, LoginPages pages) {
    return new AssertionConsumerServlet(serviceProvider, cookie, pages);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    LoginResult result = complete(request, response);
    if (result instanceof LoginResult.Success success) {
      String left =
          serviceProvider.bindingAfter(
              CurrentSession.cookie(request, cookie), only(request, "RelayState"));
      response.addHeader("Set-Cookie", left.isEmpty() ? cookie.remove() : cookie.set(left));
      pages.success(success, request, response);
    } else if (result instanceof LoginResult.Refused refused) {
      response.setStatus(
          refused.code().equals(SamlRefusal.TOO_LARGE.code())
              ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
              : HttpServletResponse.SC_FORBIDDEN);
      pages.refused(refused, request, response);
    }
  }

  private LoginResult complete(HttpServletRequest request, HttpServletResponse response) {
    if (request.getContentLengthLong() > MAX_BODY) {
      return tooLarge(request, response);
    }
    String samlResponse;
    String relayState;
    try {
      samlResponse = only(request, "SAMLResponse");
      relayState = only(request, "RelayState");
    } catch (RuntimeException containerRefusesTheBody) {
      return tooLarge(request, response);
    }
    return serviceProvider.completeLogin(
        samlResponse, relayState, CurrentSession.cookie(request, cookie));
  }

  private static LoginResult tooLarge(HttpServletRequest request, HttpServletResponse response) {
    if (!drain(request)) {
      response.setHeader("Connection", "close");
    }
    return new LoginResult.Refused(SamlRefusal.TOO_LARGE.code(), SamlRefusal.TOO_LARGE.kind(), "/");
  }

  /** A sender who is cut off while sending sees no answer, so most of the rest is thrown away. */
  private static boolean drain(HttpServletRequest request) {
    byte[] away = new byte[8192];
    long left = MAX_DRAINED;
    try {
      InputStream body = request.getInputStream();
      while (left > 0) {
        int read = body.read(away);
        if (read < 0) {
          return true;
        }
        left -= read;
      }
    } catch (IOException | IllegalStateException readByTheContainerOrGone) {
      return false;
    }
    return false;
  }

  private static @Nullable String only(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values != null && values.length == 1 ? values[0] : null;
  }
}
