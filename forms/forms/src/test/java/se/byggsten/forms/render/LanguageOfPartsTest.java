package se.byggsten.forms.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.forms.Forms;
import se.byggsten.forms.run.FormRun;

/**
 * Every text of every page says which language it is in, when the page's own lacks it (WCAG 2.2,
 * 3.1.1 and 3.1.2), in languages of which the library has few words and the form half.
 */
class LanguageOfPartsTest {
  private static final List<String> ANSWERS =
      List.of(
          "svaret",
          "Åsa Ek",
          "elever",
          "Visby",
          "intyg.pdf",
          "application/pdf",
          "SHA-256",
          "sprak",
          "Karin Berg",
          "Karin",
          "Eksta kommun",
          "KS 2026-14",
          "Mina sidor",
          "e-legitimationen",
          "WGS 84",
          "kr",
          "SEK",
          "PDF",
          "Leiah",
          "kb",
          "MB",
          "kB",
          "byte",
          "mottagaren",
          "handl-7",
          "Suomi",
          "Svenska");

  private static SpokenTexts spoken() {
    return new SpokenTexts(
        ANSWERS, Map.of("sv", List.of("Ordna resan", "Skollagen", "kap.", "OSL", "Finland")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi", "fit", "se", "sma", "smj", "rom", "yi", "kl", "yi-Latn"})
  void every_text_of_every_page_is_in_the_language_that_it_says(String language) {
    EveryPage walk = new EveryPage(language);
    SpokenTexts spoken = spoken();
    Map<String, List<String>> wrong = new LinkedHashMap<>();
    walk.all()
        .forEach(
            (what, page) -> {
              List<String> here = spoken.wrong(page);
              if (!here.isEmpty()) {
                wrong.put(what, here);
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_language_that_is_not_said_is_noticed() {
    EveryPage walk = new EveryPage("yi");
    SpokenTexts spoken = spoken();
    Document page = walk.all().get("wrong fragor");
    page.select("body [lang=sv]").removeAttr("lang");
    assertThat(spoken.wrong(page)).hasSizeGreaterThan(30);
    Document turned = walk.all().get("wrong fragor");
    turned.select("body [dir=ltr]").removeAttr("dir");
    assertThat(spoken.wrong(turned)).hasSizeGreaterThan(30);
  }

  @Test
  void nothing_is_marked_where_nothing_is_lacking() {
    FormRun run = Forms.run();
    for (String language : List.of("sv", "en")) {
      PageView view = PageView.of(Locale.forLanguageTag(language), "/allt", "t");
      String page = FormRenderer.of(run).page(Forms.started(run), "ett", view).value();
      assertThat(page).doesNotContain(" lang=");
    }
  }
}
