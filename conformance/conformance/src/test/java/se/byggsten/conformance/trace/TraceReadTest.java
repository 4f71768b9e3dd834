package se.byggsten.conformance.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.core.data.DataException;

class TraceReadTest {
  private static final String GOOD =
      """
      trace: 1
      form: {id: cykel, version: 3}
      at: "2026-05-04T08:00:00Z"
      language: sv
      steps:
        - page: du
          post: {namn: Åsa}
          files: [{field: kvitton, name: a.pdf, type: application/pdf, size: 10}]
          expect: {fields: [namn]}
      """;

  @Test
  void reads_a_trace() {
    assertThat(Cykel.trace(GOOD).steps()).hasSize(1);
    assertThat(Cykel.trace(GOOD).name()).isEqualTo("cykel.trace.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          trace: 1|trace: 2|1:8|DATA-UNKNOWN-VERSION
          trace: 1|trace: one|1:8|DATA-WRONG-KIND
          trace: 1|about: x|1:1|DATA-MISSING-KEY
          language: sv|langauge: sv|4:1|DATA-UNKNOWN-KEY
          language: sv|language: svenska språket|4:11|DATA-BAD-VALUE
          08:00:00Z|08:00:00+02:00|3:5|DATA-BAD-VALUE
          05-04T|13-44T|3:5|DATA-BAD-VALUE
          version: 3|version: 0|2:28|DATA-BAD-VALUE
          page: du|page: ../../etc/passwd|6:11|DATA-BAD-VALUE
          post: {namn: Åsa}|post: {namn: 7}|7:18|DATA-WRONG-KIND
          post: {namn: Åsa}|post: [namn]|7:11|DATA-WRONG-KIND
          size: 10|size: 20000001|8:72|DATA-BAD-VALUE
          size: 10|base64: AAAA|8:13|DATA-BAD-VALUE
          type: application/pdf, size: 10|base64: ä|8:51|DATA-BAD-VALUE
          type: application/pdf|type: application/x-sh|8:49|DATA-BAD-VALUE
          fields: [namn]|felds: [namn]|9:14|DATA-UNKNOWN-KEY
          fields: [namn]|fields: namn|9:22|DATA-WRONG-KIND
          fields: [namn]|html: {namn: {lable: x}}|9:28|DATA-UNKNOWN-KEY
          """)
  void refuses_what_is_no_trace_with_its_place(String from, String to, String at, String code) {
    assertThat(GOOD).contains(from);
    assertThatThrownBy(() -> Cykel.trace(GOOD.replace(from, to)))
        .isInstanceOfSatisfying(
            DataException.class,
            e -> {
              assertThat(e.code().value()).isEqualTo(code);
              assertThat(e.problems().get(0).position()).hasToString(at);
            });
  }

  @Test
  void refuses_hostile_files_quickly() {
    String deep = GOOD.replace("{namn: Åsa}", "{namn: " + "[".repeat(500) + "]".repeat(500) + "}");
    String many = GOOD + "  - {page: du}\n".repeat(501);
    String huge = GOOD + "#" + "x".repeat(4_000_000);
    String files =
        GOOD
            + "  - {page: du, files: [{field: a, name: b, type: image/png, size: 20000000}]}\n"
                .repeat(6);
    String twice = GOOD + "trace: 1\n";
    String alias = GOOD.replace("{namn: Åsa}", "&a {namn: *a}");
    for (String bad : new String[] {deep, many, huge, files, twice, alias, "", "\u0000", "- a"}) {
      assertThatThrownBy(() -> Cykel.trace(bad)).isInstanceOf(DataException.class);
    }
    byte[] latin = GOOD.getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Trace.read("t.yaml", latin)).isInstanceOf(DataException.class);
  }

  @Test
  void keeps_what_is_posted_out_of_its_messages() {
    assertThatThrownBy(() -> Cykel.trace(GOOD.replace("{namn: Åsa}", "{namn: {Åsa Hemlig: 7}}")))
        .isInstanceOf(DataException.class)
        .hasMessageNotContaining("Hemlig");
  }

  @Property(tries = 60)
  void tells_what_is_wrong_with_any_damaged_trace(@ForAll int seed) {
    String whole = Cykel.TRACE;
    int from = Math.floorMod(seed, whole.length());
    int to = Math.min(whole.length(), from + 1 + Math.floorMod(seed / 7, 12));
    String damaged = whole.substring(0, from) + (seed % 2 == 0 ? "" : "]: {") + whole.substring(to);
    try {
      TraceCheck.of(Cykel.form()).check(Cykel.trace(damaged));
    } catch (DataException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  @Property(tries = 60)
  void writes_any_text_so_that_it_is_read_the_same(@ForAll String text) {
    String known = text.replaceAll("[\\ud800-\\udfff]", "");
    byte[] json =
        se.byggsten.data.JsonWriter.compact()
            .writeBytes(
                java.util.Map.of(
                    "trace",
                    1,
                    "form",
                    java.util.Map.of("id", "cykel", "version", 3),
                    "at",
                    "2026-05-04T08:00:00Z",
                    "language",
                    "sv",
                    "about",
                    known,
                    "steps",
                    java.util.List.of(
                        java.util.Map.of("page", "du", "post", java.util.Map.of("namn", known)))));
    Trace trace = Trace.read("t.json", json);
    assertThat(Cykel.trace(trace.yaml()).json()).isEqualTo(trace.json());
  }
}
