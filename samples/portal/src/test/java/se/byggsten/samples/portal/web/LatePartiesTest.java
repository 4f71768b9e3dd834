package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.samples.portal.web.Visitor.mainForm;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;

/** What other parties do with an application that has been sent, over HTTP. */
class LatePartiesTest {
  private static final Pattern LINK = Pattern.compile("/medsokande/[0-9a-f-]{29}");
  private static final Pattern CHANGED =
      Pattern.compile("href=\"(/[^\"]+/handling/[^\"]+)\"[^>]*>[^<]*Ändrade svar");
  private static final Map<String, String> REQUEST =
      Map.of(
          "begaran", "Vilken adress?",
          "senast-year", "2099",
          "senast-month", "1",
          "senast-day", "15");

  private static Map<String, String> withOther() {
    Map<String, String> answers = new HashMap<>(Answers.complete());
    answers.put("antalVardnadshavare", "tva");
    answers.put("andraNamn", "Erik Lindström");
    answers.put("andraPersonnummer", "19830301-2390");
    answers.put("andraSkyddad", "no");
    answers.put("andraTelefon", "070-174 06 07");
    answers.put("andraBor", "annan");
    answers.put("andraAdress-street", "Lillgatan 3");
    answers.put("andraAdress-postal-code", "123 45");
    answers.put("andraAdress-city", "Eksta");
    answers.put("delaFaktura", "yes");
    return answers;
  }

  private static Exchange waits(Visitor applicant) {
    applicant.fillInAfresh();
    Map<String, String> answers = withOther();
    Exchange page = applicant.submit(applicant.get("/ansokan/vardnad"), answers);
    for (int i = 0; i < 60 && !page.uri().getPath().endsWith("/granska"); i++) {
      page = applicant.submit(page, answers);
      assertThat(page.status()).as(textOf(page)).isEqualTo(200);
    }
    return applicant.submit(page, Map.of());
  }

  private static List<String> links(Exchange page) {
    List<String> links = new ArrayList<>();
    Matcher link = LINK.matcher(page.text());
    while (link.find()) {
      links.add(link.group());
    }
    return links;
  }

  private static void ask(Visitor staff, String id) {
    String page = "/handlaggare/" + id;
    if (textOf(staff.get(page)).contains("Börja handlägga")) {
      staff.submitTo(staff.get(page), "/oppna", Map.of());
    }
    staff.submitTo(staff.get(page), "/komplettering", REQUEST);
  }

  private static void change(Visitor applicant, String id, String page, Map<String, String> with) {
    String mine = "/mina-arenden/" + id;
    applicant.get(mine + "/andra");
    Map<String, String> answers = withOther();
    answers.putAll(with);
    applicant.submit(applicant.get(mine + "/andra/" + page), answers);
    Exchange review = applicant.get(mine + "/andra/granska");
    Exchange sent = applicant.submit(review, FormData.untouched(mainForm(review)));
    assertThat(sent.uri().getPath()).as(textOf(sent)).isEqualTo(mine);
  }

  @Test
  void a_change_of_what_was_approved_makes_the_approval_void_until_it_is_given_anew() {
    Visitor applicant = Visitor.loggedIn("samordning");
    Exchange waits = waits(applicant);
    String approval = links(waits).get(0);
    Visitor erik = Visitor.loggedIn("erik");
    erik.submit(erik.get(approval), Map.of());
    String id = Visitor.idOf(applicant.submit(waits, Map.of()).uri().getPath());
    String mine = "/mina-arenden/" + id;
    Visitor staff = Visitor.caseHandler();
    ask(staff, id);
    assertThat(textOf(applicant.get(mine))).contains("Någon annan har godkänt ansökan");
    assertThat(textOf(erik.get(approval))).contains("Du godkände ansökan");
    assertThat(textOf(staff.get("/handlaggare/" + id))).doesNotContain("behövs på nytt");

    change(applicant, id, "kontakt", Map.of("adress-street", "Nygatan 3"));
    Exchange after = applicant.get(mine);
    assertThat(textOf(after)).contains("Godkännandet gäller inte längre. Be om ett nytt.");
    assertThat(links(after)).contains(approval);
    assertThat(textOf(staff.get("/handlaggare/" + id)))
        .contains("Sedan har den sökande ändrat det som godkändes", "behövs på nytt");
    Matcher printed = CHANGED.matcher(after.text());
    assertThat(printed.find()).as(textOf(after)).isTrue();
    assertThat(applicant.get(printed.group(1)).text())
        .contains("Behöver godkänna igen, eftersom svaren har ändrats");

    Exchange read = erik.get(approval);
    assertThat(textOf(read))
        .contains("Ansökan har ändrats sedan du godkände den", "Nygatan 3")
        .doesNotContain("Sekretess", "Storgatan 12");
    assertThat(Visitor.loggedIn("fatima").get(approval).status()).isEqualTo(404);
    FormData forged =
        FormData.untouched(mainForm(read))
            .without(part -> part.name().equals("innehall"))
            .with("innehall", "0".repeat(64));
    assertThat(erik.submit(read, forged).status()).isEqualTo(409);
    assertThat(textOf(erik.submit(read, Map.of()))).contains("Du har godkänt ansökan");
    assertThat(erik.submit(read, Map.of()).status()).as("clicked twice").isEqualTo(200);
    String seen = textOf(staff.get("/handlaggare/" + id));
    assertThat(seen).contains("Godkände i efterhand").doesNotContain("behövs på nytt");
    assertThat(seen.split("Godkände i efterhand", -1)).as("once").hasSize(2);
    assertThat(textOf(applicant.get(mine))).doesNotContain("Be om ett nytt");

    ask(staff, id);
    change(applicant, id, "kontakt", Map.of("adress-street", "Nygatan 3"));
    assertThat(textOf(staff.get("/handlaggare/" + id)))
        .as("what is sent again as it was needs no new approval")
        .doesNotContain("behövs på nytt");
  }

