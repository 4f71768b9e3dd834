package se.byggsten.saml.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.OutgoingRequest;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.StartedLogin;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.saml.protocol.SamlRefusal;

/** The addresses of an entrance, but for that of answers and that of metadata. */
final class EntranceServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(EntranceServlet.class);
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private final transient LoginSite site;
  private final transient LoginEntrance entrance;
  private final transient EntrancePages pages;
  private final transient NoticePages notices;
  private final transient ProviderLogos logos;
  private final transient AtomicBoolean warned = new AtomicBoolean();

  EntranceServlet(LoginSite site, LoginEntrance entrance, EntrancePages pages) {
    this.site = site;
    this.entrance = entrance;
    this.pages = pages;
    notices = new NoticePages(site, entrance);
    logos = new ProviderLogos(site.https());
  }

  @Override
  public void init() {
    LoginRequest usual = requestTo(site.href(entrance.home()));
    logos.fetch(
        ProviderChoice.shown(
            ProviderChoice.fitting(entrance.serviceProvider(), usual), PageLanguage.SWEDISH));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    switch (path) {
      case "/login" -> login(request, response);
      case "/start" -> start(request, response);
      case "/logged-out" -> notices.loggedOut(request, response);
      case "/refused" -> refused(request, response);
      case "/session" -> stay(request, response);
      default -> other(path, request, response);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!"/logout".equals(request.getPathInfo())) {
      notices.notFound(request, response);
      return;
    }
    // The filter has judged the form's token.
    CurrentSession.token(request).ifPresent(site.sessions()::close);
    response.addHeader("Set-Cookie", CookieSpec.session(site.https()).remove());
    LoginSite.redirect(response, site.afterLogout(site.href(entrance.base())));
  }

  private void other(String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<ProviderLogos.Logo> logo =
        path.startsWith("/logo/") ? logos.find(path.substring(6)) : Optional.empty();
    if (logo.isPresent()) {
      response.setHeader("Cache-Control", "public, max-age=86400");
      // What is fetched elsewhere stays a picture, also in a window of its own.
      response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
      LoginSite.send(response, logo.get().mediaType(), logo.get().content());
    } else {
      notices.notFound(request, response);
    }
  }

  /** Tells again why a login was refused, in the language that the visitor has chosen since. */
  private void refused(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String code = LoginSite.only(request, "code");
    Optional<SamlRefusal> refusal =
        Arrays.stream(SamlRefusal.values())
            .filter(one -> one.code().value().equals(code))
            .findFirst();
    String to = destination(request);
    if (refusal.isPresent()) {
      notices.refused(refusal.get().kind(), refusal.get().code(), to, request, response);
    } else {
      LoginSite.redirect(response, site.loginHref(entrance, to));
    }
  }

  private void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String to = destination(request);
    List<IdentityProviderMetadata> shown =
        ProviderChoice.shown(
            ProviderChoice.fitting(entrance.serviceProvider(), requestTo(to)),
            site.locale(request));
    if (shown.isEmpty()) {
      noneFits(request, response);
    } else if (shown.size() == 1) {
      begin(shown.get(0), to, request, response);
    } else {
      pick(shown, to, false, request, response);
    }
  }

  private void start(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String to = destination(request);
    String wanted = LoginSite.only(request, "idp");
    List<IdentityProviderMetadata> fitting =
        ProviderChoice.fitting(entrance.serviceProvider(), requestTo(to));
    Optional<IdentityProviderMetadata> chosen =
        fitting.stream().filter(idp -> idp.entityId().equals(wanted)).findFirst();
    List<IdentityProviderMetadata> shown = ProviderChoice.shown(fitting, site.locale(request));
    if (chosen.isPresent()) {
      if (site.remembersChoice() && shown.size() > 1) {
        response.addHeader(
            "Set-Cookie", lastCookie().set(ProviderChoice.mark(chosen.get()), REMEMBERED));
      }
      begin(chosen.get(), to, request, response);
    } else if (shown.isEmpty()) {
      noneFits(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      pick(shown, to, true, request, response);
    }
  }

  private void noneFits(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ServiceProvider provider = entrance.serviceProvider();
    if (provider.identityProviders().isEmpty()) {
      LOG.warn(
          "There are no identity providers for the entrance {}: no metadata have come",
          entrance.base());
    } else {
      LOG.warn(
          "No identity provider fits the entrance {}; what stands in the way of those that the"
              + " metadata have now: {}",
          entrance.base(),
          ProviderChoice.obstacles(provider, requestTo(destination(request))));
    }
    notices.noneFits(request, response);
  }

  private void pick(
      List<IdentityProviderMetadata> shown,
      String to,
      boolean wrong,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    logos.fetch(shown);
    String last = site.remembersChoice() ? CurrentSession.cookie(request, lastCookie()) : null;
    new PickerPage(site, entrance, logos).show(shown, to, last, wrong, request, response);
  }

  private void begin(
      IdentityProviderMetadata idp,
      String to,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    warnOfOtherHost(request);
    CookieSpec cookie = CookieSpec.login(site.https());
    StartedLogin started;
    try {
      started =
          entrance
              .serviceProvider()
              .startLogin(requestTo(to).at(idp.entityId()), CurrentSession.cookie(request, cookie));
    } catch (SamlException e) {
      LOG.warn("A login at {} cannot begin, {}", entrance.base(), e.code());
      notices.cannotBegin(e.code(), request, response);
      return;
    }
    response.addHeader("Set-Cookie", cookie.set(started.browserBinding()));
    CurrentSession.token(request)
        .ifPresent(
            token ->
                response.addHeader(
                    "Set-Cookie", CookieSpec.before(site.https()).set(token.mark())));
    PageLanguage.takeAlong(request, response, site.https());
    if (started.request() instanceof OutgoingRequest.Post post) {
      pages.carry(post, request, response);
    } else if (started.request() instanceof OutgoingRequest.Redirect redirect) {
      LoginSite.redirect(response, redirect.address().toString());
    }
  }

  /** A cookie comes back only to the host that set it, and answers go where the metadata say. */
  private void warnOfOtherHost(HttpServletRequest request) {
    String answers = entrance.serviceProvider().config().acsUrl().getHost();
    if (!answers.equalsIgnoreCase(request.getServerName()) && warned.compareAndSet(false, true)) {
      LOG.warn(
          "Somebody logs in at {} by another host name than {}, where answers go: the cookie will"
              + " not come back there and the login will be refused with {}. Use that name in the"
              + " browser; behind a proxy, let it forward the host",
          entrance.base(),
          answers,
          SamlRefusal.OTHER_BROWSER.code());
    }
  }

  /** The page's script calls this when the visitor says that they are still there. */
  private void stay(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean stays = CurrentSession.token(request).flatMap(site.sessions()::extend).isPresent();
    response.setStatus(stays ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNAUTHORIZED);
    LoginSite.send(
        response,
        "application/json",
        ("{\"stays\":" + stays + "}").getBytes(StandardCharsets.UTF_8));
  }

  private String destination(HttpServletRequest request) {
    return site.destination(entrance, LoginSite.only(request, "to"));
  }

  private LoginRequest requestTo(String to) {
    return entrance.requestFor(site.pathOf(to), to);
  }

  private CookieSpec lastCookie() {
    return new CookieSpec(
        site.https() ? "__Host-byggsten-idp" : "byggsten-idp", site.https(), "Lax");
  }
}
