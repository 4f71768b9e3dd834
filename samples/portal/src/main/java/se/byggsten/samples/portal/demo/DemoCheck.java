package se.byggsten.samples.portal.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import se.byggsten.conformance.Acceptances;
import se.byggsten.conformance.Catalogue;
import se.byggsten.conformance.ConformanceKit;
import se.byggsten.conformance.ConformanceReport;
import se.byggsten.conformance.KitRun;
import se.byggsten.conformance.checks.Checks;
import se.byggsten.conformance.report.ReportFiles;
import se.byggsten.conformance.walk.ObservedPackage;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.conformance.walk.ServiceWalk;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.data.DataReader;

/**
 * Lets the kit judge the running demo as it would judge any service: from outside, over HTTPS.
 *
 * <p>The kit walks as a test citizen from the start page to the receipt, sends in a real
 * application, and waits until its package lies in the archive.
 */
final class DemoCheck {
  private static final String PROFILE = "corridor";

  private final Demo demo;
  private final Path portal;
  private final Clock clock;
  private final Consumer<String> progress;

  DemoCheck(Demo demo, Path home, Clock clock, Consumer<String> progress) {
    this.demo = demo;
    this.portal = home.resolve("samples").resolve("portal");
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * What came out.
   *
   * @param report what the kit concluded
   * @param files where the report lies
   * @param archived the package of the application, when one came
   * @param notes what went otherwise than thought on the walk
   */
  record Result(
      ConformanceReport report, ReportFiles files, Optional<Path> archived, List<String> notes) {

    /** Returns 0 when the service conforms and the application was archived, else 1. */
    int exitCode() {
      return report.conforms() && archived.isPresent() ? 0 : 1;
    }
  }

  /** Walks, judges and writes the report. */
  Result run(Path out) {
    Catalogue catalogue = Catalogue.load();
    EServiceManifest manifest = manifest();
    Acceptances acceptances =
        Acceptances.from(
            DataReader.yaml().view(portal.resolve("demo-allow-not-verified.yaml")), catalogue);
    URI url = URI.create(demo.url() + "/");
    progress.accept("Vandrar genom tjänsten som testperson: " + url);
    ServiceObservation seen = ServiceWalk.of(url, manifest, demo.caFile(), portal, clock).observe();
    ConformanceReport report =
        ConformanceKit.of(catalogue, Checks.all(), clock)
            .run(
                seen,
                new KitRun(
                    catalogue.profile(PROFILE),
                    url.toString(),
                    manifest.service().name().sv(),
                    acceptances));
    return new Result(
        report,
        ReportFiles.write(report, out),
        seen.archived().map(ObservedPackage::path),
        seen.notes());
  }

  /** The manifest of the portal, with the port and the folder of this very demo. */
  private EServiceManifest manifest() {
    EServiceManifest manifest =
        EServiceManifest.from(DataReader.yaml().view(portal.resolve("byggsten.yaml")));
    return manifest.withVerification(
        manifest
            .verification()
            .orElseThrow()
            .runningAt(
                OptionalInt.of(demo.httpPort()), Optional.of(demo.folders().archive().toString())));
  }
}
