package se.byggsten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;

class FormTraceCommandTest {
  private static final String TRACE =
      """
      # En cykel.
      # Påhittad.
      trace: 1
      form: {id: cykel, version: 1}
      at: "2026-05-04T08:00:00Z"
      language: sv
      steps:
        - {page: fragor, post: {}}
        - {page: fragor, post: {namn: Åsa Ek}}
        - {page: granska, post: {}}
      """;

  @TempDir private Path folder;
  private Path form;
  private Path trace;

  @BeforeEach
  void writeFormAndTrace() throws IOException {
    form =
        Files.writeString(
            folder.resolve("cykel.yaml"),
            """
            form: 1
            id: cykel
            version: 1
            languages: [sv]
            pages:
              - id: fragor
                fields:
                  - {id: namn, type: text, required: true}
              - {id: granska, kind: review}
            """);
    Files.writeString(
        folder.resolve("cykel_sv.properties"),
        "form.title=Cykel\nnamn.label=Vad heter du?\ngranska.title=Stämmer det?\n");
    trace = Files.writeString(folder.resolve("cykel.trace.yaml"), TRACE);
  }

  private Ran trace(String... options) {
    String[] arguments = new String[options.length + 4];
    arguments[0] = "form";
    arguments[1] = "trace";
    arguments[2] = form.toString();
    arguments[3] = trace.toString();
    System.arraycopy(options, 0, arguments, 4, options.length);
    return Ran.with(arguments);
  }

  @Test
  void recordsAndThenFindsNothing() throws IOException {
    Ran recorded = trace("--record");

    assertThat(recorded.exit()).isZero();
    assertThat(Files.readString(trace))
        .startsWith("# En cykel.\n# Påhittad.\ntrace: 1\n")
        .contains("fields: [namn]", "constraint: Required", "complete: true");
    Ran checked = trace();
    assertThat(checked.exit()).isZero();
    assertThat(checked.out()).contains("1 spår stämmer.");
    trace("--record");
    assertThat(trace("--language", "en").out()).contains("1 trace is as expected.");
  }

  @Test
  void tellsWhatAChangeOfTheFormChangesAndKeepsAnswersBack() throws IOException {
    trace("--record");
    String recorded = Files.readString(trace);
    int answers = recorded.lastIndexOf("namn: Åsa Ek");
    Files.writeString(
        trace, recorded.substring(0, answers) + "namn: Eva Ek" + recorded.substring(answers + 12));
    Files.writeString(
        form,
        Files.readString(form).replace("required: true", "required: true, autocomplete: name"));

    Ran ran = trace();
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out())
        .contains("TRACE-HTML cykel.trace.yaml:", "step 1 (fragor): html.namn.autocomplete")
        .contains("TRACE-ANSWERS", "--record")
        .doesNotContain("Åsa", "Eva");
    assertThat(trace("--values").out()).contains("väntat: \"Eva Ek\"", "är: \"Åsa Ek\"");

    Ran json = trace("--format", "json");
    assertThat(json.exit()).isEqualTo(1);
    assertThat(json.out()).doesNotContain("Åsa", "Eva");
    DataView root = DataReader.json().view("out", json.out());
    assertThat(root.required("clean").bool()).isFalse();
    DataView finding = root.list("traces").get(0).list("findings").get(0);
    assertThat(finding.required("code").text()).isEqualTo("TRACE-HTML");
    assertThat(trace("--format", "json", "--values").out())
        .contains("\"actual\": \"\\\"Åsa Ek\\\"\"");
  }

  @Test
  void recordsJsonAsJson() throws IOException {
    Path json = folder.resolve("cykel.trace.json");
    Files.writeString(
        json,
        "{\"trace\": 1, \"form\": {\"id\": \"cykel\", \"version\": 1}, \"language\": \"sv\","
            + " \"at\": \"2026-05-04T08:00:00Z\", \"steps\": [{\"page\": \"fragor\"}]}");
    assertThat(Ran.with("form", "trace", form.toString(), json.toString(), "--record").exit())
        .isZero();
    assertThat(Files.readString(json)).startsWith("{\n  \"trace\": 1");
    assertThat(Ran.with("form", "trace", form.toString(), json.toString()).exit()).isZero();
  }

  @Test
  void saysWhereAFileIsNoTrace() throws IOException {
    Files.writeString(trace, TRACE.replace("language", "langauge"));
    Ran ran = trace();
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("cykel.trace.yaml:6:1", "language");
    assertThat(Ran.with("form", "trace", form.toString()).exit()).isEqualTo(2);
    assertThat(Ran.with("form", "trace", form.toString(), "finns-inte.yaml").exit()).isEqualTo(2);
  }

  @Test
  void writesTheSchemaOfTraces() {
    Ran ran = Ran.with("form", "schema", "--of", "trace");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("https://json-schema.org/draft/2020-12/schema", "described-by");
  }
}
