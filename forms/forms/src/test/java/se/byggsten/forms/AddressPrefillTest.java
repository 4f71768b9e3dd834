package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.forms.type.PostalAddress;

/** An address that a register knows: in its parts, with its source, and not to be forged. */
class AddressPrefillTest {
  private static final Locale SWEDISH = Locale.forLanguageTag("sv");
  private static final Instant AT = Instant.parse("2026-11-20T03:00:00Z");
  private static final PrefillValue KNOWN =
      PrefillValue.ofParts(
          List.of(
              Map.entry("careOf", ""),
              Map.entry("street", "Storgatan 1"),
              Map.entry("postalCode", "123 45"),
              Map.entry("city", "Eksta")),
          "folkbokföringen",
          AT);

  private static FormRun run(String type, boolean locked) {
    String yaml =
        """
        form: 1
        id: flytt
        version: 1
        languages: [sv]
        pages:
          - id: ett
            fields:
              - {id: adress, type: %s, required: true, prefill: {source: register, locked: %s}}
        """
            .formatted(type, locked);
    return FormRun.of(
        FormYaml.read("flytt.yaml", yaml.getBytes(StandardCharsets.UTF_8), FormTexts.of(Map.of())),
        Forms.CLOCK);
  }

  private static PostedFields posted(String street) {
    return PostedFields.of(
        Map.of(
            "adress-street", List.of(street),
            "adress-care-of", List.of(""),
            "adress-postal-code", List.of("123 45"),
            "adress-city", List.of("Eksta")));
  }

  @Test
  void stands_in_its_parts_with_its_source_and_may_be_corrected() {
    FormRun run = run("address", false);
    FormState start = run.start(Map.of("register", KNOWN));
    assertThat(run.answers(start).value("adress"))
        .contains(new PostalAddress("Storgatan 1", "", "123 45", "Eksta"));
    String page = FormRenderer.of(run).page(start, "ett", PageView.of(SWEDISH, "/a", "c")).value();
    assertThat(page).contains("Storgatan 1", "123 45", "folkbokföringen");
    assertThat(run.read(run.write(start))).as("kept with its draft").isEqualTo(start);
    FormState same = run.post(start, "ett", posted("Storgatan 1")).state();
    assertThat(same.answer("adress").orElseThrow().changed()).isFalse();
    FormState other = run.post(start, "ett", posted("Nygatan 3")).state();
    assertThat(other.answer("adress").orElseThrow().changed()).isTrue();
    assertThat(other.answer("adress").orElseThrow().prefilled()).contains(KNOWN);
    assertThat(FormRenderer.of(run).handler(other, SWEDISH).value())
        .as("the handler sees both, and who said what")
        .contains("Nygatan 3", "Storgatan 1, 123 45, Eksta", "folkbokföringen");
  }

  @Test
  void cannot_be_forged_where_it_is_locked() {
    FormRun run = run("address", true);
    FormState start = run.start(Map.of("register", KNOWN));
    FormException forged =
        catchThrowableOfType(
            FormException.class, () -> run.post(start, "ett", posted("Nygatan 3")));
    assertThat(forged.code()).isEqualTo(FormException.LOCKED_FIELD);
    assertThat(run.post(start, "ett", PostedFields.with()).violations()).isEmpty();
  }

  @Test
  void nothing_known_prefills_nothing_and_parts_need_a_field_that_has_them() {
    FormRun run = run("address", false);
    PrefillValue none = PrefillValue.ofParts(List.of(Map.entry("street", "")), "register", AT);
    assertThat(run.start(Map.of("register", none)).answer("adress")).isEmpty();
    assertThatThrownBy(() -> run("text", false).start(Map.of("register", KNOWN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("adress")
        .hasMessageNotContaining("Storgatan");
    assertThat(KNOWN.toString()).doesNotContain("Storgatan", "123");
  }
}
