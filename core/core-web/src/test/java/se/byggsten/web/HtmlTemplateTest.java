package se.byggsten.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.web.component.Choice;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.Radios;
import se.byggsten.web.component.TextInput;
import se.byggsten.web.component.Textarea;

class HtmlTemplateTest {
  private static TextInput input(String value, String error) {
    return TextInput.builder("namn").label("Namn & så").value(value).error(error).build();
  }

  @Test
  void gives_the_same_markup_as_the_component_drawn_with_the_values() {
    HtmlTemplate template =
        HtmlTemplate.compile(
            input(HtmlTemplate.text("value"), HtmlTemplate.text("error")).toHtml());
    assertThat(template.fill().text("value", "<Åsa>").text("error", "Skriv \"ett\" namn").toHtml())
        .isEqualTo(input("<Åsa>", "Skriv \"ett\" namn").toHtml());
  }

  @Test
  void turns_flags_and_optional_attributes_on_and_off() {
    Html drawn =
        Radios.builder("val")
            .legend("Välj")
            .choice(
                Choice.builder("a", "A")
                    .attributes(HtmlTemplate.flag("checked", "a").and("data-x", "1"))
                    .build())
            .choice(
                Choice.builder("b", "B").attributes(HtmlTemplate.optional("data-b", "b")).build())
            .build()
            .toHtml();
    HtmlTemplate template = HtmlTemplate.compile(drawn);
    String on = template.fill().flag("a", true).optional("b", "\"x\"").toHtml().value();
    assertThat(on).contains("value=\"a\" checked data-x=\"1\">", " data-b=\"&quot;x&quot;\">");
    String off = template.fill().toHtml().value();
    assertThat(off).contains("value=\"a\" data-x=\"1\">", "value=\"b\">");
  }

  @Test
  void takes_markup_where_markup_stands() {
    HtmlTemplate template =
        HtmlTemplate.compile(
            Html.trusted("<div>").and(HtmlTemplate.markup("in")).and(Html.trusted("</div>")));
    assertThat(template.fill().markup("in", Html.trusted("<b>x</b>")).toHtml().value())
        .isEqualTo("<div><b>x</b></div>");
    assertThatThrownBy(() -> template.fill().text("in", "<b>x</b>").toHtml())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void says_which_hole_is_not_filled_or_does_not_exist() {
    HtmlTemplate template = HtmlTemplate.compile(Html.text(HtmlTemplate.text("namn")));
    assertThatThrownBy(() -> template.fill().toHtml()).hasMessageContaining("namn");
    assertThatThrownBy(() -> template.fill().text("annat", "hemligt"))
        .hasMessageContaining("annat")
        .hasMessageNotContaining("hemligt");
    assertThat(template.fill().text("namn", "Åsa").toString()).doesNotContain("Åsa");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        " javascript:x",
        "java\tscript:x",
        "data:text/html,x",
        "vbscript:x",
        "\u0001javascript:x",
        "\\\\evil"
      })
  void refuses_an_address_that_does_more_than_lead_somewhere(String url) {
    HtmlTemplate template = HtmlTemplate.compile(Link.of("x", HtmlTemplate.text("to")).toHtml());
    assertThatThrownBy(() -> template.fill().text("to", url).toHtml())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(url);
    assertThat(template.fill().text("to", "/a?b=1&c").toHtml().value())
        .contains("href=\"/a?b=1&amp;c\"");
  }

  @Test
  void encodes_a_part_of_an_address() {
    HtmlTemplate template =
        HtmlTemplate.compile(Link.of("x", "/rad/" + HtmlTemplate.text("rad")).toHtml());
    assertThat(template.fill().text("rad", "../å?#\"").toHtml().value())
        .contains("href=\"/rad/..%2F%C3%A5%3F%23%22\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<\uE000tx\uE001>",
        "<a \uE000tx\uE001=\"x\">",
        "<a href=\uE000tx\uE001>",
        "<script>\uE000tx\uE001</script>",
        "<style>\uE000tx\uE001</style>",
        "<!-- \uE000tx\uE001 -->",
        "<p style=\"\uE000tx\uE001\">",
        "<p onclick=\"\uE000tx\uE001\">",
        "<p a=\"\uE000mx\uE001\">",
        "<p a=\"b\uE000fx\uE001\">",
        "<p>\uE000fx\uE001</p>",
        "\uE000",
        "\uE001",
        "\uE000zx\uE001",
        "\uE000t\uE001",
        "<p a=\"x",
        "<a href=\"\uE000ox\uE001\">",
        "\uE000t\uE000tx\uE001\uE001"
      })
  void refuses_a_hole_that_cannot_be_made_safe(String markup) {
    assertThatThrownBy(() -> HtmlTemplate.compile(Html.trusted(markup)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 300)
  void whatever_fills_a_hole_stays_text(@ForAll String text) {
    Html drawn =
        Html.of(
            input(HtmlTemplate.text("v"), HtmlTemplate.text("v")),
            Textarea.builder("a").label("A").value(HtmlTemplate.text("v")).build());
    Document document =
        Jsoup.parse(HtmlTemplate.compile(drawn).fill().text("v", text).toHtml().value());
    assertThat(document.select("body *")).hasSize(8);
  }
}
