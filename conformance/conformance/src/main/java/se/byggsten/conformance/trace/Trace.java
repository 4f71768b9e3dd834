package se.byggsten.conformance.trace;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataLimits;
import se.byggsten.data.DataReader;
import se.byggsten.data.JsonWriter;

/**
 * What somebody does with a form, step by step, and what must come of it.
 *
 * <p>A data file in YAML or JSON that anybody can write; docs/trace.schema.json says what it looks
 * like. It may hold made-up answers, never real ones.
 *
 * <pre>{@code
 * Trace trace = Trace.read(Path.of("lokal.trace.yaml"));
 * List<TraceDifference> differences = TraceCheck.of(form, catalog).check(trace);
 * }</pre>
 */
public final class Trace {
  private static final DataLimits LIMITS = new DataLimits(4_000_000, 40, 400_000);

  private static final long MOST_BYTES = 100_000_000;

  private final DataView view;

  private Trace(DataView view) {
    this.view = view;
  }

  /**
   * Reads a file: JSON when its name ends with {@code .json}, else YAML.
   *
   * @param file the file, at most 4 million bytes
   * @return the trace
   * @throws DataException when it is no trace, with line, column and what was meant
   */
  public static Trace read(Path file) {
    boolean json = String.valueOf(file.getFileName()).endsWith(".json");
    return of((json ? DataReader.json() : DataReader.yaml()).within(LIMITS).view(file));
  }

  /**
   * Reads bytes.
   *
   * @param name the name of the trace, for messages; JSON when it ends with {@code .json}
   * @param bytes the trace in UTF-8
   * @return the trace
   * @throws DataException as {@link #read(Path)}
   */
  public static Trace read(String name, byte[] bytes) {
    DataReader reader = name.endsWith(".json") ? DataReader.json() : DataReader.yaml();
    return of(DataView.of(name, reader.within(LIMITS).read(name, bytes)));
  }

  private static Trace of(DataView view) {
    DataView version = view.required("trace");
    if (version.number().compareTo(BigDecimal.valueOf(TraceShape.VERSION)) != 0) {
      throw version.problem(
          DataException.UNKNOWN_VERSION, "this program reads traces of version 1: trace: 1");
    }
    TraceShape.TRACE.check(view);
    instant(view.required("at"));
    long bytes = 0;
    for (DataView step : view.list("steps")) {
      step.optional("at").ifPresent(Trace::instant);
      for (DataView file : step.list("files")) {
        bytes += MadeFile.check(file);
      }
    }
    if (bytes > MOST_BYTES) {
      throw view.required("steps")
          .problem(DataException.BAD_VALUE, "the files must be at most 100,000,000 bytes in all");
    }
    return new Trace(view);
  }

  static Instant instant(DataView view) {
    try {
      return Instant.parse(view.text());
    } catch (DateTimeException e) {
      throw view.problem(DataException.BAD_VALUE, "must be an instant: 2026-05-04T08:00:00Z");
    }
  }

  DataView view() {
    return view;
  }

  List<DataView> steps() {
    return view.list("steps");
  }

  /**
   * Returns the name of the file or text.
   *
   * @return the name
   */
  public String name() {
    return view.resource();
  }

  /**
   * Writes the trace as YAML.
   *
   * @return the text; reading it gives the same trace
   */
  public String yaml() {
    return TraceYaml.write(plain());
  }

  /**
   * Writes the trace as JSON.
   *
   * @return the text; reading it gives the same trace
   */
  public String json() {
    return JsonWriter.pretty().write(plain());
  }

  Map<String, @Nullable Object> plain() {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    view.entries().forEach((key, value) -> plain.put(key, Shape.plain(value.node())));
    return plain;
  }

  /** Leaves out what is posted. */
  @Override
  public String toString() {
    return "Trace[" + name() + ", " + steps().size() + " steps]";
  }
}
