package se.byggsten.testidp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence holds what helps, however much stands around it. */
class PageTextTest {
  @Test
  void whatStandsAroundTheContentIsLeftOut() {
    HttpFetch.Answer page =
        page(
            "<head><title>Eksta</title></head><header>Meny <nav>Sök</nav></header>"
                + "<main><h1>Inloggningen &auml;r<br>avbruten</h1>Felkod: SAML-AUDIENCE</main>"
                + "<footer>Kontakt ISO-8859-1</footer>");
    assertThat(PageText.summary(page))
        .isEqualTo("Inloggningen &auml;r avbruten Felkod: SAML-AUDIENCE");
    assertThat(PageText.code(page)).isEqualTo("SAML-AUDIENCE");
  }

  @Test
  void theCodeIsKeptHoweverLateItComes() {
    HttpFetch.Answer page =
        page("<p>" + "Försök igen. ".repeat(40) + "<p>Felkod: SAML-AUDIENCE</p>");
    assertThat(PageText.summary(page))
        .startsWith("Försök igen. ")
        .endsWith("Felkod: SAML-AUDIENCE")
        .hasSizeLessThan(320);
  }

  @Test
  void aHeadingIsReadWithoutItsMarkup() {
    assertThat(PageText.heading(page("<H1 class=x>Fel &quot;här&quot; <b>nu</b></H1>")))
        .isEqualTo("Fel \"här\" nu");
    assertThat(PageText.heading(page("<h1>utan slut"))).isEmpty();
    assertThat(PageText.code(page("ABC 12-34 a-B"))).isEmpty();
    assertThat(PageText.refusal(page("<p>TESTIDP-REQUEST: It is &lt;old&gt;</p>")))
        .isEqualTo("TESTIDP-REQUEST: It is <old>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>",
        "<script>",
        "<header></nav>",
        "A-",
        "AB-CD",
        "<",
        "TESTIDP-",
        "&lt;",
        "TESTIDP-A: "
      })
  void aPageOfFourMegabytesIsReadInNoTime(String part) {
    HttpFetch.Answer page = page(part.repeat(4_000_000 / part.length()));
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(PageText.summary(page)).hasSizeLessThan(500);
          assertThat(PageText.heading(page)).hasSizeLessThan(200);
          assertThat(PageText.code(page)).hasSizeLessThan(200);
          assertThat(PageText.refusal(page)).hasSizeLessThan(800);
        });
  }

  private static HttpFetch.Answer page(String body) {
    return new HttpFetch.Answer(URI.create("http://127.0.0.1/a"), 403, Map.of(), body);
  }
}
