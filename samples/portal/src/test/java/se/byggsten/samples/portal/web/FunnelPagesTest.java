package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.accessibility.AccessibilityRules;
import se.byggsten.accessibility.HtmlPage;
import se.byggsten.conformance.http.Exchange;

/** Where people stop in the forms, as the case handler sees it over HTTP. */
class FunnelPagesTest {
  private static final Pattern NUMBER =
      Pattern.compile("class=\"[^\"]*--numeric[^\"]*\"[^>]*>(?:<[^>]*>[^<]*</[^>]*>)*\\s*(\\d+)<");

  private static Map<String, Long> sums() {
    try (Connection connection = TestPortal.running().database().dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT kind, subject, sum(n) FROM byggsten.counter"
                    + " WHERE series LIKE 'form-funnel/felanmalan/%' GROUP BY kind, subject")) {
      Map<String, Long> sums = new TreeMap<>();
      while (rows.next()) {
        sums.put((rows.getString(1) + " " + rows.getString(2)).strip(), rows.getLong(3));
      }
      return sums;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static long more(Map<String, Long> before, Map<String, Long> after, String sum) {
    return after.getOrDefault(sum, 0L) - before.getOrDefault(sum, 0L);
  }

  private static Exchange begin(Visitor visitor) {
    return visitor.submit(visitor.get("/felanmalan"), Map.of());
  }

  @Test
  void each_run_counts_once_however_often_its_pages_are_posted_and_loaded() {
    Map<String, Long> before = sums();
    for (int i = 0; i < 5; i++) {
      Visitor visitor = new Visitor();
      Exchange page = begin(visitor);
      Map<String, String> complaint = Map.of("galler", "fel", "anlaggning", "lekplats");
      for (int again = 0; again < 3; again++) {
        visitor.submit(visitor.get("/felanmalan/vad"), complaint);
      }
      visitor.get("/felanmalan/vad");
      assertThat(page.status()).isEqualTo(200);
    }
    Visitor sender = new Visitor();
    Exchange page = begin(sender);
    Map<String, String> answers = new HashMap<>();
    answers.put("galler", "synpunkt");
    answers.put("anlaggning", "annan");
    answers.put("beskrivning", "Fler gungor vid Rudbecksplan.");
    answers.put("platsNamn", "Torget");
    answers.put("vill", "no");
    for (int i = 0; i < 12 && !page.uri().getPath().endsWith("/granska"); i++) {
      page = sender.submit(page, answers);
    }
    page = sender.submit(page, Map.of());
    assertThat(page.uri().getPath()).isEqualTo("/felanmalan/kvittens");

    Map<String, Long> after = sums();
    assertThat(more(before, after, "begun")).isEqualTo(6);
    assertThat(more(before, after, "sent")).isEqualTo(1);
    assertThat(more(before, after, "reached vad")).isEqualTo(6);
    assertThat(more(before, after, "completed vad")).isEqualTo(6);
    assertThat(more(before, after, "standing beskriv")).isEqualTo(5);
    assertThat(more(before, after, "completed granska")).isEqualTo(1);

    Exchange shown = Visitor.caseHandler().get("/handlaggare/formular");
    assertThat(shown.status()).isEqualTo(200);
    assertThat(textOf(shown))
        .contains("Var i formuläret slutar människor?", "Ansökan om kolloplats", "färre än 5")
        .doesNotContain("Rudbecksplan");
    Matcher numbers = NUMBER.matcher(shown.text());
    int seen = 0;
    while (numbers.find()) {
      if (!shown.text().startsWith(" procent", numbers.end(1))) {
        assertThat(Integer.parseInt(numbers.group(1)) % 5).isZero();
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void the_page_is_reached_from_the_list_of_cases_and_breaks_no_accessibility_rule(
      String language) {
    for (int i = 0; i < 5; i++) {
      begin(new Visitor());
    }
    Visitor handler = Visitor.caseHandler();
    Exchange list = handler.get("/handlaggare?lang=" + language);
    assertThat(list.text()).contains("href=\"/handlaggare/formular\"");
    Exchange page = handler.get("/handlaggare/formular");
    assertThat(page.text())
        .contains("<html lang=\"" + language + "\"", "<caption", "scope=\"row\"");
    assertThat(textOf(page))
        .contains(language.equals("sv") ? "Kom dit" : "Came there")
        .doesNotContain(".title", "{0}", "{1}");
    assertThat(AccessibilityRules.load().check(HtmlPage.parse(page.text(), "formular"))).isEmpty();
  }

  @Test
  void nobody_else_sees_it() {
    Visitor.assertLedToLogin(Visitor.loggedIn("erik").get("/handlaggare/formular"));
    assertThat(textOf(new Visitor().get("/handlaggare/formular"))).doesNotContain("Kom dit");
  }
}
