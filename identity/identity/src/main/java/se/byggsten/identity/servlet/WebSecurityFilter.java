package se.byggsten.identity.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.CsrfTokens;
import se.byggsten.identity.SecurityHeaders;
import se.byggsten.identity.Session;
import se.byggsten.identity.SessionToken;
import se.byggsten.identity.Sessions;

/**
 * The one filter in front of a service: security headers, session, login, role and CSRF, in that
 * order.
 *
 * <p>One filter and not five, because a service that maps five in the wrong order is open. Paths
 * are without the context path. What is not GET, HEAD or OPTIONS needs a CSRF token, unless the
 * path is exempt because it carries its own proof (an answer from an identity provider).
 */
public final class WebSecurityFilter implements Filter {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private record Rule(Predicate<String> path, @Nullable String role) {}

  private final Sessions sessions;
  private final CsrfTokens csrf;
  private final SecurityHeaders headers;
  private final RejectionPage page;
  private final CookieSpec sessionCookie;
  private final CookieSpec visitCookie;
  private final Predicate<String> csrfExempt;
  private final Predicate<String> personal;
  private final Predicate<String> asset;
  private final List<Rule> rules;

  private WebSecurityFilter(Builder builder) {
    sessions = Objects.requireNonNull(builder.sessions, "sessions");
    csrf = Objects.requireNonNull(builder.csrf, "csrf");
    headers = Objects.requireNonNull(builder.headers, "headers");
    page = Objects.requireNonNull(builder.page, "page");
    sessionCookie = CookieSpec.session(builder.https);
    visitCookie = CookieSpec.visit(builder.https);
    csrfExempt = builder.csrfExempt;
    personal = builder.personal;
    asset = builder.asset;
    rules = List.copyOf(builder.rules);
  }

  /**
   * Returns a builder; sessions, tokens, headers and the page of rejections are needed.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain next)
      throws IOException, ServletException {
    if (!(plainRequest instanceof HttpServletRequest request)
        || !(plainResponse instanceof HttpServletResponse response)) {
      throw new ServletException("Only HTTP passes this filter");
    }
    String path = pathOf(request);
    if (request.getMethod().equals("TRACE")) {
      // It would echo the cookies, which no script may otherwise read.
      headers.forPersonalPage().forEach(response::setHeader);
      response.setStatus(Rejection.METHOD.status());
      page.write(Rejection.METHOD, request, response);
      return;
    }
    if (asset.test(path) && SAFE.contains(request.getMethod())) {
      headers.forPage().forEach(response::setHeader);
      next.doFilter(request, response);
      return;
    }
    Optional<SessionToken> token =
        SessionToken.parse(CurrentSession.cookie(request, sessionCookie));
    Optional<Session> session = token.flatMap(sessions::find);
    boolean ownData = session.isPresent() || personal.test(path) || isRestricted(path);
    Map<String, String> values = ownData ? headers.forPersonalPage() : headers.forPage();
    values.forEach(response::setHeader);
    if (session.isPresent()) {
      request.setAttribute(CurrentSession.SESSION, session.get());
      request.setAttribute(CurrentSession.TOKEN, token.orElseThrow());
      request.setAttribute(CurrentSession.CSRF, csrf.forSession(session.get()));
    }
    String visit = CurrentSession.cookie(request, visitCookie);
    if (session.isEmpty()) {
      prepareVisit(visit, request, response);
    }
    Optional<Rejection> rejection = judge(request, path, session, visit);
    if (rejection.isPresent()) {
      response.setStatus(rejection.get().status());
      page.write(rejection.get(), request, response);
      return;
    }
    next.doFilter(request, response);
  }

  private void prepareVisit(
      @Nullable String visit, HttpServletRequest request, HttpServletResponse response) {
    // The cookie goes out only when a page asks for the token, so that a mere visit leaves none.
    String known = SessionToken.parse(visit).isPresent() ? visit : null;
    request.setAttribute(CurrentSession.CSRF, new VisitToken(csrf, visitCookie, known, response));
  }

  private Optional<Rejection> judge(
      HttpServletRequest request, String path, Optional<Session> session, @Nullable String visit)
      throws IOException {
    for (Rule rule : rules) {
      if (rule.path().test(path)) {
        if (session.isEmpty()) {
          return Optional.of(Rejection.LOGIN_REQUIRED);
        }
        if (rule.role() != null && !session.get().hasRole(rule.role())) {
          return Optional.of(Rejection.ROLE_REQUIRED);
        }
      }
    }
    if (SAFE.contains(request.getMethod()) || csrfExempt.test(path)) {
      return Optional.empty();
    }
    if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
      return Optional.of(Rejection.CSRF);
    }
    String submitted = request.getHeader(CsrfTokens.HEADER);
    if (submitted == null) {
      try {
        String[] fields = request.getParameterValues(CsrfTokens.FIELD);
        submitted = fields != null && fields.length == 1 ? fields[0] : null;
      } catch (RuntimeException tooLargeOrBroken) {
        // Containers tell of a body they will not read by exceptions of their own.
        return Optional.of(Rejection.BODY_REFUSED);
      }
    }
    String text = submitted;
    boolean valid =
        session.map(s -> csrf.isValid(s, text)).orElseGet(() -> csrf.isValid(visit, text));
    return valid ? Optional.empty() : Optional.of(Rejection.CSRF);
  }

  private boolean isRestricted(String path) {
    return rules.stream().anyMatch(rule -> rule.path().test(path));
  }

  private static String pathOf(HttpServletRequest request) {
    String info = request.getPathInfo();
    return request.getServletPath() + (info == null ? "" : info);
  }

  /** Gathers the parts of a {@link WebSecurityFilter}. */
  public static final class Builder {
    private @Nullable Sessions sessions;
    private @Nullable CsrfTokens csrf;
    private @Nullable SecurityHeaders headers;
    private @Nullable RejectionPage page;
    private boolean https = true;
    private Predicate<String> csrfExempt = path -> false;
    private Predicate<String> personal = path -> false;
    private Predicate<String> asset = path -> false;
    private final List<Rule> rules = new ArrayList<>();

