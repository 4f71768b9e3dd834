package se.byggsten.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.fill.FillProblem;
import se.byggsten.forms.fill.Filled;
import se.byggsten.forms.fill.FormFill;

/** Judges answers in JSON. */
@Command(
    name = "fill",
    description = {
      "Fills in a form from answers in JSON and tells what is wrong with them.",
      "See form schema for what the JSON looks like. The answers themselves are not repeated.",
      "Answers on the pages of a party are judged as that party's."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class)
final class FormFillCommand implements Callable<Integer> {
  private static final int MOST = 4_000_000;

  private final Console console;
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FORM", description = "The definition.")
  private Path file = Path.of("");

  @Parameters(index = "1", paramLabel = "ANSWERS", description = "The answers in JSON.")
  private Path answers = Path.of("");

  @Option(
      names = "--inputs",
      paramLabel = "FILE",
      description = "What the service tells the form, in JSON: a value for each of its inputs.")
  private @Nullable Path inputs;

  @Mixin private FormOptions options = new FormOptions();

  FormFillCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    FormDefinition form = FormFiles.form(spec, file);
    byte[] json = FormFiles.bytes(spec, answers, MOST);
    Map<String, Object> told = FormFiles.inputs(spec, form, inputs);
    FormFill fill =
        FormFill.of(FormFiles.run(form, clock), Locale.forLanguageTag(options.language()));
    Filled filled = FormFiles.named(answers, () -> fill.read(told, json));
    if (options.isJson()) {
      Map<String, @Nullable Object> root = new LinkedHashMap<>();
      root.put("schema", 1);
      root.put("form", form.toString());
      root.put("complete", filled.isComplete());
      root.put("problems", filled.problems().stream().map(FormFillCommand::json).toList());
      console.json(root);
    } else {
      filled
          .problems()
          .forEach(
              problem ->
                  console.say(
                      "%-10s  %s %s: %s%s"
                          .formatted(
                              problem.level(),
                              problem.path(),
                              problem.name(),
                              problem.message(),
                              party(form, problem))));
      console.say(options.words(filled.isComplete() ? "fill.complete" : "fill.incomplete"));
    }
    return filled.isComplete() ? ExitCode.FINE : ExitCode.FOUND;
  }

  private String party(FormDefinition form, FillProblem problem) {
    String party = problem.party();
    return party.isEmpty()
        ? ""
        : options.words(
            "fill.party", form.texts().find(options.language(), party + ".name").orElse(party));
  }

  private static Map<String, @Nullable Object> json(FillProblem problem) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("path", problem.path());
    json.put("name", problem.name());
    json.put("level", problem.level().name().toLowerCase(Locale.ROOT));
    json.put("message", problem.message());
    json.put("party", problem.party());
    return json;
  }
}
