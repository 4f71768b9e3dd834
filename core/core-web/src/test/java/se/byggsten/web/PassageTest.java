package se.byggsten.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.web.component.Autocomplete;
import se.byggsten.web.component.Breadcrumbs;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.Select;
import se.byggsten.web.component.TextInput;
import se.byggsten.web.component.Textarea;
import se.byggsten.web.page.Page;
import se.byggsten.web.page.PageShell;

class PassageTest {
  private static final Locale SV = Locale.forLanguageTag("sv");
  private static final Locale YI = Locale.forLanguageTag("yi");

  @Test
  void says_its_language_and_direction_in_markup() {
    String text = "1. " + Passage.of("Hej & då", SV) + " / " + Passage.of("יאָ", YI);
    assertThat(Html.text(text).value())
        .isEqualTo(
            "1. <span lang=\"sv\" dir=\"ltr\">Hej &amp; då</span>"
                + " / <span lang=\"yi\" dir=\"rtl\">יאָ</span>");
    assertThat(Passage.plain(text)).isEqualTo("1. Hej & då / יאָ");
    assertThat(Passage.language(text)).isEmpty();
  }

  @Test
  void what_somebody_has_written_keeps_its_order_on_a_page_that_runs_the_other_way() {
    for (String number : List.of("070-174 06 05", "123 45 Eksta", "2 100 kr", "(1) Åsa")) {
      assertThat(Html.text(Passage.written(number, YI)).value())
          .isEqualTo("<span lang=\"und\" dir=\"ltr\">" + number + "</span>");
      assertThat(Passage.written(number, SV)).isEqualTo(number);
    }
    assertThat(Html.text(Passage.written("(1) יאָ", SV)).value())
        .isEqualTo("<span lang=\"und-Hebr\" dir=\"rtl\">(1) יאָ</span>");
    assertThat(Html.text(Passage.written("نعم", SV)).value())
        .isEqualTo("<span lang=\"und-Arab\" dir=\"rtl\">نعم</span>");
    assertThat(Passage.written("יאָ", YI)).isEqualTo("יאָ");
    assertThat(Passage.written("", YI)).isEmpty();
    String known = Passage.of("Ja", SV);
    assertThat(Passage.written(known, YI)).isEqualTo(known);
  }

  @Test
  void a_control_finds_the_way_of_what_is_typed_on_a_page_that_runs_from_right_to_left() {
    for (Locale page : List.of(SV, YI)) {
      String controls =
          TextInput.builder("a").locale(page).label("a").build().toHtml().value()
              + Textarea.builder("b").locale(page).label("b").build().toHtml().value()
              + Autocomplete.builder("c").locale(page).label("c").build().toHtml().value();
      assertThat(Jsoup.parse(controls).select("[dir=auto]")).hasSize(page.equals(YI) ? 3 : 0);
    }
  }

  @Test
  void holds_passages_and_stays_one_when_it_is_changed_or_split() {
    String text = Passage.of("a " + Passage.of("b", YI) + "\n\nc", SV);
    assertThat(Passage.language(text)).contains(SV);
    assertThat(Passage.within(text, inner -> inner + "!"))
        .isEqualTo(Passage.of("a " + Passage.of("b", YI) + "\n\nc!", SV));
    assertThat(Passage.split(text, "\n\n"))
        .isEqualTo(List.of(Passage.of("a " + Passage.of("b", YI), SV), Passage.of("c", SV)));
    assertThat(Passage.of("", SV)).isEmpty();
    assertThat(Passage.within("a", inner -> inner + "!")).isEqualTo("a!");
    assertThat(Passage.language(Passage.of("a", SV) + Passage.of("b", SV))).isEmpty();
  }

  @Test
  void is_said_around_all_the_blocks_of_its_markdown() {
    assertThat(Markdown.html(Passage.of("Ett *två*\n\n- tre", SV)).value())
        .startsWith("<div lang=\"sv\" dir=\"ltr\"><p")
        .endsWith("</ul>\n</div>")
        .containsOnlyOnce("lang=");
    assertThat(Markdown.inline(Passage.of("Ett *två*", SV)).value())
        .isEqualTo("<span lang=\"sv\" dir=\"ltr\">Ett <em>två</em></span>");
  }

  @Test
  void is_said_by_the_element_where_no_markup_can_be() {
    String select =
        Select.builder("s").label("s").option("v", Passage.of("Välj", SV)).build().toHtml().value();
    assertThat(select).contains("<option value=\"v\" lang=\"sv\" dir=\"ltr\">Välj</option>");
    Html crumbs = Breadcrumbs.of(YI, List.of(Link.of("יאָ", "/"))).toHtml();
    var nav = Jsoup.parse(crumbs.value()).selectFirst("nav");
    assertThat(nav.hasAttr("aria-label") || nav.hasAttr("lang")).isFalse();
    assertThat(nav.select("#" + nav.attr("aria-labelledby") + "[hidden] > span[lang=sv]").text())
        .isEqualTo("Var du är");
  }

  @Test
  void fills_a_template_in_content_and_loses_its_marks_in_an_attribute() {
    HtmlTemplate template =
        HtmlTemplate.compile(
            Button.builder(HtmlTemplate.text("t"))
                .named("n", HtmlTemplate.text("t"))
                .build()
                .toHtml());
    HtmlBuilder out = new HtmlBuilder();
    template.writeTexts(out, Passage.of("Ja", SV));
    assertThat(out.toHtml().value())
        .contains("value=\"Ja\"", "><span lang=\"sv\" dir=\"ltr\">Ja</span>");
  }

  @Test
  void is_the_language_of_a_title_that_is_one() {
    PageShell shell = PageShell.builder(YI, "Eksta kommun", "Ansökan").build();
    assertThat(shell.render(Page.builder("a", Passage.of("Namn", SV)).error(true).build()))
        .contains("<title lang=\"sv\" dir=\"ltr\">Fel: Namn – Ansökan".replace("–", "&#8211;"));
    assertThat(shell.render(Page.builder("a", "נאָמען").error(true).build()))
        .contains("<title>(!) נאָמען");
    assertThat(shell.render(Page.builder("a", "נאָמען").build())).contains("<title>נאָמען");
  }

  /** Without the secret of the program a mark is a broken character. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFDD0sv\uFDD1x\uFDD2",
        "\uFDD0\uFDD3sv\uFDD1<b>\uFDD2\uFDD3",
        "\uFDD2",
        "\uFDD1\uFDD0",
        "\uFDD0en\" onclick=\"x\uFDD1\uFDD2"
      })
  void cannot_be_forged(String hostile) {
    String markup = Html.text(hostile).value();
    assertThat(markup).doesNotContain("<", "\"", "\uFDD0", "\uFDD2").contains("\uFFFD");
    String inside = Html.text(Passage.of("a" + hostile + "b", SV)).value();
    assertThat(inside).startsWith("<span lang=\"sv\" dir=\"ltr\">a").endsWith("b</span>");
    assertThat(inside.substring(1)).containsOnlyOnce("<");
    assertThat(Passage.language(hostile)).isEmpty();
    assertThat(Passage.plain(hostile)).isEqualTo(hostile);
  }

  @Test
  void leaves_the_markup_whole_when_it_is_cut() {
    String text = Passage.of("ab", SV);
    for (int i = 0; i <= text.length(); i++) {
      for (String part : List.of(text.substring(0, i), text.substring(i))) {
        String markup = Html.text(part).value();
        assertThat(markup.split("<span", -1)).hasSameSizeAs(markup.split("</span>", -1));
      }
    }
  }
}
