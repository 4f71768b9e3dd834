package se.byggsten.saml.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.ErrorCode;
import se.byggsten.identity.CsrfTokens;
import se.byggsten.identity.LoginMessages;
import se.byggsten.identity.RefusalKind;
import se.byggsten.identity.Session;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.identity.servlet.Rejection;
import se.byggsten.saml.protocol.SamlRefusal;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;
import se.byggsten.web.page.Page;

/** The pages that tell visitors of an entrance that something did not go as they wanted. */
final class NoticePages {
  private final LoginSite site;
  private final LoginEntrance entrance;

  NoticePages(LoginSite site, LoginEntrance entrance) {
    this.site = site;
    this.entrance = entrance;
  }

  static Html heading(String text) {
    return Html.concat(
        Html.trusted("<h1 class=\"govuk-heading-l\">"), Html.text(text), Html.trusted("</h1>"));
  }

  static Html paragraph(String text) {
    return Html.concat(
        Html.trusted("<p class=\"govuk-body\">"), Html.text(text), Html.trusted("</p>"));
  }

  static Html link(String text, String href) {
    return Button.builder(text).href(href).build().toHtml();
  }

  /** Why a login was refused; the status of the answer is set. */
  void refused(
      RefusalKind kind,
      ErrorCode code,
      String returnTo,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    LoginMessages texts = site.texts(request);
    Html again =
        switch (kind) {
          // Somebody who is being deceived is not to be led on by a button.
          case FRAUD, NOT_AUTHORISED -> Html.EMPTY;
          case LEVEL, MISSING_INFORMATION ->
              link(texts.text("login.other-eid"), loginHref(returnTo));
          default -> link(texts.tryAgain(), loginHref(returnTo));
        };
    Page.Builder page = site.page(request, "error", texts.title(kind));
    if (!request.getMethod().equals("GET") && SamlRefusal.find(code).isPresent()) {
      // What was posted cannot be asked for again in another language; why it was refused can.
      site.languages(page, refusedHref(code, returnTo) + "&");
    }
    show(
        page,
        texts.title(kind),
        paragraph(texts.text(kind)).and(paragraph(texts.action(kind))).and(again),
        code,
        request,
        response);
  }

  private String refusedHref(ErrorCode code, String returnTo) {
    return site.href(entrance.base())
        + "/refused?code="
        + code
        + "&to="
        + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
  }

  /** What somebody meets who has logged in and may not be here. */
  void refused(
      RefusalKind kind, ErrorCode code, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    refused(kind, code, "/", request, response);
  }

  /** Why the filter stopped a request; the status of the answer is set. */
  void rejected(Rejection why, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LoginMessages texts = site.texts(request);
    String key = "login.stopped." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    boolean login = why == Rejection.LOGIN_REQUIRED;
    Html onward =
        login
            ? link(texts.tryAgain(), loginHref(site.href(entrance.home())))
            : link(texts.text("login.to-service"), site.href(entrance.home()));
    notice(key, onward, why.code(), request, response);
  }

  /** That somebody has to log in again, and that what they wrote is kept until then. */
  void kept(String to, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    notice(
        "login.kept",
        link(site.texts(request).tryAgain(), site.loginHref(entrance, to)),
        null,
        request,
        response);
  }

  /** That no identity provider can be used. */
  void noneFits(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    notice(
        "login.none",
        link(site.texts(request).tryAgain(), loginHref(destination(request))),
        ErrorCode.of("SAML-NO-IDP"),
        request,
        response);
  }

  /** That a login cannot begin, because of something that the visitor can do nothing about. */
  void cannotBegin(ErrorCode code, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    refused(RefusalKind.TECHNICAL, code, destination(request), request, response);
  }

  void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    Html onward = link(site.texts(request).text("login.to-service"), site.href(entrance.home()));
    notice("login.not-found", onward, null, request, response);
  }

  /** That the visitor is logged out; or still logged in, if that is so. */
  void loggedOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
    LoginMessages texts = site.texts(request);
    Optional<Session> session = CurrentSession.of(request);
    Html onward =
        session.isPresent()
            ? logoutForm(texts, request)
            : link(texts.tryAgain(), loginHref(site.href(entrance.home())));
    notice(session.isPresent() ? "login.still" : "login.out", onward, null, request, response);
  }

  private Html logoutForm(LoginMessages texts, HttpServletRequest request) {
    return Html.concat(
        Html.trusted("<form method=\"post\" action=\""),
        Html.text(site.href(entrance.base()) + "/logout"),
        Html.trusted("\"><input type=\"hidden\" name=\"" + CsrfTokens.FIELD + "\" value=\""),
        Html.text(CurrentSession.csrfToken(request)),
        Html.trusted("\">"),
        Button.submit(texts.text("login.still.logout")).toHtml(),
        Html.trusted("</form>"));
  }

  private void notice(
      String key,
      Html onward,
      @Nullable ErrorCode code,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    LoginMessages texts = site.texts(request);
    show(
        texts.text(key + ".title"),
        paragraph(texts.text(key + ".text"))
            .and(paragraph(texts.text(key + ".action")))
            .and(onward),
        code,
        request,
        response);
  }

  private void show(
      String title,
      Html body,
      @Nullable ErrorCode code,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Page.Builder page = site.page(request, code == null ? "login" : "error", title);
    show(page, title, body, code, request, response);
  }

  private void show(
      Page.Builder page,
      String title,
      Html body,
      @Nullable ErrorCode code,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Html label =
        code == null
            ? Html.EMPTY
            : Html.concat(
                Html.trusted("<p class=\"govuk-hint\">"),
                Html.text(site.texts(request).codeLabel() + ": " + code),
                Html.trusted("</p>"));
    site.show(page.body(heading(title).and(body).and(label)).build(), request, response);
  }

  private String destination(HttpServletRequest request) {
    return site.destination(entrance, LoginSite.only(request, "to"));
  }

  private String loginHref(String to) {
    return site.loginHref(entrance, site.destination(entrance, to.equals("/") ? null : to));
  }
}
