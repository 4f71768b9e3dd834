package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.forms.SmallForms.page;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.KnownRow;
import se.byggsten.forms.run.PrefillValue;

class PrefilledRowsTest {
  private static FieldDefinition field(String id, String source) {
    return SmallForms.field(id, "text").prefill(new PrefillRule(source, false)).build();
  }

  private static Map<String, PrefillValue> value(String source, String value) {
    return Map.of(source, new PrefillValue(value, "folkbokföringen", Forms.NOW));
  }

  private static KnownRow row(String source, String value) {
    return KnownRow.of(value(source, value));
  }

  @Test
  void rows_in_rows_come_filled_in_as_far_as_each_group_takes_them() {
    GroupDefinition schools =
        new GroupDefinition(
            "skolor", 0, 2, "barn.skolor", List.of(page("skola", field("skola", "namn"))));
    GroupDefinition children =
        new GroupDefinition(
            "barn",
            0,
            5,
            "folkbok.barn",
            List.of(
                page("barnet", field("namn", "namn")), PageDefinition.repeat("skolorna", schools)));
    FormRun run =
        FormRun.of(
            FormDefinition.builder("rader", 1)
                .pages(List.of(PageDefinition.repeat("barnen", children)))
                .build(),
            Forms.CLOCK);
    FormState state =
        run.start(
            Map.of(),
            Map.of(
                "folkbok.barn",
                List.of(
                    row("namn", "Åsa"),
                    new KnownRow(
                        value("namn", "Bo"),
                        Map.of(
                            "barn.skolor",
                            List.of(
                                row("namn", "Åsen"), row("namn", "Berget"), row("namn", "Ån")))))));
    assertThat(state.rows("barn")).containsExactly(1, 2);
    assertThat(state.rows("skolor/1")).isEmpty();
    assertThat(state.rows("skolor/2")).as("no more than the group takes").containsExactly(1, 2);
    assertThat(state.answer("namn/2").orElseThrow().raw()).containsExactly("Bo");
    assertThat(state.answer("skola/2/2").orElseThrow().raw()).containsExactly("Berget");
    assertThat(state.answer("skola/2/2").orElseThrow().prefilled()).isPresent();
    assertThat(run.read(run.write(state))).isEqualTo(state);
    assertThat(row("namn", "Hemlig").toString()).doesNotContain("Hemlig");
  }
}
