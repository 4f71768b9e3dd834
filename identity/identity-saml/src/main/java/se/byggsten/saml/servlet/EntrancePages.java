package se.byggsten.saml.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.LoginResult;
import se.byggsten.identity.OpenedSession;
import se.byggsten.identity.SecurityHeaders;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.saml.OutgoingRequest;
import se.byggsten.web.Html;

/** What happens when a login has ended at an entrance, and the page that carries a request. */
final class EntrancePages implements LoginPages {
  private static final Logger LOG = LoggerFactory.getLogger(EntrancePages.class);

  private final LoginSite site;
  private final LoginEntrance entrance;

  EntrancePages(LoginSite site, LoginEntrance entrance) {
    this.site = site;
    this.entrance = entrance;
  }

  @Override
  public void success(
      LoginResult.Success result, HttpServletRequest request, HttpServletResponse response) {
    AuthenticatedPerson person = result.person();
    Set<String> roles = entrance.rolesOf(person);
    OpenedSession opened =
        site.sessions()
            .open(
                person,
                roles,
                Map.of(LoginSite.ENTRANCE, entrance.mark()),
                CurrentSession.token(request).orElse(null));
    LOG.info("A login at {} ended well, at level {}", entrance.base(), person.level());
    response.addHeader(
        "Set-Cookie", CookieSpec.session(site.https()).set(opened.token().cookieValue()));
    CookieSpec before = CookieSpec.before(site.https());
    String mark = CurrentSession.cookie(request, before);
    if (mark != null) {
      site.sessions().closeMarked(mark);
      response.addHeader("Set-Cookie", before.remove());
    }
    LoginSite.redirect(response, result.returnTo());
  }

  @Override
  public void carry(
      OutgoingRequest.Post post, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SecurityHeaders.of(site.https())
        .allowingFormsTo(post.destination())
        .forPersonalPage()
        .forEach(response::setHeader);
    String title = site.texts(request).text("login.carry.title");
    Html body = NoticePages.heading(title).and(SamlPages.carrying(post, site.locale(request)));
    site.show(site.page(request, "login", title).body(body).build(), request, response);
  }

  @Override
  public void refused(
      LoginResult.Refused result, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    new NoticePages(site, entrance)
        .refused(result.kind(), result.code(), result.returnTo(), request, response);
  }
}
