package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.samples.portal.web.Visitor.mainForm;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;

/** Others than the applicant, another language and another computer, over HTTP. */
class TogetherTest {
  private static final Pattern LINK = Pattern.compile("/medsokande/([0-9a-f-]{29})");

  private static Map<String, String> withOther() {
    Map<String, String> answers = new HashMap<>(Answers.complete());
    answers.put("antalVardnadshavare", "tva");
    answers.put("andraNamn", "Erik Lindström");
    answers.put("andraPersonnummer", "19830301-2390");
    answers.put("andraSkyddad", "yes");
    answers.put("andraTelefon", "070-174 06 07");
    return answers;
  }

  private static Exchange walk(Visitor visitor, Exchange from, Map<String, String> answers) {
    Exchange page = from;
    for (int i = 0; i < 60 && !page.uri().getPath().endsWith("/granska"); i++) {
      page = visitor.submit(page, answers);
      assertThat(page.status()).as(textOf(page)).isEqualTo(200);
    }
    assertThat(page.uri().getPath()).endsWith("/granska");
    return page;
  }

  @Test
  void the_other_custodian_alone_approves_and_a_change_withdraws_it() {
    Visitor anna = Visitor.loggedIn("anna");
    anna.fillIn();
    Map<String, String> answers = withOther();
    Exchange review = walk(anna, anna.submit(anna.get("/ansokan/vardnad"), answers), answers);
    Exchange waits = anna.submit(review, Map.of());
    assertThat(waits.uri().getPath()).isEqualTo("/ansokan/medsokande");
    assertThat(textOf(waits)).contains("Inbjuden, har inte godkänt", "utan att vänta");
    Matcher link = LINK.matcher(waits.text());
    assertThat(link.find()).isTrue();
    String invitation = link.group();

    Visitor stranger = Visitor.loggedIn("fatima");
    assertThat(stranger.get(invitation).status()).isEqualTo(404);
    assertThat(stranger.get(invitation).text()).doesNotContain("Elsa");
    assertThat(textOf(anna.get("/ansokan/medsokande"))).contains("Antal försök: 2");

    Visitor erik = Visitor.loggedIn("erik");
    Exchange read = erik.get(invitation);
    assertThat(textOf(read)).contains("Anna Lindström har gjort", "Elsa", "har inte godkänt");
    assertThat(textOf(erik.submit(read, Map.of()))).contains("Du har godkänt ansökan");
    assertThat(textOf(anna.get("/ansokan/medsokande"))).contains("Har godkänt");

    Map<String, String> changed = new HashMap<>(answers);
    changed.put("telefon", "070-174 06 99");
    anna.submit(anna.get("/ansokan/kontakt"), changed);
    assertThat(textOf(anna.get("/ansokan/medsokande"))).contains("gäller inte längre");
    assertThat(erik.submit(read, Map.of()).status()).as("an old page").isEqualTo(409);
    erik.submit(erik.get(invitation), Map.of());

    Exchange receipt = anna.submit(anna.get("/ansokan/granska"), Map.of());
    assertThat(receipt.uri().getPath()).startsWith("/kvittens/");
    assertThat(textOf(receipt)).contains("Den andra vårdnadshavaren", "Har godkänt");
    assertThat(textOf(erik.get(invitation))).contains("nu inskickad");
  }

