package se.byggsten.conformance;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;

/** Runs of the kit for tests. */
public final class Runs {
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
  public static final RequirementId MET = RequirementId.of("SK-SPR-01");
  public static final RequirementId BROKEN = RequirementId.of("SK-SAK-09");
  public static final RequirementId UNSEEN = RequirementId.of("SK-SAK-01");
  public static final RequirementId OUTSIDE = RequirementId.of("SK-STY-06");

  private Runs() {}

  public static Check<String> check(RequirementId id, Function<String, CheckResult> body) {
    return new Check<>() {
      @Override
      public RequirementId requirement() {
        return id;
      }

      @Override
      public CheckResult run(String subject) {
        return body.apply(subject);
      }
    };
  }

  public static Check<String> met(String evidence) {
    return check(MET, s -> CheckResult.of(MET, List.of(evidence), List.of()));
  }

  public static Check<String> broken(String message) {
    Finding finding =
        Finding.error(
            ErrorCode.of("TEST-BROKEN"), BROKEN, Location.in("/x", message), message, message);
    return check(BROKEN, s -> CheckResult.of(BROKEN, List.of(message), List.of(finding)));
  }

  public static Check<String> unseen() {
    return check(UNSEEN, s -> CheckResult.notVerified(UNSEEN, "loopback"));
  }

  public static Check<String> outside() {
    return check(OUTSIDE, s -> CheckResult.notApplicable(OUTSIDE, "en enda nämnd"));
  }

  public static Profile profile(RequirementId... ids) {
    return new Profile("test", "Test", new LinkedHashSet<>(List.of(ids)));
  }

  public static ConformanceReport run(
      Profile profile, Acceptances acceptances, List<Check<String>> checks) {
    return ConformanceKit.of(Catalogue.load(), checks, CLOCK)
        .run("s", new KitRun(profile, "https://localhost:8443/", "Kolloplats", acceptances));
  }
}
