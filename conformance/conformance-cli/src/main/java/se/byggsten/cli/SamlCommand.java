package se.byggsten.cli;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands for e-identification by SAML. */
@Command(
    name = "saml",
    description = "Judges parties of Sweden Connect and what they say, by requirements with ids.",
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class)
final class SamlCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  static CommandLine line(Console console, Clock clock) {
    CommandLine line = new CommandLine(new SamlCommand());
    line.addSubcommand(new SamlLintCommand(console, clock));
    line.addSubcommand(new SamlVerifyCommand(console));
    line.addSubcommand(new SamlAttackCommand(console, clock));
    line.addSubcommand(new SamlTestIdpCommand(console, clock));
    return line;
  }

  @Override
  public void run() {
    CommandLine line = spec == null ? new CommandLine(this) : spec.commandLine();
    throw new CommandLine.ParameterException(
        line, "Name a command: " + String.join(", ", line.getSubcommands().keySet()) + ".");
  }
}
