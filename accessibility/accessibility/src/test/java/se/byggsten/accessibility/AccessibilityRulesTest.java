package se.byggsten.accessibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.finding.Finding;

class AccessibilityRulesTest {
  private static final AccessibilityRules RULES = AccessibilityRules.load();
  private static final String GOOD =
      "<!doctype html><html lang=\"sv\"><head><title>Barnet – Kollo – Eksta</title><meta name=\"viewport\" content=\"width=device-width\"></head><body>"
          + "<a href=\"#m\">Hoppa till innehållet</a><header><p>Eksta</p></header><main id=\"m\"><h1>Barnet</h1><p>Alla frågor måste besvaras om det inte står (frivilligt).</p>"
          + "<form><label for=\"a\">Namn</label><input id=\"a\" name=\"a\" required autocomplete=\"name\"><fieldset><legend>Stöd?</legend><input type=\"radio\" name=\"s\" id=\"j\"><label for=\"j\">Ja</label></fieldset><button>Fortsätt</button></form>"
          + "<h2>Läger</h2><table><tr><th scope=\"col\">Läger</th></tr><tr><td>Norr</td></tr></table></main><footer><p>Kontakt</p></footer></body></html>";

  private static Set<String> broken(String html) {
    return RULES.check(HtmlPage.parse(html, "/sida")).stream()
        .map(f -> f.rule().value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void findsNothingOnAGoodPage() {
    assertThat(broken(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "A11Y-DUPLICATE-ID ¦ <h2>Läger</h2> ¦ <h2 id='m'>Läger</h2>",
        "A11Y-IDREF ¦ <h2>Läger</h2> ¦ <h2 aria-describedby='borta'>Läger</h2>",
        "A11Y-ONE-H1 ¦ <h2>Läger</h2> ¦ <h1>Läger</h1>",
        "A11Y-HEADING-ORDER ¦ <h2>Läger</h2> ¦ <h3>Läger</h3>",
        "A11Y-LANDMARK-BANNER ¦ <header><p>Eksta</p></header> ¦ <div><p>Eksta</p></div>",
        "A11Y-LANDMARK-CONTENTINFO ¦ <footer><p>Kontakt</p></footer> ¦ <p>Kontakt</p>",
        "A11Y-SKIP-LINK ¦ href=\"#m\" ¦ href=\"#annat\"",
        "A11Y-GROUP-NAME ¦ <legend>Stöd?</legend> ¦ <p>Stöd?</p>",
        "A11Y-REQUIRED-TEXT ¦ Alla frågor måste besvaras om det inte står (frivilligt). ¦ Hej.",
        "A11Y-TABLE-TH ¦ <th scope=\"col\">Läger</th> ¦ <td>Läger</td>",
        "A11Y-TABINDEX ¦ <button> ¦ <button tabindex='3'>",
        "A11Y-ERROR-DESCRIBED ¦ required autocomplete ¦ aria-invalid='true' required autocomplete",
        "A11Y-ERROR-SUMMARY ¦ <h1>Barnet</h1> ¦ <div role='alert'><a href='#borta'>Skriv namn</a></div><h1>Barnet</h1>",
        "A11Y-AUTOCOMPLETE ¦ autocomplete=\"name\" ¦ autocomplete=\"namn\"",
        "A11Y-FIELD-NAME ¦ for=\"a\" ¦ class=\"a\"",
      })
  void findsWhatIsBroken(String rule, String good, String bad) {
    assertThat(GOOD).contains(good);
    assertThat(broken(GOOD.replace(good, bad))).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "<html",
        "\u0000\uFFFF",
        "<table><table><td><form><p></table>",
        "<p id='",
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"
      })
  void readsWhateverItIsGiven(String html) {
    assertThat(RULES.check(HtmlPage.parse(html, "/"))).isNotNull();
  }

  @Test
  void saysThatAPageIsTooDeepInsteadOfFailing() {
    String deep = "<div>".repeat(100_000) + "x";
    Set<String> found = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> broken(deep));
    assertThat(found).contains("A11Y-TOO-DEEP");
  }

  @Test
  void staysWithinBoundsOnAHugePage() {
    String huge = "<p id=a class=b aria-labelledby=a>å<b><i></b>".repeat(10_000);
    List<Finding> found =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> RULES.check(HtmlPage.parse(huge, "/")));
    assertThat(found).hasSizeLessThan(50 * RULES.rules().size());
  }

  @Test
  void quotesNothingOfThePage() {
    String page =
        GOOD.replace(
            "<h2>Läger</h2>",
            "<h4 role='hemligt'>Tolvan Tolvansson</h4><input value='tolvan@example.se'>");
    assertThat(RULES.check(HtmlPage.parse(page, "/")).toString())
        .doesNotContain("Tolvan", "tolvan", "hemligt");
  }

  @Test
  void tellsClauseCriterionAndVersionOfEveryRule() {
    assertThat(RULES.standard()).startsWith("EN 301 549 V3.2.1");
    assertThat(RULES.rules())
        .hasSizeGreaterThan(45)
        .allSatisfy(
            rule ->
                assertThat(rule.clause())
                    .isEqualTo(
                        rule.clause().startsWith("9.2.2.1") ? "9.2.2.1" : "9." + rule.criterion()));
  }

  @Test
  void refusesARuleThatDoesNotExist() {
    assertThatThrownBy(() -> RULES.only(Set.of("A11Y-FINNS-INTE")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
