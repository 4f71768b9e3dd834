package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.byggsten.samples.portal.web.Visitor.mainForm;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;

/** What comes after an application: the receipt by e-mail, and answers changed in a supplement. */
class AfterwardsTest {
  private static final Pattern NUMBER = Pattern.compile("KFN \\d{4}-\\d{4}");

  @Test
  void the_receipt_is_mailed_to_the_address_that_was_given_without_saying_who_it_is()
      throws IOException {
    Visitor citizen = Visitor.loggedIn("erik");
    Exchange receipt = citizen.submit(citizen.fillInAfresh(), Map.of());
    Matcher number = NUMBER.matcher(textOf(receipt));
    assertThat(number.find()).as(textOf(receipt)).isTrue();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(Mail.with(number.group())).isNotEmpty());
    String text = Mail.with(number.group()).get(0);
    assertThat(text)
        .contains("To: " + Answers.complete().get("epost") + "\r\n", "Vi har fått din ansökan")
        .contains(TestPortal.running().at("/mina-arenden/").toString(), "Du får svar senast den")
        .doesNotContain("Erik", "Elsa", "Storgatan", "19830301");
    assertThat(Mail.subject(text)).contains(number.group()).doesNotContain("Erik");
    for (Path file : Mail.files()) {
      assertThat(file.getFileName().toString()).matches("[0-9a-f]{32}\\.eml");
    }
    citizen.get(receipt.uri().getPath());
    assertThat(Mail.with(number.group())).as("mails of one application").hasSize(1);
  }

  @Test
  void a_request_for_a_supplement_and_a_decision_are_told_by_mail_that_says_no_more()
      throws IOException {
    Visitor citizen = Visitor.loggedIn("samordning");
    citizen.fillInAfresh();
    citizen.get("/?lang=en");
    Exchange receipt = citizen.submit(citizen.get("/ansokan/granska"), Map.of());
    Matcher number = NUMBER.matcher(textOf(receipt));
    assertThat(number.find()).as(textOf(receipt)).isTrue();
    String page = "/handlaggare/" + Visitor.idOf(receipt.uri().getPath());
    Visitor staff = Visitor.caseHandler();
    staff.submitTo(staff.get(page), "/oppna", Map.of());
    Map<String, String> request =
        Map.of(
            "begaran", "Vilken skola går Quentin på?",
            "senast-year", "2099",
            "senast-month", "1",
            "senast-day", "15");
    staff.submitTo(staff.get(page), "/komplettering", request);
    String asked = "We need more details in case " + number.group();
    String decided = "Decision in case " + number.group();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(Mail.with(asked)).hasSize(1));
    assertThat(Mail.with(asked).get(0))
        .contains("To: " + Answers.complete().get("epost") + "\r\n", "15 January 2099")
        .contains(TestPortal.running().at("/mina-arenden/").toString())
        .doesNotContain("Mateusz", "Elsa", "Quentin");
    staff.submitTo(
        staff.get(page), "/beslut", Map.of("utfall", "REJECTED", "skal", "Inga platser, Quentin."));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(Mail.with(decided)).hasSize(1));
    assertThat(Mail.with(decided).get(0))
        .contains("how to appeal")
        .doesNotContain("Mateusz", "Elsa", "Quentin", "reject");
    citizen.get("/?lang=sv");
    assertThat(Mail.with(number.group())).as("with the receipt").hasSize(3);
  }

  @Test
  void answers_that_a_supplement_changes_are_marked_for_the_case_handler() {
    Visitor citizen = Visitor.loggedIn("anna");
    citizen.fillInAfresh();
    String id = Visitor.idOf(citizen.apply());
    String mine = "/mina-arenden/" + id;
    assertThat(citizen.get(mine + "/andra").uri().getPath()).as("nobody asked").isEqualTo(mine);
    Visitor staff = Visitor.caseHandler();
    String page = "/handlaggare/" + id;
    staff.submitTo(staff.get(page), "/oppna", Map.of());
    assertThat(textOf(staff.get(page))).doesNotContain("ändrat svar i en komplettering");
    Map<String, String> request =
        Map.of(
            "begaran", "Vilken adress?",
            "senast-year", "2099",
            "senast-month", "1",
            "senast-day", "15");
    staff.submitTo(staff.get(page), "/komplettering", request);
    assertThat(textOf(citizen.get(mine))).contains("Ändra svaren i ansökan");
    Exchange review = citizen.get(mine + "/andra");
    assertThat(review.uri().getPath()).isEqualTo(mine + "/andra/granska");
    assertThat(textOf(review)).contains("Storgatan 12", "Elsa Lindström");
    Map<String, String> answers = new HashMap<>(Answers.complete());
    answers.put("adress-street", "Nygatan 3");
    citizen.submit(citizen.get(mine + "/andra/kontakt"), answers);
    Exchange again = citizen.get(mine + "/andra/granska");
    assertThat(textOf(again)).contains("Nygatan 3");
    FormData whole = FormData.untouched(mainForm(again));
    Exchange sent = citizen.submit(again, whole);
    assertThat(sent.uri().getPath()).isEqualTo(mine);
    assertThat(textOf(sent)).contains("Handläggs", "En komplettering kom in");
    assertThat(citizen.submit(again, whole).uri().getPath()).as("clicked twice").isEqualTo(mine);
    assertThat(textOf(staff.get(page)))
        .contains("ändrat svar i en komplettering", "Nygatan 3", "Storgatan 12", "Ändrat");
    assertThat(Visitor.loggedIn("fatima").get(mine + "/andra").status()).isEqualTo(404);

    staff.submitTo(staff.get(page), "/komplettering", request);
    citizen.get(mine + "/andra");
    answers.put("adress-postal-code", "123 48");
    citizen.submit(citizen.get(mine + "/andra/kontakt"), answers);
    Exchange third = citizen.get(mine + "/andra/granska");
    citizen.submit(third, FormData.untouched(mainForm(third)));
    for (String when : new String[] {"first", "loaded again"}) {
      assertThat(textOf(staff.get(page)))
          .as(when)
          .contains("Nygatan 3 123 48", "Tidigare: Nygatan 3")
          .doesNotContain("Tidigare: Storgatan 12");
    }
    Visitor colleague = new Visitor();
    colleague.login("handlaggare2", "/handlaggare", "ok");
    assertThat(textOf(colleague.get(page)))
        .as("who has not seen what the first supplement changed")
        .contains("Tidigare: Storgatan 12");
  }

  @Test
  void the_address_comes_from_the_population_register_and_may_be_corrected() {
    Visitor citizen = Visitor.loggedIn("erik");
    citizen.fillInAfresh();
    citizen.apply();
    Exchange page = citizen.get("/ansokan");
    for (int i = 0; i < 10 && !page.uri().getPath().endsWith("/kontakt"); i++) {
      page = citizen.submit(page, Answers.complete());
    }
    assertThat(mainForm(page).named("adress-street").get(0).value()).isEqualTo("Ekbacken 4");
    assertThat(mainForm(page).named("adress-postal-code").get(0).value()).isEqualTo("123 47");
    assertThat(mainForm(page).named("adress-city").get(0).value()).isEqualTo("Eksta");
    assertThat(textOf(page)).contains("Hämtat från: folkbokföringen");
    String id = Visitor.idOf(citizen.apply());
    String seen = textOf(Visitor.caseHandler().get("/handlaggare/" + id));
    assertThat(seen)
        .as("what was corrected is shown with what the register says")
        .contains("Storgatan 12", "folkbokföringen sade ", ": Ekbacken 4, 123 47, Eksta");
  }

  @Test
  void the_register_tells_nobody_where_a_protected_person_lives() {
    Visitor citizen = Visitor.loggedIn("skyddad");
    Exchange page = citizen.get("/ansokan");
    for (int i = 0; i < 10 && !page.uri().getPath().endsWith("/kontakt"); i++) {
      page = citizen.submit(page, Answers.complete());
    }
    assertThat(textOf(page)).doesNotContain("Hämtat från: folkbokföringen");
  }
}
