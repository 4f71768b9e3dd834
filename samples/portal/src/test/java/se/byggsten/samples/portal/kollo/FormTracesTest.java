package se.byggsten.samples.portal.kollo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.conformance.trace.Trace;
import se.byggsten.conformance.trace.TraceCheck;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.samples.portal.ops.BesideOthers;

/**
 * The forms do what they did when their traces were recorded and read.
 *
 * <p>When a change is meant: {@code ./byggsten form trace FORM TRACE --record}, and read what
 * changed in the trace.
 */
@BesideOthers
class FormTracesTest {
  private static final ClassLoader LOADER = FormTracesTest.class.getClassLoader();

  private static String resource(String name) {
    try (InputStream stream = LOADER.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Trace trace(String form) {
    String name = "traces/" + form + ".yaml";
    return Trace.read(name, resource(name).getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kolloplats", "felanmalan"})
  void the_form_does_what_its_trace_says(String form) {
    assertThat(TraceCheck.of(FormYaml.load(LOADER, "forms/" + form)).check(trace(form))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kolloplats", "felanmalan"})
  void the_trace_expects_something_of_every_step(String form) {
    String steps = resource("traces/" + form + ".yaml");
    long expected = steps.lines().filter(line -> line.strip().equals("expect:")).count();
    long done = steps.lines().filter(line -> line.matches("  - (?:about|page):.*")).count();
    assertThat(expected).isEqualTo(done + 1).isGreaterThan(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kolloplats|alder >= 7 && alder <= 15|alder >= 7 && alder <= 9|TRACE-ERRORS
          kolloplats|inkomst * 0.005|inkomst * 0.006|TRACE-ANSWERS
          kolloplats|required-if: reaktion == 'farlig'|required-if: reaktion == 'tydlig'|TRACE-PAGE
          kolloplats|options: [kan-inte, lite, tvahundra]|options: [lite, kan-inte, tvahundra]|TRACE-OPTIONS
          kolloplats|retention: dispose P2Y|retention: dispose P5Y|TRACE-RETENTION
          felanmalan|show-if: galler == 'fel'|show-if: galler == 'berom'|TRACE-FIELDS
          felanmalan|required-if: telefon == ''|width: medium|TRACE-PAGE
          felanmalan|autocomplete: tel|autocomplete: "off"|TRACE-HTML
          """)
  void a_change_of_what_the_form_does_is_found(String form, String from, String to, String code) {
    String yaml = resource("forms/" + form + ".yaml");
    assertThat(yaml).contains(from);
    FormDefinition changed =
        FormYaml.read(
            form + ".yaml",
            yaml.replace(from, to).getBytes(StandardCharsets.UTF_8),
            FormYaml.texts(LOADER, "forms/" + form, List.of("sv", "en")));
    assertThat(TraceCheck.of(changed).check(trace(form)))
        .anyMatch(difference -> difference.finding().code().value().equals(code));
  }

  @Test
  void the_traces_hold_no_expectation_that_nobody_has_met() {
    assertThat(resource("traces/kolloplats.yaml"))
        .contains("complete: true", "as: betalare", "warning: olikaVeckor")
        .doesNotContain("(no element has the id");
  }
}
