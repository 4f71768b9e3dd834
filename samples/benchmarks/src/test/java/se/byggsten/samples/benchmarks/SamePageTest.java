package se.byggsten.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing may be compared that does not do the same. */
class SamePageTest {
  @ParameterizedTest
  @CsvSource({"10, false", "10, true", "100, false", "100, true"})
  void everyMakerMakesTheSamePage(int fields, boolean errors) {
    byte[] body = Bodies.of(0, fields, errors);
    var expected = SamePage.facts(PostToPage.Maker.BYGGSTEN.service(fields).post(body));
    assertThat(expected).hasSizeGreaterThan(fields * 3);
    for (PostToPage.Maker maker : PostToPage.Maker.values()) {
      assertThat(SamePage.facts(maker.service(fields).post(body)))
          .as(maker.name())
          .isEqualTo(expected);
    }
  }

  /** Each rule of the form is one of the peers' too: less would not be the same work. */
  @ParameterizedTest
  @MethodSource("refused")
  void everyMakerRefusesTheSameAnswers(String name, String value, String message) {
    byte[] body = Bodies.with(0, 10, Map.of(name, value));
    for (PostToPage.Maker maker : PostToPage.Maker.values()) {
      assertThat(SamePage.facts(maker.service(10).post(body)))
          .as(maker.name())
          .anyMatch(fact -> fact.contains(message));
    }
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("namn", "Åsa\u0007Ek", "Skriv utan styrtecken."),
        Arguments.of("adress", "Storgatan\u001b1", "Skriv utan styrtecken."),
        Arguments.of("namn", "a".repeat(201), "Skriv högst 200 tecken."),
        Arguments.of("adress", "a".repeat(201), "Skriv högst 200 tecken."),
        Arguments.of("antal", "1234567890123", "Skriv antalet i hela tal."),
        Arguments.of("antal", "2,5", "Skriv antalet i hela tal."),
        Arguments.of("val", "d", "Välj ett av lägren."));
  }

  @ParameterizedTest
  @CsvSource({"0", "10", "1000"})
  void aPostIsTakenWithAnyNumberOfConditions(int conditions) {
    ManyConditions many = new ManyConditions();
    many.conditions = conditions;
    many.prepare();
    assertThat(many.post().page()).contains("p0");
    assertThat(many.post().violations()).isEmpty();
  }
}
