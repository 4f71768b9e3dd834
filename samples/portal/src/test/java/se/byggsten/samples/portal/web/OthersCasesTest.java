package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.samples.portal.web.Refusals.assertRefused;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.byggsten.conformance.http.Exchange;

/** Cases, documents and pages of others: the same answer as for what does not exist. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OthersCasesTest {
  private Visitor owner = new Visitor();
  private Visitor other = new Visitor();
  private String id = "";
  private String document = "";
  private String othersOwn = "";

  @BeforeAll
  void applies() {
    owner = Visitor.loggedIn("anna");
    id = Visitor.idOf(owner.apply());
    document = documentOf(owner, id);
    other = Visitor.loggedIn("fatima");
    othersOwn = Visitor.idOf(other.apply());
  }

  private static String documentOf(Visitor visitor, String id) {
    Matcher link =
        Pattern.compile("/mina-arenden/" + id + "/handling/([0-9a-f-]{36})")
            .matcher(visitor.get("/mina-arenden/" + id).text());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  @Test
  void the_owner_sees_what_the_others_do_not() {
    assertThat(owner.get("/kvittens/" + id).status()).isEqualTo(200);
    assertThat(owner.get("/mina-arenden/" + id + "/handling/" + document).status()).isEqualTo(200);
  }

  @Test
  void cases_of_others_are_not_found() {
    String made = UUID.randomUUID().toString();
    String token = "&_csrf=" + other.csrf();
    List<String> pages =
        List.of(
            "/mina-arenden/{}",
            "/kvittens/{}",
            "/mina-arenden/{}/handling/" + document,
            "/mina-arenden/{}/handling/" + UUID.randomUUID());
    for (String page : pages) {
      Exchange foreign = other.get(page.replace("{}", id));
      assertRefused(foreign, 404);
      assertThat(textOf(foreign))
          .as("as if it did not exist")
          .isEqualTo(textOf(other.get(page.replace("{}", made))))
          .doesNotContain("KFN", "Elsa");
    }
    assertRefused(other.get("/mina-arenden/" + othersOwn + "/handling/" + document), 404);
    for (String action : List.of("meddelande", "komplettering")) {
      String path = "/mina-arenden/" + id + "/" + action;
      assertRefused(other.post(path, action + "=Obehörig" + token), 404);
    }
    assertThat(textOf(owner.get("/mina-arenden/" + id))).doesNotContain("Obehörig");
  }

  @Test
  void pages_of_staff_lead_citizens_to_the_login_of_staff() {
    String token = "_csrf=" + other.csrf();
    for (String page :
        List.of(
            "/handlaggare",
            "/handlaggare/synpunkter",
            "/handlaggare/" + othersOwn,
            "/handlaggare/" + othersOwn + "/handling/" + document)) {
      Visitor.assertLedToLogin(other.get(page));
    }
    for (String action : List.of("oppna", "komplettering", "meddelande", "beslut", "avsluta")) {
      assertRefused(other.post("/handlaggare/" + othersOwn + "/" + action, token), 401);
    }
    assertThat(textOf(other.get("/mina-arenden/" + othersOwn))).contains("Inkommen");
  }

  @Test
  void pages_of_citizens_lead_staff_to_the_login_of_citizens() {
    Visitor handler = Visitor.caseHandler();
    for (String page :
        List.of("/mina-arenden", "/mina-arenden/" + id, "/kvittens/" + id, "/ansokan")) {
      Visitor.assertLedToLogin(handler.get(page));
    }
    String token = "_csrf=" + handler.csrf();
    assertRefused(handler.post("/ansokan/kontakt", token), 401);
    assertRefused(handler.post("/mina-arenden/" + id + "/meddelande", token), 401);
  }

  @Test
  void staff_cannot_take_steps_that_the_case_is_not_ready_for() {
    Visitor handler = Visitor.caseHandler();
    String token = "_csrf=" + handler.csrf();
    String page = "/handlaggare/" + othersOwn;
    assertRefused(handler.post(page + "/avsluta", token), 409);
    assertRefused(handler.post(page + "/beslut", token + "&utfall=KANSKE&skal=x"), 422);
    assertRefused(handler.post(page + "/beslut", token + "&utfall=GRANTED&skal="), 422);
    String due = "&senast-year=99999999999&senast-month=13&senast-day=x";
    assertRefused(handler.post(page + "/komplettering", token + "&begaran=x" + due), 422);
    assertRefused(
        handler.post(page + "/meddelande", token + "&meddelande=" + "x".repeat(6000)), 422);
    assertRefused(handler.post("/handlaggare/" + UUID.randomUUID() + "/oppna", token), 404);
    assertRefused(handler.get("/handlaggare/" + UUID.randomUUID()), 404);
  }

  @Test
  void ids_that_are_no_ids_are_not_found() {
    for (String wrong :
        List.of(
            "1",
            "x".repeat(5000),
            id.toUpperCase(Locale.ROOT) + "0",
            id + "/",
            id + ".json",
            id.substring(1),
            "%20" + id,
            id + "%00",
            id + "%0A",
            "0-0-0-0-0",
            "null",
            "'%20OR%201=1",
            "%C3%A5")) {
      for (String page : List.of("/mina-arenden/", "/kvittens/", "/handlaggare/")) {
        Visitor visitor = page.equals("/handlaggare/") ? Visitor.caseHandler() : owner;
        assertRefused(visitor.get(page + wrong), 400, 404);
      }
      assertRefused(owner.get("/mina-arenden/" + id + "/handling/" + wrong), 400, 404);
    }
  }

  @Test
  void paths_never_lead_out_of_their_folder() {
    String cookie = "Cookie: byggsten=" + owner.cookie("byggsten") + "\n";
    for (String path :
        List.of(
            "/byggsten-assets/../../../../etc/passwd",
            "/byggsten-assets/..%2f..%2f..%2fetc%2fpasswd",
            "/byggsten-assets/%2e%2e/%2e%2e/etc/passwd",
            "/byggsten-assets/....//....//etc/passwd",
            "/byggsten-assets/..;/..;/portal_sv.properties",
            "/byggsten-assets/%5c..%5c..%5cwin.ini",
            "/byggsten-assets/../mina-arenden",
            "/byggsten-assets/..;/mina-arenden",
            "/mina-arenden/" + id + "/handling/../../../../etc/passwd",
            "/mina-arenden/" + id + "/handling/..%2f..%2fcsrf.key",
            "/ansokan/..%2f..%2fbyggsten.yaml",
            "/ansokan/..;/handlaggare",
            "/ansokan/%252e%252e/x",
            "//evil.example/%2e%2e",
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/byggsten.yaml",
            "/.git/config",
            "/portal_sv.properties")) {
      Reply reply = Wire.send("GET " + path + " HTTP/1.1\n" + cookie);
      assertThat(reply.text())
          .as(path)
          .doesNotContain("root:", "PRIVATE KEY", "[core]", "error.help=", "Manifest-Version");
      if (reply.status() != 200 && reply.status() != 303) {
        assertRefused(reply, path, 400, 403, 404);
      } else {
        Reply signedOut = Wire.send("GET " + path + " HTTP/1.1\n");
        assertThat(signedOut.status()).as(path + " without a login").isIn(303, 400, 404);
      }
    }
  }

  @Test
  void a_path_that_means_another_path_needs_the_same_login() {
    for (String path :
        List.of(
            "/./mina-arenden",
            "/x/../mina-arenden",
            "/%6dina-arenden",
            "/mina-arenden;a=b",
            "/mina-arenden/",
            "//mina-arenden",
            "/handlaggare;/" + id,
            "/%68andlaggare/" + id,
            "/handlaggare//" + id,
            "/ansokan/../handlaggare/" + id)) {
      Reply reply = Wire.send("GET " + path + " HTTP/1.1\n");
      assertThat(reply.status()).as(path).isIn(303, 400, 403, 404);
      assertThat(reply.text()).as(path).doesNotContain("Elsa", "KFN");
    }
    assertThat(other.send("GET", "/mina-arenden", Map.of(), new byte[0]).status()).isEqualTo(200);
  }
}
