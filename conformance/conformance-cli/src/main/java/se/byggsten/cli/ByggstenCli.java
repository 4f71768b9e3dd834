package se.byggsten.cli;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import se.byggsten.conformance.Catalogue;
import se.byggsten.conformance.KitVersion;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.data.DataException;

/**
 * The command line of Byggsten.
 *
 * <p>Exit codes: 0 all is well, 1 something was found or could not be verified, 2 wrong use.
 * Results go to standard output, as text or JSON; everything else to standard error.
 */
@Command(
    name = "byggsten",
    description = "Verifies Swedish municipal e-services against the technical must-requirements.",
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is well",
      "1:something was found, or could not be verified",
      "2:wrong use"
    })
public final class ByggstenCli implements Runnable {
  private final CommandLine line;

  private ByggstenCli(Console console, Clock clock) {
    line = new CommandLine(this);
    line.addSubcommand(new CheckCommand(console, clock));
    line.addSubcommand(new ValidatePackageCommand(console, clock));
    line.addSubcommand(new CatalogueCommand(console));
    line.addSubcommand(FormCommand.line(console, clock));
    line.addSubcommand(SamlCommand.line(console, clock));
    line.setOut(console.out());
    line.setErr(console.err());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(
        (e, arguments) -> {
          // All options after each mistake would hide what it was.
          CommandLine command = e.getCommandLine();
          console.note(String.valueOf(e.getMessage()));
          CommandLine.UnmatchedArgumentException.printSuggestions(e, console.err());
          console.note("See " + command.getCommandSpec().qualifiedName(" ") + " --help");
          return ExitCode.WRONG_USE;
        });
    line.setExecutionExceptionHandler(
        (e, command, result) -> {
          // An unforeseen message may hold anything, so only ours are told.
          console.note(
              e instanceof ByggstenException known
                  ? told(known)
                  : "CLI-INTERNAL-ERROR: please report this ("
                      + e.getClass().getName()
                      + at(e.getStackTrace())
                      + ")");
          return ExitCode.WRONG_USE;
        });
  }

  /** Each problem of a file has its code after the place, so the one in front says it again. */
  static String told(ByggstenException e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof DataException ? message.substring(e.code().value().length() + 2) : message;
  }

  private static String at(StackTraceElement[] trace) {
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  /**
   * Runs the program and ends the virtual machine with its exit code.
   *
   * @param arguments the command and its options
   */
  public static void main(String[] arguments) {
    // What the libraries say goes with what the program says, not beside it.
    System.setProperty("org.jboss.logging.provider", "slf4j");
    System.exit(run(Console.standard(), Clock.systemUTC(), arguments));
  }

  static int run(Console console, Clock clock, String... arguments) {
    return new ByggstenCli(console, clock).line.execute(arguments);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(line, "Name a command.");
  }

  /** Tells the versions of the program and of its catalogue. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "byggsten " + KitVersion.current(), "catalogue " + Catalogue.load().version()
      };
    }
  }
}
