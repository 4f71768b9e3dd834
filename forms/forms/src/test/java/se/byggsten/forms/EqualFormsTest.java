package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;

class EqualFormsTest {
  private static final FormRun YAML = FormRun.of(Forms.yaml(), Forms.CLOCK);
  private static final FormRun RECORD =
      FormRun.builder(Forms.record(), Forms.CLOCK).record(Allt.class).build();

  @Test
  void yaml_and_record_give_equal_definitions() {
    assertThat(Forms.yaml().canonicalJson()).isEqualTo(Forms.record().canonicalJson());
    assertThat(Forms.yaml()).isEqualTo(Forms.record()).hasSameHashCodeAs(Forms.record());
    assertThat(Forms.yaml().sha256()).isEqualTo(Forms.record().sha256()).hasSize(64);
  }

  @Property(tries = 300)
  void yaml_and_record_find_the_same_violations(
      @ForAll("posts") Map<String, String> answers, @ForAll("boxes") List<String> boxes) {
    FormState state = Forms.started(YAML);
    for (PageDefinition page : Forms.yaml().pages()) {
      PostedFields posted = post(page, answers, boxes);
      StepResult fromYaml = YAML.post(state, page.id(), posted);
      StepResult fromRecord = RECORD.post(state, page.id(), posted);
      assertThat(fromRecord.violations()).isEqualTo(fromYaml.violations());
      assertThat(fromRecord.page()).isEqualTo(fromYaml.page());
      assertThat(fromRecord.revealed()).isEqualTo(fromYaml.revealed());
      assertThat(fromRecord.state()).isEqualTo(fromYaml.state());
      state = fromYaml.state();
      assertThat(YAML.read(YAML.write(state))).isEqualTo(state);
    }
  }

  private static PostedFields post(
      PageDefinition page, Map<String, String> answers, List<String> boxes) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (FieldDefinition field : page.fields()) {
      String answer = answers.get(field.id());
      if (field.type() == FieldType.CHECKBOXES) {
        values.put(field.id(), boxes);
      } else if (field.type() == FieldType.DATE && answer != null) {
        values.put(field.id() + "-day", List.of(answer));
        values.put(field.id() + "-month", List.of("3"));
        values.put(field.id() + "-year", List.of("2" + answer));
      } else if (field.type() != FieldType.FILES && !field.id().equals("namn") && answer != null) {
        values.put(field.id(), List.of(answer));
      }
    }
    return PostedFields.of(values);
  }

  @Provide
  Arbitrary<Map<String, String>> posts() {
    List<String> ids = new ArrayList<>(Forms.yaml().fields().keySet());
    Arbitrary<String> answers =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                " ",
                "a",
                "b",
                "c",
                "p",
                "q",
                "yes",
                "no",
                "hemlig",
                "krav",
                "x<y",
                "026",
                "12",
                "191212121212",
                "19121212-1212",
                "201412112393",
                "701063-2391",
                "0701234567",
                "asa@exempel.se",
                "asa@exempel",
                "123 45",
                "01234",
                "\u0000",
                "å".repeat(21)),
            Arbitraries.strings().ofMaxLength(25));
    return Arbitraries.maps(Arbitraries.of(ids), answers).ofMinSize(3);
  }

  @Provide
  Arbitrary<List<String>> boxes() {
    return Arbitraries.of("x", "y", "z", "forged").list().uniqueElements().ofMaxSize(4);
  }
}
