package se.byggsten.saml.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.RequirementLevel;
import se.byggsten.data.DataReader;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.saml.protocol.SamlRefusal;

class SwedenConnectRequirementsTest {
  private static final SwedenConnectRequirements NEW = SwedenConnectRequirements.version("1.9");
  private static final SwedenConnectRequirements OLD = SwedenConnectRequirements.version("1.8");

  @Test
  void has_every_item_from_1_to_60_and_the_form_of_the_metadata() {
    Pattern form = Pattern.compile("SC-[0-9]{2}[a-z]?");
    assertThat(NEW.all()).allSatisfy(r -> assertThat(r.id().value()).matches(form));
    Set<String> items =
        NEW.all().stream().map(r -> r.id().value().substring(3, 5)).collect(Collectors.toSet());
    assertThat(items)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(0, 60).mapToObj("%02d"::formatted).toList());
  }

  @Test
  void letters_go_from_a_without_gaps_and_only_where_an_item_has_parts() {
    var byItem =
        NEW.all().stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.id().value().substring(0, 5),
                    Collectors.mapping(r -> r.id().value().substring(5), Collectors.toList())));
    assertThat(byItem)
        .allSatisfy(
            (item, letters) ->
                assertThat(letters)
                    .as(item)
                    .isEqualTo(
                        letters.size() == 1
                            ? List.of("")
                            : IntStream.range(0, letters.size())
                                .mapToObj(i -> String.valueOf((char) ('a' + i)))
                                .toList()));
  }

  @Test
  void says_what_and_how_in_both_languages() {
    assertThat(NEW.all())
        .allSatisfy(
            r -> {
              for (String language : List.of("sv", "en")) {
                assertThat(r.text(language)).endsWith(".").doesNotContain("{");
                assertThat(r.remedy(language)).endsWith(".").doesNotContain("{");
              }
              assertThat(r.text("sv")).isNotEqualTo(r.text("en"));
              assertThat(r.source()).isNotBlank();
            });
    assertThatThrownBy(() -> NEW.all().get(0).text("fi"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_versions_differ_only_in_the_difference_of_clocks() {
    List<RequirementId> changed =
        NEW.all().stream()
            .filter(r -> !r.equals(OLD.get(r.id())))
            .map(SwedenConnectRequirement::id)
            .toList();
    assertThat(changed).containsExactly(RequirementId.of("SC-49"));
    assertThat(OLD.all()).hasSameSizeAs(NEW.all());
    assertThat(NEW.get(RequirementId.of("SC-49")).parameter("clock-skew-minutes")).isEqualTo(1);
    assertThat(OLD.get(RequirementId.of("SC-49")).parameter("clock-skew-minutes")).isEqualTo(5);
    assertThat(OLD.get(RequirementId.of("SC-49")).text("sv")).contains("högst 5 min");
  }

  @Test
  void knows_no_other_version() {
    assertThat(SwedenConnectRequirements.versions()).containsExactly("1.8", "1.9");
    assertThatThrownBy(() -> SwedenConnectRequirements.version("1.7"))
        .isInstanceOf(SamlException.class)
        .satisfies(
            e ->
                assertThat(((ByggstenException) e).code().value())
                    .isEqualTo("SAML-UNKNOWN-PROFILE"))
        .hasMessageContaining("1.8, 1.9");
  }

  @Test
  void finds_a_requirement_by_its_id() {
    assertThat(NEW.find(RequirementId.of("SC-46"))).isPresent();
    assertThat(NEW.find(RequirementId.of("SC-61"))).isEmpty();
    assertThatThrownBy(() -> NEW.get(RequirementId.of("SC-61")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(NEW.get(RequirementId.of("SC-10")).strength().level())
        .isEqualTo(RequirementLevel.SKA);
    assertThat(NEW.get(RequirementId.of("SC-03b")).strength().level())
        .isEqualTo(RequirementLevel.BOR);
  }

  @Test
  void finds_the_parts_of_an_item() {
    assertThat(NEW.parts(RequirementId.of("SC-20")))
        .extracting(r -> r.id().value())
        .containsExactly("SC-20a", "SC-20b");
    assertThat(NEW.parts(RequirementId.of("SC-20b"))).hasSize(1);
    assertThat(NEW.parts(RequirementId.of("SC-46"))).hasSize(1);
    assertThat(NEW.parts(RequirementId.of("SC-2"))).isEmpty();
  }

  @Test
  void knows_every_requirement_that_a_refusal_names() {
    for (SamlRefusal refusal : SamlRefusal.values()) {
      assertThat(refusal.requirements())
          .as(refusal.name())
          .allSatisfy(id -> assertThat(NEW.parts(id)).as(id.value()).isNotEmpty());
    }
  }

  @Test
  void a_requirement_holds_from_its_first_version_to_its_last() {
    assertThat(RequirementsReader.read(file("since: \"1.9\""), "1.8")).isEmpty();
    assertThat(RequirementsReader.read(file("since: \"1.9\""), "1.9")).hasSize(1);
    assertThat(RequirementsReader.read(file("until: \"1.8\""), "1.8")).hasSize(1);
    assertThat(RequirementsReader.read(file("until: \"1.8\""), "1.9")).isEmpty();
  }

  @Test
  void refuses_data_with_unknown_versions_levels_or_parameters() {
    for (String line :
        List.of(
            "since: \"2.0\"",
            "level: perhaps",
            "parameters: {bits: {\"1.7\": 1}}",
            "parameters: {bits: {\"1.8\": 1}}",
            "colour: red")) {
      DataView file = file(line);
      assertThatThrownBy(() -> RequirementsReader.read(file, "1.9"))
          .as(line)
          .isInstanceOf(DataException.class);
    }
  }

  private static DataView file(String line) {
    String level = line.startsWith("level") ? line : "level: must\n    " + line;
    return DataReader.yaml()
        .view(
            "test.yaml",
            """
            versions: ["1.8", "1.9"]
            requirements:
              - id: SC-01
                %s
                source: "DP 1"
                roles: [sp]
                verified: [metadata]
                text: {sv: "Krav.", en: "Demand."}
                fix: {sv: "Gör.", en: "Do."}
            """
                .formatted(level));
  }
}
