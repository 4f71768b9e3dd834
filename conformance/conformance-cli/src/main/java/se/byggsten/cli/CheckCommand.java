package se.byggsten.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.byggsten.conformance.Acceptances;
import se.byggsten.conformance.Catalogue;
import se.byggsten.conformance.ConformanceReport;
import se.byggsten.conformance.Profile;
import se.byggsten.conformance.RequirementResult;
import se.byggsten.conformance.report.ReportFiles;
import se.byggsten.conformance.service.ServiceCheck;
import se.byggsten.core.finding.Verdict;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.data.DataReader;

/** Verifies a running service. */
@Command(
    name = "check",
    description = {
      "Verifies a running e-service against the must-requirements.",
      "Walks the service as a test citizen and sends one application: use an environment for tests."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class)
final class CheckCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "URL", description = "The address of the service.")
  private String url = "";

  @Option(
      names = "--manifest",
      required = true,
      paramLabel = "FILE",
      description = "The manifest of the service, byggsten.yaml.")
  private Path manifest = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder of report.html, report.json and junit.xml.")
  private Path out = Path.of("");

  @Option(
      names = "--profile",
      defaultValue = "corridor",
      description = "By what the service is judged: corridor, ska, all (default: corridor).")
  private String profile = "corridor";

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Certificates (PEM) to trust instead of the system's.")
  private @Nullable Path ca;

  @Option(
      names = "--packages",
      paramLabel = "DIR",
      description = "The folder of archive packages, instead of the manifest's.")
  private @Nullable Path packages;

  @Option(
      names = "--allow-not-verified",
      paramLabel = "FILE",
      description = "Requirements (YAML: id, reason, expires) that may stand unverified.")
  private @Nullable Path allowed;

  @Option(names = "--format", defaultValue = "text", description = "text or json (default: text).")
  private Format format = Format.TEXT;

  CheckCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    URI address = address();
    Catalogue catalogue = Catalogue.load();
    Profile chosen = catalogue.profile(profile);
    Acceptances acceptances =
        allowed == null
            ? Acceptances.NONE
            : Acceptances.from(DataReader.yaml().view(allowed), catalogue);
    EServiceManifest declared = EServiceManifest.from(DataReader.yaml().view(manifest));
    Path folder = Optional.ofNullable(manifest.toAbsolutePath().getParent()).orElse(Path.of("/"));
    ServiceCheck check = ServiceCheck.of(address, declared, folder, clock);
    check = ca == null ? check : check.trusting(ca);
    check = packages == null ? check : check.packagesIn(packages);
    console.note("Går igenom " + address + " som testperson …");
    ConformanceReport report = check.run(chosen, acceptances);
    ReportFiles files = ReportFiles.write(report, out);
    if (format == Format.JSON) {
      console.json(json(report, files));
    } else {
      text(report, files);
    }
    return report.conforms() ? ExitCode.FINE : ExitCode.FOUND;
  }

  private URI address() {
    try {
      URI uri = new URI(url);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri.getRawPath().isEmpty() ? uri.resolve("/") : uri;
      }
    } catch (URISyntaxException e) {
      // Told below, in the same words.
    }
    CommandLine line = spec == null ? new CommandLine(this) : spec.commandLine();
    throw new CommandLine.ParameterException(
        line, "URL must be an address such as https://localhost:8443/, without user or query.");
  }

  private void text(ConformanceReport report, ReportFiles files) {
    console.say(report.summary());
    for (RequirementResult result : report.inProfile()) {
      String accepted = result.acceptance().isPresent() ? " (godtas utan verifiering)" : "";
      console.say(
          "%-12s %-10s %s%s"
              .formatted(
                  result.verdict(), result.id(), result.entry().requirement().text(), accepted));
      if (result.verdict() == Verdict.FAIL) {
        result
            .findings()
            .forEach(f -> console.say("    " + f.where() + ": " + f.message() + " " + f.remedy()));
      } else if (result.blocks()) {
        result.evidence().forEach(e -> console.say("    " + e));
      }
    }
    report.notes().forEach(f -> console.say(f.code() + " " + f.rule() + ": " + f.message()));
    console.say("Rapport: " + files.html().toAbsolutePath());
  }

  private static Map<String, @Nullable Object> json(ConformanceReport report, ReportFiles files) {
    Map<String, @Nullable Object> counts = new LinkedHashMap<>();
    ConformanceReport.counts(report.inProfile()).forEach((v, n) -> counts.put(v.name(), n));
    Map<String, @Nullable Object> paths = new LinkedHashMap<>();
    paths.put("html", files.html().toAbsolutePath().toString());
    paths.put("json", files.json().toAbsolutePath().toString());
    paths.put("junit", files.junit().toAbsolutePath().toString());
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("summary", report.summary());
    root.put("schema", 1);
    root.put("conforms", report.conforms());
    root.put("profile", report.profile().id());
    root.put("catalogueVersion", report.catalogueVersion());
    root.put("counts", counts);
    root.put("acceptedNotVerified", report.accepted());
    root.put("blocking", report.blocking().stream().map(r -> r.id().value()).toList());
    root.put("reports", paths);
    return root;
  }
}
