package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.byggsten.samples.portal.web.Visitor.textOf;
import static se.byggsten.samples.portal.web.Visitor.titleOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;

/** From the start page to the archive, as a citizen and as a case handler. */
class WalkTest {

  @Test
  void a_citizen_applies_and_the_case_is_diarised_and_archived() throws IOException {
    Visitor citizen = Visitor.loggedIn("anna");
    Exchange review = citizen.fillIn();
    assertThat(textOf(review)).contains("Elsa Lindström", "Vilket kollo som helst", "Ändra");
    Exchange receipt = citizen.submit(review, Map.of());
    assertThat(textOf(receipt))
        .containsPattern("KFN 2026-\\d{4}|KFN \\d{4}-\\d{4}")
        .contains("Vi har fått din ansökan", "Det här händer nu", "Du får svar senast den");
    String id = Visitor.idOf(receipt.uri().getPath());
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(textOf(citizen.get("/mina-arenden/" + id)))
                    .contains("Handlingarna lämnades till arkivet", "PDF"));
    try (Stream<Path> files = Files.list(TestPortal.running().archive())) {
      assertThat(files.filter(f -> f.toString().endsWith(".zip"))).isNotEmpty();
    }
  }

  @Test
  void going_back_never_loses_an_answer() {
    Visitor citizen = Visitor.loggedIn("erik");
    citizen.fillInAfresh();
    Map<String, String> wrong = new HashMap<>(Answers.complete());
    wrong.put("andraVal", "valfritt");
    Exchange refused = citizen.submit(citizen.get("/ansokan/barnets-kollo/1"), wrong);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(titleOf(refused)).startsWith("Fel:");
    assertThat(citizen.get("/ansokan/barnet/1").text()).contains("Elsa");
    assertThat(citizen.get("/ansokan/barnets-kollo/1").text())
        .containsPattern("value=\"valfritt\" selected");
    assertThat(titleOf(citizen.get("/ansokan/barnet/1?lang=en"))).contains("summer camp");
    assertThat(citizen.get("/ansokan/barnet/1?lang=sv").text()).contains("Elsa");
  }

  @Test
  void double_click_reload_and_replay_give_one_case() throws Exception {
    Visitor citizen = Visitor.loggedIn("fatima");
    Exchange review = citizen.fillIn();
    FormData data = FormData.untouched(Visitor.mainForm(review));
    ExecutorService pool = Executors.newFixedThreadPool(4);
    Set<String> receipts = new HashSet<>();
    try {
      List<Callable<String>> clicks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Visitor window = citizen.otherWindow();
        clicks.add(() -> window.submit(review, data).uri().getPath());
      }
      for (Future<String> click : pool.invokeAll(clicks)) {
        receipts.add(click.get());
      }
    } finally {
      pool.shutdownNow();
    }
    receipts.add(citizen.submit(review, data).uri().getPath());
    Set<String> cases = new HashSet<>();
    receipts.stream().filter(r -> r.startsWith("/kvittens/")).forEach(cases::add);
    assertThat(cases).hasSize(1);
    assertThat(citizen.get("/mina-arenden").text().split("/mina-arenden/", -1))
        .as("one case in the list")
        .hasSize(2);
  }

  @Test
  void a_case_handler_asks_decides_and_closes_and_the_citizen_sees_it() {
    Visitor citizen = Visitor.loggedIn("samordning");
    String id = Visitor.idOf(citizen.apply());
    Visitor handler = Visitor.caseHandler();
    String page = "/handlaggare/" + id;
    assertThat(handler.get("/handlaggare").text()).contains(page);
    assertThat(textOf(handler.get(page)))
        .contains("Elsa Lindström", "Sekretess: 26 kap. 1 § OSL", "sekretessmarkerat");
    handler.submitTo(handler.get(page), "/oppna", Map.of());
    Map<String, String> request =
        Map.of(
            "begaran",
            "Skicka ett intyg.",
            "senast-year",
            "2099",
            "senast-month",
            "1",
            "senast-day",
            "15");
    handler.submitTo(handler.get(page), "/komplettering", request);
    Exchange asked = citizen.get("/mina-arenden/" + id);
    assertThat(textOf(asked)).contains("Väntar på dig", "Skicka ett intyg.", "15 januari 2099");
    Exchange sent =
        citizen.submitTo(asked, "/komplettering", Map.of("komplettering", "Här är intyget."));
    assertThat(textOf(sent)).contains("Handläggs", "Komplettering");
    citizen.submitTo(sent, "/meddelande", Map.of("meddelande", "Tack för hjälpen!"));
    assertThat(textOf(handler.get(page))).contains("Tack för hjälpen!");
    Exchange decided =
        handler.submitTo(
            handler.get(page),
            "/beslut",
            Map.of("utfall", "GRANTED", "skal", "Det finns en plats."));
    assertThat(textOf(decided)).contains("Beslutad");
    assertThat(textOf(citizen.get("/mina-arenden/" + id)))
        .contains("Ansökan beviljas", "Det finns en plats.", "överklaga", "Karin");
    handler.submitTo(handler.get(page), "/avsluta", Map.of());
    assertThat(textOf(citizen.get("/mina-arenden/" + id))).contains("Avslutad");
    assertThat(citizen.get("/mina-arenden/" + id).text()).doesNotContain("name=\"meddelande\"");
  }

  @Test
  void who_of_the_staff_read_a_secret_case_is_in_its_journal() throws Exception {
    String id = Visitor.idOf(Visitor.loggedIn("fatima").apply());
    Visitor handler = Visitor.caseHandler();
    handler.get("/handlaggare/" + id);
    handler.get("/handlaggare/" + id);
    try (var connection = TestPortal.running().database().dataSource().getConnection();
        var count =
            connection.prepareStatement(
                "SELECT count(*) FROM byggsten.journal WHERE case_id = ?::uuid AND kind = 'READ'")) {
      count.setString(1, id);
      try (var rows = count.executeQuery()) {
        rows.next();
        assertThat(rows.getInt(1)).isEqualTo(2);
      }
    }
  }

  @Test
  void the_public_register_shows_the_case_but_nothing_secret() {
    Visitor citizen = Visitor.loggedIn("skyddad");
    Exchange receipt = citizen.submit(citizen.fillIn(), Map.of());
    String text = textOf(receipt);
    String number = text.replaceAll("(?s).*(KFN \\d{4}-\\d{4}).*", "$1");
    Exchange found = new Visitor().get("/diarium?sok=" + number.replace(" ", "+"));
    assertThat(textOf(found)).contains(number, "Ansökan om kolloplats");
    assertThat(textOf(found)).doesNotContain("Elsa", "medicin").contains("Uppgiften visas inte");
  }

  @Test
  void feedback_is_given_without_login_and_read_by_staff() {
    Visitor anybody = new Visitor();
    Exchange thanks =
        anybody.submit(
            anybody.get("/synpunkter"), Map.of("omdome", "easy", "text", "Bra och enkelt!"));
    assertThat(textOf(thanks)).contains("Tack");
    assertThat(textOf(Visitor.caseHandler().get("/handlaggare/synpunkter")))
        .contains("Bra och enkelt!");
  }

  @Test
  void what_is_saved_is_there_after_a_new_login() {
    Visitor citizen = Visitor.loggedIn("erik");
    citizen.fillInAfresh();
    Exchange page = citizen.get("/ansokan/barnet/1");
    Map<String, String> half = Map.of("fornamn", "Nils");
    FormData data = FormData.filled(Visitor.mainForm(page), lists(half)).with("_action", "save");
    Exchange saved =
        citizen.send(
            "POST",
            "/ansokan/barnet/1",
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            Encoding.of(data));
    assertThat(saved.status()).isEqualTo(303);
    assertThat(citizen.get("/ansokan/sparad").text()).contains("Dina svar är sparade");
    assertThat(Visitor.loggedIn("erik").get("/ansokan/barnet/1").text()).contains("value=\"Nils\"");
  }

  private static Map<String, List<String>> lists(Map<String, String> answers) {
    Map<String, List<String>> lists = new HashMap<>();
    answers.forEach((name, value) -> lists.put(name, List.of(value)));
    return lists;
  }
}
