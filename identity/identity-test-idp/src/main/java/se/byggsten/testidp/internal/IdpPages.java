package se.byggsten.testidp.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.testidp.Outcome;
import se.byggsten.testidp.PostedAnswer;
import se.byggsten.testidp.ReceivedRequest;
import se.byggsten.testidp.TestIdentityProvider;
import se.byggsten.testidp.TestPerson;
import se.byggsten.testidp.attack.Attack;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.Choice;
import se.byggsten.web.component.Details;
import se.byggsten.web.component.InsetText;
import se.byggsten.web.component.Legend;
import se.byggsten.web.component.Radios;
import se.byggsten.web.component.Select;
import se.byggsten.web.component.Size;
import se.byggsten.web.component.WarningText;
import se.byggsten.web.page.Page;
import se.byggsten.web.page.PageShell;

/** Writes the three pages, in Swedish or English. */
final class IdpPages {
  private final Locale locale;
  private final ResourceBundle texts;
  private final PageShell shell;
  private final List<TestPerson> persons;

  private IdpPages(Locale locale, String assetPath, List<TestPerson> persons) {
    this.locale = locale;
    this.persons = persons;
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

  static IdpPages in(Locale locale, String assetPath, List<TestPerson> persons) {
    return new IdpPages(locale, assetPath, persons);
  }

  /** Asks who logs in, how surely and how it is to end. */
  String choose(ReceivedRequest request, Map<String, String> kept, String action, String other) {
    List<Html> parts = new ArrayList<>();
    parts.add(Html.trusted("<form method=\"post\" action=\""));
    parts.add(Html.text(action));
    parts.add(Html.trusted("\">"));
    kept.forEach((name, value) -> parts.add(hidden(name, value)));
    parts.add(hidden("lang", locale.getLanguage()));
    parts.add(Html.of(persons(request), levels(request)));
    // What few choose is folded, so that the button comes soon on a telephone too.
    parts.add(Html.of(Details.of(text("choose.more"), Html.of(outcomes(), attacks()))));
    parts.add(Html.of(Button.submit(text("log-in"))));
    parts.add(Html.trusted("</form>"));
    Html form = Html.concat(parts.toArray(Html[]::new));
    return page("login", text("choose.title"), false, told(request).and(form), other);
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

  /** What the service wants to tell (UserMessage), and through whom it asks (Scoping). */
  private Html told(ReceivedRequest request) {
    Map<String, String> messages = request.messages();
    String message =
        messages.getOrDefault(
            locale.getLanguage(), messages.values().stream().findFirst().orElse(""));
    Html all =
        paragraph(
            text("asks")
                + " "
                + request
                    .serviceName(locale)
                    .map(name -> name + " (" + request.service() + ")")
                    .orElse(request.service()));
    if (!message.isEmpty()) {
      all = all.and(Html.of(InsetText.of(message)));
    }
    return request.scoping().isEmpty()
        ? all
        : all.and(paragraph(text("scoping") + " " + String.join(", ", request.scoping())));
  }

  private Component persons(ReceivedRequest request) {
    TestPerson expected = request.expected(persons).orElse(persons.get(0));
    Radios.Builder radios =
        Radios.builder("person").legend(legend("choose.person")).value(expected.id());
    for (TestPerson person : persons) {
      radios.choice(Choice.builder(person.id(), person.name()).hint(hint(person)).build());
    }
    return radios.build();
  }

  private String hint(TestPerson person) {
    String number = person.identifier().map(n -> n.format() + ". ").orElse("");
    String key = "person." + person.id();
    return number + (texts.containsKey(key) ? text(key) : "");
  }

  /** The first that the service asks for and that is declared here comes chosen. */
  private Component levels(ReceivedRequest request) {
    AssuranceLevel chosen =
        TestIdentityProvider.LEVELS.stream()
            .filter(request.levels()::contains)
            .findFirst()
            .orElse(TestIdentityProvider.LEVELS.get(0));
    Radios.Builder radios =
        Radios.builder("level").legend(legend("choose.level")).value(chosen.uri());
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

  private Component attacks() {
    Select.Builder select =
        Select.builder("attack").label(text("choose.attack")).option("", text("attack.none"));
    Attack.all().stream()
        .filter(Attack::isOneMessage)
        .forEach(attack -> select.option(attack.id(), attack.id() + ": " + attack.title(locale)));
    return select.build();
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
