package se.byggsten.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.web.component.Choice;
import se.byggsten.web.component.Radios;
import se.byggsten.web.component.TextInput;
import se.byggsten.web.page.LoggedIn;
import se.byggsten.web.page.Page;
import se.byggsten.web.page.PageShell;

class HtmlTest {
  private static final String HOSTILE =
      "</textarea></title><script>alert('x')</script>\"' onfocus=alert(1) &amp; \u0000\u001b å";

  @Test
  void hostile_text_stays_text_on_a_whole_page() {
    String page =
        PageShell.builder(Locale.forLanguageTag("sv"), HOSTILE, HOSTILE)
            .theme(HOSTILE)
            .home(HOSTILE, HOSTILE)
            .build()
            .render(
                Page.builder("hostile", HOSTILE)
                    .loggedIn(new LoggedIn(HOSTILE, HOSTILE, HOSTILE, HOSTILE))
                    .body(
                        Html.of(
                            TextInput.builder(HOSTILE)
                                .label(HOSTILE)
                                .hint(HOSTILE)
                                .error(HOSTILE)
                                .value(HOSTILE)
                                .build(),
                            Radios.builder("r")
                                .legend(HOSTILE)
                                .choice(Choice.of(HOSTILE, HOSTILE))
                                .build()))
                    .build());
    Parser parser = Parser.htmlParser().setTrackErrors(20);
    Document document = Jsoup.parse(page, parser);
    assertThat(parser.getErrors()).extracting(ParseError::toString).isEmpty();
    assertThat(document.select("script:not([src]), [onfocus]")).isEmpty();
    assertThat(document.selectFirst("input[type=text]").attr("value")).contains("<script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"onclick", "OnLoad", "style", "a b", "a=b", "", "a\"", "<"})
  void refuses_attributes_that_run_or_break(String name) {
    assertThatThrownBy(() -> Attributes.of(name, "x")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tells_no_answer_when_printed() {
    TextInput input = TextInput.builder("pnr").label("Personnummer").value("20170315-2384").build();
    assertThat(List.of(input, input.toHtml(), new LoggedIn("Tolvan Tolvansson", "/", "c", "t")))
        .allSatisfy(part -> assertThat(part.toString()).doesNotContain("20170315-2384", "Tolvan"));
  }
}