    private Builder() {}

    /**
     * Sets the sessions.
     *
     * @param value the sessions
     * @return this builder
     */
    public Builder sessions(Sessions value) {
      sessions = value;
      return this;
    }

    /**
     * Sets the CSRF tokens.
     *
     * @param value the tokens
     * @return this builder
     */
    public Builder csrf(CsrfTokens value) {
      csrf = value;
      return this;
    }

    /**
     * Sets the security headers.
     *
     * @param value the headers
     * @return this builder
     */
    public Builder headers(SecurityHeaders value) {
      headers = value;
      return this;
    }

    /**
     * Sets what answers a request that is stopped.
     *
     * @param value the page
     * @return this builder
     */
    public Builder onRejection(RejectionPage value) {
      page = value;
      return this;
    }

    /**
     * Sets whether the service is reached over HTTPS; true unless set.
     *
     * @param value true for secure cookies
     * @return this builder
     */
    public Builder https(boolean value) {
      https = value;
      return this;
    }

    /**
     * Names the paths that carry a proof of their own instead of a CSRF token.
     *
     * @param path says which
     * @return this builder
     */
    public Builder csrfExempt(Predicate<String> path) {
      csrfExempt = path;
      return this;
    }

    /**
     * Names the paths that no cache may keep although nobody is logged in.
     *
     * @param path says which
     * @return this builder
     */
    public Builder personal(Predicate<String> path) {
      personal = path;
      return this;
    }

    /**
     * Names the paths of style sheets, scripts and images, which need no session.
     *
     * @param path says which
     * @return this builder
     */
    public Builder assets(Predicate<String> path) {
      asset = path;
      return this;
    }

    /**
     * Requires login for some paths.
     *
     * @param path says which
     * @return this builder
     */
    public Builder requireLogin(Predicate<String> path) {
      rules.add(new Rule(path, null));
      return this;
    }

    /**
     * Requires a role for some paths.
     *
     * @param path says which
     * @param role the role
     * @return this builder
     */
    public Builder requireRole(Predicate<String> path, String role) {
      rules.add(new Rule(path, role));
      return this;
    }

    /**
     * Builds the filter.
     *
     * @return the filter
     */
    public WebSecurityFilter build() {
      return new WebSecurityFilter(this);
    }
  }
}
