package se.byggsten.conformance.service;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import se.byggsten.conformance.Acceptances;
import se.byggsten.conformance.Catalogue;
import se.byggsten.conformance.ConformanceKit;
import se.byggsten.conformance.ConformanceReport;
import se.byggsten.conformance.KitRun;
import se.byggsten.conformance.Profile;
import se.byggsten.conformance.checks.Checks;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.conformance.walk.ServiceWalk;
import se.byggsten.core.manifest.EServiceManifest;

/**
 * Walks a running service and concludes about it.
 *
 * <pre>{@code
 * ConformanceReport report =
 *     ServiceCheck.of(URI.create("https://localhost:8443/"), manifest, folder, clock)
 *         .trusting(caFile)
 *         .run(Catalogue.load().profile("corridor"), Acceptances.NONE);
 * ReportFiles.write(report, Path.of("target/report"));
 * }</pre>
 *
 * <p>The walk sends one application: run it against an environment for tests.
 */
public final class ServiceCheck {
  private final URI address;
  private final EServiceManifest manifest;
  private final Path folder;
  private final Clock clock;
  private final Optional<Path> ca;

  private ServiceCheck(
      URI address, EServiceManifest manifest, Path folder, Clock clock, Optional<Path> ca) {
    this.address = address;
    this.manifest = manifest;
    this.folder = folder;
    this.clock = clock;
    this.ca = ca;
  }

  /**
   * Prepares the check of a service.
   *
   * @param address the address of the service, without query
   * @param manifest its manifest, with a section {@code verification}
   * @param folder the folder of the manifest
   * @param clock tells the time
   * @return the check
   */
  public static ServiceCheck of(URI address, EServiceManifest manifest, Path folder, Clock clock) {
    return new ServiceCheck(address, manifest, folder, clock, Optional.empty());
  }

  /**
   * Returns a check that trusts other certificates than the system does.
   *
   * @param certificates a PEM file
   * @return the check
   */
  public ServiceCheck trusting(Path certificates) {
    return new ServiceCheck(address, manifest, folder, clock, Optional.of(certificates));
  }

  /**
   * Returns a check that finds the archive packages somewhere else than the manifest says.
   *
   * @param packages the folder
   * @return the check
   */
  public ServiceCheck packagesIn(Path packages) {
    String where = packages.toAbsolutePath().toString();
    EServiceManifest moved =
        manifest
            .verification()
            .map(v -> manifest.withVerification(v.runningAt(v.httpPort(), Optional.of(where))))
            .orElse(manifest);
    return new ServiceCheck(address, moved, folder, clock, ca);
  }

  /**
   * Walks, checks and concludes.
   *
   * @param profile by what the service is judged
   * @param acceptances what is accepted unverified
   * @return the report
   * @throws se.byggsten.conformance.http.HttpProbeException when the manifest tells no walk, or the
   *     certificates cannot be read
   */
  public ConformanceReport run(Profile profile, Acceptances acceptances) {
    ServiceObservation seen = ServiceWalk.of(address, manifest, ca, folder, clock).observe();
    return ConformanceKit.of(Catalogue.load(), Checks.all(), clock)
        .run(
            seen,
            new KitRun(profile, address.toString(), manifest.service().name().sv(), acceptances));
  }
}
