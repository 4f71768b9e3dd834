package se.byggsten.samples.portal.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.byggsten.samples.portal.web.Visitor.mainForm;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;
import se.byggsten.conformance.http.WebForm;
import se.byggsten.forms.draft.ResumeCode;

/** The service that nobody logs in to, over HTTP: from the first page to the archived package. */
class OpenServiceTest {
  private static final Pattern CODE = Pattern.compile("\\b[2-9C-Y]{4}(?:-[2-9C-Y]{4}){4}\\b");
  private static final String WORDS = "Gungans kedja har gått av vid Quarnby";

  private static Map<String, String> answers() {
    Map<String, String> answers = new HashMap<>();
    answers.put("galler", "fel");
    answers.put("anlaggning", "lekplats");
    answers.put("farligt", "no");
    answers.put("beskrivning", WORDS);
    answers.put("platsNamn", "Stadsparkens lekplats");
    answers.put("koordinater-north", "59,3293");
    answers.put("koordinater-east", "18,0686");
    answers.put("vill", "no");
    return answers;
  }

  private static Exchange begin(Visitor visitor) {
    Exchange first = visitor.submit(visitor.get("/felanmalan"), Map.of());
    assertThat(first.uri().getPath()).isEqualTo("/felanmalan/vad");
    return first;
  }

  private static Exchange fillIn(Visitor visitor, Exchange from, Map<String, String> answers) {
    Exchange page = from;
    for (int i = 0; i < 12 && !page.uri().getPath().endsWith("/granska"); i++) {
      page = visitor.submit(page, answers);
      assertThat(page.status()).as(textOf(page)).isEqualTo(200);
    }
    assertThat(page.uri().getPath()).isEqualTo("/felanmalan/granska");
    return page;
  }

  /** Presses save, and reads the code. */
  private static String save(Visitor visitor, Exchange page) {
    WebForm form = mainForm(page);
    Exchange saved = visitor.submit(page, FormData.untouched(form).with("_action", "save"));
    assertThat(saved.uri().getPath()).isEqualTo("/felanmalan/sparad");
    Matcher code = CODE.matcher(textOf(saved));
    assertThat(code.find()).as(textOf(saved)).isTrue();
    return code.group();
  }

  private static Exchange resume(Visitor visitor, String code) {
    return visitor.submit(visitor.get("/felanmalan/fortsatt"), Map.of("kod", code));
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }

