package se.byggsten.samples.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.LoginMessages;
import se.byggsten.identity.LoginResult;
import se.byggsten.identity.OpenedSession;
import se.byggsten.identity.SecurityHeaders;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.OutgoingRequest;
import se.byggsten.saml.servlet.LoginPages;
import se.byggsten.saml.servlet.SamlPages;
import se.byggsten.testidp.TestPersons;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;

/** What the portal does when a login has ended, and when somebody logs out. */
public final class LoginHandling implements LoginPages {
  /** May apply and follow their own cases. */
  public static final String CITIZEN = "citizen";

  /** May handle the authority's cases. */
  public static final String CASE_HANDLER = "case-handler";

  private static final Logger LOG = LoggerFactory.getLogger(LoginHandling.class);

  private final PortalServices services;
  private final CookieSpec cookie;

  LoginHandling(PortalServices services) {
    this.services = services;
    cookie = CookieSpec.session(services.https());
  }

  void addTo(Routes routes) {
    routes.post("/logout", this::logout).get("/session", this::stay);
  }

  /** What is asked of a login: who is a case handler chooses that on the way in. */
  static LoginRequest requestOf(HttpServletRequest request) {
    boolean staff = "handlaggare".equals(request.getParameter("roll"));
    String asked = request.getParameter("till");
    String target = staff ? "/handlaggare" : "/ansokan";
    if (asked != null && LoginRequest.isLocal(asked)) {
      target = asked;
    }
    boolean toStaff = staff || target.equals("/handlaggare") || target.startsWith("/handlaggare/");
    return toStaff ? LoginRequest.staff(target) : LoginRequest.person(target);
  }

  @Override
  public void success(
      LoginResult.Success result, HttpServletRequest request, HttpServletResponse response) {
    AuthenticatedPerson person = withRegister(result.person());
    Set<String> roles = new LinkedHashSet<>();
    person.identifier().ifPresent(number -> roles.add(CITIZEN));
    person
        .affiliation()
        .filter(a -> a.organisation().canonical().equals(Eksta.ORGANISATION))
        .ifPresent(
            a -> {
              roles.clear();
              roles.add(CASE_HANDLER);
            });
    OpenedSession opened =
        services
            .sessions()
            .open(person, roles, Map.of(), CurrentSession.token(request).orElse(null));
    LOG.info("Login ended well, roles {}, level {}", roles, person.level());
    response.addHeader("Set-Cookie", cookie.set(opened.token().cookieValue()));
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", result.returnTo());
  }

  /** What the population register says; here the register of the test persons. */
  private static AuthenticatedPerson withRegister(AuthenticatedPerson person) {
    return person
        .identifier()
        .map(number -> person.withProtectedIdentity(TestPersons.protectionOf(number)))
        .orElse(person);
  }

  @Override
  public void carry(
      OutgoingRequest.Post post, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange x = new Exchange(services, request, response, Map.of());
    SecurityHeaders.of(services.https())
        .allowingFormsTo(post.destination())
        .forPersonalPage()
        .forEach(response::setHeader);
    String title = LoginMessages.in(x.locale()).text("login.carry.title");
    Html body = Markup.h1(title).and(SamlPages.carrying(post, x.locale()));
    x.show(HttpServletResponse.SC_OK, x.page("login", title).body(body).build());
  }

  @Override
  public void refused(
      LoginResult.Refused result, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LOG.info("Login refused, {}", result.code());
    Exchange x = new Exchange(services, request, response, Map.of());
    LoginMessages messages = LoginMessages.in(x.locale());
    Html body =
        Markup.h1(messages.title(result.kind()))
            .and(Markup.lead(messages.text(result.kind())))
            .and(Markup.p(messages.action(result.kind())))
            .and(
                Button.start(
                        messages.tryAgain(),
                        "/login?till=" + URLEncoder.encode(safe(result), StandardCharsets.UTF_8))
                    .toHtml())
            .and(Markup.p(messages.codeLabel() + " " + result.code()))
            .and(Markup.p(x.text("error.help")));
    x.show(response.getStatus(), x.page("error", messages.title(result.kind())).body(body).build());
  }

  private static String safe(LoginResult.Refused result) {
    String target = result.returnTo();
    return target.equals("/") || !LoginRequest.isLocal(target) ? "/ansokan" : target;
  }

  private void logout(Exchange x) {
    CurrentSession.token(x.request()).ifPresent(services.sessions()::close);
    x.response().addHeader("Set-Cookie", cookie.remove());
    x.redirect("/utloggad");
  }

  /** The page's script calls this when the visitor says that they are still there. */
  private void stay(Exchange x) throws IOException {
    boolean stays =
        CurrentSession.token(x.request()).flatMap(services.sessions()::extend).isPresent();
    x.response().setStatus(stays ? 200 : 401);
    x.send("application/json", "{\"stays\":" + stays + "}");
  }
}
