package se.byggsten.samples.springboot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.saml.servlet.SamlLogin;
import se.byggsten.web.Html;

/** The page behind the login: greets whoever is there. */
@Controller
final class GreetingController {
  private final SamlLogin login;

  GreetingController(SamlLogin login) {
    this.login = login;
  }

  /** The start page, which is open to all and leads to the one that is not. */
  @GetMapping("/")
  String start() {
    return "redirect:/mina-sidor";
  }

  @GetMapping("/mina-sidor")
  void greet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String name = CurrentSession.of(request).orElseThrow().person().displayName();
    Html body =
        Html.concat(
            Html.trusted("<h1 class=\"govuk-heading-l\">"),
            Html.text("Hej " + name),
            Html.trusted("</h1>"));
    login.show(login.page(request, "start", "Mina sidor").body(body).build(), request, response);
  }
}
