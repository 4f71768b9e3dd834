package se.byggsten.testidp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.testidp.internal.HttpFetch;
import se.byggsten.testidp.internal.PageForm;

/** The service that is attacked may attack too: its pages are read in bounded time. */
class HostilePageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<form>",
        "<form method=post action='%zz'></form>",
        "<script>",
        "<",
        "<form method=post><input type=hidden name=a value='&#9999999;&#x0;&nope;'>",
        "0123456789abcdef "
      })
  void aPageOfFourMegabytesIsReadInNoTime(String part) {
    HttpFetch.Answer page = page(part.repeat(4_000_000 / part.length()));
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          PageForm.on(page);
          AttackedService.beginning(new TestPage(page));
          AttackedService.visible(new TestPage(page));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"<input ", "a", " a=", "<select", "&amp;", "'", "a=\"b\" "})
  void aFormOfAMegabyteIsReadInNoTime(String part) {
    String fields = part.repeat(1_000_000 / part.length());
    for (String form : List.of(fields, "<input " + fields + ">")) {
      HttpFetch.Answer page = page("<form method=post action=/acs>" + form + "</form>");
      assertTimeoutPreemptively(Duration.ofSeconds(5), () -> PageForm.on(page));
    }
  }

  @Test
  void theFirstFormThatPostsIsFoundHoweverItIsWritten() {
    PageForm form =
        PageForm.on(
                page(
                    "<form action=/sok><input name=q></form><FORM METHOD=post action='../acs?a=1&amp;b'>"
                        + "<input TYPE='hidden' name=\"SAMLResponse\" value=\"a&#43;b&quot;\">"
                        + "<input type=submit></FORM>"))
            .orElseThrow();
    assertThat(form.action()).hasToString("http://127.0.0.1/acs?a=1&b");
    assertThat(form.hidden()).containsExactly(Map.entry("SAMLResponse", "a+b\""));
    assertThat(form.asks()).isFalse();
  }

  private static HttpFetch.Answer page(String body) {
    return new HttpFetch.Answer(URI.create("http://127.0.0.1/a/b"), 200, Map.of(), body);
  }
}
