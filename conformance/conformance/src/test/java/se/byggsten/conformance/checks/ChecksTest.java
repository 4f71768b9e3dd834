package se.byggsten.conformance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.byggsten.conformance.checks.fixture.Defect;
import se.byggsten.conformance.checks.fixture.FixtureService;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Verdict;

/**
 * A service that conforms passes, and each defect breaks exactly its own requirement.
 *
 * <p>There are as many services as there are tests at a time, since a service has one defect.
 */
@Execution(ExecutionMode.CONCURRENT)
class ChecksTest {
  private static final int AT_A_TIME = 2;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T13:02:00Z"), ZoneOffset.UTC);

  private static final BlockingQueue<FixtureService> SERVICES = new ArrayBlockingQueue<>(AT_A_TIME);

  @TempDir static Path folder;

  @BeforeAll
  static void start() throws IOException {
    for (int i = 0; i < AT_A_TIME; i++) {
      Path own = Files.createDirectory(folder.resolve("service" + i));
      SERVICES.add(FixtureService.start(own, CLOCK));
    }
  }

  @AfterAll
  static void stop() {
    SERVICES.forEach(FixtureService::close);
  }

  private static ServiceObservation seen(Function<FixtureService, ServiceObservation> walk) {
    try {
      FixtureService free = SERVICES.take();
      try {
        return walk.apply(free);
      } finally {
        SERVICES.add(free);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static List<CheckResult> results(Defect defect) {
    ServiceObservation seen =
        seen(
            service -> {
              service.breakBy(defect);
              return service.walk().observe();
            });
    return Checks.all().stream().map(check -> check.run(seen)).toList();
  }

  private static Set<String> with(Verdict verdict, List<CheckResult> results) {
    return results.stream()
        .filter(r -> r.verdict() == verdict)
        .map(r -> r.requirement().value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String told(List<CheckResult> results) {
    return results.stream()
        .filter(r -> r.verdict() != Verdict.PASS)
        .map(r -> "\n" + r.requirement() + " " + r.verdict() + " " + r.evidence())
        .collect(Collectors.joining());
  }

  @Test
  void passesAServiceThatConforms() {
    List<CheckResult> results = results(Defect.NONE);
    assertThat(with(Verdict.FAIL, results)).as(told(results)).isEmpty();
    // Trust by the public cannot be seen on a loopback address.
    assertThat(with(Verdict.NOT_VERIFIED, results)).as(told(results)).containsExactly("SK-SAK-01");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void failsJustTheRequirementThatIsBroken(Defect defect) {
    List<CheckResult> results = results(defect);
    assertThat(with(Verdict.FAIL, results)).as(told(results)).containsExactly(defect.requirement());
  }

  @Test
  void neverTellsWhatACitizenAnswered() {
    List<CheckResult> results = results(Defect.ANSWER_IN_ADDRESS);
    assertThat(results.toString()).doesNotContain("tolvan@example.se", "20170315", "allergiskt");
  }

  @Test
  void verifiesNothingOfAServiceThatIsNotThere() {
    ServiceObservation nothing = seen(service -> service.walkNowhere().observe());
    List<CheckResult> results = Checks.all().stream().map(check -> check.run(nothing)).toList();
    assertThat(with(Verdict.PASS, results))
        .as("only what the manifest itself shows")
        .isSubsetOf("SK-DRI-01", "SK-DRI-02", "SK-IDE-06", "SK-STY-03", "SK-STY-05", "SK-STY-06");
  }

  @Test
  void coversAtLeastTwoRequirementsOfEachGroupAndThirtyInAll() {
    List<String> ids = Checks.all().stream().map(Check::requirement).map(id -> id.value()).toList();
    assertThat(ids).hasSizeGreaterThanOrEqualTo(30).doesNotHaveDuplicates();
    for (String group :
        List.of("FRM", "IDE", "ARK", "TIL", "SPR", "INT", "SAK", "INS", "DRI", "STY")) {
      assertThat(ids.stream().filter(id -> id.startsWith("SK-" + group)))
          .hasSizeGreaterThanOrEqualTo(2);
    }
  }
}
