package se.byggsten.saml.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.byggsten.identity.CsrfTokens;
import se.byggsten.identity.LoginMessages;
import se.byggsten.identity.Session;
import se.byggsten.identity.Sessions;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.saml.LoginRequest;
import se.byggsten.web.page.LoggedIn;
import se.byggsten.web.page.Page;
import se.byggsten.web.page.PageShell;
import se.byggsten.web.page.SessionTimeout;

/** What all parts of a login share: the look, the language, the session and where things are. */
final class LoginSite {
  /** The attribute of a session that tells by which entrance its person came in. */
  static final String ENTRANCE = "byggsten.entrance";

  private static final Set<String> OWN =
      Set.of(
          "/login",
          "/start",
          "/acs",
          "/metadata",
          "/logout",
          "/logged-out",
          "/refused",
          "/session");

  private static final int WARNING = 120;
  private static final int SHORTEST_WARNING = 20;

  private final String context;
  private final Sessions sessions;
  private final boolean https;
  private final boolean remembersChoice;
  private final List<LoginEntrance> entrances;
  private final PageShell swedish;
  private final PageShell english;

  private final @Nullable String afterLogout;

  LoginSite(String context, SamlLoginBuilder parts) {
    this.context = context;
    sessions = Objects.requireNonNull(parts.sessions, "sessions");
    https = parts.https;
    remembersChoice = parts.remembersChoice;
    entrances = List.copyOf(parts.entrances);
    afterLogout = parts.afterLogout;
    Function<Locale, PageShell> shells =
        Objects.requireNonNull(parts.shells, "site").apply(context);
    swedish = shells.apply(PageLanguage.SWEDISH);
    english = shells.apply(Locale.ENGLISH);
  }

  Sessions sessions() {
    return sessions;
  }

  boolean https() {
    return https;
  }

  boolean remembersChoice() {
    return remembersChoice;
  }

  List<LoginEntrance> entrances() {
    return entrances;
  }

  Locale locale(HttpServletRequest request) {
    return PageLanguage.of(request, https);
  }

  LoginMessages texts(HttpServletRequest request) {
    return LoginMessages.in(locale(request));
  }

  /** The address of a path of this application. */
  String href(String path) {
    return context + path;
  }

  /** The path of an address of this application as the container reads it; empty if it cannot. */
  String pathOf(String href) {
    try {
      String path = URI.create(href).normalize().getPath();
      return path != null && path.startsWith(context + "/") ? path.substring(context.length()) : "";
    } catch (IllegalArgumentException notAnAddress) {
      return "";
    }
  }

  /** Where somebody goes to log in, and then to an address of this application. */
  String loginHref(LoginEntrance entrance, String to) {
    return href(entrance.base())
        + "/login?to="
        + URLEncoder.encode(to, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  /**
   * Where a visitor is on the way, as the address says it; the home of the entrance when that leads
   * out of the application or back into the login.
   */
  String destination(LoginEntrance entrance, @Nullable String asked) {
    if (asked == null || !LoginRequest.isLocal(asked)) {
      return href(entrance.home());
    }
    String path = pathOf(asked);
    return path.isEmpty() || isLogin(path) ? href(entrance.home()) : asked;
  }

  /**
   * Whether a path is one of the login itself, which nobody has to log in to see. No other path is,
   * wherever it lies: the application may have pages of its own in the folder of an entrance.
   */
  boolean isLogin(String path) {
    return entrances.stream()
        .filter(e -> path.startsWith(e.base() + "/"))
        .map(e -> path.substring(e.base().length()))
        .anyMatch(rest -> OWN.contains(rest) || rest.startsWith("/logo/"));
  }

  /** The entrance by which the person of a session came in. */
  Optional<LoginEntrance> entranceOf(Session session) {
    return session
        .attribute(ENTRANCE)
        .flatMap(mark -> entrances.stream().filter(e -> e.mark().equals(mark)).findFirst());
  }

  /** The entrance whose folder holds a path of the login. */
  LoginEntrance entranceAt(String path) {
    return entrances.stream()
        .filter(e -> path.startsWith(e.base() + "/"))
        .findFirst()
        .orElse(entrances.get(0));
  }

  Page.Builder page(HttpServletRequest request, String id, String title) {
    Page.Builder page = Page.builder(id, title);
    if (request.getMethod().equals("GET")) {
      // Two slashes at the start, as some containers let pass, would be another host.
      String here =
          request.getRequestURI().replaceFirst("^/+", "/")
              + "?"
              + withoutLanguage(request.getQueryString());
      languages(page, here);
    }
    CurrentSession.of(request)
        .ifPresent(
            session -> {
              String base = href(entranceOf(session).orElse(entrances.get(0)).base());
              page.loggedIn(
                      new LoggedIn(
                          session.person().displayName(),
                          base + "/logout",
                          CsrfTokens.FIELD,
                          CurrentSession.csrfToken(request)))
                  .timeout(timeout(session, base));
            });
    return page;
  }

  /** Links to the same page in each language; the address ends with what a parameter follows. */
  void languages(Page.Builder page, String here) {
    page.language(PageLanguage.SWEDISH, here + "lang=sv");
    page.language(Locale.ENGLISH, here + "lang=en");
  }

  private static String withoutLanguage(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return "";
    }
    StringBuilder kept = new StringBuilder();
    for (String pair : query.split("&", 50)) {
      if (!pair.isEmpty() && !pair.startsWith("lang=")) {
        kept.append(pair).append('&');
      }
    }
    return kept.toString();
  }

  private @Nullable SessionTimeout timeout(Session session, String base) {
    int seconds = (int) sessions.timeLeft(session).toSeconds();
    int warn = Math.min(WARNING, seconds);
    return warn < SHORTEST_WARNING
        ? null
        : new SessionTimeout(seconds, warn, base + "/session", afterLogout(base));
  }

  /** Where somebody goes who has logged out by an entrance, given the address of its folder. */
  String afterLogout(String base) {
    return afterLogout == null ? base + "/logged-out" : href(afterLogout);
  }

  void show(Page page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PageShell shell = locale(request).equals(Locale.ENGLISH) ? english : swedish;
    send(response, "text/html;charset=UTF-8", shell.render(page).getBytes(StandardCharsets.UTF_8));
  }

  static void send(HttpServletResponse response, String type, byte[] body) throws IOException {
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  static void redirect(HttpServletResponse response, String target) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", target);
  }

  /** A parameter that was sent once; null otherwise, or when the container cannot read them. */
  static @Nullable String only(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values != null && values.length == 1 ? values[0] : null;
  }
}
