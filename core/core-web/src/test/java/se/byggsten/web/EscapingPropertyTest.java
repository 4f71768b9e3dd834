package se.byggsten.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import se.byggsten.web.component.TextInput;
import se.byggsten.web.component.Textarea;

class EscapingPropertyTest {
  @Property(tries = 300)
  void what_is_written_comes_back_as_the_same_text(@ForAll String text) {
    String shown = Jsoup.parseBodyFragment("<p>" + Html.text(text).value()).body().wholeText();
    assertThat(shown).isEqualTo(normal(text));
  }

  @Property(tries = 300)
  void an_answer_comes_back_in_its_field(@ForAll String text) {
    String input = TextInput.builder("a").label("A").value(text).build().toHtml().value();
    assertThat(Jsoup.parseBodyFragment(input).selectFirst("input").attr("value"))
        .isEqualTo(normal(text));
    String area = Textarea.builder("a").label("A").value(text).build().toHtml().value();
    assertThat(Jsoup.parseBodyFragment(area).selectFirst("textarea").wholeText())
        .isEqualTo(normal(text));
  }

  /** HTML knows no control characters and one kind of line end. */
  private static String normal(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control =
          (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f')
              || (c >= 0x7f && c <= 0x9f)
              || c == '\uFFFE'
              || c == '\uFFFF';
      out.append(control ? '\uFFFD' : c);
    }
    return out.toString();
  }
}
