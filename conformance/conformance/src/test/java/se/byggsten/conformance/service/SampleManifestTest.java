package se.byggsten.conformance.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.byggsten.core.manifest.Channel;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.core.manifest.Ownership;
import se.byggsten.core.manifest.Steward;
import se.byggsten.data.DataReader;

/** The manifest of the sample, which people copy. */
class SampleManifestTest {
  private static final LocalDate RELEASE = LocalDate.of(2026, 11, 22);

  private final EServiceManifest manifest =
      EServiceManifest.from(
          DataReader.yaml()
              .view(Path.of(System.getProperty("byggsten.root"), "samples/portal/byggsten.yaml")));

  @Test
  void isCompleteAndInForce() {
    Ownership owners = manifest.ownership();

    assertThat(
            List.of(
                owners.systemOwner(),
                owners.objectManager(),
                owners.serviceOwner(),
                owners.incidentOfficer()))
        .allSatisfy(
            owner ->
                assertThat(owner.map(Steward::nextReview).orElseThrow())
                    .isAfter(RELEASE)
                    .isBeforeOrEqualTo(RELEASE.plusMonths(12)));
    assertThat(manifest.goals()).allSatisfy(g -> assertThat(g.baseline()).isPresent());
    assertThat(manifest.followUps()).allSatisfy(f -> assertThat(f.date()).isBefore(RELEASE));
    assertThat(manifest.contents()).allSatisfy(c -> assertThat(c.isFresh(RELEASE)).isTrue());
    assertThat(manifest.decisions()).allSatisfy(d -> assertThat(d.isValid(RELEASE)).isTrue());
    assertThat(manifest.evidence()).allSatisfy(e -> assertThat(e.isValid(RELEASE)).isTrue());
    assertThat(manifest.channels())
        .extracting(Channel::kind)
        .containsExactlyInAnyOrder(Channel.Kind.values());
    assertThat(manifest.service().expectedHandlingDays()).contains(20);
    assertThat(manifest.reachBaseline()).isPresent();
  }

  @Test
  void tellsHowToWalkTheService() {
    assertThat(manifest.verification().orElseThrow().persons()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(manifest.verification().orElseThrow().answers()).isNotEmpty();
  }
}
