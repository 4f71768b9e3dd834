package se.byggsten.saml.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.OutgoingRequest;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.StartedLogin;

/**
 * Sends the browser to the identity provider, and gives it the cookie that ties it to the login.
 */
public final class LoginStartServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient ServiceProvider serviceProvider;
  private final transient CookieSpec cookie;
  private final transient Function<HttpServletRequest, LoginRequest> requests;
  private final transient LoginPages pages;

  private LoginStartServlet(
      ServiceProvider serviceProvider,
      CookieSpec cookie,
      Function<HttpServletRequest, LoginRequest> requests,
      LoginPages pages) {
    this.serviceProvider = serviceProvider;
    this.cookie = cookie;
    this.requests = requests;
    this.pages = pages;
  }

  /**
   * Returns the servlet.
   *
   * @param serviceProvider who asks
   * @param cookie most often {@link CookieSpec#login}
   * @param requests makes what is asked of what the browser asked for; judge the path to return to
   *     by {@link LoginRequest#isLocal}
   * @param pages writes the page that carries a request by POST
   * @return the servlet
   */
  public static LoginStartServlet of(
      ServiceProvider serviceProvider,
      CookieSpec cookie,
      Function<HttpServletRequest, LoginRequest> requests,
      LoginPages pages) {
    return new LoginStartServlet(serviceProvider, cookie, requests, pages);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    StartedLogin started =
        serviceProvider.startLogin(requests.apply(request), CurrentSession.cookie(request, cookie));
    response.addHeader("Set-Cookie", cookie.set(started.browserBinding()));
    response.setHeader("Cache-Control", "no-store");
    if (started.request() instanceof OutgoingRequest.Post post) {
      pages.carry(post, request, response);
    } else if (started.request() instanceof OutgoingRequest.Redirect redirect) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", redirect.address().toString());
    }
  }
}
