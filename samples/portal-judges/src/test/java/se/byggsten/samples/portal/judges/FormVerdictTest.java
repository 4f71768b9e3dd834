package se.byggsten.samples.portal.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.run.FormRun;
import se.byggsten.pdf.PdfRenderers;
import se.byggsten.samples.portal.kollo.FormPages;
import se.byggsten.samples.portal.kollo.SampleWalk;
import se.byggsten.testsupport.Judge;

/** What outside judges say of the form on screen and on paper, in every state and direction. */
@Tag("judges")
class FormVerdictTest {
  /** A date's fieldset has it for the sake of old screen readers, as govuk-frontend has. */
  private static final String KNOWN_WARNING =
      "info warning: The “group” role is unnecessary for element “fieldset”.";

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("se.byggsten.samples.portal.kollo.FormPages#languages")
  void no_page_of_the_form_has_an_html_error(String language) throws IOException {
    List<String> arguments = new ArrayList<>();
    for (Map.Entry<String, String> page : FormPages.in(language).entrySet()) {
      Path file = folder.resolve(page.getKey().replaceAll("[^a-z0-9]+", "-") + ".html");
      arguments.add(Files.writeString(file, page.getValue()).toString());
    }
    Judge.Verdict verdict = Judge.nuHtml().run(folder, arguments.toArray(new String[0]));
    assertThat(verdict.lines().stream().filter(line -> !line.endsWith(KNOWN_WARNING))).isEmpty();
    assertThat(verdict.exitCode()).isZero();
  }

  @ParameterizedTest
  @MethodSource("se.byggsten.samples.portal.kollo.FormPages#languages")
  void every_form_on_paper_blank_and_filled_complies_with_pdf_a_and_pdf_ua(String language)
      throws IOException {
    Locale locale = Locale.forLanguageTag(language);
    Set<String> blank = new HashSet<>();
    for (SampleWalk walk : SampleWalk.all()) {
      FormRun run = FormRun.of(walk.form(), Clock.fixed(FormPages.NOW, ZoneOffset.UTC));
      FormRenderer renderer = FormRenderer.of(run);
      if (blank.add(walk.form().id())) {
        complies(walk.form().id() + ".pdf", renderer.paper(locale, FormPages.NOW));
      }
      String name = ("filled-" + walk.form().id() + walk.name() + ".pdf");
      complies(name, renderer.printable(walk.complete(run), locale, FormPages.NOW));
    }
  }

  private void complies(String name, PrintableDocument document) throws IOException {
    Path pdf = Files.write(folder.resolve(name), PdfRenderers.preservation().render(document));
    assertThat(Judge.veraPdf().run(folder, "2a,ua1", pdf.toString()).lines())
        .containsExactly("PASS 2a " + name, "PASS ua1 " + name);
  }
}
