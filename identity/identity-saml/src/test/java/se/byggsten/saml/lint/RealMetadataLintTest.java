package se.byggsten.saml.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Severity;
import se.byggsten.testsupport.OutsideData;

/** Metadata of real federations, from before some of the rules. */
@Tag("judges")
class RealMetadataLintTest {
  private static final Instant FEED = Instant.parse("2022-08-20T12:00:00Z");

  @Test
  void judges_the_production_feed_of_sweden_connect() throws Exception {
    MetadataLintReport report = lint("sweden-connect-prod-idp-20220816.xml", EntityRole.IDP, FEED);
    assertThat(report.entities()).hasSize(12);
    assertThat(report.document())
        .extracting(result -> result.requirement().value() + " " + result.verdict())
        .containsExactly("SC-00 PASS", "SC-19b PASS", "SC-20b PASS");
    // Levels for messages to sign, and categories without names, were in order then.
    assertThat(errors(report)).containsExactlyInAnyOrder("SC-23a", "SC-24c");
    assertThat(codes(report))
        .contains("SAML-LINT-LEVEL-WITHDRAWN", "SAML-LINT-CATEGORY-REPLACED")
        .doesNotContain("SAML-LINT-LEVEL-UNKNOWN", "SAML-LINT-CATEGORY-UNKNOWN");
  }

  @Test
  void tells_that_the_production_feed_has_expired() throws Exception {
    MetadataLintReport report =
        lint(
            "sweden-connect-prod-idp-20220816.xml",
            EntityRole.IDP,
            Instant.parse("2022-08-26T14:46:42Z"));
    assertThat(report.document())
        .filteredOn(result -> !result.findings().isEmpty())
        .extracting(result -> result.requirement().value())
        .containsExactly("SC-20b");
  }

  @Test
  void judges_every_entity_of_a_federation_for_tests() throws Exception {
    Instant then = Instant.parse("2018-03-01T00:00:00Z");
    MetadataLintReport services = lint("sveleg-fedtest.xml", EntityRole.SP, then);
    MetadataLintReport providers = lint("sveleg-fedtest.xml", EntityRole.IDP, then);
    assertThat(services.entities()).hasSize(43);
    assertThat(providers.entities()).hasSize(2);
    // One entityID is no URI, two services divide their categories, six have keys of 1024 bits,
    // some declare RSA 1.5 or SHA-1, and none says whether it is public, which was not asked then.
    assertThat(errors(services))
        .containsExactlyInAnyOrder("SC-00", "SC-07a", "SC-08b", "SC-10", "SC-57a");
    assertThat(errors(providers)).containsExactlyInAnyOrder("SC-15", "SC-23a", "SC-24c");
    assertThat(count(services, "SC-00")).isEqualTo(1);
    assertThat(count(services, "SC-08b")).isEqualTo(2);
    assertThat(count(services, "SC-10")).isEqualTo(43);
  }

  private static MetadataLintReport lint(String file, EntityRole role, Instant at)
      throws IOException {
    return MetadataLint.of(SwedenConnectRequirements.version("1.9"), role)
        .check(file, Files.readAllBytes(OutsideData.corpus("identity/" + file)), at);
  }

  private static Set<String> errors(MetadataLintReport report) {
    return report.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(finding -> finding.rule().value())
        .collect(Collectors.toSet());
  }

  private static Set<String> codes(MetadataLintReport report) {
    return report.findings().stream()
        .map(Finding::code)
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  private static long count(MetadataLintReport report, String id) {
    return report.findings().stream().filter(f -> f.rule().value().equals(id)).count();
  }
}
