package se.byggsten.samples.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.byggsten.browser.BrowserOptions;
import se.byggsten.browser.BrowserSession;
import se.byggsten.browser.Look;
import se.byggsten.browser.Media;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Severity;
import se.byggsten.samples.portal.web.TestPortal;

/** A window on a portal, which inspects and pictures the pages that it is shown. */
final class Window implements AutoCloseable {
  private static final String NO_SCRIPT = ".byggsten-no-script";
  private static final int DESKTOP = 1280;
  private static final int PHONE = 360;
  private static final Path SCREENS =
      Path.of(System.getProperty("byggsten.root", "../.."), "samples/portal/target/screens");

  /**
   * What axe leaves open and a person has looked at: rings and marks beside a text are
   * pseudo-elements, so axe does not know the ground. The tests of the design tokens measure it.
   */
  private static boolean isDecided(Finding finding) {
    return finding.rule().toString().equals("axe/color-contrast")
        && finding.remedy().contains("due to a pseudo element");
  }

  private final URI portal;
  private final BrowserSession browser;
  private final boolean scripts;
  private final List<String> wrong = new ArrayList<>();
  private final Set<String> inspected = new TreeSet<>();

  private Window(URI portal, boolean scripts) {
    this.portal = portal;
    this.scripts = scripts;
    browser =
        BrowserSession.open(
            BrowserOptions.standard().withJavaScript(scripts).withWindow(DESKTOP, 900));
    browser.media(Media.LIGHT);
  }

  /** One on the portal of all tests. */
  static Window open(boolean scripts) {
    return new Window(TestPortal.running().url(), scripts);
  }

  /** One on another server. */
  static Window on(URI server) {
    return new Window(server, true);
  }

  BrowserSession browser() {
    return browser;
  }

  boolean scripts() {
    return scripts;
  }

  void go(String path) {
    browser.go(URI.create(portal + path));
  }

  String path() {
    return browser.address().getPath();
  }

  String text() {
    return browser.text("main").orElseThrow();
  }

  void choose(String name, String value) {
    browser.click("input[name='" + name + "'][value='" + value + "'] + label");
  }

  void select(String name, String value) {
    browser.click("select[name='" + name + "'] option[value='" + value + "']");
  }

  void type(String name, String text) {
    browser.type("main [name='" + name + "']", text);
  }

  /** Presses the button that goes on to the next page of the application. */
  void next() {
    browser.follow("main .govuk-button-group button:first-child");
  }

  /** Presses the button of the form that is sent there. */
  void send(String actionEnd) {
    browser.follow("main form[action$='" + actionEnd + "'] button");
  }

  /** Goes through the identity provider's two pages. */
  void login(String person, String outcome) {
    choose("person", person);
    choose("level", "http://id.elegnamnden.se/loa/1.0/loa3");
    if (!"ok".equals(outcome)) {
      browser.click("main form details summary");
      choose("outcome", outcome);
    }
    browser.follow("main form button");
  }

  /** The page that hands over what the identity provider says. */
  void handOver() {
    browser.follow("main form button");
  }

  /** Inspects a page and takes its pictures, which begin with this name. */
  void inspect(String name) {
    inspect(name, false, false);
  }

  /** The same, with a picture in the dark. */
  void inspectInTheDark(String name) {
    inspect(name, false, true);
  }

  /** Inspects a page that the server sent with an error status, as the browser then notes. */
  void inspectRefused(String name) {
    inspect(name, true, false);
  }

  private void inspect(String name, boolean refused, boolean dark) {
    assertThat(inspected.add(name)).as("pictured once: " + name).isTrue();
    for (String line : browser.consoleErrors()) {
      boolean status = line.contains("the server responded with a status of 4");
      if (!(refused && status)) {
        wrong.add(name + ": console: " + line);
      }
    }
    note(name, browser.axe());
    noteHints(name);
    note(name, browser.foreign(Look.GOVUK));
    if (scripts) {
      browser.screenshot(SCREENS.resolve(name + ".png"));
    }
    note(name, browser.reflow());
    if (scripts) {
      onPhone(name);
    }
    if (dark) {
      browser.media(Media.DARK);
      note(name + " in the dark", browser.axe());
      note(name + " in the dark", browser.foreign(Look.GOVUK));
      if (scripts) {
        browser.screenshot(SCREENS.resolve(name + "-dark.png"));
      }
      browser.media(Media.LIGHT);
    }
    // Last, since it moves focus.
    note(name, browser.focus());
  }

  /** Inspects a page without walking through it with Tab, and takes its two pictures. */
  void look(String name) {
    assertThat(inspected.add(name)).as("pictured once: " + name).isTrue();
    note(name, browser.axe());
    noteHints(name);
    note(name, browser.reflow());
    browser.screenshot(SCREENS.resolve(name + ".png"));
    onPhone(name);
  }

  /** When to answer a question under a choice is said only where no script hides the question. */
  private void noteHints(String name) {
    if (browser.count(NO_SCRIPT) > 0 && browser.isShown(NO_SCRIPT) == scripts) {
      wrong.add(name + ": " + NO_SCRIPT + (scripts ? " is shown" : " is hidden"));
    }
  }

  private void onPhone(String name) {
    browser.window(PHONE, 780);
    note(name + " on a phone", browser.axe());
    browser.screenshot(SCREENS.resolve(name + "-phone.png"));
    browser.window(DESKTOP, 900);
  }

  private void note(String name, List<Finding> findings) {
    for (Finding finding : findings) {
      String rule = finding.rule().toString();
      if (finding.severity() == Severity.ERROR || !isDecided(finding)) {
        wrong.add(name + ": " + rule + " at " + finding.where() + ": " + finding.remedy());
      }
    }
  }

  /** Says what was wrong on any page so far. */
  void assertNothingWrong() {
    assertThat(wrong).isEmpty();
  }

  Set<String> inspected() {
    return inspected;
  }

  @Override
  public void close() {
    browser.close();
  }
}
