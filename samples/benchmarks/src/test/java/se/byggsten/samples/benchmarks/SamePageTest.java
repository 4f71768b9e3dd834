package se.byggsten.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({"10", "1000"})
  void aPostIsTakenWithAnyNumberOfConditions(int conditions) {
    ManyConditions many = new ManyConditions();
    many.conditions = conditions;
    many.prepare();
    assertThat(many.post().page()).contains("p0");
    assertThat(many.post().violations()).isEmpty();
  }
}
