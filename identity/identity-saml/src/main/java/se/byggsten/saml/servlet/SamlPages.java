package se.byggsten.saml.servlet;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.byggsten.identity.LoginMessages;
import se.byggsten.saml.OutgoingRequest;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;

/** The parts of the pages that visitors see on the way to the identity provider and back. */
public final class SamlPages {
  private SamlPages() {}

  /**
   * Returns the form that carries a request to the identity provider; it sends itself where scripts
   * run, and by its button elsewhere.
   *
   * @param request what the browser is to post
   * @param locale the language of the button
   * @return the form with a sentence before it
   */
  public static Html carrying(OutgoingRequest.Post request, Locale locale) {
    LoginMessages texts = LoginMessages.in(locale);
    Html fields = Html.EMPTY;
    for (Map.Entry<String, String> field : new TreeMap<>(request.fields()).entrySet()) {
      fields =
          fields.and(
              Html.concat(
                  Html.trusted("<input type=\"hidden\" name=\""),
                  Html.text(field.getKey()),
                  Html.trusted("\" value=\""),
                  Html.text(field.getValue()),
                  Html.trusted("\">")));
    }
    return Html.concat(
        Html.trusted("<p class=\"govuk-body\">"),
        Html.text(texts.text("login.carry.text")),
        Html.trusted("</p><form method=\"post\" data-module=\"byggsten-send\" action=\""),
        Html.text(request.destination().toString()),
        Html.trusted("\">"),
        fields,
        Html.of(Button.submit(texts.text("login.carry.continue"))),
        Html.trusted("</form>"));
  }
}
