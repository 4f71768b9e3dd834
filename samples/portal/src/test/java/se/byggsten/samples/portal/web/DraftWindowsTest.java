package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.samples.portal.web.Visitor.mainForm;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.byggsten.conformance.http.Exchange;

/** Several windows on one application, and a session that ends in the middle, on the database. */
class DraftWindowsTest {
  private final Visitor citizen = Visitor.loggedIn("erik");

  @BeforeEach
  void fillIn() {
    citizen.fillInAfresh();
  }

  @AfterEach
  void leaveItWhole() {
    citizen.fillInAfresh();
  }

  private static Map<String, String> with(String field, String value) {
    Map<String, String> answers = new HashMap<>(Answers.complete());
    answers.put(field, value);
    return answers;
  }

  @Test
  void different_fields_of_one_page_from_two_windows_are_both_kept() {
    Exchange one = citizen.get("/ansokan/kontakt");
    Exchange two = citizen.otherWindow().get("/ansokan/kontakt");
    citizen.submit(one, with("adress-street", "Nygatan 3"));
    citizen.submit(two, with("telefon", "070-174 06 06"));
    assertThat(textOf(citizen.get("/ansokan/granska"))).contains("Nygatan 3", "070-174 06 06");
  }

  @Test
  void the_same_field_from_two_windows_is_asked_about_and_settled_by_the_next_post() {
    Exchange one = citizen.get("/ansokan/kontakt");
    Exchange two = citizen.otherWindow().get("/ansokan/kontakt");
    citizen.submit(one, with("adress-street", "Nygatan 3"));
    Exchange asked = citizen.submit(two, with("adress-street", "Torget <7>"));
    assertThat(asked.status()).isEqualTo(409);
    assertThat(textOf(asked)).contains("Nygatan 3", "Torget &lt;7&gt;", "i det andra fönstret");
    assertThat(mainForm(asked).named("adress-street").get(0).value()).isEqualTo("Torget <7>");
    assertThat(textOf(citizen.get("/ansokan/granska"))).contains("Nygatan 3");
    citizen.submit(asked, with("adress-street", "Torget 7"));
    assertThat(textOf(citizen.get("/ansokan/granska"))).contains("Torget 7");
  }

  @Test
  void an_application_is_not_sent_with_what_the_review_did_not_show() {
    Exchange review = citizen.get("/ansokan/granska");
    citizen.submit(citizen.get("/ansokan/kontakt"), with("adress-street", "Nygatan 3"));
    Exchange again = citizen.submit(review, Map.of());
    assertThat(again.status()).isEqualTo(409);
    assertThat(textOf(again)).contains("Läs igenom den igen", "Nygatan 3");
    Exchange receipt = citizen.submit(again, Map.of());
    assertThat(receipt.uri().getPath()).startsWith("/kvittens/");
    Exchange late = citizen.submit(again, Map.of());
    assertThat(late.uri().getPath()).isEqualTo(receipt.uri().getPath());
  }

  @Test
  void posts_at_the_same_moment_lose_nothing() throws Exception {
    Exchange page = citizen.get("/ansokan/kontakt");
    List<String> fields = List.of("adress-street", "epost", "telefon");
    List<String> values = List.of("Nygatan 3", "e@eksta.example", "070-174 06 06");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> posts =
          IntStream.range(0, fields.size())
              .<Callable<Integer>>mapToObj(
                  i -> {
                    Visitor window = citizen.otherWindow();
                    Map<String, String> answers = with(fields.get(i), values.get(i));
                    return () -> window.submit(page, answers).status();
                  })
              .toList();
      for (Future<Integer> post : threads.invokeAll(posts)) {
        assertThat(post.get()).isEqualTo(200);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(textOf(citizen.get("/ansokan/granska"))).contains(values);
  }

  @Test
  void what_is_posted_after_the_session_ended_is_there_after_the_next_login() {
    Exchange page = citizen.get("/ansokan/kontakt");
    citizen.submitTo(page, "/saml/logout", Map.of());
    Exchange stopped = citizen.submit(page, with("adress-street", "Nygatan 3"));
    assertThat(citizen.cookie("sparat")).matches("[A-Za-z0-9_-]{43}[.]/ansokan/kontakt");
    citizen.loggedInAgain(stopped, "erik");
    assertThat(textOf(citizen.get("/ansokan/granska"))).contains("Nygatan 3");
  }

  @Test
  void what_one_person_posted_is_not_given_to_the_next_one_at_the_same_computer() {
    Exchange page = citizen.get("/ansokan/kontakt");
    citizen.submitTo(page, "/saml/logout", Map.of());
    citizen.submit(page, with("adress-street", "Hemliga vägen 1"));
    citizen.login("fatima", "/ansokan/kontakt", "ok");
    citizen.get("/ansokan/kontakt");
    assertThat(citizen.fillIn().text()).doesNotContain("Hemliga vägen");
    citizen.submitTo(citizen.get("/ansokan/kontakt"), "/saml/logout", Map.of());
    citizen.login("erik", "/ansokan", "ok");
    assertThat(textOf(citizen.get("/ansokan/granska"))).doesNotContain("Hemliga vägen");
  }
}
