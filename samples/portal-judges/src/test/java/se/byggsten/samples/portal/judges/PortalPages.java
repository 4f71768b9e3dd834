package se.byggsten.samples.portal.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.samples.portal.web.Answers;
import se.byggsten.samples.portal.web.Visitor;

/** Walks through all pages, right and wrong, in one language, and keeps what the server sent. */
final class PortalPages {
  private static final Pattern OTHER_LANGUAGE =
      Pattern.compile("href=\"(?:https?://[^/\"]*)?(/test-idp/[^\"]*)\"[^>]*hreflang");

  private final String language;
  private final Visitor anybody = new Visitor();
  private final Visitor citizen;
  private final Visitor handler;
  private final Visitor stranger = new Visitor();

  private PortalPages(String language, String person) {
    this.language = language;
    citizen = Visitor.loggedIn(person);
    handler = Visitor.caseHandler();
  }

  /** Returns every page of the walk, with the error pages. */
  static List<Exchange> walk(String language, String person) {
    PortalPages pages = new PortalPages(language, person);
    pages.publicPages();
    pages.citizenAndHandler();
    pages.refusedLogins();
    return Stream.of(pages.anybody, pages.citizen, pages.handler, pages.stranger)
        .flatMap(v -> v.transcript().stream())
        .filter(PortalPages::isPage)
        .toList();
  }

  private static boolean isPage(Exchange exchange) {
    return exchange.headers("Content-Type").stream().anyMatch(t -> t.startsWith("text/html"))
        && exchange.headers("Content-Disposition").isEmpty()
        && exchange.text().contains("<html");
  }

  private Exchange see(Visitor visitor, String path) {
    return visitor.get(path + "?lang=" + language);
  }

  private void publicPages() {
    for (String path :
        List.of(
            "/",
            "/tillganglighet",
            "/personuppgifter",
            "/synpunkter",
            "/diarium",
            "/utloggad",
            "/finns-inte")) {
      see(anybody, path);
    }
    anybody.get("/diarium?sok=kolloplats");
    anybody.get("/diarium?sok=finnsinte");
    Exchange feedback = see(anybody, "/synpunkter");
    assertThat(anybody.submit(feedback, Map.of()).status()).isEqualTo(422);
    anybody.submit(feedback, Map.of("omdome", "easy", "text", "Åäö & <b>"));
    anybody.post("/synpunkter", "text=utan+nyckel");
    anybody.send("DELETE", "/synpunkter", Map.of(), new byte[0]);
  }

  private void citizenAndHandler() {
    see(citizen, "/mina-arenden");
    questions();
    see(citizen, "/ansokan/sparad");
    citizen.get("/ansokan/kontakt?_review=1");
    Exchange receipt = citizen.submit(see(citizen, "/ansokan/granska"), Map.of());
    assertThat(receipt.uri().getPath()).startsWith("/kvittens/");
    String id = Visitor.idOf(receipt.uri().getPath());
    String own = "/mina-arenden/" + id;
    String page = "/handlaggare/" + id;
    see(citizen, "/mina-arenden");
    citizen.submitTo(see(citizen, own), "/meddelande", Map.of("meddelande", ""));
    citizen.submitTo(see(citizen, own), "/meddelande", Map.of("meddelande", "Hej!\n<å>"));
    see(handler, "/handlaggare");
    handler.submitTo(see(handler, page), "/oppna", Map.of());
    handler.submitTo(see(handler, page), "/komplettering", Map.of());
    handler.submitTo(see(handler, page), "/komplettering", Map.of("begaran", "Skicka intyg."));
    handler.submitTo(
        see(handler, page),
        "/komplettering",
        Map.of(
            "begaran",
            "Skicka intyg.",
            "senast-year",
            "2099",
            "senast-month",
            "1",
            "senast-day",
            "15"));
    citizen.submitTo(see(citizen, own), "/komplettering", Map.of("komplettering", ""));
    citizen.submitTo(see(citizen, own), "/komplettering", Map.of("komplettering", "Här är det."));
    handler.submitTo(see(handler, page), "/beslut", Map.of());
    handler.submitTo(
        see(handler, page), "/beslut", Map.of("utfall", "GRANTED", "skal", "Plats finns."));
    handler.submitTo(see(handler, page), "/avsluta", Map.of());
    see(citizen, own);
    see(handler, "/handlaggare/synpunkter");
    see(handler, "/handlaggare/formular");
    assertThat(citizen.get("/handlaggare").uri().getPath()).isEqualTo("/test-idp/sso");
  }

  /** Sends every page empty, and then with answers where that is refused. */
  private void questions() {
    citizen.get("/ansokan");
    Exchange shown = see(citizen, "/ansokan/start");
    int refused = 0;
    for (int i = 0; i < 60 && !shown.uri().getPath().endsWith("/granska"); i++) {
      String path = shown.uri().getPath();
      if (path.endsWith("/bilagor")) {
        attach(shown);
        shown = citizen.get("/ansokan");
        continue;
      }
      Exchange answer = citizen.submit(shown, Map.of());
      if (answer.status() == 422) {
        refused++;
        answer = citizen.submit(see(citizen, path), Answers.complete());
      }
      assertThat(answer.uri().getPath()).as(Visitor.textOf(answer)).isNotEqualTo(path);
      shown = answer;
    }
    assertThat(refused).as("pages that cannot be left empty").isGreaterThan(12);
  }

  private void attach(Exchange page) {
    Attachments.upload(
        citizen, page, "lying.pdf", "No PDF at all".getBytes(StandardCharsets.UTF_8));
    Attachments.upload(citizen, page, "Intyg å.pdf", Attachments.pdf());
    see(citizen, "/ansokan/bilagor");
    citizen.submit(see(citizen, "/ansokan/bilagor"), Map.of());
  }

  private void refusedLogins() {
    see(stranger, "/");
    for (String outcome : List.of("unsigned", "cancelled", "fraud", "expired", "with-dtd")) {
      stranger.login("anna", "/ansokan", outcome);
    }
    Exchange chooser = stranger.get("/saml/login?to=/ansokan");
    Matcher english = OTHER_LANGUAGE.matcher(chooser.text());
    assertThat(english.find()).as("the identity provider speaks another language").isTrue();
    stranger.get(english.group(1).replace("&amp;", "&"));
    stranger.get("/test-idp/sso");
  }
}
