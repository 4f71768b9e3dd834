package se.byggsten.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.byggsten.core.finding.Severity;
import se.byggsten.saml.lint.EntityRole;
import se.byggsten.saml.lint.MetadataLint;
import se.byggsten.saml.lint.MetadataLintReport;
import se.byggsten.saml.lint.SwedenConnectRequirements;

/** Judges SAML metadata by the requirements of Sweden Connect. */
@Command(
    name = "lint-metadata",
    description = {
      "Judges SAML metadata by the requirements of Sweden Connect.",
      "The metadata are those of a service, an identity provider or a federation. Each",
      "requirement has id, level, verdict, place and remedy. What metadata cannot show is told apart, and never counted as met.",
      "Nothing but the metadata is fetched. Of a signature only the form is judged."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ByggstenCli.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no requirement that must hold is broken (with --strict: none that should, either)",
      "1:such a requirement is broken, or the metadata cannot be read as such",
      "2:wrong use, or the metadata cannot be had"
    })
final class SamlLintCommand implements Callable<Integer> {
  private static final String PROFILES = "sweden-connect-";
  private static final int MOST = 64 * 1024 * 1024;

  private final Console console;
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|URL",
      description = "The metadata: a file, or an address on http or https (30 s, 64 MB).")
  private String source = "";

  private String version = "1.9";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "sp or idp; found in the metadata when they have only one of them.")
  private @Nullable EntityRole role;

  @Option(
      names = "--strict",
      description = "Answer 1 also where only a requirement that should hold is broken.")
  private boolean strict;

  @Mixin private SamlOptions options = new SamlOptions();

  SamlLintCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Option(
      names = "--profile",
      defaultValue = "sweden-connect-1.9",
      description = "sweden-connect-1.8 or sweden-connect-1.9 (default: sweden-connect-1.9).")
  void profile(String name) {
    List<String> known = SwedenConnectRequirements.versions();
    if (!name.startsWith(PROFILES) || !known.contains(name.substring(PROFILES.length()))) {
      throw FormFiles.wrongUse(
          spec, "--profile is " + PROFILES + String.join(" or " + PROFILES, known) + ".");
    }
    version = name.substring(PROFILES.length());
  }

  @Override
  public Integer call() {
    FetchedFile metadata = FetchedFile.of(spec, source, MOST);
    SwedenConnectRequirements requirements = SwedenConnectRequirements.version(version);
    // What cannot be read has no role; the lint says why.
    Optional<EntityRole> judgedAs = role(metadata);
    Instant now = clock.instant();
    MetadataLintReport report =
        MetadataLint.of(requirements, judgedAs.orElse(EntityRole.SP))
            .inLanguage(options.language())
            .check(metadata.name(), metadata.bytes(), now);
    SamlLintReport told =
        new SamlLintReport(
            report, requirements, SamlOrigin.of(now, metadata), judgedAs.isPresent(), options);
    if (options.isJson()) {
      console.json(told.json(PROFILES + version, metadata.name()));
    } else {
      console.lines(told.text(PROFILES + version, metadata.name()));
    }
    boolean clean =
        report.findings().stream().allMatch(finding -> finding.severity() == Severity.INFO);
    return (strict ? clean : report.conforms()) ? ExitCode.FINE : ExitCode.FOUND;
  }

  private Optional<EntityRole> role(FetchedFile metadata) {
    if (role != null) {
      return Optional.of(role);
    }
    Set<EntityRole> found = MetadataLint.rolesIn(metadata.bytes());
    if (found.size() > 1) {
      throw FormFiles.wrongUse(
          spec,
          "The metadata have services and identity providers; choose by --role "
              + EntityRole.SP.name().toLowerCase(Locale.ROOT)
              + " or --role "
              + EntityRole.IDP.name().toLowerCase(Locale.ROOT)
              + ".");
    }
    return found.stream().findFirst();
  }
}
