package se.byggsten.testidp.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.testidp.TestIdentityProvider;
import se.byggsten.testidp.internal.IdpSite;

/**
 * The test identity provider on the web: {@code /metadata}, {@code /sso} and {@code /logo.png}; the
 * second identity provider below {@code /second}, and the metadata of both at {@code /federation}.
 *
 * <p>Works without JavaScript. Sets its own security headers, so no filter of the service needs to
 * stand before it; a service that has one must exempt it from CSRF tokens.
 */
public final class TestIdpServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient IdpSite site;

  private TestIdpServlet(IdpSite site) {
    this.site = site;
  }

  /**
   * Returns the servlet; map it to a path and {@code /*} below it.
   *
   * @param idp the identity provider
   * @param https whether it is reached over HTTPS
   * @param assetPath where the static files of the pages are served
   * @return the servlet
   */
  public static TestIdpServlet of(TestIdentityProvider idp, boolean https, String assetPath) {
    return new TestIdpServlet(new IdpSite(idp, https, assetPath, reason -> {}));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(response, site.get(text(request.getPathInfo()), text(request.getQueryString())));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, String> form = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> form.put(name, values[0]));
    write(response, site.post(text(request.getPathInfo()), form));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static void write(HttpServletResponse response, IdpSite.Page page) throws IOException {
    response.setStatus(page.status());
    page.headers().forEach(response::setHeader);
    response.setContentType(page.type());
    byte[] body = page.content();
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
