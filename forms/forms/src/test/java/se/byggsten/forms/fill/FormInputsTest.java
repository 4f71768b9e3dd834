package se.byggsten.forms.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.data.DataException;
import se.byggsten.forms.Forms;
import se.byggsten.forms.Resor;
import se.byggsten.forms.run.FormRun;

class FormInputsTest {
  private static Map<String, Object> read(String json) {
    return FormInputs.read(Resor.yaml(), json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void are_what_the_run_takes() {
    Map<String, Object> inputs = read("{\"skolor\": [\"berget\"], \"roll\": \"elev\"}");
    FormRun run = FormRun.of(Resor.yaml(), Forms.CLOCK);
    assertThat(run.withInputs(run.start(Map.of()), inputs).inputs()).isEqualTo(inputs);
    assertThat(read("{}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "", "{", "{\"rol\": \"x\"}", "{\"roll\": 1}", "{\"skolor\": \"berget\"}"})
  void say_where_something_else_stands(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(DataException.class);
  }
}
