package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;
import se.byggsten.conformance.http.HttpBrowser;
import se.byggsten.conformance.http.WebForm;

/** Somebody with a browser: logs in, fills in pages, sends. */
public final class Visitor {
  private static final Pattern TITLE = Pattern.compile("(?s)<title>(.*?)</title>");
  private static final Pattern AGAIN = Pattern.compile("href=\"(/saml/login\\?to=[^\"]+)\"");
  private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");

  private final HttpBrowser browser;
  private final TestPortal portal;

  /** Somebody who has not logged in. */
  public Visitor() {
    this(TestPortal.running());
  }

  /** Somebody who has not logged in to a test's own portal. */
  Visitor(TestPortal portal) {
    this(portal, HttpBrowser.open(Set.of(HttpBrowser.origin(portal.url())), Optional.empty()));
  }

  private Visitor(TestPortal portal, HttpBrowser browser) {
    this.portal = portal;
    this.browser = browser;
  }

  /** A citizen of the test persons. */
  public static Visitor loggedIn(String person) {
    return loggedIn(TestPortal.running(), person);
  }

  /** A citizen of the test persons, in a test's own portal. */
  public static Visitor loggedIn(TestPortal portal, String person) {
    Visitor visitor = new Visitor(portal);
    Exchange page = visitor.login(person, "/ansokan", "ok");
    assertThat(page.uri().getPath()).startsWith("/ansokan/");
    return visitor;
  }

  /** A case handler. */
  public static Visitor caseHandler() {
    return caseHandler(TestPortal.running());
  }

  /** A case handler of a test's own portal. */
  public static Visitor caseHandler(TestPortal portal) {
    Visitor visitor = new Visitor(portal);
    Exchange page = visitor.login("handlaggare1", "/handlaggare", "ok");
    assertThat(page.uri().getPath()).isEqualTo("/handlaggare");
    return visitor;
  }

  /** The same person in another window: the same cookies. */
  Visitor otherWindow() {
    return new Visitor(portal, browser.twin());
  }

  /** Goes through the identity provider's pages with an outcome of its list. */
  public Exchange login(String person, String target, String outcome) {
    String entrance = target.startsWith("/handlaggare") ? "/personal" : "/saml";
    return chosen(get(entrance + "/login?to=" + target), person, outcome);
  }

  /** Chooses a person on the identity provider's page, and comes back. */
  Exchange chosen(Exchange chooser, String person, String outcome) {
    WebForm form = mainForm(chooser);
    Map<String, List<String>> chosen = new HashMap<>();
    chosen.put("person", List.of(person));
    chosen.put("level", List.of("http://id.elegnamnden.se/loa/1.0/loa3"));
    chosen.put("outcome", List.of(outcome));
    Exchange answer = browser.submit(form, FormData.filled(form, chosen), form.primary());
    WebForm post = mainForm(answer);
    return browser.submit(post, FormData.untouched(post), post.primary());
  }

  /** Logs in again from the page that says that the session had ended and the answers are kept. */
  Exchange loggedInAgain(Exchange stopped, String person) {
    assertThat(stopped.status()).isEqualTo(401);
    assertThat(textOf(stopped)).contains("Det du skrev är sparat en stund");
    Matcher login = AGAIN.matcher(stopped.text());
    assertThat(login.find()).isTrue();
    return chosen(get(login.group(1)), person, "ok");
  }

  /** Goes to a page. */
  public Exchange get(String path) {
    return browser.get(portal.at(path));
  }

  /** Sends the form of a page, filled in so. */
  public Exchange submit(Exchange page, Map<String, String> answers) {
    WebForm form = mainForm(page);
    return browser.submit(form, FormData.filled(form, lists(answers)), form.primary());
  }

  /** Sends the form of a page with just this. */
  public Exchange submit(Exchange page, FormData data) {
    WebForm form = mainForm(page);
    return browser.submit(form, data, form.primary());
  }

  /** Sends the form of a page whose address ends so. */
  public Exchange submitTo(Exchange page, String actionEnd, Map<String, String> answers) {
    WebForm form =
        WebForm.in(page).stream()
            .filter(f -> f.action().getPath().endsWith(actionEnd))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No form to " + actionEnd + textOf(page)));
    return browser.submit(form, FormData.filled(form, lists(answers)), form.primary());
  }

