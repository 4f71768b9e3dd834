package se.byggsten.testidp.servlet;

import java.util.Locale;
import java.util.ResourceBundle;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.testidp.Outcome;
import se.byggsten.testidp.PostedAnswer;
import se.byggsten.testidp.TestIdentityProvider;
import se.byggsten.testidp.TestPerson;
import se.byggsten.testidp.TestPersons;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.Choice;
import se.byggsten.web.component.Legend;
import se.byggsten.web.component.Radios;
import se.byggsten.web.component.Size;
import se.byggsten.web.component.WarningText;
import se.byggsten.web.page.Page;
import se.byggsten.web.page.PageShell;

/** Writes the three pages, in Swedish or English. */
final class TestIdpPages {
  private final Locale locale;
  private final ResourceBundle texts;
  private final PageShell shell;

  private TestIdpPages(Locale locale, String assetPath) {
    this.locale = locale;
    texts =
        ResourceBundle.getBundle(
            "se.byggsten.testidp.texts",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    shell =
        PageShell.builder(locale, "Eksta kommun", text("service"))
            .assetPath(assetPath)
            .phone("0555-120 00")
            .build();
  }

  static TestIdpPages in(Locale locale, String assetPath) {
    return new TestIdpPages(locale, assetPath);
  }

  /** Asks who logs in, how surely and how it is to end. */
  String choose(String query, String action, String sameInOtherLanguage) {
    Html form =
        Html.concat(
            Html.trusted("<form method=\"post\" action=\""),
            Html.text(action),
            Html.trusted("\">"),
            hidden("request", query),
            hidden("lang", locale.getLanguage()),
            Html.of(persons(), levels(), outcomes()),
            Html.of(Button.submit(text("log-in"))),
            Html.trusted("</form>"));
    return page("login", text("choose.title"), false, form, sameInOtherLanguage);
  }

  /** Lets the browser post the answer. */
  String post(PostedAnswer answer) {
    Html form =
        Html.concat(
            paragraph(text("post.text")),
            Html.trusted("<form method=\"post\" action=\""),
            Html.text(answer.action().toString()),
            Html.trusted("\">"),
            hidden("SAMLResponse", answer.samlResponse()),
            hidden("RelayState", answer.relayState()),
            Html.of(Button.submit(text("continue"))),
            Html.trusted("</form>"));
    return page("login", text("post.title"), false, form, "");
  }

  /** Says why a request is not understood. */
  String error(String message) {
    Html body = paragraph(text("error.text")).and(paragraph(message));
    return page("login", text("error.title"), true, body, "");
  }

  private String page(String id, String title, boolean error, Html content, String otherLanguage) {
    Html heading =
        Html.concat(
            Html.trusted("<h1 class=\"govuk-heading-l\">"),
            Html.text(title),
            Html.trusted("</h1>"),
            Html.of(WarningText.of(locale, text("never"))));
    Page.Builder page = Page.builder(id, title).error(error).body(heading.and(content));
    if (!otherLanguage.isEmpty()) {
      Locale other = isSwedish() ? Locale.ENGLISH : Locale.forLanguageTag("sv");
      page.language(other, otherLanguage);
    }
    return shell.render(page.build());
  }

  private Component persons() {
    Radios.Builder radios =
        Radios.builder("person").legend(legend("choose.person")).value(TestPersons.ANNA.id());
    for (TestPerson person : TestPersons.all()) {
      radios.choice(
          Choice.builder(person.id(), person.name())
              .hint(person.identifier().format() + ". " + text("person." + person.id()))
              .build());
    }
    return radios.build();
  }

  private Component levels() {
    Radios.Builder radios =
        Radios.builder("level")
            .legend(legend("choose.level"))
            .value(TestIdentityProvider.LEVELS.get(0).uri());
    for (AssuranceLevel level : TestIdentityProvider.LEVELS) {
      String name = level.uri().substring(level.uri().lastIndexOf('/') + 1);
      radios.choice(level.uri(), text("level." + name));
    }
    return radios.build();
  }

  private Component outcomes() {
    Radios.Builder radios =
        Radios.builder("outcome").legend(legend("choose.outcome")).value(Outcome.OK.key());
    for (Outcome outcome : Outcome.values()) {
      radios.choice(outcome.key(), text("outcome." + outcome.key()));
    }
    return radios.build();
  }

  private Legend legend(String key) {
    return Legend.of(text(key)).size(Size.M);
  }

  private static Html hidden(String name, String value) {
    return Html.concat(
        Html.trusted("<input type=\"hidden\" name=\""),
        Html.text(name),
        Html.trusted("\" value=\""),
        Html.text(value),
        Html.trusted("\">"));
  }

  private static Html paragraph(String text) {
    return Html.concat(
        Html.trusted("<p class=\"govuk-body\">"), Html.text(text), Html.trusted("</p>"));
  }

  private boolean isSwedish() {
    return "sv".equals(locale.getLanguage());
  }

  private String text(String key) {
    return texts.getString(key);
  }
}