  /** The end of the address of a document that the page of a case links to by a name. */
  private static String document(Exchange page, String name) {
    Matcher link =
        Pattern.compile("href=\"/handlaggare/[^/]+(/handling/[^\"]+)\"[^>]*>[^<]*" + name)
            .matcher(page.text());
    assertThat(link.find()).as(name).isTrue();
    return link.group(1);
  }

  @Test
  void a_part_that_nobody_waited_for_is_filled_in_afterwards_and_outlives_other_changes() {
    Visitor applicant = Visitor.loggedIn("skyddad");
    Exchange waits = waits(applicant);
    String part = links(waits).get(1);
    Exchange receipt = applicant.submit(waits, Map.of());
    assertThat(textOf(receipt)).contains("har inte skickat sin del än", "har inte godkänt");
    assertThat(links(receipt)).as("to be found again").contains(part);
    String id = Visitor.idOf(receipt.uri().getPath());
    String mine = "/mina-arenden/" + id;
    Visitor staff = Visitor.caseHandler();
    ask(staff, id);
    applicant.get(mine + "/andra");

    Visitor erik = Visitor.loggedIn("erik");
    assertThat(applicant.get(part).status()).isEqualTo(404);
    assertThat(Visitor.loggedIn("fatima").get(part + "/andras-faktura").status()).isEqualTo(404);
    Exchange begin = erik.get(part);
    assertThat(textOf(begin))
        .contains("utan att vänta på dig", "Fyll i din del")
        .doesNotContain("Elsa", "Storgatan");
    assertThat(erik.get(part + "/inkomst").uri().getPath()).isEqualTo(part + "/andras-faktura");
    Exchange page = erik.get(part + "/andras-faktura");
    assertThat(erik.submit(page, Map.of()).status()).isEqualTo(422);
    Exchange filled = erik.submit(page, Answers.invoicePart(page, "erik.q@eksta.example"));
    assertThat(textOf(filled)).contains("erik.q@eksta.example", "fullmakt.pdf");
    Exchange sent = erik.submit(filled, Map.of());
    assertThat(textOf(sent)).contains("Du har skickat din del", "Du skickade din del");
    assertThat(erik.submit(filled, Map.of()).status()).as("clicked twice").isIn(200, 404);

    String seen = textOf(staff.get("/handlaggare/" + id));
    assertThat(seen)
        .contains("erik.q@eksta.example", "Skickade sin del i efterhand", "fullmakt.pdf");
    Exchange own = applicant.get(mine);
    assertThat(textOf(own)).doesNotContain("inte skickat sin del");
    assertThat(own.text())
        .doesNotContain("erik.q@eksta.example", "En annan parts svar", "fullmakt.pdf");
    for (String name : List.of("En annan parts", "fullmakt.pdf")) {
      String document = document(staff.get("/handlaggare/" + id), name);
      assertThat(staff.get("/handlaggare/" + id + document).status()).isEqualTo(200);
      assertThat(applicant.get(mine + document).status()).as("not theirs").isEqualTo(404);
    }

    change(applicant, id, "kontakt", Map.of("adress-street", "Nygatan 3"));
    assertThat(textOf(staff.get("/handlaggare/" + id)))
        .as("a change that was begun before does not undo the part")
        .contains("Nygatan 3", "erik.q@eksta.example");
    assertThat(applicant.get(mine).text()).doesNotContain("erik.q@eksta.example");
  }
}
