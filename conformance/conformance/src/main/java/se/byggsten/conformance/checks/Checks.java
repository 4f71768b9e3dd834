package se.byggsten.conformance.checks;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import se.byggsten.conformance.walk.ServiceObservation;
import se.byggsten.core.finding.Check;

/** All checks of a running service, by the ids of the catalogue. */
public final class Checks {
  private Checks() {}

  /**
   * Returns every check.
   *
   * <p>A check tells what it saw in Swedish and without personal data. What it did not see is not
   * verified; it never passes for want of evidence.
   *
   * @return one check for each requirement that it knows, in the order of the ids
   */
  public static List<Check<ServiceObservation>> all() {
    return Stream.of(
            FormChecks.all(),
            FormValueChecks.all(),
            IdentityChecks.all(),
            ArchiveChecks.all(),
            StatementChecks.all(),
            PageChecks.all(),
            PrivacyChecks.all(),
            TransportChecks.all(),
            HeaderChecks.all(),
            AttackChecks.all(),
            InsightChecks.all(),
            GovernanceChecks.all())
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Check::requirement))
        .toList();
  }
}