  @Test
  void anybody_sends_in_without_a_login_and_staff_reads_it_as_anonymous() {
    Visitor somebody = new Visitor();
    assertThat(somebody.get("/").text())
        .contains("<a class=\"govuk-link\" href=\"/felanmalan\">Felanmälan<");
    Exchange receipt = somebody.submit(fillIn(somebody, begin(somebody), answers()), Map.of());
    assertThat(receipt.uri().getPath()).isEqualTo("/felanmalan/kvittens");
    assertThat(textOf(receipt)).contains("Tack, vi har fått", WORDS, "Stadsparkens lekplats");
    String number = textOf(receipt).replaceAll("(?s).*?(KFN \\d{4}-\\d{4}).*", "$1");
    assertThat(textOf(somebody.get("/felanmalan/kvittens"))).as("loaded again").contains(number);

    Visitor karin = Visitor.caseHandler();
    Exchange list = karin.get("/handlaggare");
    Matcher row =
        Pattern.compile("href=\"(/handlaggare/[0-9a-f-]{36})\">" + number).matcher(list.text());
    assertThat(row.find()).isTrue();
    String one = row.group(1);
    assertThat(textOf(karin.get(one)))
        .contains("Anonym", "Ingen har loggat in", WORDS)
        .doesNotContain("Fatta beslut");
    karin.submitTo(karin.get(one), "/oppna", Map.of());
    assertThat(textOf(karin.submitTo(karin.get(one), "/avsluta", Map.of())))
        .contains("Avslutad", "Ärendet avslutades", "Anmälan kom in")
        .doesNotContain("Ansökan", "ansökan");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(textOf(karin.get(one))).contains("Handlingarna lämnades till arkivet"));
    assertThat(textOf(new Visitor().get("/diarium?sok=" + number.replace(' ', '+'))))
        .contains(number, "Felanmälan och synpunkter");
    String id = Visitor.idOf(one);
    for (String path : new String[] {"/kvittens/" + id, "/mina-arenden/" + id}) {
      assertThat(Visitor.loggedIn("erik").get(path).status()).isEqualTo(404);
    }
  }

  @Test
  void the_name_that_somebody_states_is_not_shown_as_known_and_not_to_the_public() {
    Visitor somebody = new Visitor();
    Map<String, String> answers = answers();
    answers.put("vill", "yes");
    answers.put("namn", "Xaveria Zetterlund");
    Exchange contact = begin(somebody);
    for (int i = 0; i < 8 && !contact.text().contains("name=\"epost\""); i++) {
      contact = somebody.submit(contact, answers);
    }
    assertThat(textOf(somebody.submit(contact, answers)))
        .as("one way to answer is needed")
        .contains("Skriv din e-postadress, eller ditt telefonnummer");
    answers.put("telefon", "070-174 06 05");
    Exchange receipt = somebody.submit(fillIn(somebody, contact, answers), Map.of());
    String number = textOf(receipt).replaceAll("(?s).*?(KFN \\d{4}-\\d{4}).*", "$1");
    String list = textOf(Visitor.caseHandler().get("/handlaggare"));
    assertThat(list).contains("Xaveria Zetterlund (inte legitimerad)");
    assertThat(textOf(new Visitor().get("/diarium?sok=" + number.replace(' ', '+'))))
        .contains(number)
        .doesNotContain("Xaveria");
    assertThat(textOf(new Visitor().get("/diarium?sok=Zetterlund"))).doesNotContain(number);
  }

  @Test
  void the_code_brings_the_draft_to_another_computer_with_its_picture() throws IOException {
    Visitor somebody = new Visitor();
    Exchange page = begin(somebody);
    for (int i = 0; i < 8 && !page.uri().getPath().endsWith("/bild"); i++) {
      page = somebody.submit(page, answers());
    }
    FormData withPicture =
        FormData.untouched(mainForm(page))
            .with("bilder", new FormData.Upload("gunga.png", "image/png", picture()))
            .with("_action", "upload");
    page = somebody.submit(page, withPicture);
    assertThat(textOf(page)).contains("gunga.png");
    String code = save(somebody, page);
    assertThat(textOf(somebody.get("/felanmalan/sparad"))).as("printed").contains(code);

    Visitor elsewhere = new Visitor();
    assertThat(elsewhere.get("/felanmalan/granska").uri().getPath())
        .isEqualTo("/felanmalan/fortsatt");
    Exchange there = resume(elsewhere, " " + code.toLowerCase(Locale.ROOT).replace('-', ' '));
    assertThat(there.uri().getPath()).isEqualTo("/felanmalan/bild");
    assertThat(textOf(there)).contains("gunga.png");
    assertThat(textOf(elsewhere.get("/felanmalan/sparad")))
        .contains("redan fått din kod")
        .doesNotContain(code);
    Exchange review = fillIn(elsewhere, there, answers());
    Exchange receipt = elsewhere.submit(review, Map.of());
    assertThat(textOf(receipt)).contains("Tack, vi har fått", "gunga.png");
    assertThat(textOf(resume(new Visitor(), code))).as("sent").contains("hittar inga svar");
    assertThat(somebody.submit(page, Map.of()).uri().getPath())
        .as("the first window, now that it is sent")
        .isEqualTo("/felanmalan/kvittens");
    assertThat(textOf(somebody.get("/felanmalan/finns-inte"))).doesNotContain("nsökan");
  }

  @Test
  void a_wrong_code_and_one_whose_draft_is_gone_are_answered_alike() {
    Visitor somebody = new Visitor();
    String code = save(somebody, begin(somebody));
    somebody.submit(fillIn(somebody, somebody.get("/felanmalan/vad"), answers()), Map.of());
    Visitor guesser = new Visitor();
    Exchange gone = resume(guesser, code);
    Exchange never = resume(guesser, ResumeCode.generate().shown());
    assertThat(gone.status()).isEqualTo(422);
    assertThat(never.status()).isEqualTo(422);
    assertThat(textOf(gone)).isEqualTo(textOf(never)).contains("hittar inga svar");
    assertThat(gone.text()).doesNotContain(code);
    Exchange mistyped = resume(guesser, code.replace(code.charAt(0), 'Q'));
    assertThat(textOf(mistyped)).contains("tecken är fel");
    assertThat(mainForm(mistyped).named("kod").get(0).value()).as("to be put right").contains("Q");
    assertThat(textOf(resume(guesser, ""))).contains("tecken är fel");
    assertThat(textOf(resume(guesser, "x".repeat(5000)))).contains("tecken är fel");
    assertThat(guesser.transcript()).noneMatch(e -> e.uri().toString().contains(code));
  }

  @Test
  void guessing_stops_after_some_tries_also_for_the_right_code() {
    Visitor somebody = new Visitor();
    String code = save(somebody, begin(somebody));
    OtherAddress guesser = OtherAddress.at("127.0.0.9");
    String first = guesser.get("/felanmalan/fortsatt").text();
    String token = first.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    for (int i = 0; i < 20; i++) {
      Reply wrong =
          guesser.post(
              "/felanmalan/fortsatt", "_csrf=" + token + "&kod=" + ResumeCode.generate().shown());
      assertThat(wrong.status()).as("try " + i).isEqualTo(422);
    }
    Reply right = guesser.post("/felanmalan/fortsatt", "_csrf=" + token + "&kod=" + code);
    assertThat(right.status()).isEqualTo(429);
    assertThat(right.text()).contains("Vänta en timme").doesNotContain(code);
    assertThat(resume(new Visitor(), code).uri().getPath())
        .as("somebody else is not locked out")
        .isEqualTo("/felanmalan/vad");
  }

  @Test
  void what_was_written_when_the_visit_had_ended_is_there_after_the_code() {
    Visitor somebody = new Visitor();
    String code = save(somebody, fillIn(somebody, begin(somebody), answers()));
    Exchange open = somebody.get("/felanmalan/beskriv");
    Visitor window = somebody.otherWindow();
    window.submitTo(window.get("/felanmalan/sparad"), "/avsluta", Map.of());
    Map<String, String> changed = answers();
    changed.put("beskrivning", "Också rutschkanan är trasig");
    Exchange asked = somebody.submit(open, changed);
    assertThat(asked.uri().getPath()).isEqualTo("/felanmalan/fortsatt");
    assertThat(textOf(asked)).doesNotContain("rutschkanan");
    Exchange review = somebody.submit(asked, Map.of("kod", code));
    assertThat(textOf(review)).contains("Också rutschkanan är trasig");
  }

  @Test
  void nothing_works_with_a_token_of_somebody_elses_page_or_a_made_up_visit() {
    Visitor somebody = new Visitor();
    begin(somebody);
    assertThat(somebody.post("/felanmalan/vad", "galler=fel&_csrf=AAAA").status()).isEqualTo(403);
    assertThat(somebody.post("/felanmalan/fortsatt", "kod=x").status()).isEqualTo(403);
    assertThat(new Visitor().post("/felanmalan/start", "_action=next").status()).isEqualTo(403);
    Map<String, String> forged = Map.of("Cookie", "anmalan=" + "A".repeat(43));
    assertThat(
            new Visitor()
                .send("GET", "/felanmalan/granska", forged, new byte[0])
                .headers("Location"))
        .containsExactly("/felanmalan/fortsatt");
    assertThat(new Visitor().get("/felanmalan/kvittens").uri().getPath()).isEqualTo("/felanmalan");
    Visitor reader = new Visitor();
    Exchange read = reader.get("/felanmalan");
    Exchange left = reader.submit(read, FormData.untouched(mainForm(read)).with("_action", "back"));
    assertThat(left.uri().getPath()).as("back before the beginning").isEqualTo("/");
    assertThat(reader.get("/felanmalan/vad").uri().getPath()).isEqualTo("/felanmalan/fortsatt");
    Exchange begun = new Visitor().get("/felanmalan");
    assertThat(begun.headers("Cache-Control")).asString().contains("no-store");
  }

  @Test
  void the_code_is_in_no_address_cookie_or_log() throws IOException {
    Visitor somebody = new Visitor();
    String code = save(somebody, begin(somebody));
    Visitor elsewhere = new Visitor();
    resume(elsewhere, code);
    String plain = code.replace("-", "");
    for (Visitor visitor : new Visitor[] {somebody, elsewhere}) {
      for (Exchange exchange : visitor.transcript()) {
        String shown =
            exchange.uri()
                + exchange.headers("Location").toString()
                + exchange.headers("Set-Cookie");
        assertThat(shown).doesNotContain(code, plain);
      }
    }
    Path log = Path.of(System.getProperty("org.slf4j.simpleLogger.logFile", ""));
    assertThat(Files.readString(log, UTF_8)).doesNotContain(code, plain, "Quarnby");
  }

  @Test
  void the_switch_of_language_keeps_the_draft_and_the_shell_is_that_of_the_service() {
    Visitor somebody = new Visitor();
    begin(somebody);
    Exchange english = somebody.get("/felanmalan/vad?lang=en");
    assertThat(textOf(english)).contains("What kind of place is it?");
    assertThat(english.text()).contains("Report a fault");
    assertThat(textOf(somebody.get("/felanmalan?lang=sv"))).contains("Fortsätt där du var");
  }
}
