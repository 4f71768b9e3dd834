package se.byggsten.conformance.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import se.byggsten.data.JsonWriter;

/** The JSON Schema (2020-12) of traces, written from what reads them. */
public final class TraceSchema {
  private TraceSchema() {}

  /**
   * Writes the schema.
   *
   * @return the JSON, always the same
   */
  public static String json() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Byggsten trace of a form, version " + TraceShape.VERSION);
    schema.putAll(TraceShape.TRACE.schema());
    return JsonWriter.pretty().write(schema);
  }
}
