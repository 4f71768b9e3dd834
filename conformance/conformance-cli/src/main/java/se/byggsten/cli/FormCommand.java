package se.byggsten.cli;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands for definitions of forms. */
@Command(
    name = "form",
    description = "Checks, draws and compares definitions of forms.",
    footer = {
      "",
      "Kinds of fields and constraints of your own: name their jars in the environment variable",
      "BYGGSTEN_CLASSPATH; each jar says in META-INF/services what it adds (docs/forms.md)."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class)
final class FormCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  static CommandLine line(Console console, Clock clock) {
    CommandLine line = new CommandLine(new FormCommand());
    line.addSubcommand(new FormLintCommand(console));
    line.addSubcommand(new FormRenderCommand(console, clock));
    line.addSubcommand(new FormPaperCommand(console, clock));
    line.addSubcommand(new FormSchemaCommand(console));
    line.addSubcommand(new FormDiffCommand(console));
    line.addSubcommand(new FormFillCommand(console, clock));
    line.addSubcommand(new FormTraceCommand(console));
    return line;
  }

  @Override
  public void run() {
    CommandLine line = spec == null ? new CommandLine(this) : spec.commandLine();
    throw new CommandLine.ParameterException(
        line, "Name a command: lint, render, paper, schema, diff, fill or trace.");
  }
}
