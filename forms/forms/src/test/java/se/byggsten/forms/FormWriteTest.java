package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.byggsten.forms.SmallForms.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.forms.type.FieldTypes;

class FormWriteTest {
  private static FormDefinition read(String text, FormTexts texts) {
    return FormYaml.read("form.yaml", text.getBytes(StandardCharsets.UTF_8), texts);
  }

  @Property(tries = 60)
  void what_is_written_reads_back_to_an_equal_definition(@ForAll long seed) {
    FormDefinition form = RandomForms.definition(seed);
    String yaml = FormYaml.write(form);
    assertThat(read(yaml, form.texts()).canonicalJson())
        .as("%s", yaml)
        .isEqualTo(form.canonicalJson());
    assertThat(read(FormYaml.writeJson(form), form.texts())).isEqualTo(form);
    assertThat(FormYaml.write(read(yaml, form.texts()))).isEqualTo(yaml);
  }

  @Test
  void the_form_with_everything_is_written_for_people_to_read_on() {
    String yaml = FormYaml.write(Resor.yaml());
    assertThat(read(yaml, Resor.texts())).isEqualTo(Resor.yaml());
    assertThat(yaml)
        .contains("\n  - {id: granska, kind: review}\n")
        .contains("classification: \"2.5\"\n")
        .doesNotContain("required: false");
    assertThat(yaml.lines()).allMatch(line -> line.length() <= 160);
  }

  @Test
  void json_is_yaml() {
    String json =
        """
        {"form": 1, "id": "litet", "version": 1, "languages": ["sv"], "pages": [
          {"id": "ett", "fields": [{"id": "namn", "type": "text", "required": true}]}]}
        """;
    FormDefinition form = read(json, FormTexts.of(Map.of()));
    assertThat(form.fields().get("namn").required()).isTrue();
  }

  @Test
  void a_constraint_that_no_file_can_name_is_refused() {
    FormDefinition form =
        FormDefinition.builder("litet", 1)
            .pages(
                List.of(
                    page(
                        "ett",
                        FieldDefinition.builder("namn", FieldTypes.TEXT)
                            .constraints(List.of(new ConstraintRule("se.exempel.Egen", Map.of())))
                            .build())))
            .build();
    FormException e = catchThrowableOfType(FormException.class, () -> FormYaml.write(form));
    assertThat(e.code()).isEqualTo(FormException.CONSTRAINT);
  }
}
