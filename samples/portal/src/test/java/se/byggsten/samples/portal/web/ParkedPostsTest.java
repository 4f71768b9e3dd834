package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.samples.portal.web.Visitor.mainForm;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.byggsten.conformance.http.Exchange;

/** What was typed when the session had ended, by whom and in how many windows it may be. */
class ParkedPostsTest {
  private static Map<String, String> with(String field, String value) {
    Map<String, String> answers = new HashMap<>(Answers.complete());
    answers.put(field, value);
    return answers;
  }

  private static String value(Exchange page, String field) {
    return mainForm(page).named(field).get(0).value();
  }

  @Test
  void what_another_window_wrote_meanwhile_is_asked_about_and_neither_is_lost() {
    Visitor citizen = Visitor.loggedIn("erik");
    citizen.fillInAfresh();
    Exchange page = citizen.get("/ansokan/kontakt");
    citizen.submitTo(page, "/saml/logout", Map.of());
    Exchange stopped = citizen.submit(page, with("adress-street", "Nygatan 3"));
    Visitor telephone = Visitor.loggedIn("erik");
    telephone.submit(telephone.get("/ansokan/kontakt"), with("adress-street", "Torget 7"));
    Exchange asked = citizen.loggedInAgain(stopped, "erik");
    assertThat(asked.status()).isEqualTo(409);
    assertThat(textOf(asked)).contains("Nygatan 3", "Torget 7", "i det andra fönstret");
    assertThat(value(asked, "adress-street")).isEqualTo("Nygatan 3");
    assertThat(value(citizen.get("/ansokan/kontakt"), "adress-street")).isEqualTo("Torget 7");
    citizen.submit(asked, with("adress-street", "Nygatan 3"));
    assertThat(textOf(citizen.get("/ansokan/granska"))).contains("Nygatan 3");
    citizen.fillInAfresh();
  }

  @Test
  void what_was_typed_in_two_windows_is_kept_from_both() {
    Visitor citizen = Visitor.loggedIn("erik");
    citizen.fillInAfresh();
    Exchange contact = citizen.get("/ansokan/kontakt");
    Exchange child = citizen.get("/ansokan/barnet/1");
    citizen.submitTo(contact, "/saml/logout", Map.of());
    citizen.submit(contact, with("adress-street", "Nygatan 3"));
    Exchange stopped = citizen.submit(child, with("fornamn", "Elsa-Maj"));
    Exchange back = citizen.loggedInAgain(stopped, "erik");
    assertThat(back.uri().getPath()).isEqualTo("/ansokan/barnet/1");
    assertThat(value(back, "fornamn")).isEqualTo("Elsa-Maj");
    assertThat(value(citizen.get("/ansokan/kontakt"), "adress-street")).isEqualTo("Nygatan 3");
    assertThat(citizen.cookie("sparat")).isEmpty();
    citizen.fillInAfresh();
  }

  @Test
  void what_a_co_applicant_typed_is_on_the_page_after_their_login_and_files_are_asked_for() {
    Visitor applicant = Visitor.loggedIn("anna");
    applicant.fillInAfresh();
    String part = TogetherTest.invited(applicant, TogetherTest.sharedInvoice()).part();
    Visitor erik = Visitor.loggedIn("erik");
    Exchange page = erik.get(part + "/andras-faktura");
    erik.submitTo(page, "/saml/logout", Map.of());
    Exchange stopped = erik.submit(page, Answers.invoicePart(page, "erik@eksta.example"));
    Exchange back = erik.loggedInAgain(stopped, "erik");
    assertThat(back.uri().getPath()).isEqualTo(part + "/andras-faktura");
    assertThat(value(back, "fakturaEpost")).isEqualTo("erik@eksta.example");
    assertThat(textOf(back)).contains("Välj den igen");
    assertThat(textOf(applicant.get("/ansokan/granska"))).doesNotContain("erik@eksta.example");
    applicant.fillInAfresh();
  }
}
