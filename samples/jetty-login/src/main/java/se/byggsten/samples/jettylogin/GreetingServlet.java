package se.byggsten.samples.jettylogin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.saml.servlet.SamlLogin;
import se.byggsten.web.Html;

/** The page behind the login: greets whoever is there. */
final class GreetingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient SamlLogin login;

  GreetingServlet(SamlLogin login) {
    this.login = login;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = CurrentSession.of(request).orElseThrow().person().displayName();
    Html body =
        Html.concat(
            Html.trusted("<h1 class=\"govuk-heading-l\">"),
            Html.text("Hej " + name),
            Html.trusted("</h1>"));
    login.show(login.page(request, "start", "Mina sidor").body(body).build(), request, response);
  }
}
