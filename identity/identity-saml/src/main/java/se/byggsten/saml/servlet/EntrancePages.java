package se.byggsten.saml.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.LoginResult;
import se.byggsten.identity.OpenedSession;
import se.byggsten.identity.RefusalKind;
import se.byggsten.identity.SecurityHeaders;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.saml.OutgoingRequest;
import se.byggsten.web.Html;

/** What happens when a login has ended at an entrance, and the page that carries a request. */
final class EntrancePages implements LoginPages {
  private static final Logger LOG = LoggerFactory.getLogger(EntrancePages.class);

  private static final ErrorCode UNKNOWN = ErrorCode.of("LOGIN-REGISTER");

  private final LoginSite site;
  private final LoginEntrance entrance;
  private final UnaryOperator<AuthenticatedPerson> register;

  EntrancePages(
      LoginSite site, LoginEntrance entrance, UnaryOperator<AuthenticatedPerson> register) {
    this.site = site;
    this.entrance = entrance;
    this.register = register;
  }

  @Override
  public void success(
      LoginResult.Success result, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<AuthenticatedPerson> known = withRegister(result.person());
    if (known.isEmpty()) {
      // Whether an address must be hidden is not known, so nothing is shown.
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      new NoticePages(site, entrance)
          .refused(RefusalKind.TECHNICAL, UNKNOWN, result.returnTo(), request, response);
      return;
    }
    AuthenticatedPerson person = known.get();
    OpenedSession opened =
        site.sessions()
            .open(
                person,
                entrance.rolesOf(person),
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

  /** The person with what the register says; empty when it says nothing, or of somebody else. */
  private Optional<AuthenticatedPerson> withRegister(AuthenticatedPerson person) {
    try {
      AuthenticatedPerson known = register.apply(person);
      if (known.identifier().equals(person.identifier())
          && known.foreign().equals(person.foreign())
          && known.level().equals(person.level())) {
        return Optional.of(known);
      }
      LOG.error("The register answers of somebody else, {}", UNKNOWN);
    } catch (RuntimeException failed) {
      // The kind alone: the message may hold a personal number.
      LOG.error("The register does not answer, {}: {}", UNKNOWN, failed.getClass().getName());
    }
    return Optional.empty();
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
