package se.byggsten.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** Drives Chromium through its own driver; the only class that knows Selenium. */
final class Chromium {
  private static final Duration PAGE_COMES_WITHIN = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(10);

  private static final Map<String, Map<String, Object>> KEYS =
      Map.of(
          "Tab", key("Tab", 9, ""),
          "Enter", key("Enter", 13, "\r"),
          "Escape", key("Escape", 27, ""),
          "ArrowUp", key("ArrowUp", 38, ""),
          "ArrowDown", key("ArrowDown", 40, ""),
          "Space", key(" ", 32, " "));

  private final ChromeDriver driver;
  private final ChromeDriverService service;
  private final Path profile;

  private Chromium(ChromeDriver driver, ChromeDriverService service, Path profile) {
    this.driver = driver;
    this.service = service;
    this.profile = profile;
  }

  private static Map<String, Object> key(String name, int code, String text) {
    return Map.of(
        "key",
        name,
        "code",
        name.isBlank() ? "Space" : name,
        "windowsVirtualKeyCode",
        code,
        "text",
        text);
  }

  /** Starts a browser with a new, empty profile. */
  static Chromium start(Path chromium, Path driver, int width, int height, boolean anyCertificate) {
    Path profile;
    try {
      profile = Files.createTempDirectory("byggsten-browser");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.setAcceptInsecureCerts(anyCertificate);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-default-apps",
        "--no-first-run",
        "--hide-scrollbars",
        "--lang=sv",
        "--user-data-dir=" + profile,
        "--window-size=" + width + "," + height);
    options.setCapability(ChromeOptions.LOGGING_PREFS, Map.of(LogType.BROWSER, "WARNING"));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    return failing(
        "The browser did not start",
        () -> {
          ChromeDriver started = new ChromeDriver(service, options);
          started.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(30));
          started.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
          return new Chromium(started, service, profile);
        });
  }

  private static <T> T failing(String what, Supplier<T> action) {
    try {
      return action.get();
    } catch (NoSuchElementException e) {
      throw new BrowserException(BrowserException.ELEMENT_MISSING, "The page lacks it: " + what, e);
    } catch (WebDriverException e) {
      throw new BrowserException(BrowserException.FAILED, what, e);
    }
  }

  private static void doing(String what, Runnable action) {
    try {
      action.run();
    } catch (NoSuchElementException e) {
      throw new BrowserException(BrowserException.ELEMENT_MISSING, "The page lacks it: " + what, e);
    } catch (WebDriverException e) {
      throw new BrowserException(BrowserException.FAILED, what, e);
    }
  }

  private WebElement element(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** Goes to an address. */
  void go(String address) {
    doing("Could not go to the page", () -> driver.get(address));
  }

  /** Goes back. */
  void back() {
    doing("Could not go back", () -> driver.navigate().back());
  }

  /** Goes forward. */
  void forward() {
    doing("Could not go forward", () -> driver.navigate().forward());
  }

  /** Returns the address. */
  String address() {
    return failing("No address", driver::getCurrentUrl);
  }

  /** Returns the title. */
  String title() {
    return failing("No title", driver::getTitle);
  }

  /** Returns the page's markup. */
  String source() {
    return failing("No page", driver::getPageSource);
  }

  /** Returns the shown texts of all such elements. */
  List<String> texts(String selector) {
    return failing(
        selector,
        () ->
            driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList());
  }

  /** Tells whether the first such element can be seen. */
  boolean isShown(String selector) {
    return failing(selector, () -> element(selector).isDisplayed());
  }

  /** Returns the value of a field. */
  String value(String selector) {
    return failing(selector, () -> String.valueOf(element(selector).getDomProperty("value")));
  }

  /** Clicks. */
  void click(String selector) {
    doing(selector, () -> element(selector).click());
  }

  /** Clicks, and waits until the document is another one. */
  void follow(String selector) {
    doing(
        selector,
        () -> {
          WebElement before = driver.findElement(By.tagName("html"));
          element(selector).click();
          long start = System.nanoTime();
          while (isThere(before)) {
            if (System.nanoTime() - start > PAGE_COMES_WITHIN.toNanos()) {
              throw new BrowserException(
                  BrowserException.FAILED, "No other page came after " + selector, null);
            }
            LockSupport.parkNanos(POLL.toNanos());
          }
        });
  }

  private static boolean isThere(WebElement element) {
    try {
      return element.isEnabled();
    } catch (WebDriverException e) {
      // Stale, or between two documents; the driver has more than one word for it.
      return false;
    }
  }

  /** Replaces a field's text. */
  void type(String selector, String text) {
    doing(
        selector,
        () -> {
          WebElement field = element(selector);
          field.clear();
          field.sendKeys(text);
        });
  }

  /** Chooses a file. */
  void upload(String selector, Path file) {
    File chosen = file.toAbsolutePath().toFile();
    doing(selector, () -> element(selector).sendKeys(chosen.getPath()));
  }

  /** Presses and releases a key, wherever focus is. */
  void press(String key) {
    Map<String, Object> pressed = KEYS.get(key);
    if (pressed == null) {
      throw new IllegalArgumentException("No key " + key + "; there are " + KEYS.keySet());
    }
    for (String type : List.of("keyDown", "keyUp")) {
      Map<String, Object> event = new HashMap<>(pressed);
      event.put("type", type);
      command("Input.dispatchKeyEvent", event);
    }
  }

  /** Gives a command of the DevTools protocol. */
  Map<String, Object> command(String name, Map<String, Object> parameters) {
    return failing(name, () -> driver.executeCdpCommand(name, parameters));
  }

  /** Runs a script in the page. */
  Object run(String script, Object... arguments) {
    return failing("A script", () -> driver.executeScript(script, arguments));
  }

  /** Runs axe and returns one map for each rule and element. */
  List<Map<String, Object>> axe() {
    run("if (!window.axe) {" + Scripts.AXE + "}");
    Object results = failing("axe", () -> driver.executeAsyncScript(Scripts.AXE_RUN));
    List<Map<String, Object>> all = new ArrayList<>();
    for (Object result : (List<?>) results) {
      if (!(result instanceof Map<?, ?> map)) {
        throw new BrowserException(BrowserException.FAILED, "axe said: " + result, null);
      }
      all.add(
          Map.of(
              "kind", String.valueOf(map.get("kind")),
              "rule", String.valueOf(map.get("rule")),
              "help", String.valueOf(map.get("help")),
              "element", String.valueOf(map.get("element")),
              "remedy", String.valueOf(map.get("remedy"))));
    }
    return all;
  }

  /** Returns what the console holds of errors. */
  List<String> consoleErrors() {
    return failing(
        "The console",
        () ->
            driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.toJson())
                .filter(entry -> "SEVERE".equals(String.valueOf(entry.get("level"))))
                .map(entry -> String.valueOf(entry.get("message")))
                .toList());
  }

  /** Ends the browser and deletes its profile. */
  void close() {
    try {
      driver.quit();
    } finally {
      service.stop();
      delete(profile);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // The browser may still be deleting its own files; the folder is temporary anyway.
      folder.toFile().deleteOnExit();
    }
  }
}
