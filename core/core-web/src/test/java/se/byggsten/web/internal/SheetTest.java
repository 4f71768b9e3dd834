package se.byggsten.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SheetTest {
  @Test
  void turns_colours_and_fonts_into_tokens() {
    assertThat(Sheet.themed(".a{color:#1d70b8;font-family:GDS Transport,arial;margin:0}"))
        .isEqualTo(".a{color:var(--b-brand);font-family:var(--b-font);margin:0}");
  }

  @Test
  void keeps_text_readable_on_what_has_focus() {
    assertThat(Sheet.themed("a:focus{background-color:#fd0;color:#0b0c0c}"))
        .isEqualTo("a:focus{background-color:var(--b-focus);color:var(--b-on-focus)}");
  }

  @Test
  void leaves_out_fonts_and_components_that_we_do_not_have() {
    String css =
        "/*! a comment */@font-face{font-family:GDS Transport}.govuk-tabs{color:#0b0c0c}"
            + "@media print{.govuk-tabs{color:#000}}.govuk-tabs,.b{margin:0}";
    assertThat(Sheet.themed(css)).isEqualTo(".b{margin:0}");
  }

  @Test
  void stops_at_a_colour_that_no_token_stands_for() {
    assertThatThrownBy(() -> Sheet.themed(".a{color:#123456}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("#123456");
  }

  @Test
  void stops_at_a_sheet_that_is_cut_off() {
    assertThatThrownBy(() -> Sheet.themed(".a{color:#000"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
