package se.byggsten.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Severity;

/** The gallery of core-web, as a browser sees it. */
@Tag("browser")
class GalleryBrowserTest {
  private static final Path GALLERY =
      Path.of(
          System.getProperty("byggsten.root", "../.."), "core", "core-web", "target", "gallery");
  private static final Path SCREENS = Path.of("target", "screens");
  private static Pages pages;
  private static BrowserSession browser;

  @BeforeAll
  static void open() throws IOException {
    assertThat(GALLERY.resolve("start.html"))
        .as("the gallery that the tests of core-web write; run them first")
        .isRegularFile();
    pages = Pages.of(GALLERY);
    browser = BrowserSession.open(BrowserOptions.standard());
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    pages.close();
  }

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(GALLERY)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html"))
          .sorted()
          .toList();
    }
  }

  private static List<Finding> errors(List<Finding> findings) {
    return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void pleases_axe_in_light_dark_and_on_a_phone(String name) {
    List<Finding> findings = new ArrayList<>();
    for (Media media : List.of(Media.LIGHT, Media.DARK)) {
      browser.media(media);
      browser.go(pages.at(name));
      findings.addAll(browser.axe());
    }
    browser.media(Media.LIGHT);
    browser.window(390, 844);
    findings.addAll(browser.axe());
    browser.window(1100, 900);
    assertThat(errors(findings)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void reflows_at_320_pixels(String name) {
    browser.media(Media.LIGHT);
    browser.go(pages.at(name));
    assertThat(browser.reflow()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shows_focus_on_all_that_tab_reaches_and_reaches_all(String name) {
    for (Media media : List.of(Media.LIGHT, Media.DARK, Media.FORCED_COLORS)) {
      browser.media(media);
      browser.go(pages.at(name));
      assertThat(browser.focus()).as(media.name()).isEmpty();
    }
    browser.media(Media.LIGHT);
  }

  @ParameterizedTest
  @MethodSource("names")
  void has_no_colour_or_font_of_govuk(String name) {
    for (Media media : Media.values()) {
      browser.media(media);
      browser.go(pages.at(name));
      assertThat(browser.foreign(Look.GOVUK)).as(media.name()).isEmpty();
    }
    browser.media(Media.LIGHT);
  }

  @ParameterizedTest
  @MethodSource("names")
  void runs_without_an_error_and_is_pictured(String name) {
    browser.media(Media.LIGHT);
    browser.go(pages.at(name));
    assertThat(browser.consoleErrors()).isEmpty();
    String page = name.replace(".html", "");
    for (Media media : Media.values()) {
      browser.media(media);
      browser.screenshot(
          SCREENS.resolve(page + "-" + media.name().toLowerCase(Locale.ROOT) + ".png"));
    }
    browser.media(Media.LIGHT);
    browser.window(390, 844);
    Path phone = SCREENS.resolve(page + "-phone.png");
    browser.screenshot(phone);
    browser.window(1100, 900);
    assertThat(phone).isNotEmptyFile();
  }

  @Test
  void finds_in_a_long_list_what_is_written_without_dots_and_sends_the_choice() {
    browser.go(pages.at("lists.html"));
    assertThat(browser.value("#skola")).isEqualTo("Åbyskolan");
    browser.type("#skola", "ost");
    assertThat(browser.isShown("#skola-listbox")).isTrue();
    assertThat(browser.count("#skola-listbox [role=option]")).isEqualTo(1);
    assertThat(browser.axe()).noneMatch(finding -> finding.severity() == Severity.ERROR);
    browser.press("ArrowDown");
    assertThat(browser.count("#skola[aria-activedescendant='skola-listbox-0']")).isEqualTo(1);
    browser.press("Enter");
    assertThat(browser.value("#skola")).isEqualTo("Östra skolan");
    assertThat(browser.value("#skola-select")).isEqualTo("Öst");
    assertThat(browser.isShown("#skola-listbox")).isFalse();
  }

  @Test
  void leaves_the_long_list_as_it_is_without_the_script() {
    browser.javaScript(false);
    try {
      browser.go(pages.at("lists.html"));
      assertThat(browser.count("select#skola option")).isEqualTo(5);
      assertThat(browser.count("input#ort[list=ort-list]")).isEqualTo(1);
    } finally {
      browser.javaScript(true);
    }
  }

  @Test
  void moves_focus_to_the_summary_and_from_it_to_the_field() {
    browser.go(pages.at("question-error.html"));
    assertThat(browser.focused()).contains("main#main");
    browser.click(".govuk-error-summary a");
    assertThat(browser.focused()).isEqualTo("input#child");
  }

  @Test
  void shows_what_is_asked_only_when_it_is_asked() {
    browser.go(pages.at("question-error.html"));
    assertThat(browser.isShown("#supportText")).isFalse();
    browser.click("label[for=support]");
    assertThat(browser.isShown("#supportText")).isTrue();
    browser.click("label[for=support-2]");
    assertThat(browser.isShown("#supportText")).isFalse();
  }

  @Test
  void counts_what_is_left_to_write() {
    browser.go(pages.at("fields.html"));
    browser.type("#other", "x".repeat(201));
    assertThat(browser.text(".govuk-character-count__message[aria-hidden]"))
        .contains("Du har 1 tecken för mycket");
  }

  @Test
  void lets_an_exclusive_choice_clear_the_others() {
    browser.go(pages.at("fields.html"));
    browser.click("label[for=diet-4]");
    assertThat(browser.count("input[name=diet]:checked")).isEqualTo(1);
    browser.click("label[for=diet-2]");
    assertThat(browser.count("#diet-4:checked")).isZero();
  }

  @Test
  void hides_nothing_when_scripts_are_off() {
    try (BrowserSession plain =
        BrowserSession.open(BrowserOptions.standard().withJavaScript(false))) {
      plain.go(pages.at("question-error.html"));
      assertThat(plain.isShown("#supportText")).isTrue();
      assertThat(plain.html()).doesNotContain("js-enabled");
      assertThat(errors(plain.axe())).isEmpty();
    }
  }
}
