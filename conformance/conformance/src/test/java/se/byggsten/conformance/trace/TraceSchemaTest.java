package se.byggsten.conformance.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TraceSchemaTest {
  private static final Validator VALIDATOR =
      new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
  private static final URI SCHEMA = VALIDATOR.registerSchema(TraceSchema.json());

  private static List<String> faults(String json) {
    return VALIDATOR.validate(SCHEMA, json).getErrors().stream()
        .map(error -> error.getInstanceLocation() + " " + error.getError())
        .toList();
  }

  @Test
  void the_published_schema_is_what_reads_traces() throws IOException {
    Path published = Path.of("../../docs/trace.schema.json");
    Path made = Path.of("target/trace.schema.json");
    Files.createDirectories(made.toAbsolutePath().getParent());
    Files.writeString(made, TraceSchema.json());
    assertThat(Files.exists(published) && Files.readString(published).equals(TraceSchema.json()))
        .as("copy %s to %s", made.toAbsolutePath(), published)
        .isTrue();
  }

  @Test
  void accepts_every_trace_of_the_samples_and_what_is_recorded() throws IOException {
    assertThat(faults(Cykel.recorded().json())).isEmpty();
    List<Path> traces;
    try (Stream<Path> files =
        Files.list(Path.of("../../samples/portal/src/test/resources/traces"))) {
      traces = files.sorted().toList();
    }
    assertThat(traces).hasSizeGreaterThanOrEqualTo(2);
    for (Path trace : traces) {
      assertThat(faults(Trace.read(trace).json())).as("%s", trace).isEmpty();
    }
  }

  @Test
  void refuses_what_the_reader_refuses() {
    String good = Cykel.trace(Cykel.TRACE).json();
    assertThat(faults(good)).isEmpty();
    for (String[] change :
        List.of(
            new String[] {"\"trace\": 1", "\"trace\": 2"},
            new String[] {"\"language\"", "\"langauge\""},
            new String[] {"08:00:00Z", "08:00:00"},
            new String[] {"\"page\": \"du\"", "\"page\": \"../x\""},
            new String[] {"\"size\": 500", "\"size\": -1"})) {
      assertThat(good).contains(change[0]);
      assertThat(faults(good.replace(change[0], change[1]))).as(change[1]).isNotEmpty();
    }
  }
}
