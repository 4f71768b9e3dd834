package se.byggsten.samples.portal.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.byggsten.samples.portal.web.Visitor.mainForm;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;

/** Somebody who has lost the code of what they have not sent, over HTTP. */
class LostCodeTest {
  private static final Pattern CODE = Pattern.compile("\\b[2-9C-Y]{4}(?:-[2-9C-Y]{4}){4}\\b");

  private static String codeIn(String text) {
    Matcher code = CODE.matcher(text);
    assertThat(code.find()).as(text).isTrue();
    return code.group();
  }

  /** Begins, answers a page, saves, and returns the code. */
  private static String save(Visitor somebody) {
    Exchange page = somebody.submit(somebody.get("/felanmalan"), Map.of());
    page = somebody.submit(page, Map.of("galler", "synpunkt", "anlaggning", "badplats"));
    FormData data =
        FormData.filled(mainForm(page), Map.of("beskrivning", List.of("Bryggan vid Quarnby")));
    return codeIn(textOf(somebody.submit(page, data.with("_action", "save"))));
  }

  private static Exchange ask(Visitor visitor, String address) {
    return visitor.submit(visitor.get("/felanmalan/ny-kod"), Map.of("epost", address));
  }

  private static Exchange resume(String code) {
    Visitor elsewhere = new Visitor();
    return elsewhere.submit(elsewhere.get("/felanmalan/fortsatt"), Map.of("kod", code));
  }

  @Test
  void a_new_code_comes_to_the_address_that_was_left_and_the_old_one_is_void() throws IOException {
    String address = "Robin.Quist@eksta.example";
    Visitor somebody = new Visitor();
    String old = save(somebody);
    assertThat(somebody.get("/felanmalan/sparad").text()).contains("/felanmalan/epost");
    Exchange page = somebody.get("/felanmalan/epost");
    assertThat(somebody.submit(page, Map.of("epost", "ingen")).status()).isEqualTo(422);
    Exchange left = somebody.submit(page, Map.of("epost", address));
    assertThat(left.uri().getPath()).isEqualTo("/felanmalan/sparad");
    assertThat(textOf(left)).contains("Nu kan du få en ny kod");

    Visitor elsewhere = new Visitor();
    assertThat(elsewhere.get("/felanmalan/fortsatt").text()).contains("/felanmalan/ny-kod");
    Exchange asked = ask(elsewhere, " robin.quist@eksta.example ");
    assertThat(textOf(asked)).contains("Finns det svar som hör till adressen");
    String to = "To: robin.quist@eksta.example\r\n";
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(Mail.with(to)).hasSize(1));
    String mail = Mail.with(to).get(0);
    assertThat(Mail.subject(mail)).isEqualTo("Din nya kod hos Eksta kommun");
    assertThat(mail).doesNotContain("Quarnby", old, "badplats");
    String code = codeIn(mail);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(textOf(resume(old))).contains("hittar inga svar"));
    Exchange there = resume(code);
    assertThat(there.uri().getPath()).isEqualTo("/felanmalan/beskriv");
    assertThat(there.text()).contains("Bryggan vid Quarnby");
    assertThat(somebody.get("/felanmalan/beskriv").uri().getPath())
        .as("the browser that had the old code begins anew")
        .isEqualTo("/felanmalan");
    ask(elsewhere, address);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(Mail.with(to)).as("the new one is lost too").hasSize(2));

    Path log = Path.of(System.getProperty("org.slf4j.simpleLogger.logFile", ""));
    assertThat(Files.readString(log, UTF_8))
        .doesNotContain(code, old)
        .doesNotContainIgnoringCase("robin.quist");
    for (Visitor visitor : List.of(somebody, elsewhere)) {
      assertThat(visitor.transcript())
          .noneMatch(e -> e.uri().toString().toLowerCase(java.util.Locale.ROOT).contains("quist"));
    }
  }

  @Test
  void nobody_learns_whether_there_is_a_draft_for_an_address() throws IOException {
    Visitor somebody = new Visitor();
    save(somebody);
    String known = "kim.okand@eksta.example";
    somebody.submit(somebody.get("/felanmalan/epost"), Map.of("epost", known));
    Visitor curious = new Visitor();
    Exchange one = ask(curious, known);
    Exchange other = ask(curious, "aldrig@eksta.example");
    assertThat(one.status()).isEqualTo(200);
    assertThat(textOf(one)).isEqualTo(textOf(other));
    for (int i = 0; i < 4; i++) {
      assertThat(textOf(ask(curious, known))).as("however often").isEqualTo(textOf(other));
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(Mail.with("To: " + known)).hasSize(3));
    ask(curious, "aldrig@eksta.example");
    assertThat(Mail.with("To: aldrig@eksta.example")).isEmpty();
    assertThat(Mail.with("To: " + known)).as("three a day").hasSize(3);
  }

  @Test
  void an_address_is_left_only_for_a_draft_of_ones_own_and_what_is_no_address_is_refused() {
    Visitor stranger = new Visitor();
    assertThat(stranger.get("/felanmalan/epost").uri().getPath()).isEqualTo("/felanmalan/ny-kod");
    assertThat(stranger.post("/felanmalan/epost", "epost=a@b.se").status()).isEqualTo(403);
    for (String none :
        List.of("", "a@b", "a b@c.se", "a@b.se\r\nBcc: c@d.se", "x".repeat(300) + "@b.se")) {
      assertThat(ask(stranger, none).status()).as(none).isEqualTo(422);
    }
    Visitor elsewhere = new Visitor();
    String code = save(new Visitor());
    elsewhere.submit(elsewhere.get("/felanmalan/fortsatt"), Map.of("kod", code));
    Exchange page = elsewhere.get("/felanmalan/epost");
    Map<String, String> wrong = Map.of("epost", "eli@eksta.example", "kod", save(new Visitor()));
    assertThat(elsewhere.submit(page, wrong).status()).as("somebody else's code").isEqualTo(422);
    Map<String, String> right = Map.of("epost", "eli@eksta.example", "kod", code);
    assertThat(elsewhere.submit(page, right).uri().getPath()).isEqualTo("/felanmalan/sparad");
    Exchange english = stranger.get("/felanmalan/ny-kod?lang=en");
    assertThat(textOf(english)).contains("Have you lost the code?", "If you did not leave");
  }
}
