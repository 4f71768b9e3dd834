package se.byggsten.samples.portal.kill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.core.manifest.Verification;
import se.byggsten.data.DataReader;
import se.byggsten.samples.portal.ops.Ports;

/**
 * Kill -9 of the portal, and for half of the kills of its PostgreSQL too, while citizens apply:
 * every receipt shown has its case, diary entry and package, and no number is missing.
 */
class KillTest {
  /** Of the moments of the kills; another seed is another test. */
  private static final long SEED = 20261122;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  @Tag("judges")
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void twentyApplicationsOutliveTwoKills() throws Exception {
    run(20, 2);
  }

  @Test
  @Tag("endurance")
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void twoHundredApplicationsOutliveTenKills() throws Exception {
    run(200, 10);
  }

  private void run(int applications, int kills) throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    try (PortalProcess portal = new PortalProcess(folder, Ports.free())) {
      KillRun.Outcome outcome =
          new KillRun(portal, verification(), applications, kills, random)
              .run(folder.resolve(".byggsten").resolve("postgresql"));
      Files.writeString(
          Path.of("target", "kill-test-" + applications + ".md"),
          """
          | applications | kills | of them with PostgreSQL | sends repeated | cases | longest start | whole run |
          |---|---|---|---|---|---|---|
          %s
          """
              .formatted(outcome.asRow()));
    }
  }

  private static Verification verification() throws Exception {
    return EServiceManifest.from(DataReader.yaml().view(Path.of("byggsten.yaml")))
        .verification()
        .orElseThrow();
  }
}
