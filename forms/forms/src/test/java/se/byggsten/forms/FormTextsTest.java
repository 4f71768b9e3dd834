package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTextsTest {
  private static FormTexts read(String text) {
    return FormTexts.ofProperties(Map.of("sv", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void refuses_a_key_that_comes_twice_and_names_it() {
    FormException refused =
        catchThrowableOfType(
            FormException.class, () -> read("a.label=Ett\nb.label=Två\na.label=Tre\n"));
    assertThat(refused.code()).isEqualTo(FormException.TEXTS);
    assertThat(refused).hasMessageContaining("a.label").hasMessageNotContainingAny("b.label");
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_key() {
    assertThat(read("\uFEFFform.title=Åka\n").find("sv", "form.title")).contains("Åka");
    assertThat(read("\uFEFF").keys()).isEmpty();
  }
}
