package se.byggsten.testidp.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.identity.SecurityHeaders;
import se.byggsten.testidp.Outcome;
import se.byggsten.testidp.PostedAnswer;
import se.byggsten.testidp.TestIdentityProvider;
import se.byggsten.testidp.TestPerson;
import se.byggsten.testidp.TestPersons;
import se.byggsten.testidp.internal.TestIdpException;

/**
 * The test identity provider on the web: {@code /metadata}, {@code /sso} and nothing else.
 *
 * <p>Works without JavaScript. Sets its own security headers, so no filter of the service needs to
 * stand before it; a service that has one must exempt it from CSRF tokens.
 */
public final class TestIdpServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient TestIdentityProvider idp;
  private final transient SecurityHeaders headers;
  private final String assetPath;

  private TestIdpServlet(TestIdentityProvider idp, SecurityHeaders headers, String assetPath) {
    this.idp = idp;
    this.headers = headers;
    this.assetPath = assetPath;
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
    return new TestIdpServlet(idp, SecurityHeaders.of(https), assetPath);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    headers.forPersonalPage().forEach(response::setHeader);
    String path = request.getPathInfo();
    if ("/metadata".equals(path)) {
      write(response, "application/samlmetadata+xml", idp.metadataXml());
    } else if ("/sso".equals(path)) {
      choose(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      page(response, pages(request).error(""));
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    headers.forPersonalPage().forEach(response::setHeader);
    if (!"/sso".equals(request.getPathInfo())) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      page(response, pages(request).error(""));
      return;
    }
    Optional<TestPerson> person = TestPersons.find(parameter(request, "person"));
    Optional<Outcome> outcome = Outcome.find(parameter(request, "outcome"));
    Optional<AssuranceLevel> level =
        TestIdentityProvider.LEVELS.stream()
            .filter(l -> l.uri().equals(parameter(request, "level")))
            .findFirst();
    if (person.isEmpty() || outcome.isEmpty() || level.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      page(response, pages(request).error("person, level, outcome"));
      return;
    }
    try {
      PostedAnswer answer =
          idp.answer(
              idp.receive(parameter(request, "request")), person.get(), level.get(), outcome.get());
      allowFormsTo(answer.action(), response);
      page(response, pages(request).post(answer));
    } catch (TestIdpException e) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      page(response, pages(request).error(String.valueOf(e.getMessage())));
    }
  }

  private void choose(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    try {
      URI acsUrl = idp.receive(query).acsUrl();
      allowFormsTo(acsUrl, response);
      String plain = query.replaceFirst("&lang=[a-z]*$", "");
      String other = "en".equals(request.getParameter("lang")) ? "sv" : "en";
      page(
          response,
          pages(request)
              .choose(
                  plain,
                  idp.singleSignOn().toString(),
                  idp.singleSignOn() + "?" + plain + "&lang=" + other));
    } catch (TestIdpException e) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      page(response, pages(request).error(String.valueOf(e.getMessage())));
    }
  }

  private void allowFormsTo(URI address, HttpServletResponse response) {
    headers.allowingFormsTo(address).forPersonalPage().forEach(response::setHeader);
  }

  private TestIdpPages pages(HttpServletRequest request) {
    boolean english = "en".equals(request.getParameter("lang"));
    return TestIdpPages.in(english ? Locale.ENGLISH : Locale.forLanguageTag("sv"), assetPath);
  }

  private static String parameter(HttpServletRequest request, String name) {
    @Nullable String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  private static void page(HttpServletResponse response, String html) throws IOException {
    write(response, "text/html;charset=utf-8", html);
  }

  private static void write(HttpServletResponse response, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
