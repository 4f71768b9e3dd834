package se.byggsten.samples.portal.kollo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.byggsten.accessibility.AccessibilityRules;
import se.byggsten.accessibility.HtmlPage;

/** What the library's own accessibility rules say of every page of the form in every state. */
class FormPagesTest {
  private static final AccessibilityRules RULES = AccessibilityRules.load();

  @ParameterizedTest
  @MethodSource("se.byggsten.samples.portal.kollo.FormPages#languages")
  void no_page_breaks_an_accessibility_rule(String language) {
    Map<String, String> pages = FormPages.in(language);
    assertThat(pages.keySet())
        .anyMatch(name -> name.contains(" errors "))
        .anyMatch(name -> name.contains(" removing "))
        .anyMatch(name -> name.endsWith(" receipt"))
        .hasSizeGreaterThan(40);
    pages.forEach(
        (name, html) ->
            assertThat(RULES.check(HtmlPage.parse(html, name))).describedAs(name).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("se.byggsten.samples.portal.kollo.FormPages#languages")
  void the_language_and_its_direction_are_marked(String language) {
    String direction = language.equals("yi") ? "rtl" : "ltr";
    FormPages.in(language)
        .forEach(
            (name, html) ->
                assertThat(html)
                    .describedAs(name)
                    .contains("lang=\"" + language + "\"")
                    .contains("dir=\"" + direction + "\""));
  }
}