  @Test
  void who_was_not_waited_for_approves_afterwards_once_and_the_case_handler_sees_it() {
    Visitor mateusz = Visitor.loggedIn("samordning");
    mateusz.fillInAfresh();
    Map<String, String> answers = withOther();
    Exchange review =
        walk(mateusz, mateusz.submit(mateusz.get("/ansokan/vardnad"), answers), answers);
    Exchange waits = mateusz.submit(review, Map.of());
    Matcher link = LINK.matcher(waits.text());
    assertThat(link.find()).isTrue();
    String invitation = link.group();
    Exchange receipt = mateusz.submit(waits, Map.of());
    assertThat(receipt.uri().getPath()).startsWith("/kvittens/");
    assertThat(textOf(receipt)).contains("Den andra vårdnadshavaren", "Har inte godkänt");
    String id = Visitor.idOf(receipt.uri().getPath());

    assertThat(Visitor.loggedIn("fatima").get(invitation).status()).isEqualTo(404);
    assertThat(mateusz.get(invitation).status()).as("nor the applicant").isEqualTo(404);
    Visitor erik = Visitor.loggedIn("erik");
    Exchange read = erik.get(invitation);
    assertThat(textOf(read)).contains("utan att vänta på dig", "Elsa");
    Map<String, String> forged = Map.of("innehall", "0".repeat(64));
    Exchange refused =
        erik.submit(
            read,
            FormData.untouched(mainForm(read))
                .without(part -> part.name().equals("innehall"))
                .with("innehall", forged.get("innehall")));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(textOf(mateusz.get("/kvittens/" + id))).contains("Har inte godkänt");
    Exchange approved = erik.submit(read, Map.of());
    assertThat(textOf(approved)).contains("Du godkände ansökan");
    assertThat(erik.submit(read, Map.of()).status()).as("a replay").isIn(200, 404);

    Visitor karin = Visitor.caseHandler();
    String seen = textOf(karin.get("/handlaggare/" + id));
    assertThat(seen).contains("Godkände i efterhand", "En komplettering kom in", "Inkommen");
    assertThat(seen.split("En komplettering kom in", -1)).as("once").hasSize(2);
    assertThat(textOf(mateusz.get("/kvittens/" + id))).contains("Godkände i efterhand");
    assertThat(erik.get("/mina-arenden/" + id).status()).as("still not his case").isEqualTo(404);
  }

  /** All that the page of a case offers, one after the other. */
  private static String documents(Visitor visitor, String address) {
    Matcher link =
        Pattern.compile(address + "/handling/[0-9a-f-]{36}").matcher(visitor.get(address).text());
    StringBuilder all = new StringBuilder();
    while (link.find()) {
      all.append(visitor.get(link.group()).text());
    }
    return all.toString();
  }

  record Links(String approval, String part) {}

  static Map<String, String> sharedInvoice() {
    Map<String, String> answers = withOther();
    answers.put("andraSkyddad", "no");
    answers.put("andraBor", "annan");
    answers.put("andraAdress-street", "Lillgatan 3");
    answers.put("andraAdress-postal-code", "123 45");
    answers.put("andraAdress-city", "Eksta");
    answers.put("delaFaktura", "yes");
    return answers;
  }

  static Links invited(Visitor applicant, Map<String, String> answers) {
    Exchange review =
        walk(applicant, applicant.submit(applicant.get("/ansokan/vardnad"), answers), answers);
    Exchange waits = applicant.submit(review, Map.of());
    assertThat(textOf(waits)).contains("har inte godkänt", "har inte skickat sin del");
    Matcher links = LINK.matcher(waits.text());
    assertThat(links.find()).isTrue();
    String approval = links.group();
    assertThat(links.find()).isTrue();
    return new Links(approval, links.group());
  }

  @Test
  void who_names_herself_gets_no_link_and_reads_nothing_that_the_other_had_filled_in() {
    Visitor applicant = Visitor.loggedIn("anna");
    applicant.fillInAfresh();
    Map<String, String> answers = sharedInvoice();
    Links links = invited(applicant, answers);
    Visitor erik = Visitor.loggedIn("erik");
    erik.submit(
        erik.get(links.part() + "/andras-faktura"),
        Map.of("betalarHalva", "yes", "fakturaEpost", "erik@eksta.example"));
    Map<String, String> self = new HashMap<>(answers);
    self.put("andraPersonnummer", "19840104-2380");
    applicant.submit(applicant.get("/ansokan/andra"), self);
    Exchange waiting = applicant.get("/ansokan/medsokande");
    assertThat(textOf(waiting)).contains("Du har angett dig själv");
    assertThat(LINK.matcher(waiting.text()).find()).isFalse();
    assertThat(applicant.get(links.part()).status()).isEqualTo(404);
    assertThat(erik.get(links.part()).status()).isEqualTo(404);
  }

