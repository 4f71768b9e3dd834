package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;
import se.byggsten.testsupport.OutsideData;

/** The big list of naughty strings in every field of the running portal, all the way. */
@Tag("judges")
class NaughtyStringsTest {
  private static final int LONGEST = 900;

  private static List<String> strings() {
    return DataReader.json().view(OutsideData.corpus("strings/blns.json")).list().stream()
        .map(DataView::node)
        .map(node -> ((DataNode.Text) node).value())
        .toList();
  }

  @Test
  void no_string_in_any_field_is_more_than_text() {
    List<String> strings = strings();
    assertThat(strings).hasSize(461);
    Visitor citizen = Visitor.loggedIn("anna");
    citizen.fillInAfresh();
    String token = citizen.csrf();
    for (String page : Pages.NAMES) {
      for (String naughty : strings) {
        Pages.probe(citizen, page, naughty, token);
      }
      Pages.restore(citizen, page, token);
    }
    assertThat(textOf(citizen.get("/ansokan/granska")))
        .contains("Elsa Lindström", "Behöver påminnas", "Storgatan 12");
  }

  @Test
  void every_string_that_is_taken_reaches_the_archive() {
    Visitor citizen = Visitor.loggedIn("erik");
    citizen.fillIn();
    String token = citizen.csrf();
    List<String> taken = new ArrayList<>();
    for (String naughty : strings()) {
      if (naughty.length() < LONGEST && post(citizen, naughty, token).status() == 303) {
        taken.add(naughty);
      }
    }
    assertThat(taken).hasSizeGreaterThan(400);
    List<String> cases = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String naughty : taken) {
      if (text.length() + naughty.length() > LONGEST) {
        cases.add(send(citizen, text.toString(), token));
        text.setLength(0);
      }
      text.append(naughty).append('\n');
    }
    cases.add(send(citizen, text.toString(), token));
    for (String path : cases) {
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(
              () ->
                  assertThat(textOf(citizen.get(path)))
                      .contains("Handlingarna lämnades till arkivet"));
    }
    assertThat(cases).hasSizeGreaterThan(10);
  }

  private static String send(Visitor citizen, String text, String token) {
    citizen.fillIn();
    Exchange answer = post(citizen, text, token);
    assertThat(answer.status()).as(text).isEqualTo(303);
    Exchange review = citizen.get("/ansokan/granska");
    assertThat(review.uri().getPath()).as(text).isEqualTo("/ansokan/granska");
    Exchange receipt = citizen.submit(review, Map.of());
    assertThat(receipt.uri().getPath()).as(text + textOf(receipt)).startsWith("/kvittens/");
    Visitor handler = Visitor.caseHandler();
    String id = Visitor.idOf(receipt.uri().getPath());
    assertThat(handler.get("/handlaggare/" + id).status()).isEqualTo(200);
    return "/mina-arenden/" + id;
  }

  private static Exchange post(Visitor citizen, String text, String token) {
    return citizen.postPage(
        "barnets-stod/1",
        "behoverStod=yes&stodSorter=grupp&stodBeskrivning="
            + URLEncoder.encode(text, StandardCharsets.UTF_8)
            + "&_csrf="
            + token);
  }
}
