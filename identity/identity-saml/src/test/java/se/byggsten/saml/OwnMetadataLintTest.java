package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Verdict;
import se.byggsten.saml.lint.EntityRole;
import se.byggsten.saml.lint.MetadataLint;
import se.byggsten.saml.lint.MetadataLintReport;
import se.byggsten.saml.lint.SwedenConnectRequirements;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.protocol.SamlProfile;

/** Nothing can be said against what our service provider tells about itself. */
class OwnMetadataLintTest {
  @Test
  void breaks_no_requirement() {
    for (String version : SwedenConnectRequirements.versions()) {
      assertClean(lint(version, configuration()));
    }
  }

  @Test
  void breaks_none_when_signed_and_with_an_end() {
    MetadataLintReport report =
        lint(
            "1.9",
            configuration()
                .signMetadata(true)
                .metadataValidity(Duration.ofDays(30))
                .metadataCacheDuration(Duration.ofHours(1)));
    assertClean(report);
    assertThat(verdict(report, "SC-19b")).isEqualTo(Verdict.PASS);
    assertThat(verdict(report, "SC-20b")).isEqualTo(Verdict.PASS);
  }

  @Test
  void breaks_none_as_a_signature_service_with_discovery() {
    MetadataLintReport report =
        lint(
            "1.9",
            configuration()
                .category(EntityCategory.SIGNATURE_SERVICE)
                .category(EntityCategory.CONTRACT_SWEDEN_CONNECT)
                .discoveryResponse(URI.create("https://eksta.example/saml/discovery")));
    assertClean(report);
    assertThat(verdict(report, "SC-14")).isEqualTo(Verdict.PASS);
    assertThat(verdict(report, "SC-16")).isEqualTo(Verdict.PASS);
  }

  private static ServiceProviderConfigBuilder configuration() {
    return Scene.configuration(SamlProfile.SWEDEN_CONNECT_1_9);
  }

  private static MetadataLintReport lint(String version, ServiceProviderConfigBuilder builder) {
    Scene scene = Scene.with(builder.build(), Scene.idp());
    return MetadataLint.of(SwedenConnectRequirements.version(version), EntityRole.SP)
        .check(
            "metadata.xml",
            scene.sp.metadataXml().getBytes(StandardCharsets.UTF_8),
            scene.clock.instant());
  }

  /** The keys of the tests are shorter than is recommended, which is the only thing to be said. */
  private static void assertClean(MetadataLintReport report) {
    List<CheckResult> results = report.entities().get(0).results();
    Set<String> broken =
        results.stream()
            .filter(result -> result.verdict() == Verdict.FAIL)
            .map(result -> result.requirement().value())
            .collect(Collectors.toSet());
    assertThat(broken).as("%s", report.findings()).isEqualTo(Set.of("SC-57b"));
    assertThat(report.document()).allSatisfy(r -> assertThat(r.verdict()).isEqualTo(Verdict.PASS));
    assertThat(report.findings().stream().map(Finding::code).map(Object::toString))
        .allMatch(code -> code.endsWith("KEY-SHORT") || code.endsWith("DISCOVERY-NONE-EXISTS"));
  }

  private static Verdict verdict(MetadataLintReport report, String id) {
    return report.entities().get(0).result(RequirementId.of(id)).orElseThrow().verdict();
  }
}
