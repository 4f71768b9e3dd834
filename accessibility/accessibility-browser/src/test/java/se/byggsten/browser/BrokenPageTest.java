package se.byggsten.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.core.finding.Finding;

/** Each check sees the fault that it is for. */
@Tag("browser")
class BrokenPageTest {
  private static final String PAGE =
      """
      <!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Sida</title>
      <link rel="stylesheet" href="broken.css"></head><body><main><h1>Sida</h1>%s</main></body></html>
      """;
  @TempDir static Path folder;
  private static Pages pages;
  private static BrowserSession browser;

  @BeforeAll
  static void open() throws IOException {
    pages = Pages.of(folder);
    browser = BrowserSession.open(BrowserOptions.standard());
  }

  @AfterAll
  static void close() {
    browser.close();
    pages.close();
  }

  private void show(String css, String body) throws IOException {
    Files.writeString(folder.resolve("broken.css"), css);
    Files.writeString(folder.resolve("broken.html"), PAGE.formatted(body));
    browser.go(pages.at("broken.html"));
  }

  @Test
  void axe_sees_a_field_without_label_and_text_without_contrast() throws IOException {
    show("p{color:#bbb;background:#fff}", "<p>Blek text</p><input name=\"namn\">");
    assertThat(browser.axe())
        .extracting(finding -> finding.rule().value())
        .contains("axe/label", "axe/color-contrast");
  }

  @Test
  void reflow_sees_what_sticks_out() throws IOException {
    show("p{width:900px}", "<p id=\"wide\">Bred</p>");
    assertThat(browser.reflow())
        .extracting(finding -> finding.where().detail().orElse(""))
        .containsExactly("p#wide");
  }

  @Test
  void focus_sees_an_outline_that_was_taken_away() throws IOException {
    show(
        "a:focus{outline:none}",
        "<a id=\"one\" href=\"#\">Ett</a> <button id=\"two\">Två</button>");
    assertThat(browser.focus()).extracting(Finding::toString).hasSize(1);
    assertThat(browser.focus().get(0).where().detail()).contains("a#one");
  }

  @Test
  void focus_asks_for_nothing_that_is_folded_away() throws IOException {
    show(
        "",
        "<details><summary>Mer</summary><input id=\"in\" aria-label=\"Inne\"></details>"
            + "<a href=\"#\">Ut</a>");
    assertThat(browser.focus()).isEmpty();
  }

  @Test
  void foreign_sees_a_colour_and_a_font() throws IOException {
    show("p{color:#1d70b8;font-family:'GDS Transport'}", "<p id=\"gov\">Text</p>");
    assertThat(browser.foreign(Look.GOVUK))
        .extracting(finding -> finding.where().detail().orElse(""))
        .anyMatch(where -> where.contains("rgb(29, 112, 184)"))
        .anyMatch(where -> where.contains("gds transport"));
  }

  @Test
  void tells_what_is_missing() throws IOException {
    show("", "");
    assertThatThrownBy(() -> browser.click("#nothing"))
        .isInstanceOfSatisfying(
            BrowserException.class,
            e -> assertThat(e.code()).isEqualTo(BrowserException.ELEMENT_MISSING));
  }

  @Test
  void tells_where_it_looked_for_the_browser() {
    BrowserOptions options = BrowserOptions.standard();
    assertThatThrownBy(
            () ->
                new BrowserOptions(
                    folder.resolve("chromium"), options.driver(), true, 800, 600, false))
        .isInstanceOf(BrowserException.class)
        .hasMessageContaining("-Dbyggsten.chromium");
  }
}
