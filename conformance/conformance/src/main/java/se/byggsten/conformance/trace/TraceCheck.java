package se.byggsten.conformance.trace;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.core.finding.Location;
import se.byggsten.data.JsonWriter;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.run.AttachmentChecks;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormRunBuilder;

/**
 * Holds a form to traces: runs each step, and compares all that comes of it.
 *
 * <p>Compared are the page that follows, the fields on it, what is required and offered, errors and
 * warnings, the order of focus, what the HTML tells assistive technology, and at the end what would
 * be stored, what is kept but not sent, and what the archive is told. Each difference has a code
 * that begins with {@code TRACE-}; docs/forms.md lists them. Safe for use by many threads.
 */
public final class TraceCheck {
  private final FormDefinition form;
  private final Function<Trace, Function<Clock, FormRun>> runs;

  private TraceCheck(FormDefinition form, Function<Trace, Function<Clock, FormRun>> runs) {
    this.form = form;
    this.runs = runs;
  }

  /**
   * Returns the check of a form with the built-in constraints and checks of files.
   *
   * @param form the form
   * @return the check
   */
  public static TraceCheck of(FormDefinition form) {
    return of(form, ConstraintCatalog.standard());
  }

  /**
   * Returns the check of a form; files are known by their first bytes and, unless the trace says
   * that there is no scanner, only the EICAR test string is harmful.
   *
   * @param form the form
   * @param catalog the constraints that it may name
   * @return the check
   */
  public static TraceCheck of(FormDefinition form, ConstraintCatalog catalog) {
    return new TraceCheck(
        form,
        trace ->
            clock -> {
              FormRunBuilder run = FormRun.builder(form, clock).catalog(catalog);
              boolean unseen =
                  trace.view().optional("scanner").map(DataView::text).orElse("").equals("none");
              return unseen ? run.build() : run.attachments(AttachmentChecks.basic()).build();
            });
  }

  /**
   * Returns the check of a form as a service runs it, with its own record, detector and scanner.
   *
   * @param form the form
   * @param runs makes a run of the form that goes by a clock
   * @return the check
   */
  public static TraceCheck of(FormDefinition form, Function<Clock, FormRun> runs) {
    return new TraceCheck(form, trace -> runs);
  }

  /**
   * Runs a trace and says what is not as it expects.
   *
   * @param trace the trace
   * @return the differences in the order of the steps; empty when all is as expected
   * @throws DataException when the trace names an input, party or file that the form does not have,
   *     with line and column
   * @throws se.byggsten.forms.FormException when no run can be made of the form
   */
  public List<TraceDifference> check(Trace trace) {
    List<TraceDifference> differences = new ArrayList<>();
    DataView of = trace.view().required("form");
    int version = of.required("version").integer(1, Integer.MAX_VALUE);
    boolean mine = of.required("id").text().equals(form.id());
    if (!mine || version != form.version()) {
      differences.add(otherForm(of, version));
    }
    if (!mine) {
      return differences;
    }
    List<Map<String, Object>> facts = TraceRun.of(trace, form, runs.apply(trace));
    int number = 0;
    for (DataView step : trace.steps()) {
      String name = "step " + (number + 1) + " (" + step.required("page").text() + ")";
      Optional<DataView> expected = step.optional("expect");
      Comparison comparison = new Comparison(expected.orElse(step), name);
      differences.addAll(comparison.page(map(expected), facts.get(number++)));
    }
    Optional<DataView> end = trace.view().optional("expect");
    end.ifPresent(
        view ->
            differences.addAll(
                new Comparison(view, "").stored(map(end), facts.get(facts.size() - 1))));
    return differences;
  }

  private TraceDifference otherForm(DataView of, int version) {
    String expected = of.required("id").text() + " version " + version;
    String actual = form.id() + " version " + form.version();
    Location where =
        new Location(
            of.resource(),
            Optional.of("form"),
            OptionalInt.of(of.position().line()),
            OptionalInt.of(of.position().column()));
    return Comparison.of(
        "form",
        where,
        "the trace is of " + expected + ", but the form is " + actual,
        JsonWriter.compact().write(expected),
        JsonWriter.compact().write(actual));
  }

  private static Map<?, ?> map(Optional<DataView> view) {
    return view.map(DataView::node)
        .map(Shape::plain)
        .filter(Map.class::isInstance)
        .map(plain -> (Map<?, ?>) plain)
        .orElse(Map.of());
  }

  /**
   * Runs a trace and writes what comes of it as what is expected, over what was expected before.
   *
   * <p>It is then to be read by a person: it says what is, not what should be.
   *
   * @param trace the trace, of this form
   * @return the trace with all expectations, of the form's version
   * @throws DataException as {@link #check}, and when the trace is of another form
   */
  public Trace record(Trace trace) {
    DataView id = trace.view().required("form").required("id");
    if (!id.text().equals(form.id())) {
      throw id.problem(DataException.BAD_VALUE, "the trace is of another form");
    }
    List<Map<String, Object>> facts = TraceRun.of(trace, form, runs.apply(trace));
    Map<String, @Nullable Object> whole = trace.plain();
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("id", form.id());
    reference.put("version", form.version());
    whole.put("form", reference);
    List<Object> steps = new ArrayList<>();
    int number = 0;
    for (DataView step : trace.steps()) {
      Map<String, @Nullable Object> recorded = new LinkedHashMap<>();
      step.entries().forEach((key, value) -> recorded.put(key, Shape.plain(value.node())));
      recorded.remove("expect");
      recorded.put("expect", facts.get(number++));
      steps.add(recorded);
    }
    whole.put("steps", steps);
    whole.remove("expect");
    whole.put("expect", facts.get(facts.size() - 1));
    return Trace.read(trace.name(), written(trace.name(), whole));
  }

  private static byte[] written(String name, Map<String, @Nullable Object> whole) {
    return name.endsWith(".json")
        ? JsonWriter.pretty().writeBytes(whole)
        : TraceYaml.write(whole).getBytes(StandardCharsets.UTF_8);
  }
}
