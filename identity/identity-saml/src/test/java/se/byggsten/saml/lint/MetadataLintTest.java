package se.byggsten.saml.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Verdict;
import se.byggsten.saml.lint.internal.Names;
import se.byggsten.saml.protocol.SamlException;

/** What the lint says of metadata as a whole: of one entity, of a federation, in a language. */
class MetadataLintTest {
  private static final SwedenConnectRequirements PROFILE = SwedenConnectRequirements.version("1.9");

  @Test
  void concludes_on_every_requirement_of_the_role_and_on_no_other() {
    for (RightMetadata right : List.of(RightMetadata.service(), RightMetadata.provider())) {
      List<RequirementId> judged =
          right.report().entities().get(0).results().stream()
              .map(CheckResult::requirement)
              .toList();
      assertThat(judged)
          .isEqualTo(
              PROFILE.all().stream()
                  .filter(r -> r.roles().contains(right.role()))
                  .map(SwedenConnectRequirement::id)
                  .toList());
    }
  }

  @Test
  void never_calls_met_what_metadata_cannot_show() {
    for (RightMetadata right : List.of(RightMetadata.service(), RightMetadata.provider())) {
      for (CheckResult result : right.report().entities().get(0).results()) {
        SwedenConnectRequirement requirement = PROFILE.get(result.requirement());
        boolean visible = requirement.verified().contains(VerifiedIn.METADATA);
        assertThat(result.verdict() == Verdict.NOT_VERIFIED)
            .as(result.toString())
            .isEqualTo(!visible);
        if (!visible) {
          assertThat(result.evidence().get(0)).startsWith("Cannot be seen in metadata, but in: ");
        } else if (requirement.verified().size() > 1 && result.verdict() == Verdict.PASS) {
          assertThat(result.evidence()).hasSize(2);
        }
      }
    }
  }

  @Test
  void tells_place_and_remedy() {
    Finding finding =
        RightMetadata.service()
            .with("https://eksta.example/acs", "http://localhost/acs")
            .report()
            .findings()
            .get(0);
    assertThat(finding.where().toString())
        .matches(
            "metadata.xml:[0-9]+:[0-9]+ /md:EntityDescriptor/md:SPSSODescriptor"
                + "/md:AssertionConsumerService");
    assertThat(finding.message()).isEqualTo("The address is not https.");
    assertThat(finding.remedy()).contains("HTTP-POST").contains("https");
  }

