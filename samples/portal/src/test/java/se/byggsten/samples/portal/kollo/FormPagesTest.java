package se.byggsten.samples.portal.kollo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.byggsten.accessibility.AccessibilityRules;
import se.byggsten.accessibility.HtmlPage;
import se.byggsten.samples.portal.ops.BesideOthers;

/** What the library's own accessibility rules say of every page of the form in every state. */
@BesideOthers
class FormPagesTest {
  private static final AccessibilityRules RULES = AccessibilityRules.load();
  private static final Map<String, Map<String, String>> DRAWN = new ConcurrentHashMap<>();

  private static Map<String, String> drawn(String language) {
    return DRAWN.computeIfAbsent(language, FormPages::in);
  }

  @ParameterizedTest
  @MethodSource("se.byggsten.samples.portal.kollo.FormPages#languages")
  void no_page_breaks_an_accessibility_rule(String language) {
    Map<String, String> pages = drawn(language);
    assertThat(pages.keySet())
        .anyMatch(name -> name.contains(" errors "))
        .anyMatch(name -> name.contains(" removing "))
        .anyMatch(name -> name.endsWith(" receipt"))
        .anyMatch(name -> name.endsWith(" errors of all"))
        .anyMatch(name -> name.contains(" unread "))
        .anyMatch(name -> name.endsWith("together empty andras-faktura"))
        .anyMatch(name -> name.endsWith("together seen vardnadshavare2"))
        .anyMatch(name -> name.endsWith("protected filled andra-kontakt"))
        .anyMatch(name -> name.endsWith("felanmalan receipt"))
        .hasSizeGreaterThan(150);
    pages.forEach(
        (name, html) ->
            assertThat(RULES.check(HtmlPage.parse(html, name))).describedAs(name).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("se.byggsten.samples.portal.kollo.FormPages#languages")
  void the_language_and_its_direction_are_marked(String language) {
    String direction = language.equals("yi") ? "rtl" : "ltr";
    drawn(language)
        .forEach(
            (name, html) ->
                assertThat(html)
                    .describedAs(name)
                    .contains("lang=\"" + language + "\"")
                    .contains("dir=\"" + direction + "\""));
  }
}
