package se.byggsten.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;

/**
 * One window of Chromium, with nothing remembered from before.
 *
 * <p>Elements are named by CSS selectors. Findings name elements by selector and never quote what
 * stands on the page. A session is for one thread.
 */
public final class BrowserSession implements AutoCloseable {
  private static final ErrorCode AXE_VIOLATION = ErrorCode.of("AXE-VIOLATION");
  private static final ErrorCode AXE_INCOMPLETE = ErrorCode.of("AXE-INCOMPLETE");
  private static final int NARROW = 320;

  private final Chromium chromium;
  private final BrowserOptions options;

  private BrowserSession(BrowserOptions options) {
    this.options = options;
    this.chromium =
        Chromium.start(
            options.chromium(),
            options.driver(),
            options.width(),
            options.height(),
            options.anyCertificate());
    window(options.width(), options.height());
    javaScript(options.javaScript());
  }

  /**
   * Opens a window.
   *
   * @param options which browser, and how
   * @return the session, to be closed
   * @throws BrowserException when the browser does not start
   */
  public static BrowserSession open(BrowserOptions options) {
    return new BrowserSession(options);
  }

  /** Goes to an address and waits until the page is loaded. */
  public void go(URI address) {
    chromium.go(address.toString());
  }

  /** Goes one page back, as the browser's own button does. */
  public void back() {
    chromium.back();
  }

  /** Goes one page forward again. */
  public void forward() {
    chromium.forward();
  }

  /** Returns the address of the page. */
  public URI address() {
    return URI.create(chromium.address());
  }

  /** Returns the title of the page. */
  public String title() {
    return chromium.title();
  }

  /** Returns the page as it is now, after scripts. */
  public String html() {
    return chromium.source();
  }

  /** Returns the shown text of the first such element, if there is one. */
  public Optional<String> text(String selector) {
    List<String> texts = chromium.texts(selector);
    return texts.isEmpty() ? Optional.empty() : Optional.of(texts.get(0));
  }

  /** Tells how many such elements there are. */
  public int count(String selector) {
    return chromium.texts(selector).size();
  }

  /** Tells whether the first such element can be seen. */
  public boolean isShown(String selector) {
    return chromium.isShown(selector);
  }

  /** Returns the value of the first such field. */
  public String value(String selector) {
    return chromium.value(selector);
  }

  /** Returns a selector of the element that has focus. */
  public String focused() {
    return String.valueOf(
        chromium.run(Scripts.LIBRARY + "return byggsten.path(document.activeElement)"));
  }

  /**
   * Clicks on the first such element, and waits for the page that it leads to.
   *
   * @throws BrowserException with code {@code BROWSER-ELEMENT-MISSING} when there is none
   */
  public void click(String selector) {
    chromium.click(selector);
  }

  /**
   * Clicks on the first such element, and waits until another page has taken the place of this one.
   *
   * @throws BrowserException with code {@code BROWSER-ELEMENT-MISSING} when there is none, and
   *     {@code BROWSER-FAILED} when no other page comes
   */
  public void follow(String selector) {
    chromium.follow(selector);
  }

  /** Replaces what stands in a field. */
  public void type(String selector, String text) {
    chromium.type(selector, text);
  }

  /** Chooses a file for a field. */
  public void upload(String selector, Path file) {
    chromium.upload(selector, file);
  }

  /**
   * Presses a key.
   *
   * @param key {@code Tab}, {@code Enter}, {@code Escape}, {@code Space}, {@code ArrowUp} or {@code
   *     ArrowDown}
   */
  public void press(String key) {
    chromium.press(key);
  }

