package se.byggsten.samples.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.pdf.PdfRenderers;
import se.byggsten.samples.portal.web.Visitor;

/**
 * The whole walk in Chromium, as a citizen and as a case handler, with scripts on and off.
 *
 * <p>Every page is inspected: axe-core, what the console says, width, focus, foreign looks. Its
 * pictures lie in {@code samples/portal/target/screens}.
 */
@Tag("browser")
class PortalBrowserTest {
  @TempDir static Path files;

  private static Path attachment;

  @BeforeAll
  static void writeAttachments() throws IOException {
    String html = "<html><head><title>Intyg</title></head><body><h1>Intyg</h1></body></html>";
    PrintableDocument page =
        new PrintableDocument(
            "Intyg", Locale.forLanguageTag("sv"), Instant.parse("2026-11-02T08:00:00Z"), html);
    attachment =
        Files.write(
            files.resolve("Läkarintyg för Elsa.pdf"), PdfRenderers.preservation().render(page));
    Files.writeString(files.resolve("lying.pdf"), "This is no PDF.");
  }

  @ParameterizedTest(name = "scripts {0}")
  @ValueSource(booleans = {true, false})
  void a_case_from_application_to_decision(boolean scripts) {
    try (Window window = Window.open(scripts);
        Window office = Window.open(scripts)) {
      Citizen citizen = new Citizen(window);
      citizen.logsIn(scripts ? "anna" : "erik");
      citizen.answersEveryPage(attachment);
      citizen.reviewsAndSends();
      String id = window.path().substring("/kvittens/".length());
      followsTheCase(window, id);
      CaseHandler handler = new CaseHandler(office, id);
      handler.opensAndAsks();
      window.go("/mina-arenden/" + id);
      window.inspect("30-arende-komplettera");
      window.type("komplettering", "Här är intyget som ni bad om.");
      window.send("/komplettering");
      assertThat(window.text()).contains("Handläggs");
      handler.decides();
      window.go("/mina-arenden/" + id);
      assertThat(window.text()).contains("Ansökan beviljas");
      window.inspectInTheDark("36-arende-beslut");
      handler.closes();
      window.go("/ansokan");
      window.go("/ansokan/start?lang=en");
      assertThat(window.browser().title()).contains("summer camp");
      window.inspect("38-start-en");
      window.next();
      window.next();
      assertThat(window.browser().title()).startsWith("Error:");
      window.inspectRefused("39-bor-en-fel");
      window.go("/ansokan/bor?lang=sv");
      window.browser().follow(".byggsten-header__button");
      assertThat(window.path()).isEqualTo("/utloggad");
      window.inspect("40-utloggad");
      window.assertNothingWrong();
      office.assertNothingWrong();
      assertThat(window.inspected().size() + office.inspected().size()).isGreaterThan(35);
    }
  }

  private static void followsTheCase(Window window, String id) {
    window.go("/mina-arenden");
    window.inspect("22-mina-arenden");
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              window.go("/mina-arenden/" + id);
              assertThat(window.text()).contains("Handlingarna lämnades till arkivet");
            });
    window.inspect("23-arende");
    window.send("/meddelande");
    assertThat(window.browser().title()).startsWith("Fel:");
    window.inspectRefused("24-arende-fel");
    window.type("meddelande", "Hej! Elsa åker gärna med sin kompis.\nGår det att ordna?");
    window.send("/meddelande");
    assertThat(window.text()).contains("Elsa åker gärna med sin kompis.");
    window.inspect("25-arende-meddelande");
  }

  @ParameterizedTest(name = "scripts {0}")
  @ValueSource(booleans = {true, false})
  void what_anybody_may_see(boolean scripts) {
    Visitor.loggedIn("fatima").apply();
    try (Window window = Window.open(scripts)) {
      window.go("/?lang=en");
      window.inspect("41-start-en");
      window.go("/tillganglighet?lang=sv");
      window.inspect("42-tillganglighet");
      window.go("/personuppgifter");
      window.inspect("43-personuppgifter");
      window.go("/synpunkter");
      window.inspect("44-synpunkter");
      window.browser().follow("main form button");
      assertThat(window.browser().title()).startsWith("Fel:");
      window.inspectRefused("45-synpunkter-fel");
      window.choose("omdome", "easy");
      window.type("text", "Enkelt och bra, tack!");
      window.browser().follow("main form button");
      assertThat(window.text()).contains("Tack");
      window.inspect("46-synpunkter-tack");
      window.go("/diarium");
      window.inspect("47-diarium");
      window.type("sok", "kolloplats");
      window.browser().follow("main form button");
      assertThat(window.browser().count("main tbody tr")).isPositive();
      window.inspect("48-diarium-svar");
      window.type("sok", "finnsinte");
      window.browser().follow("main form button");
      assertThat(window.text()).contains("Inget ärende svarar mot");
      window.inspect("49-diarium-inget");
      window.go("/finns-inte");
      window.inspectRefused("50-finns-inte");
      window.go("/ansokan");
      window.login("anna", "unsigned");
      window.handOver();
      window.inspectRefused("51-inloggning-nekad");
      window.go("/ansokan");
      window.login("anna", "cancelled");
      window.handOver();
      window.inspectRefused("52-inloggning-avbruten");
      window.assertNothingWrong();
    }
  }
}