  @Test
  void the_other_custodian_fills_in_their_own_part_and_sees_nothing_else() {
    Visitor applicant = Visitor.loggedIn("anna");
    applicant.fillInAfresh();
    Links links = invited(applicant, sharedInvoice());
    String approval = links.approval();
    String part = links.part();

    for (String person : new String[] {"fatima", "skyddad"}) {
      Visitor stranger = Visitor.loggedIn(person);
      assertThat(stranger.get(part).status()).isEqualTo(404);
      assertThat(stranger.get(part + "/andras-faktura").status()).isEqualTo(404);
    }
    assertThat(applicant.get(part + "/andras-faktura").status()).isEqualTo(404);
    assertThat(applicant.get("/ansokan/andras-faktura").uri().getPath())
        .as("nor under the applicant's own address")
        .isNotEqualTo("/ansokan/andras-faktura");

    Visitor erik = Visitor.loggedIn("erik");
    Exchange begin = erik.get(part);
    assertThat(textOf(begin)).contains("Fyll i din del").doesNotContain("Elsa", "420");
    assertThat(erik.get(approval + "/andras-faktura").status()).as("not to fill in").isEqualTo(404);
    assertThat(erik.get(part + "/inkomst").uri().getPath()).isEqualTo(part + "/andras-faktura");
    Exchange page = erik.get(part + "/andras-faktura");
    assertThat(erik.submit(page, Map.of()).status()).isEqualTo(422);
    String token = mainForm(page).named("_csrf").get(0).value();
    assertThat(erik.post(part + "/inkomst", "_csrf=" + token + "&inkomst=1").status())
        .as("the applicant's page")
        .isGreaterThanOrEqualTo(400);
    assertThat(erik.post(part + "/andras-faktura", "_csrf=AAAA&betalarHalva=yes").status())
        .isEqualTo(403);
    Exchange filled = erik.submit(page, Answers.invoicePart(page, "erik@eksta.example"));
    assertThat(filled.uri().getPath()).isEqualTo(part);
    assertThat(textOf(filled))
        .contains("erik@eksta.example", "fullmakt.pdf", "har inte skickat din del");
    assertThat(textOf(erik.submit(filled, Map.of()))).contains("Du har skickat din del");
    assertThat(textOf(applicant.get("/ansokan/granska")))
        .doesNotContain("erik@eksta.example", "fullmakt.pdf");

    erik.submit(erik.get(approval), Map.of());
    Map<String, String> changed = Map.of("fakturaEpost", "erik.hemma@eksta.example");
    erik.submit(erik.get(part + "/andras-faktura"), changed);
    assertThat(textOf(applicant.get("/ansokan/medsokande")))
        .contains("Har ändrat sin del")
        .as("that is not what he approved")
        .contains("Har godkänt");
    Exchange again = erik.get(part);
    erik.submit(again, Map.of());
    Exchange receipt = applicant.submit(applicant.get("/ansokan/granska"), Map.of());
    assertThat(receipt.uri().getPath()).startsWith("/kvittens/");
    assertThat(textOf(receipt)).contains("Har skickat sin del", "Har godkänt");
    String id = Visitor.idOf(receipt.uri().getPath());
    String own = documents(applicant, "/mina-arenden/" + id);
    assertThat(own).contains("Elsa").doesNotContain("Din del av fakturan");
    assertThat(applicant.get("/mina-arenden/" + id).text()).doesNotContain("fullmakt.pdf");
    assertThat(documents(Visitor.caseHandler(), "/handlaggare/" + id))
        .contains("Elsa", "Din del av fakturan", "fullmakt.pdf");
    assertThat(textOf(erik.get(part))).contains("nu inskickad");
    assertThat(erik.submit(again, Map.of()).status()).as("a replay").isIn(200, 404);
    assertThat(erik.get(part + "/andras-faktura").status()).isEqualTo(404);
    assertThat(textOf(Visitor.caseHandler().get("/handlaggare/" + id)))
        .contains("Din del av fakturan");
  }