  /** Lets pages run scripts or not, from the next page on. */
  public void javaScript(boolean on) {
    chromium.command("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
  }

  /** Changes the size of the window, in CSS pixels. */
  public void window(int width, int height) {
    chromium.command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Shows the page on another medium. */
  public void media(Media media) {
    chromium.command("Emulation.setEmulatedMedia", media.emulation());
  }

  /** Takes a picture of the whole page, as PNG. */
  public void screenshot(Path file) {
    Object data =
        chromium
            .command(
                "Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true, "clip", wholePage()))
            .get("data");
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(file, Base64.getDecoder().decode(String.valueOf(data)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> wholePage() {
    Object size = chromium.command("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
    Map<String, Object> clip = new HashMap<>(Map.of("x", 0, "y", 0, "scale", 1));
    if (size instanceof Map<?, ?> box) {
      for (String side : List.of("width", "height")) {
        clip.put(side, box.get(side));
      }
    }
    return clip;
  }

  /**
   * Runs axe-core with the rules of WCAG 2.2 A and AA and its best practices.
   *
   * @return violations as errors, and what axe could not decide as warnings
   */
  public List<Finding> axe() {
    boolean blocked = !options.javaScript();
    if (blocked) {
      javaScript(true);
    }
    try {
      List<Finding> findings = new ArrayList<>();
      for (Map<String, Object> result : chromium.axe()) {
        boolean violation = "violation".equals(result.get("kind"));
        RequirementId rule = RequirementId.of("axe/" + result.get("rule"));
        Location where = where(String.valueOf(result.get("element")));
        String message = String.valueOf(result.get("help"));
        String remedy = String.valueOf(result.get("remedy"));
        findings.add(
            violation
                ? Finding.error(AXE_VIOLATION, rule, where, message, remedy)
                : Finding.warning(AXE_INCOMPLETE, rule, where, message, remedy));
      }
      return List.copyOf(findings);
    } finally {
      if (blocked) {
        javaScript(false);
      }
    }
  }

  /**
   * Looks for anything that needs scrolling sideways at 320 CSS pixels (WCAG 2.2, 1.4.10).
   *
   * <p>What scrolls within itself, such as a wide table in its own region, is allowed.
   *
   * @return one finding for each element that sticks out; the window then has its size again
   */
  public List<Finding> reflow() {
    window(NARROW, 900);
    try {
      return findings(
          "PAGE-REFLOW",
          "wcag/1.4.10",
          "Sticks out at a width of 320 pixels",
          "Let it wrap, shrink, or scroll within itself",
          chromium.run(Scripts.LIBRARY + "return byggsten.overflow(" + NARROW + ")"));
    } finally {
      window(options.width(), options.height());
    }
  }

  /**
   * Walks through the page with Tab and compares each element with and without focus (WCAG 2.2,
   * 2.1.1, 2.1.2 and 2.4.7).
   *
   * @return what shows no focus, what Tab never reaches and where Tab gets stuck
   */
  public List<Finding> focus() {
    chromium.run(Scripts.LIBRARY + "byggsten.focusStart()");
    int most = ((Number) chromium.run(Scripts.LIBRARY + "return byggsten.tabbable()")).intValue();
    for (int i = 0; i <= most; i++) {
      chromium.press("Tab");
      Object more = chromium.run(Scripts.LIBRARY + "return byggsten.focusStep()");
      if (!Boolean.TRUE.equals(more)) {
        break;
      }
    }
    List<Finding> findings = new ArrayList<>();
    Object unseen = chromium.run(Scripts.LIBRARY + "return byggsten.focusUnseen()");
    Object missed = chromium.run(Scripts.LIBRARY + "return byggsten.focusMissed()");
    findings.addAll(
        findings(
            "FOCUS-NOT-VISIBLE",
            "wcag/2.4.7",
            "Looks the same with and without focus",
            "Show focus with an outline of at least 2 pixels",
            unseen));
    findings.addAll(
        findings(
            "FOCUS-NOT-REACHED",
            "wcag/2.1.1",
            "Is never reached with Tab",
            "Let Tab reach it, and let no element hold focus",
            missed));
    return List.copyOf(findings);
  }

  /**
   * Looks for colours and fonts that belong to somebody else.
   *
   * @param look whose
   * @return one finding for each colour or font and the first element that has it
   */
  public List<Finding> foreign(Look look) {
    return findings(
        "LOOK-FOREIGN",
        "look/foreign",
        "Has a colour or font of " + look.name(),
        "Use the design tokens",
        chromium.run(
            Scripts.LIBRARY + "return byggsten.foreign(arguments[0], arguments[1])",
            look.colours(),
            look.fonts()));
  }

  /** Returns the errors that the page's scripts and policies have told of since it was loaded. */
  public List<String> consoleErrors() {
    return chromium.consoleErrors();
  }

  private List<Finding> findings(
      String code, String rule, String message, String remedy, Object elements) {
    List<Finding> findings = new ArrayList<>();
    for (Object element : (List<?>) elements) {
      findings.add(
          Finding.error(
              ErrorCode.of(code), RequirementId.of(rule), where(element), message, remedy));
    }
    return findings;
  }

  private Location where(Object element) {
    return Location.in(address().getPath(), String.valueOf(element));
  }

  /** Closes the window and forgets all that the browser kept. */
  @Override
  public void close() {
    chromium.close();
  }
}
