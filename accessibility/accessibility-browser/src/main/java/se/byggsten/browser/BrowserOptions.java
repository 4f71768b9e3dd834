package se.byggsten.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which browser to use, and how.
 *
 * <p>The paths come from the system properties {@code byggsten.chromium} and {@code
 * byggsten.chromedriver}, else from the environment variables {@code BYGGSTEN_CHROMIUM} and {@code
 * BYGGSTEN_CHROMEDRIVER}, else from where Debian puts them. Nothing is ever fetched.
 *
 * @param chromium the browser
 * @param driver the program that drives it
 * @param javaScript whether pages may run scripts
 * @param width the width of the window in CSS pixels
 * @param height the height of the window in CSS pixels
 * @param anyCertificate whether a certificate that nobody vouches for is accepted
 */
public record BrowserOptions(
    Path chromium, Path driver, boolean javaScript, int width, int height, boolean anyCertificate) {

  /**
   * Checks that the programs are there.
   *
   * @throws BrowserException with code {@code BROWSER-NOT-FOUND} when one is not
   */
  public BrowserOptions {
    for (Path program : new Path[] {chromium, driver}) {
      if (!Files.isExecutable(program)) {
        throw new BrowserException(
            BrowserException.NOT_FOUND,
            "No program at "
                + program
                + "; install the packages chromium and chromium-driver, or name the programs with"
                + " -Dbyggsten.chromium and -Dbyggsten.chromedriver",
            null);
      }
    }
  }

  /**
   * Returns a desktop window of 1100 by 900 pixels with scripts on.
   *
   * @return the options
   * @throws BrowserException with code {@code BROWSER-NOT-FOUND} when there is no browser
   */
  public static BrowserOptions standard() {
    return new BrowserOptions(
        program("byggsten.chromium", "BYGGSTEN_CHROMIUM", "/usr/bin/chromium"),
        program("byggsten.chromedriver", "BYGGSTEN_CHROMEDRIVER", "/usr/bin/chromedriver"),
        true,
        1100,
        900,
        false);
  }

  private static Path program(String property, String variable, String otherwise) {
    @Nullable String named = System.getProperty(property);
    if (named == null || named.isBlank()) {
      named = System.getenv(variable);
    }
    return Path.of(named == null || named.isBlank() ? otherwise : named);
  }

  /** Returns the same with scripts on or off. */
  public BrowserOptions withJavaScript(boolean on) {
    return new BrowserOptions(chromium, driver, on, width, height, anyCertificate);
  }

  /** Returns the same with another window. */
  public BrowserOptions withWindow(int width, int height) {
    return new BrowserOptions(chromium, driver, javaScript, width, height, anyCertificate);
  }

  /** Returns the same, accepting certificates that nobody vouches for, such as a test's own. */
  public BrowserOptions withAnyCertificate() {
    return new BrowserOptions(chromium, driver, javaScript, width, height, true);
  }
}