  @Test
  void who_has_protected_identity_is_not_found_out_by_the_other_custodian() {
    Visitor sara = Visitor.loggedIn("skyddad");
    sara.fillInAfresh();
    sara.submit(
        sara.get("/ansokan/kontakt"),
        answersWith(Map.of("skyddad", "nej", "adress-street", "Hemliga gränd 9")));
    Map<String, String> answers = withOther();
    answers.put("skyddad", "ja");
    sara.submit(sara.get("/ansokan/kontakt"), answers);
    Exchange review = walk(sara, sara.submit(sara.get("/ansokan/vardnad"), answers), answers);
    Exchange waits = sara.submit(review, Map.of());
    Matcher link = LINK.matcher(waits.text());
    assertThat(link.find()).isTrue();
    Visitor erik = Visitor.loggedIn("erik");
    assertThat(erik.get(link.group()).text()).contains("Elsa").doesNotContain("Hemliga", "gränd 9");
    sara.submit(waits, Map.of());
    assertThat(erik.get(link.group()).text()).contains("Elsa").doesNotContain("Hemliga", "gränd 9");
  }

  private static Map<String, String> answersWith(Map<String, String> more) {
    Map<String, String> answers = new HashMap<>(Answers.complete());
    answers.putAll(more);
    return answers;
  }

  @Test
  void staff_fills_in_for_somebody_and_both_are_on_the_receipt() {
    Visitor karin = Visitor.caseHandler();
    Exchange form = karin.get("/handlaggare/ombud");
    assertThat(karin.submit(form, Map.of()).status()).isEqualTo(422);
    LocalDate day = LocalDate.now(ZoneId.of("Europe/Stockholm")).minusDays(3);
    Map<String, String> who =
        Map.of(
            "personnummer", "19860110-2380",
            "fornamn", "Sara",
            "efternamn", "Öberg",
            "identifiering", "SIGNATURE",
            "vag", "PAPER",
            "kom-year", Integer.toString(day.getYear()),
            "kom-month", Integer.toString(day.getMonthValue()),
            "kom-day", Integer.toString(day.getDayOfMonth()));
    Exchange first = karin.submit(form, who);
    assertThat(first.uri().getPath()).startsWith("/handlaggare/ombud/").doesNotContain("1986");
    String entry = first.uri().getPath().split("/", -1)[3];
    Visitor lars = new Visitor();
    lars.login("handlaggare2", "/handlaggare", "ok");
    assertThat(lars.get("/handlaggare/ombud/" + entry).status()).isEqualTo(404);
    assertThat(textOf(karin.get("/handlaggare/ombud"))).contains("Sara Öberg, Papper");
    assertThat(textOf(lars.get("/handlaggare/ombud"))).doesNotContain("Sara");
    Map<String, String> byPhone = new HashMap<>(who);
    byPhone.putAll(Map.of("vag", "TELEPHONE", "identifiering", "IDENTITY_DOCUMENT"));
    assertThat(karin.submit(karin.get("/handlaggare/ombud"), byPhone).uri().getPath())
        .as("another draft than the paper's")
        .doesNotContain(entry);

    Exchange sent = karin.submit(walk(karin, first, Answers.complete()), Map.of());
    assertThat(sent.uri().getPath()).matches("/handlaggare/[0-9a-f-]{36}");
    assertThat(textOf(sent)).contains("Ifylld av", "Karin Ek", "Skrev under en pappersblankett");
    assertThat(textOf(sent)).contains(Integer.toString(day.getDayOfMonth()) + " ");
    assertThat(karin.get("/handlaggare/ombud").text()).doesNotContain(entry);

    String id = Visitor.idOf(sent.uri().getPath());
    Visitor sara = Visitor.loggedIn("skyddad");
    assertThat(textOf(sara.get("/kvittens/" + id)))
        .contains("Sökande Sara Öberg", "Ifylld av Karin Ek", "Papper");
    assertThat(Visitor.loggedIn("erik").get("/kvittens/" + id).status()).isEqualTo(404);
    Visitor.assertLedToLogin(Visitor.loggedIn("erik").get("/handlaggare/ombud"));
  }

