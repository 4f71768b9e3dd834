package se.byggsten.samples.portal.kollo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.lint.FormLint;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.source.FormRecords;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.forms.spi.Trait;

class KolloplatsAnsokanTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
  private static final FormDefinition YAML =
      FormYaml.load(KolloplatsAnsokan.class.getClassLoader(), "forms/kolloplats");
  private static final FormDefinition RECORD =
      FormRecords.read(KolloplatsAnsokan.class, YAML.texts());
  private static final FormRun YAML_RUN = FormRun.of(YAML, CLOCK);
  private static final FormRun RECORD_RUN =
      FormRun.builder(RECORD, CLOCK).record(KolloplatsAnsokan.class).build();

  @Test
  void the_record_and_the_yaml_define_the_same_form() {
    assertThat(RECORD.canonicalJson()).isEqualTo(YAML.canonicalJson());
    assertThat(RECORD).isEqualTo(YAML);
  }

  @Test
  void the_form_is_clean_and_has_at_least_six_pages() {
    assertThat(FormLint.check(YAML)).isEmpty();
    assertThat(YAML.pages()).hasSizeGreaterThanOrEqualTo(6);
  }

  @Property(tries = 300)
  void the_record_and_the_yaml_find_the_same_violations(
      @ForAll("answers") Map<String, String> answers) {
    FormState state = YAML_RUN.start(Map.of());
    for (PageDefinition page : YAML.pages()) {
      Map<String, List<String>> values = new LinkedHashMap<>();
      for (FieldDefinition field : page.fields()) {
        String answer = answers.get(field.id());
        if (answer != null && !field.has(Trait.FILES)) {
          values.put(field.id(), List.of(answer));
        }
      }
      PostedFields posted = PostedFields.of(values);
      StepResult yaml = YAML_RUN.post(state, page.id(), posted);
      StepResult record = RECORD_RUN.post(state, page.id(), posted);
      assertThat(record.violations()).isEqualTo(yaml.violations());
      assertThat(record.page()).isEqualTo(yaml.page());
      state = yaml.state();
    }
  }

  @Provide
  Arbitrary<Map<String, String>> answers() {
    Arbitrary<String> answer =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                "yes",
                "no",
                "vardnadshavare",
                "god-man",
                "solvik-v26",
                "grindso-v27",
                "tvahundra",
                "20150610-2383",
                "191212121212",
                "123 45",
                "01234",
                "070-123 45 67",
                "asa@exempel.se",
                "asa@exempel",
                "\u0000",
                "x".repeat(101),
                "x".repeat(1001)),
            Arbitraries.strings().ofMaxLength(20));
    return Arbitraries.maps(Arbitraries.of(List.copyOf(YAML.fields().keySet())), answer)
        .ofMinSize(4);
  }

  @Test
  void a_filled_in_form_goes_through() {
    FormState state = YAML_RUN.start(Map.of());
    state =
        good(
            state,
            "barn",
            "barnetsNamn",
            "Alva Ek",
            "barnetsPersonnummer",
            "191212121212",
            "relation",
            "vardnadshavare");
    StepResult same =
        YAML_RUN.post(
            state,
            "onskemal",
            PostedFields.with("forstaVal", "solvik-v26", "andraVal", "solvik-v26"));
    assertThat(same.violations()).hasSize(1);
    state = good(state, "onskemal", "forstaVal", "solvik-v26", "andraVal", "", "tredjeVal", "");
    StepResult unsaid =
        YAML_RUN.post(
            state, "stod", PostedFields.with("behoverStod", "yes", "simkunnighet", "lite"));
    assertThat(unsaid.violations()).extracting("field").containsExactly("stodBeskrivning");
    state = good(state, "stod", "behoverStod", "no", "allergier", "", "simkunnighet", "lite");
    state =
        good(
            state,
            "kontakt",
            "namn",
            "Åsa Ek",
            "epost",
            "asa@exempel.se",
            "telefon",
            "070-123 45 67",
            "adress",
            "Storgatan 1",
            "postnummer",
            "123 45",
            "ort",
            "Eksta");
    state = good(state, "bilagor");
    state = good(state, "intygande", "intygar", "yes");
    assertThat(YAML_RUN.post(state, "granska", PostedFields.with()).isComplete()).isTrue();
  }

  private static FormState good(FormState state, String page, String... answers) {
    StepResult step = YAML_RUN.post(state, page, PostedFields.with(answers));
    assertThat(step.violations()).isEmpty();
    return step.state();
  }
}
