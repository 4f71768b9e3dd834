package se.byggsten.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Severity;
import se.byggsten.core.finding.VerificationMethod;

class DataViewTest {
  @Test
  void suggestsTheKeyThatWasMeant() {
    DataView map = view("owner: a\nreveiwed: 2026-01-01\n");

    assertThatThrownBy(() -> map.onlyKeys("owner", "reviewed"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("x.yaml:2:1")
        .hasMessageContaining("did you mean 'reviewed'?");
  }

  @Test
  void namesThePathOfAProblemInAList() {
    DataView map = view("goals:\n  - target: 1\n  - target: snart\n");

    assertThatThrownBy(() -> map.list("goals").get(1).required("target").number())
        .hasMessageContaining("x.yaml:3:13")
        .hasMessageContaining("goals[2].target");
  }

  @Test
  void readsByType() {
    DataView map = view("d: 2026-02-28\nm: live-http\nt: [a, b]\nb: false\ni: 3.0\n");

    assertThat(map.required("d").date()).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(map.required("m").oneOf(VerificationMethod.class))
        .isEqualTo(VerificationMethod.LIVE_HTTP);
    assertThat(map.texts("t")).containsExactly("a", "b");
    assertThat(map.required("b").bool()).isFalse();
    assertThat(map.required("i").integer(3, 3)).isEqualTo(3);
    assertThat(map.texts("saknas")).isEmpty();
  }

  @Test
  void keepsATextAsItStands() {
    DataView map = view("a: ' Åsa\t'\nb: '  '\nc: 1\n");

    assertThat(map.required("a").exact(5)).isEqualTo(" Åsa\t");
    assertThat(map.required("b").exact(2)).isEqualTo("  ");
    assertBad(() -> map.required("a").exact(4));
    assertThatThrownBy(() -> map.required("c").exact(9)).hasMessageContaining("DATA-WRONG-KIND");
  }

  @Test
  void refusesImpossibleValues() {
    DataView map = view("d: 2026-02-30\nm: live-htpp\ni: 3.5\ne: ''\nn: null\n");

    assertBad(() -> map.required("d").date());
    assertThatThrownBy(() -> map.required("m").oneOf(VerificationMethod.class))
        .hasMessageContaining("did you mean 'live-http'?");
    assertBad(() -> map.required("i").integer(0, 10));
    assertBad(() -> map.required("e").text());
    assertThatThrownBy(() -> map.required("n")).hasMessageContaining("DATA-MISSING-KEY");
    assertThatThrownBy(() -> map.required("i").text()).hasMessageContaining("DATA-WRONG-KIND");
    assertThatThrownBy(() -> map.required("i").required("x")).hasMessageContaining("a map");
    assertThatThrownBy(() -> map.required("i").list()).hasMessageContaining("a list");
  }

  @Test
  void turnsProblemsIntoFindings() {
    DataView map = view("a: 1\nb: 2\n");
    try {
      map.onlyKeys("c");
    } catch (DataException e) {
      assertThat(e.findings(RequirementId.of("form-lint")))
          .hasSize(2)
          .allSatisfy(f -> assertThat(f.severity()).isEqualTo(Severity.ERROR));
      return;
    }
    throw new AssertionError("unknown keys were accepted");
  }

  @Test
  void comparesNothingWithAnEndlessWord() {
    DataView map = DataReader.json().view("x", "{\"" + "x".repeat(5000) + "\": 1}");

    assertThatThrownBy(() -> map.onlyKeys(List.of("a", "b").toArray(String[]::new)))
        .hasMessageContaining("unknown key");
  }

  private static void assertBad(ThrowingCallable call) {
    assertThatThrownBy(call).hasMessageContaining("DATA-BAD-VALUE");
  }

  private static DataView view(String text) {
    return DataReader.yaml().view("x.yaml", text);
  }
}
