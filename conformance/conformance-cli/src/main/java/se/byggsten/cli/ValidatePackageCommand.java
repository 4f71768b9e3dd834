package se.byggsten.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.byggsten.archive.PackageProfile;
import se.byggsten.archive.PackageValidator;
import se.byggsten.conformance.report.FindingJson;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Severity;

/** Validates an archive package. */
@Command(
    name = "validate-package",
    description = "Validates an archive package (E-ARK CSIP and SIP 2.1.0, FGS Paketstruktur 2.0).",
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class)
final class ValidatePackageCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;

  @Parameters(paramLabel = "PATH", description = "The package: a folder or a zip file.")
  private Path path = Path.of("");

  @Option(names = "--format", defaultValue = "text", description = "text or json (default: text).")
  private Format format = Format.TEXT;

  ValidatePackageCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    List<Finding> findings =
        PackageValidator.of(PackageProfile.CSIP_SIP_2_1_0, clock).validate(path);
    boolean valid = findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
    if (format == Format.JSON) {
      Map<String, @Nullable Object> root = new LinkedHashMap<>();
      root.put("schema", 1);
      root.put("package", path.toString());
      root.put("valid", valid);
      root.put("findings", findings.stream().map(FindingJson::of).toList());
      console.json(root);
    } else {
      findings.forEach(f -> console.say(text(f)));
      console.say(valid ? "Paketet är giltigt." : "Paketet är inte giltigt.");
    }
    return valid ? ExitCode.FINE : ExitCode.FOUND;
  }

  private static String text(Finding finding) {
    return "%s %s %s: %s %s"
        .formatted(
            finding.severity(),
            finding.rule(),
            finding.where(),
            finding.message(),
            finding.remedy());
  }
}
