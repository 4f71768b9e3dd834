package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.forms.SmallForms.field;
import static se.byggsten.forms.SmallForms.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;

/** What is put together of texts. */
class CalculatedTextTest {
  private static FieldDefinition twice(String id, String of) {
    return field(id, "calculated")
        .settings(Map.of("format", "text"))
        .value(of + " + " + of)
        .build();
  }

  @Test
  void a_text_that_each_of_forty_fields_doubles_ends_before_memory_does() {
    List<FieldDefinition> fields = new ArrayList<>();
    fields.add(field("text", "text").build());
    for (int i = 0; i < 40; i++) {
      fields.add(twice("dubbel" + i, i == 0 ? "text" : "dubbel" + (i - 1)));
    }
    FormRun run =
        FormRun.of(
            SmallForms.swedish("dubbel", page("ett", fields.toArray(FieldDefinition[]::new)))
                .build(),
            Forms.CLOCK);
    FormState state =
        run.post(run.start(Map.of()), "ett", PostedFields.with("text", "abcdefgh")).state();
    assertThat(run.answers(state).value("dubbel3")).contains("abcdefgh".repeat(16));
    assertThat(run.answers(state).value("dubbel39")).isEmpty();
  }
}