  @Test
  void going_to_another_language_keeps_what_is_typed_and_not_yet_sent() {
    Visitor citizen = Visitor.loggedIn("erik");
    citizen.fillIn();
    Exchange page = citizen.get("/ansokan/barnet/1");
    assertThat(page.text()).contains("formaction=\"/ansokan/barnet/1?lang=en\"");
    FormData typed =
        FormData.filled(mainForm(page), Map.of("fornamn", java.util.List.of("Åsa-Märta & <Co>")))
            .with("_action", "save");
    Exchange switched =
        citizen.send(
            "POST",
            "/ansokan/barnet/1?lang=en",
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            Encoding.of(typed));
    assertThat(switched.status()).isEqualTo(303);
    Exchange english = citizen.get("/ansokan/barnet/1");
    assertThat(english.text()).contains("lang=\"en\"", "Åsa-Märta &amp; &lt;Co&gt;");
    citizen.get("/?lang=sv");
    citizen.submit(citizen.get("/ansokan/barnet/1"), Answers.complete());
  }

  @Test
  void the_application_is_taken_along_as_a_file_that_only_the_password_opens() {
    Visitor citizen = Visitor.loggedIn("fatima");
    citizen.fillIn();
    String csrf = citizen.csrf();
    assertThat(post(citizen, "/ansokan/fil/spara", "spara-losen=kort&_csrf=" + csrf).status())
        .isEqualTo(422);
    Exchange file = post(citizen, "/ansokan/fil/spara", "spara-losen=tre+goda+ting&_csrf=" + csrf);
    assertThat(file.headers("Content-Disposition")).asString().contains("ansokan.utkast");
    assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1))
        .startsWith("BYGGSTEN DRAFT")
        .doesNotContain("Elsa");
    assertThat(open(citizen, file.bytes(), "fel losenord").status()).isEqualTo(422);
    assertThat(textOf(open(citizen, file.bytes(), "tre goda ting"))).contains("ska tas bort");
    Exchange page = citizen.get("/ansokan/fil");
    FormData data = upload(page, file.bytes(), "tre goda ting").with("ersatt", "yes");
    Exchange opened = citizen.submitData(page, "/oppna", data);
    assertThat(opened.uri().getPath()).isEqualTo("/ansokan/granska");
    assertThat(textOf(opened)).contains("Elsa");
    assertThat(DraftFilePages.LIMITS.bodyBytes()).isLessThan(65_000_000);
    String many = "a=1&".repeat(20) + "spara-losen=tre+goda+ting&_csrf=" + csrf;
    assertThat(post(citizen, "/ansokan/fil/spara", many).status()).isIn(400, 413);
    String tooLong = "spara-losen=" + "x".repeat(2000) + "&_csrf=" + csrf;
    assertThat(post(citizen, "/ansokan/fil/spara", tooLong).status()).isIn(400, 413);
    Visitor other = Visitor.loggedIn("samordning");
    assertThat(textOf(open(other, file.bytes(), "tre goda ting")))
        .contains("Logga in som den som sparade filen");
    assertThat(post(citizen, "/ansokan/fil/spara", "spara-losen=tre+goda+ting&_csrf=x").status())
        .isEqualTo(403);
  }

  private static Exchange post(Visitor visitor, String path, String body) {
    return visitor.post(path, body);
  }

  private static FormData upload(Exchange page, byte[] file, String secret) {
    return FormData.untouched(Visitor.formTo(page, "/oppna"))
        .without(part -> part.name().equals("fil") || part.name().equals("oppna-losen"))
        .with("oppna-losen", secret)
        .with("fil", new FormData.Upload("min.utkast", "application/octet-stream", file));
  }

  private static Exchange open(Visitor visitor, byte[] file, String secret) {
    Exchange page = visitor.get("/ansokan/fil");
    return visitor.submitData(page, "/oppna", upload(page, file, secret));
  }
}
