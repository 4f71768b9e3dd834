package se.byggsten.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  private static final Set<String> ELEMENTS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "a", "br");

  private static String html(String text) {
    return Markdown.html(text).value();
  }

  @Test
  void writes_headings_paragraphs_lists_and_links() {
    String text =
        """
        # Det här behöver du

        Du **måste** ha *bilder* &
        kvitton.

        - ett
        - två

        3. tre
        4. fyra

        [Läs mer](/las-mer?a=1&b=2) eller [ring](tel:+46555-12000)
        """;
    assertThat(html(text))
        .isEqualTo(
            """
            <h2 class="govuk-heading-m">Det här behöver du</h2>
            <p class="govuk-body">Du <strong>måste</strong> ha <em>bilder</em> &amp;
            kvitton.</p>
            <ul class="govuk-list govuk-list--bullet"><li>ett</li>
            <li>två</li>
            </ul>
            <ol class="govuk-list govuk-list--number" start="3"><li>tre</li>
            <li>fyra</li>
            </ol>
            <p class="govuk-body"><a class="govuk-link" href="/las-mer?a=1&amp;b=2">Läs mer</a> eller <a class="govuk-link" href="tel:+46555-12000">ring</a></p>
            """);
  }

  @Test
  void shifts_headings_and_never_goes_below_h6() {
    assertThat(Markdown.html("# a\n## b", 3).value()).contains("<h3", "<h4");
    assertThat(Markdown.html("###### a", 5).value()).contains("<h6");
    assertThatThrownBy(() -> Markdown.html("a", 7)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "<script>alert(1)</script>, &lt;script&gt;alert(1)&lt;/script&gt;",
    "<b onclick=x>hej</b>, &lt;b onclick=x&gt;hej&lt;/b&gt;",
    "&lt;script&gt;, &lt;script&gt;",
    "<!-- gömt -->, &lt;!-- gömt --&gt;",
    "![bild](x.png), bild (x.png)",
    "`kod`, kod",
    "[a]: /b, [a]: /b",
    "> citat, &gt; citat",
    "---, ---"
  })
  void shows_all_else_as_text(String text, String shown) {
    assertThat(html(text)).isEqualTo("<p class=\"govuk-body\">" + shown + "</p>\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "&#106;avascript:x",
        "java&Tab;script:x",
        "java&NewLine;script:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "\\\\evil.example",
        "<javascript:alert(1)>",
        "%20javascript:x:y",
        "&#1;javascript:x"
      })
  void links_to_no_address_that_does_more_than_lead_somewhere(String to) {
    assertThat(Jsoup.parse(html("[klicka](" + to + ")")).select("a[href*=script], a[href^=data]"))
        .allSatisfy(a -> assertThat(a.attr("href")).startsWith("%20"));
    assertThat(Jsoup.parse(html("[klicka](" + to + ")")).text()).contains("klicka");
    assertThat(html("<javascript:alert(1)>")).doesNotContain("href");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "]",
        "[a](",
        "![",
        "*a ",
        "**",
        "_",
        "`",
        "<a ",
        "- ",
        "> ",
        "1. ",
        "# ",
        "&amp",
        "\\",
        "[a]: x\n",
        "a\n\n",
        "  \n",
        "((((",
        "*a**b "
      })
  void takes_hostile_repetition_in_bounded_time_and_depth(String piece) {
    String text = piece.repeat(Markdown.MAX_LENGTH / piece.length());
    String few = piece.repeat(Markdown.MAX_MARKS / piece.length());
    int half = Markdown.MAX_MARKS / 2;
    String both = "[".repeat(2 * half) + "x" + "]".repeat(2 * half);
    String stars = "*".repeat(half) + "a" + "*".repeat(half);
    for (String hostile : List.of(text, few, both, stars, "[".repeat(100_000))) {
      String made =
          Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> html(hostile));
      int depth = 0;
      int deepest = 0;
      for (int i = 0; i < made.length(); i++) {
        if (made.charAt(i) == '<') {
          boolean alone = made.startsWith("<br/>", i);
          depth += alone ? 0 : made.charAt(i + 1) == '/' ? -1 : 1;
          deepest = Math.max(deepest, depth);
        }
      }
      assertThat(depth).isZero();
      assertThat(deepest).isLessThanOrEqualTo(40);
    }
  }

  @Test
  void shows_what_is_too_long_as_it_was_written() {
    String made = html("*" + "x".repeat(Markdown.MAX_LENGTH) + "*<");
    assertThat(made).startsWith("<p class=\"govuk-body\">*xxx").endsWith("*&lt;</p>");
  }

  @Test
  void writes_a_part_of_a_line_without_a_paragraph() {
    assertThat(Markdown.inline("Jag har **inte** läst\n\n- detta").value())
        .isEqualTo("Jag har <strong>inte</strong> läst<br/>- detta");
    assertThat(Markdown.inline("").value()).isEmpty();
  }

  @Property(tries = 300)
  void whatever_is_written_gives_only_the_elements_of_the_list(@ForAll String text) {
    for (String made : List.of(html(text), Markdown.inline(text).value())) {
      Elements all = Jsoup.parse("<x>" + made + "</x>", Parser.xmlParser()).select("x *");
      for (Element element : all) {
        assertThat(element.tagName()).isIn(ELEMENTS);
        assertThat(element.attributes().asList())
            .allMatch(a -> Set.of("class", "href", "start").contains(a.getKey()));
      }
    }
  }
}