  @Test
  void speaks_swedish_unless_asked_for_english() {
    RightMetadata broken = RightMetadata.service().without("<md:Organization>.*</md:Organization>");
    MetadataLint lint = MetadataLint.of(PROFILE, EntityRole.SP);
    assertThat(lint.check("sp.xml", broken.bytes(), LintKeys.NOW).findings().get(0).message())
        .isEqualTo("md:Organization saknas.");
    assertThatThrownBy(() -> lint.inLanguage("fi")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void judges_every_entity_of_the_role_in_a_federation() {
    String federation = federation(RightMetadata.service(), RightMetadata.provider());
    MetadataLintReport services = check(federation, EntityRole.SP, LintKeys.NOW);
    assertThat(services.entities()).hasSize(1);
    assertThat(services.entities().get(0).entityId()).isEqualTo("https://eksta.example/sp");
    assertThat(services.entities().get(0).where().detail())
        .contains("/md:EntitiesDescriptor/md:EntityDescriptor[1]");
    assertThat(services.findings()).isEmpty();
    assertThat(services.document())
        .extracting(result -> result.requirement().value() + " " + result.verdict())
        .containsExactly("SC-00 PASS", "SC-19b NOT_APPLICABLE", "SC-20b PASS");
    MetadataLintReport providers = check(federation, EntityRole.IDP, LintKeys.NOW);
    assertThat(providers.entities()).hasSize(1);
    assertThat(providers.entities().get(0).where().detail())
        .contains("/md:EntitiesDescriptor/md:EntityDescriptor[2]");
  }

  @Test
  void tells_a_federation_that_has_expired() {
    String federation = federation(RightMetadata.service());
    MetadataLintReport report =
        check(federation, EntityRole.SP, Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(report.document())
        .filteredOn(result -> result.verdict() == Verdict.FAIL)
        .extracting(result -> result.requirement().value())
        .containsExactly("SC-20b");
  }

  @Test
  void tells_which_contract_was_open_when() {
    RightMetadata old =
        RightMetadata.service().category("http://id.swedenconnect.se/contract/sc/eid-choice-2017");
    assertThat(
            RightMetadata.broken(
                check(old.xml(), EntityRole.SP, Instant.parse("2025-12-31T22:59:59Z"))))
        .doesNotContain("SC-11a");
    assertThat(
            RightMetadata.broken(
                check(old.xml(), EntityRole.SP, Instant.parse("2025-12-31T23:00:00Z"))))
        .contains("SC-11a");
  }

  @Test
  void says_when_no_entity_has_the_role() {
    MetadataLintReport report = check(RightMetadata.service().xml(), EntityRole.IDP, LintKeys.NOW);
    assertThat(report.entities()).isEmpty();
    assertThat(report.findings()).hasSize(1);
    assertThat(report.findings().get(0).code().value()).isEqualTo("SAML-LINT-ROLE-MISSING");
    assertThat(report.conforms()).isFalse();
  }

  @Test
  void tells_which_roles_there_are() {
    assertThat(MetadataLint.rolesIn(RightMetadata.service().bytes()))
        .containsExactly(EntityRole.SP);
    assertThat(
            MetadataLint.rolesIn(
                federation(RightMetadata.service(), RightMetadata.provider())
                    .getBytes(StandardCharsets.UTF_8)))
        .containsExactlyInAnyOrder(EntityRole.SP, EntityRole.IDP);
    assertThat(MetadataLint.rolesIn("<x/>".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void tells_of_algorithms_that_the_profile_does_not_name_without_calling_them_wrong() {
    MetadataLintReport report =
        RightMetadata.service()
            .with("xmldsig-more#rsa-sha256", "xmldsig-more#sha256-rsa-MGF1")
            .report();
    assertThat(RightMetadata.broken(report)).isEmpty();
    assertThat(report.findings())
        .extracting(f -> f.code().value())
        .containsExactly("SAML-LINT-ALGORITHM-UNLISTED");
  }

  @Test
  void names_what_is_broken_at_the_edge() {
    MetadataLintReport right = RightMetadata.service().report();
    assertThat(right.orThrow()).isSameAs(right);
    MetadataLintReport broken =
        RightMetadata.service().with("https://eksta.example/acs", "http://localhost/acs").report();
    assertThatThrownBy(broken::orThrow)
        .isInstanceOf(SamlException.class)
        .hasMessageStartingWith("SAML-METADATA-LINT: SC-18a: The address is not https. Declare");
  }

  @Test
  void one_fault_does_not_hide_another() {
    RightMetadata broken =
        RightMetadata.service()
            .without("<mdui:Logo.*?</mdui:Logo>")
            .with(">2021006883<", ">202100-6883<")
            .with("https://eksta.example/acs", "http://eksta.example/acs");
    assertThat(broken.broken()).isEqualTo(Set.of("SC-02b", "SC-03a", "SC-18a"));
  }

  @Test
  void is_quick_enough_to_run_at_every_start() {
    RightMetadata right = RightMetadata.service();
    right.report();
    long before = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      right.report();
    }
    // Some milliseconds each; the limit is wide for a machine under load.
    assertThat((System.nanoTime() - before) / 20).isLessThan(200_000_000L);
  }

  private static MetadataLintReport check(String xml, EntityRole role, Instant at) {
    return MetadataLint.of(PROFILE, role)
        .inLanguage("en")
        .check("feed.xml", xml.getBytes(StandardCharsets.UTF_8), at);
  }

  static String federation(RightMetadata... entities) {
    return List.of(entities).stream()
        .map(entity -> entity.xml().replaceFirst("<\\?xml[^>]*\\?>", ""))
        .collect(
            Collectors.joining(
                "",
                "<md:EntitiesDescriptor xmlns:md=\""
                    + Names.MD
                    + "\" validUntil=\"2026-11-30T00:00:00Z\" cacheDuration=\"PT1H\">",
                "</md:EntitiesDescriptor>"));
  }
}
