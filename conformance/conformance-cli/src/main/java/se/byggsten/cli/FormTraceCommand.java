package se.byggsten.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.byggsten.conformance.report.FindingJson;
import se.byggsten.conformance.trace.Trace;
import se.byggsten.conformance.trace.TraceCheck;
import se.byggsten.conformance.trace.TraceDifference;
import se.byggsten.core.finding.Finding;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.source.FormCatalog;

/** Holds a form to traces. */
@Command(
    name = "trace",
    description = {
      "Runs a form along traces: what is posted, step by step, and what must come of it.",
      "Compared are pages, fields, errors, the order of focus, what the HTML tells assistive",
      "technology, what would be stored and what the archive is told.",
      "Write the form, the instant and what is posted; --record writes the rest."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class)
final class FormTraceCommand implements Callable<Integer> {
  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FORM", description = "The definition.")
  private Path file = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "TRACE",
      description = "Traces in YAML, or in JSON when the name ends with .json.")
  private List<Path> traces = List.of();

  @Option(
      names = "--record",
      description = {
        "Write what is as what is expected, over what the TRACE expected before. Read it then:",
        "it says what is, not what should be. Comments are kept at the top of a file alone."
      })
  private boolean recording;

  @Option(names = "--values", description = "Show answers too where they are not as expected.")
  private boolean values;

  @Mixin private FormOptions options = new FormOptions();

  FormTraceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    FormDefinition form = FormFiles.form(spec, file);
    TraceCheck check = TraceCheck.of(form, FormCatalog.found().constraints());
    Map<Path, Trace> read = new LinkedHashMap<>();
    traces.forEach(path -> read.put(path, Trace.read(FormFiles.checked(spec, path))));
    return recording ? record(form, check, read) : check(form, check, read);
  }

  private int record(FormDefinition form, TraceCheck check, Map<Path, Trace> read) {
    List<Path> written = new ArrayList<>();
    read.forEach((path, trace) -> written.add(write(path, check.record(trace))));
    WrittenFiles files = new WrittenFiles();
    files.of(form, written);
    files.tell(console, options);
    return ExitCode.FINE;
  }

  private Path write(Path path, Trace trace) {
    boolean json = trace.name().endsWith(".json");
    String text = json ? trace.json() : comments(path) + trace.yaml();
    try {
      return Files.writeString(path, text);
    } catch (IOException e) {
      throw FormFiles.wrongUse(spec, "The file " + path + " cannot be written to.");
    }
  }

  /** What stands at the top of the file for its readers. */
  private static String comments(Path path) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8)
          .lines()
          .takeWhile(line -> line.startsWith("#") || line.isBlank())
          .map(line -> line + "\n")
          .collect(Collectors.joining());
    } catch (IOException e) {
      return "";
    }
  }

  private int check(FormDefinition form, TraceCheck check, Map<Path, Trace> read) {
    List<Map<String, @Nullable Object>> reports = new ArrayList<>();
    int count = 0;
    for (Map.Entry<Path, Trace> one : read.entrySet()) {
      List<TraceDifference> differences = check.check(one.getValue());
      count += differences.size();
      if (options.isJson()) {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("file", one.getKey().toString());
        report.put("findings", differences.stream().map(this::json).toList());
        reports.add(report);
      } else {
        differences.forEach(difference -> console.say(text(difference)));
      }
    }
    if (options.isJson()) {
      Map<String, @Nullable Object> root = new LinkedHashMap<>();
      root.put("schema", 1);
      root.put("form", form.toString());
      root.put("clean", count == 0);
      root.put("traces", reports);
      console.json(root);
    } else {
      console.say(
          count == 0
              ? options.counted("trace.clean", read.size())
              : options.counted("trace.found", count));
    }
    return count == 0 ? ExitCode.FINE : ExitCode.FOUND;
  }

  private Map<String, @Nullable Object> json(TraceDifference difference) {
    Map<String, @Nullable Object> json = FindingJson.of(difference.finding());
    if (values) {
      json.put("expected", difference.expected());
      json.put("actual", difference.actual());
    }
    return json;
  }

  private String text(TraceDifference difference) {
    Finding finding = difference.finding();
    String shown =
        values
            ? "\n  %s %s\n  %s %s"
                .formatted(
                    options.words("trace.expected"),
                    difference.expected(),
                    options.words("trace.actual"),
                    difference.actual())
            : "";
    return "%s %s: %s. %s%s"
        .formatted(finding.code(), finding.where(), finding.message(), finding.remedy(), shown);
  }
}
