package se.byggsten.forms.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.Forms;
import se.byggsten.forms.run.FormRun;
import se.byggsten.web.design.Theme;

/** What is printed has the colours of the municipality too. */
class PrintedThemeTest {
  private static final Locale SV = Locale.forLanguageTag("sv");
  private static final String WINE = "#7a1f3d";

  private final FormRun run = Forms.run();
  private final FormRenderer own = FormRenderer.of(run);
  private final FormRenderer themed = own.themed(Theme.of(Map.of("brand", WINE)));

  @Test
  void the_printed_application_has_them() {
    String html = themed.printable(Forms.started(run), SV, Forms.NOW).html();
    assertThat(html).contains("2pt solid " + WINE);
    assertThat(html).doesNotContain("BRAND", "INK", "#0b4f8a");
    assertThat(own.printable(Forms.started(run), SV, Forms.NOW).html())
        .contains("2pt solid #0b4f8a");
  }

  @Test
  void the_blank_form_has_them_where_nothing_is_written() {
    String html = themed.paper(SV, Forms.NOW).html();
    assertThat(html).contains("h1, .b-sender { color: " + WINE + "; }");
    assertThat(html).contains("border: 0.3mm solid #000000");
  }
}
