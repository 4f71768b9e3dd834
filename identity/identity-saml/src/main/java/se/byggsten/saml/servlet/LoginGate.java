package se.byggsten.saml.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.identity.RefusalKind;
import se.byggsten.identity.SecurityHeaders;
import se.byggsten.identity.Session;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.identity.servlet.Rejection;
import se.byggsten.identity.servlet.RejectionPage;
import se.byggsten.identity.servlet.WebSecurityFilter;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.protocol.RequiredIdentity;
import se.byggsten.web.WebAssets;

/**
 * Stands before everything: what {@link WebSecurityFilter} does, and then whether the visitor came
 * in by the entrance that leads here, at a level that is enough here.
 */
final class LoginGate implements Filter {
  private record Guarded(LoginEntrance entrance, LoginEntrance.Area area) {}

  private static final Logger LOG = LoggerFactory.getLogger(LoginGate.class);

  private final LoginSite site;
  private final WebSecurityFilter security;
  private final UnsentPosts unsent;
  private final @Nullable RejectionPage rejections;

  LoginGate(LoginSite site, SamlLoginBuilder parts) {
    this.site = site;
    unsent = parts.unsent;
    rejections = parts.rejections;
    Predicate<String> csrfExempt = parts.csrfExempt;
    Predicate<String> personal = parts.personal;
    security =
        WebSecurityFilter.builder()
            .sessions(site.sessions())
            .csrf(parts.csrf)
            .headers(SecurityHeaders.of(site.https()))
            .https(site.https())
            .assets(path -> path.startsWith(WebAssets.DEFAULT_PATH) || isLogo(path))
            .csrfExempt(path -> isAnswer(path) || csrfExempt.test(path))
            .personal(path -> site.isLogin(path) || personal.test(path))
            .requireLogin(path -> guard(path).isPresent())
            .onRejection(this::reject)
            .build();
  }

  private boolean isLogo(String path) {
    return site.entrances().stream().anyMatch(e -> path.startsWith(e.base() + "/logo/"));
  }

  private boolean isAnswer(String path) {
    return site.entrances().stream().anyMatch(e -> path.equals(e.base() + "/acs"));
  }

  /** Who guards a path: of all entrances the one with the innermost folder. */
  private Optional<Guarded> guard(String path) {
    if (site.isLogin(path) || path.startsWith(WebAssets.DEFAULT_PATH)) {
      return Optional.empty();
    }
    return site.entrances().stream()
        .flatMap(e -> e.innermost(path).map(area -> new Guarded(e, area)).stream())
        .max(Comparator.comparingInt(guarded -> guarded.area().folder().length()));
  }

  /** Who comes to the address of answers without one, by a bookmark say, is led to the login. */
  private boolean isAskedForAnswer(HttpServletRequest request) {
    return Set.of("GET", "HEAD").contains(request.getMethod()) && isAnswer(pathOf(request));
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
      throws IOException, ServletException {
    security.doFilter(
        request,
        response,
        (passed, answer) -> judge((HttpServletRequest) passed, (HttpServletResponse) answer, next));
  }

  private void judge(HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws IOException, ServletException {
    String path = pathOf(request);
    if (!path.startsWith(WebAssets.DEFAULT_PATH)) {
      PageLanguage.remember(request, response, site.https());
    }
    if (isAskedForAnswer(request)) {
      LoginEntrance asked = site.entranceAt(path);
      LoginSite.redirect(response, site.loginHref(asked, site.href(asked.home())));
      return;
    }
    Optional<Guarded> guarded = guard(path);
    Optional<Session> session = CurrentSession.of(request);
    if (guarded.isPresent() && session.isPresent()) {
      LoginEntrance entrance = guarded.get().entrance();
      String here = site.destination(entrance, request.getRequestURI());
      if (!isEnough(session.get(), entrance, path, here)) {
        toLogin(entrance, request, response);
        return;
      }
      if (!entrance.rolesFor(path).stream().allMatch(session.get()::hasRole)) {
        notAuthorised(entrance, request, response);
        return;
      }
    }
    next.doFilter(request, response);
  }

  private void notAuthorised(
      LoginEntrance entrance, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(Rejection.ROLE_REQUIRED.status());
    if (rejections != null) {
      rejections.write(Rejection.ROLE_REQUIRED, request, response);
    } else {
      new NoticePages(site, entrance)
          .refused(RefusalKind.NOT_AUTHORISED, Rejection.ROLE_REQUIRED.code(), request, response);
    }
  }

  private boolean isEnough(Session session, LoginEntrance entrance, String path, String here) {
    if (!session.attribute(LoginSite.ENTRANCE).map(entrance.mark()::equals).orElse(false)) {
      return false;
    }
    LoginRequest wanted = entrance.requestFor(path, here);
    AuthenticatedPerson person = session.person();
    Set<AssuranceLevel> levels = wanted.levels();
    boolean level =
        entrance.serviceProvider().config().levels().accepts(person.level())
            && (levels.isEmpty() || levels.contains(person.level()));
    return level && isKnown(person, wanted.required());
  }

  private static boolean isKnown(AuthenticatedPerson person, RequiredIdentity required) {
    return switch (required) {
      case PERSONAL_NUMBER -> person.identifier().isPresent();
      case PERSON -> person.identifier().isPresent() || person.foreign().isPresent();
      case AFFILIATION -> person.affiliation().isPresent();
    };
  }

  private void reject(Rejection why, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (why != Rejection.LOGIN_REQUIRED) {
      // Nothing that comes from outside: a path may hold a personal number.
      LOG.info(
          "A request to the servlet at {} is stopped, {}{}",
          request.getHttpServletMapping().getPattern(),
          why.code(),
          why == Rejection.CSRF ? ": it carries no token of a form of this session" : "");
    }
    LoginEntrance entrance =
        guard(pathOf(request)).map(Guarded::entrance).orElse(site.entrances().get(0));
    if (why == Rejection.LOGIN_REQUIRED) {
      PageLanguage.remember(request, response, site.https());
      toLogin(entrance, request, response);
    } else if (rejections != null) {
      rejections.write(why, request, response);
    } else {
      new NoticePages(site, entrance).rejected(why, request, response);
    }
  }

  /**
   * A page is fetched again after the login. What was posted is not posted again: the visitor is
   * told whether it is kept, on a page between, since browsers let no form lead on to another site.
   */
  private void toLogin(
      LoginEntrance entrance, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String query = request.getQueryString();
    String here =
        site.destination(entrance, request.getRequestURI() + (query == null ? "" : "?" + query));
    if (Set.of("GET", "HEAD").contains(request.getMethod())) {
      LoginSite.redirect(response, site.loginHref(entrance, here));
      return;
    }
    NoticePages notices = new NoticePages(site, entrance);
    // No token can be judged without a session, but a page of another site is known by this.
    boolean ours = !"cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    boolean kept = ours && request.getMethod().equals("POST") && unsent.keep(request, response);
    response.setStatus(Rejection.LOGIN_REQUIRED.status());
    if (kept) {
      notices.kept(here, request, response);
    } else {
      notices.rejected(Rejection.LOGIN_REQUIRED, request, response);
    }
  }

  private static String pathOf(HttpServletRequest request) {
    String info = request.getPathInfo();
    return request.getServletPath() + (info == null ? "" : info);
  }
}
