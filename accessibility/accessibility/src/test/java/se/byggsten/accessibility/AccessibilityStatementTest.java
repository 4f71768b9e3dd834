package se.byggsten.accessibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.finding.Finding;

class AccessibilityStatementTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static AccessibilityStatement.Builder partial() {
    return AccessibilityStatement.builder()
        .actor("Eksta kommun")
        .service("Ansökan om <kollo>")
        .covered(List.of("Ansökan om kolloplats"))
        .status(AccessibilityStatement.Status.PARTIAL)
        .shortcomings(
            List.of(
                new AccessibilityStatement.Shortcoming(
                    "Kartan går inte att läsa.",
                    AccessibilityStatement.Reason.NOT_COMPLIANT,
                    Optional.of("Ring oss."),
                    Optional.of(LocalDate.of(2027, 3, 1)))))
        .assessed(TODAY.minusMonths(3), AccessibilityStatement.Method.EXTERNAL)
        .updated(TODAY.minusMonths(1))
        .messagePath("/synpunkter")
        .phone("0555-120 00");
  }

  private static List<Finding> check(String html) {
    return AccessibilityStatementCheck.check(
        HtmlPage.parse(
            "<html lang='sv'><main><h1>Tillgänglighet</h1>" + html + "</main></html>", "/t"),
        "Eksta kommun",
        TODAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void isReadBackWithoutFindings(String language) {
    String html = partial().build().toHtml(Locale.forLanguageTag(language));
    assertThat(check(html)).isEmpty();
    assertThat(html).contains("&lt;kollo&gt;").doesNotContain("<kollo>");
  }

  @Test
  void isReadBackWhenFullyCompliant() {
    String html =
        partial()
            .status(AccessibilityStatement.Status.FULL)
            .shortcomings(List.of())
            .build()
            .toHtml(Locale.ROOT);
    assertThat(check(html)).isEmpty();
  }

  @Test
  void doesNotClaimFullComplianceWithShortcomings() {
    assertThatThrownBy(() -> partial().status(AccessibilityStatement.Status.FULL).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> partial().shortcomings(List.of()).build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void missesWhatAnEmptyPageLacks() {
    assertThat(check("<p>Hej</p>").stream().map(Finding::rule))
        .contains(
            AccessibilityStatementCheck.ACTOR,
            AccessibilityStatementCheck.STATUS,
            AccessibilityStatementCheck.DATES,
            AccessibilityStatementCheck.MESSAGE,
            AccessibilityStatementCheck.COMPLAINT);
  }

  @Test
  void findsAnOldStatement() {
    String html =
        partial()
            .assessed(TODAY.minusMonths(13), AccessibilityStatement.Method.SELF)
            .build()
            .toHtml(Locale.ROOT);
    assertThat(check(html))
        .singleElement()
        .extracting(Finding::rule)
        .isEqualTo(AccessibilityStatementCheck.DATES);
  }

  @Test
  void doesNotTakeAMailAddressForAForm() {
    String html =
        partial()
            .build()
            .toHtml(Locale.ROOT)
            .replace("href=\"/synpunkter\"", "href=\"mailto:x@example.se\"");
    assertThat(check(html))
        .singleElement()
        .extracting(Finding::rule)
        .isEqualTo(AccessibilityStatementCheck.MESSAGE);
  }

  @Test
  void hasTheSameTextsInBothLanguages() throws IOException {
    assertThat(keys("sv")).isEqualTo(keys("en"));
  }

  private static java.util.Set<Object> keys(String language) throws IOException {
    Properties texts = new Properties();
    try (InputStream in =
            AccessibilityStatement.class.getResourceAsStream(
                "statement_" + language + ".properties");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts.keySet();
  }
}
