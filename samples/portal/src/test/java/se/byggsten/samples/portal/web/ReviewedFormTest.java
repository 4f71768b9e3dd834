package se.byggsten.samples.portal.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.samples.portal.kollo.KolloAnswers;
import se.byggsten.samples.portal.ops.BesideOthers;

/** An application whose pages let everything through, and whose review tells what is wrong. */
@BesideOthers
class ReviewedFormTest {
  private static FormDefinition reviewed() throws IOException {
    try (InputStream yaml = KolloAnswers.class.getResourceAsStream("/forms/kolloplats.yaml")) {
      String text = new String(Objects.requireNonNull(yaml).readAllBytes(), UTF_8);
      String after = text.replace("\nsend-anyway:", "\nvalidate-on: review\nsend-anyway:");
      assertThat(after).isNotEqualTo(text);
      return FormYaml.read("kolloplats.yaml", after.getBytes(UTF_8), KolloAnswers.FORM.texts());
    }
  }

  private static List<Element> wrong(Exchange page) {
    return Jsoup.parse(page.text()).select(".govuk-error-summary li a");
  }

  @Test
  void is_refused_with_all_that_is_wrong_until_it_is_put_right() throws IOException {
    FormDefinition form = reviewed();
    try (TestPortal portal = TestPortal.start(Clock.systemUTC(), config -> config.form(form))) {
      Visitor citizen = Visitor.loggedIn(portal, "anna");
      Map<String, String> answers = new HashMap<>(Answers.complete());
      answers.put("epost", "åsa utan snabel-a");
      answers.put("fornamn", "");
      Exchange page = citizen.get("/ansokan");
      for (int i = 0; i < 60 && !page.uri().getPath().endsWith("/granska"); i++) {
        page = citizen.submit(page, answers);
        assertThat(page.status()).as(textOf(page)).isEqualTo(200);
      }
      assertThat(wrong(page)).hasSize(2);
      assertThat(Visitor.titleOf(page)).startsWith("Fel: ");

      Exchange refused = citizen.submit(page, Map.of());
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.uri().getPath()).isEqualTo("/ansokan/granska");
      List<Element> links = wrong(refused);
      assertThat(links.get(0).text()).contains("@");
      assertThat(links.get(1).text()).contains(": Skriv barnets förnamn");

      Exchange contact = citizen.get(links.get(0).attr("href"));
      assertThat(contact.uri().getPath()).isEqualTo("/ansokan/kontakt");
      assertThat(wrong(contact)).hasSize(1);
      assertThat(contact.text()).contains("åsa utan snabel-a");
      assertThat(citizen.submit(contact, Answers.complete()).uri().getPath())
          .isEqualTo("/ansokan/granska");
      Exchange review = citizen.submit(citizen.get(links.get(1).attr("href")), Answers.complete());
      assertThat(review.uri().getPath()).isEqualTo("/ansokan/granska");
      assertThat(wrong(review)).isEmpty();
      assertThat(citizen.submit(review, Map.of()).uri().getPath()).startsWith("/kvittens/");
    }
  }
}
