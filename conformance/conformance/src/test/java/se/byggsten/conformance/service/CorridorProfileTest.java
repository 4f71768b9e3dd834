package se.byggsten.conformance.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.byggsten.conformance.Catalogue;
import se.byggsten.conformance.checks.Checks;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.Requirement;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.RequirementLevel;

class CorridorProfileTest {
  private final Catalogue catalogue = Catalogue.load();
  private final Set<RequirementId> corridor = catalogue.profile("corridor").requirements();

  @Test
  void holdsExactlyTheRequirementsThatHaveChecks() {
    assertThat(corridor)
        .containsExactlyInAnyOrderElementsOf(
            Checks.all().stream().map(Check::requirement).collect(Collectors.toSet()));
  }

  @Test
  void coversEveryGroupOfTheCorridorTwice() {
    Map<String, Long> mustByGroup =
        catalogue.requirements().stream()
            .filter(r -> corridor.contains(r.id()) && r.level() == RequirementLevel.SKA)
            .collect(Collectors.groupingBy(Requirement::group, Collectors.counting()));

    assertThat(mustByGroup.values().stream().mapToLong(n -> n).sum()).isGreaterThanOrEqualTo(25);
    assertThat(Set.of("FRM", "IDE", "ARK", "TIL", "SPR", "INT", "SAK", "INS", "DRI", "STY"))
        .allSatisfy(
            group -> assertThat(mustByGroup.getOrDefault(group, 0L)).as(group).isGreaterThan(1));
  }
}
