package se.byggsten.samples.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.CsrfTokens;
import se.byggsten.identity.Session;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.web.page.LoggedIn;
import se.byggsten.web.page.Page;
import se.byggsten.web.page.PageShell;
import se.byggsten.web.page.SessionTimeout;

/** One request and its answer, in the visitor's language. */
final class Exchange {
  /** More than any field may hold, so that what is too long is shown again and not lost. */
  private static final int LONGEST_FIELD = 100_000;

  private final PortalServices services;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Map<String, String> path;
  private final PortalTexts texts;

  Exchange(
      PortalServices services,
      HttpServletRequest request,
      HttpServletResponse response,
      Map<String, String> path) {
    this.services = services;
    this.request = request;
    this.response = response;
    this.path = path;
    texts = PortalTexts.in(Languages.of(request, services.https()));
  }

  HttpServletRequest request() {
    return request;
  }

  HttpServletResponse response() {
    return response;
  }

  PortalTexts texts() {
    return texts;
  }

  Locale locale() {
    return texts.locale();
  }

  String text(String key, Object... arguments) {
    return texts.get(key, arguments);
  }

  /** A text about what the service of this address takes in, by that service's own word. */
  String about(String key) {
    return texts.about(isOpen() ? OpenPages.FORM : ApplicationPages.FORM, key);
  }

  /** The address of the portal as this visitor uses it, without a path. */
  String origin() {
    return request.getRequestURL().toString().replaceFirst("(://[^/]+)/.*", "$1");
  }

  /** A part of the path that the route names. */
  String part(String name) {
    return java.util.Objects.requireNonNull(path.get(name), name);
  }

  Optional<Session> session() {
    return CurrentSession.of(request);
  }

  /** The citizen; the route is only reached by somebody who is logged in as one. */
  PersonIdentifier citizen() {
    return session()
        .flatMap(s -> s.person().identifier())
        .orElseThrow(() -> new IllegalArgumentException("The route does not require a citizen"));
  }

  Session requiredSession() {
    return session()
        .orElseThrow(() -> new IllegalArgumentException("The route does not require a login"));
  }

  String csrf() {
    return CurrentSession.csrfToken(request);
  }

  /** Whether a form that was read here was filled in on a page of this portal by this visitor. */
  boolean isOwnPost(CsrfTokens csrf, PostedFields posted) {
    String token = posted.control(PostedFields.CSRF).orElse(null);
    return session()
        .map(session -> csrf.isValid(session, token))
        .orElseGet(
            () ->
                csrf.isValid(
                    CurrentSession.cookie(request, CookieSpec.visit(services.https())), token));
  }

  /** A field of a posted form, sent once and of a sensible length; empty otherwise. */
  String field(String name) {
    String[] values = request.getParameterValues(name);
    boolean usable = values != null && values.length == 1 && values[0].length() <= LONGEST_FIELD;
    return usable ? values[0].strip() : "";
  }

  /** A field of the query; null when it is not there. */
  @Nullable String query(String name) {
    String[] values = request.getParameterValues(name);
    return values == null || values.length != 1 ? null : values[0];
  }

  Page.Builder page(String id, String title) {
    Page.Builder page = formPage(id, title);
    if (request.getMethod().equals("GET")) {
      String here = request.getRequestURI();
      page.language(PortalTexts.SWEDISH, here + "?lang=sv");
      page.language(PortalTexts.ENGLISH, here + "?lang=en");
    }
    return page;
  }

  /** A page of the application, which says itself how it goes to another language. */
  Page.Builder formPage(String id, String title) {
    Page.Builder page = Page.builder(id, title);
    session()
        .ifPresent(
            s -> {
              String login = LoginParts.folder(isStaff(s));
              page.loggedIn(
                      new LoggedIn(
                          s.person().displayName(), login + "/logout", CsrfTokens.FIELD, csrf()))
                  .timeout(timeout(s, login));
            });
    return page;
  }

  private @Nullable SessionTimeout timeout(Session session, String login) {
    int seconds = (int) services.sessions().timeLeft(session).toSeconds();
    int warn = Math.min(120, seconds);
    return warn < 20 ? null : new SessionTimeout(seconds, warn, login + "/session", "/utloggad");
  }

  void show(Page page) throws IOException {
    show(HttpServletResponse.SC_OK, page);
  }

  void show(int status, Page page) throws IOException {
    response.setStatus(status);
    send("text/html;charset=UTF-8", shell().render(page));
  }

  private PageShell shell() {
    if (session().map(Exchange::isStaff).orElse(false)) {
      return services.shells().ofStaff(locale());
    }
    return isOpen() ? services.shells().ofOpen(locale()) : services.shells().of(locale());
  }

  private static boolean isStaff(Session session) {
    return session.hasRole(LoginParts.CASE_HANDLER);
  }

  private boolean isOpen() {
    String uri = request.getRequestURI();
    return uri.equals(OpenPages.PATH) || uri.startsWith(OpenPages.PATH + "/");
  }

  void send(String contentType, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setContentType(contentType);
    response.setContentLength(bytes.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(bytes);
    }
  }

  /** Goes on to another page, which the browser fetches with GET. */
  void redirect(String target) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", target);
  }

  void notFound() throws IOException {
    ErrorPages.show(this, ErrorPages.Kind.NOT_FOUND);
  }
}
