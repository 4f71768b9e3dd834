package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.conformance.http.FormData;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.samples.portal.ops.BesideOthers;
import se.byggsten.testsupport.MovableClock;

/** What becomes of an application while somebody is away, on a portal whose clock is moved. */
@BesideOthers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimePassesTest {
  private final MovableClock clock = MovableClock.on(Clock.systemUTC());
  private final TestPortal portal = TestPortal.start(clock, config -> config);
  private final int days =
      FormYaml.load(TimePassesTest.class.getClassLoader(), "forms/kolloplats").draftDays();

  @BeforeAll
  void isNoShortTime() {
    assertThat(days).isEqualTo(30);
  }

  @AfterAll
  void stop() {
    portal.close();
  }

  private String day(int later) {
    return PortalTexts.in(PortalTexts.SWEDISH)
        .day(clock.instant().atZone(PortalTexts.SWEDEN).toLocalDate().plusDays(later));
  }

  private int drafts() throws SQLException {
    try (Connection connection = portal.database().dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM byggsten.expiring_value WHERE namespace = 'form-draft'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void an_application_is_kept_for_as_long_as_is_said_and_then_removed_by_the_job()
      throws SQLException {
    Visitor citizen = Visitor.loggedIn(portal, "anna");
    citizen.fillIn();
    assertThat(textOf(new Visitor(portal).get("/"))).contains("sparas i " + days + " dagar");
    assertThat(textOf(new Visitor(portal).get("/personuppgifter")))
        .contains("utkast sparas i " + days + " dagar");
    assertThat(textOf(citizen.get("/ansokan/kontakt"))).contains("sparas till den " + day(days));
    Exchange page = citizen.get("/ansokan/kontakt");
    FormData whole = FormData.untouched(Visitor.mainForm(page));
    Exchange saved = citizen.submit(page, whole.with("_action", "save"));
    assertThat(saved.uri().getPath()).endsWith("/sparad");
    assertThat(textOf(saved)).contains("senast den " + day(days));
    clock.move(Duration.ofDays(days - 1));
    assertThat(drafts()).isEqualTo(1);
    Visitor back = Visitor.loggedIn(portal, "anna");
    assertThat(textOf(back.get("/ansokan/granska"))).contains("Elsa Lindström");
    clock.move(Duration.ofDays(2));
    await().atMost(Duration.ofSeconds(60)).until(() -> drafts() == 0);
    assertThat(textOf(Visitor.loggedIn(portal, "anna").get("/ansokan/granska")))
        .doesNotContain("Elsa Lindström");
  }

  @Test
  void what_was_typed_when_the_session_ended_is_on_the_page_after_the_login() {
    Visitor citizen = Visitor.loggedIn(portal, "erik");
    citizen.fillIn();
    Exchange page = citizen.get("/ansokan/kontakt");
    clock.move(Duration.ofMinutes(31));
    Map<String, String> typed = new HashMap<>(Answers.complete());
    typed.put("adress-street", "Nygatan <3>");
    typed.put("epost", "inte en adress");
    Exchange again = citizen.loggedInAgain(citizen.submit(page, typed), "erik");
    assertThat(again.uri().getPath()).isEqualTo("/ansokan/kontakt");
    assertThat(Visitor.mainForm(again).named("adress-street").get(0).value())
        .isEqualTo("Nygatan <3>");
    assertThat(Visitor.mainForm(again).named("epost").get(0).value())
        .as("kept although it is wrong")
        .isEqualTo("inte en adress");
  }
}
