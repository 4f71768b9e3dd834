package se.byggsten.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.byggsten.conformance.trace.TraceSchema;
import se.byggsten.forms.schema.AnswersSchema;
import se.byggsten.forms.schema.DefinitionSchema;
import se.byggsten.forms.source.FormCatalog;

/** Writes JSON Schemas. */
@Command(
    name = "schema",
    description =
        "Writes the JSON Schema (2020-12) of definitions, of traces, or of the answers to a form.",
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class)
final class FormSchemaCommand implements Callable<Integer> {
  /** What a schema is of. */
  enum Of {
    DEFINITION,
    ANSWERS,
    DOCUMENT,
    TRACE
  }

  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The definition; not needed with --of definition or trace.")
  private @Nullable Path file;

  @Option(
      names = "--of",
      defaultValue = "answers",
      description = {
        "answers: plain answers, as form fill takes them (the default).",
        "document: the answers document of a submission.",
        "definition: definitions in YAML, for editors.",
        "trace: traces of forms, as form trace takes them."
      })
  private Of of = Of.ANSWERS;

  @Mixin private FormOptions options = new FormOptions();

  FormSchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.say(schema().stripTrailing());
    return ExitCode.FINE;
  }

  private String schema() {
    if (of == Of.DEFINITION) {
      return DefinitionSchema.of(FormCatalog.found());
    }
    if (of == Of.TRACE) {
      return TraceSchema.json();
    }
    if (file == null) {
      throw FormFiles.wrongUse(spec, "Name the FILE of the form.");
    }
    return of == Of.ANSWERS
        ? AnswersSchema.of(FormFiles.form(spec, file), options.language())
        : AnswersSchema.ofDocument(FormFiles.form(spec, file), options.language());
  }
}