  /** Who came in by another entrance has to log in by the one that leads here. */
  static void assertLedToLogin(Exchange page) {
    assertThat(page.uri().getPath()).isEqualTo("/test-idp/sso");
    assertThat(page.status()).isEqualTo(200);
  }

  /** The form of a page whose address ends so. */
  static WebForm formTo(Exchange page, String actionEnd) {
    return WebForm.in(page).stream()
        .filter(f -> f.action().getPath().endsWith(actionEnd))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No form to " + actionEnd + textOf(page)));
  }

  /** Sends the form of a page whose address ends so, with just this. */
  Exchange submitData(Exchange page, String actionEnd, FormData data) {
    WebForm form = formTo(page, actionEnd);
    return browser.submit(form, data, form.primary());
  }

  /** Posts a raw form, as no page would. */
  public Exchange post(String path, String body) {
    return browser.send(
        "POST",
        portal.at(path),
        Map.of("Content-Type", "application/x-www-form-urlencoded"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a raw request. */
  public Exchange send(String method, String path, Map<String, String> headers, byte[] body) {
    return browser.send(method, portal.at(path), headers, body);
  }

  /** Answers every page up to the review, which is returned. */
  public Exchange fillIn() {
    Exchange page = get("/ansokan");
    for (int i = 0; i < 60 && !page.uri().getPath().endsWith("/granska"); i++) {
      page = submit(page, Answers.complete());
      assertThat(page.status()).as(textOf(page)).isEqualTo(200);
    }
    assertThat(page.uri().getPath()).endsWith("/granska");
    return page;
  }

  /** Answers every page again, whatever an earlier visit left, up to the review. */
  public Exchange fillInAfresh() {
    fillIn();
    for (String page : Pages.NAMES) {
      submit(get("/ansokan/" + page), Answers.complete());
    }
    return fillIn();
  }

  /** Applies, and returns the path of the receipt. */
  public String apply() {
    Exchange receipt = submit(fillIn(), Map.of());
    assertThat(receipt.uri().getPath()).startsWith("/kvittens/");
    return receipt.uri().getPath();
  }

  /** The first form of the main element. */
  public static WebForm mainForm(Exchange page) {
    return WebForm.in(page).stream()
        .filter(WebForm::inMain)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No form on " + page.uri() + textOf(page)));
  }

  static String titleOf(Exchange page) {
    Matcher title = TITLE.matcher(page.text());
    assertThat(title.find()).isTrue();
    return title.group(1);
  }

  /** What can be read in the main element. */
  public static String textOf(Exchange page) {
    String text = page.text();
    int main = text.indexOf("<main");
    return TAG.matcher(main < 0 ? text : text.substring(main, text.indexOf("</main>")))
        .replaceAll(" ")
        .replaceAll("\\s+", " ");
  }

  /** The last part of a path. */
  public static String idOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Map<String, List<String>> lists(Map<String, String> answers) {
    Map<String, List<String>> lists = new HashMap<>();
    answers.forEach((name, value) -> lists.put(name, List.of(value)));
    return lists;
  }

  URI url(String path) {
    return portal.at(path);
  }

  /** Every request so far, with its answer. */
  public List<Exchange> transcript() {
    return browser.transcript();
  }

  /** What a cookie was last set to. */
  public String cookie(String name) {
    return transcript().stream()
        .flatMap(e -> e.headers("Set-Cookie").stream())
        .filter(line -> line.startsWith(name + "="))
        .reduce((first, later) -> later)
        .map(line -> line.substring(name.length() + 1, line.indexOf(';')))
        .orElseThrow(() -> new AssertionError("No cookie " + name));
  }

  /** Which version of the draft a page that is drawn now says that it shows. */
  String draftMark() {
    return mainForm(get("/ansokan")).named("_draft").get(0).value();
  }

  /** Posts a page of the application raw, from a window that was drawn just now. */
  Exchange postPage(String page, String body) {
    return post("/ansokan/" + page, body + "&_draft=" + draftMark());
  }

  /** The token that pages of this visitor's session carry. */
  String csrf() {
    return mainForm(get("/synpunkter")).named("_csrf").get(0).value();
  }
}
