package se.byggsten.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.core.finding.Requirement;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.RequirementLevel;
import se.byggsten.data.DataReader;

class CatalogueTest {
  private final Catalogue catalogue = Catalogue.load();

  @Test
  void holdsEveryRequirementOfTheDraft() {
    Map<RequirementLevel, Long> levels =
        catalogue.requirements().stream()
            .collect(Collectors.groupingBy(Requirement::level, Collectors.counting()));

    assertThat(levels)
        .containsEntry(RequirementLevel.SKA, 130L)
        .containsEntry(RequirementLevel.COMING, 1L)
        .containsEntry(RequirementLevel.BOR, 4L);
    assertThat(catalogue.requirements().stream().map(Requirement::group).distinct()).hasSize(14);
  }

  @Test
  void namesEachIdAfterItsGroup() {
    assertThat(catalogue.requirements())
        .allSatisfy(r -> assertThat(r.id().value()).matches("SK-" + r.group() + "-[0-9]{2}"));
  }

  @Test
  void marksTheSourcesThatNobodyHasConfirmed() {
    assertThat(catalogue.entries())
        .filteredOn(e -> !e.sourceConfirmed())
        .extracting(CatalogueEntry::id)
        .contains(RequirementId.of("SK-ARK-06"), RequirementId.of("SK-TIL-19"));
    assertThat(catalogue.entries())
        .allSatisfy(e -> assertThat(e.requirement().source()).doesNotContain("verify"));
  }

  @Test
  void suggestsAProfileAndAVersion() {
    assertThatThrownBy(() -> catalogue.profile("corrider"))
        .isInstanceOf(ConformanceException.class)
        .hasMessageContaining("CONFORMANCE-UNKNOWN-PROFILE")
        .hasMessageContaining("did you mean 'corridor'?");
    assertThatThrownBy(() -> Catalogue.load("0.1.1"))
        .hasMessageContaining("CONFORMANCE-UNKNOWN-CATALOGUE")
        .hasMessageContaining("did you mean '0.1.0'?");
    assertThatThrownBy(() -> Catalogue.load("../../etc/passwd"))
        .hasMessageContaining("CONFORMANCE-UNKNOWN-CATALOGUE");
  }

  @Test
  void choosesByLevel() {
    assertThat(catalogue.profile("all").requirements()).hasSize(135);
    assertThat(catalogue.profile("ska").requirements()).hasSize(130);
    assertThat(catalogue.profile("coming").requirements())
        .containsExactly(RequirementId.of("SK-TIL-02"));
    assertThat(catalogue.profile("bor").requirements()).hasSize(4);
  }

  @Test
  void refusesAnIdThatStandsTwiceAndAProfileOfUnknownIds() {
    String one =
        """
        {"id":"SK-A-01","level":"ska","text":"t","source":"s","sourceConfirmed":true,
         "methods":["manual"]}""";
    String group =
        "{\"version\":\"1\",\"title\":\"t\",\"groups\":[{\"id\":\"A\",\"title\":\"a\",\"requirements\":[%s]}]}";

    assertThatThrownBy(
            () ->
                CatalogueReader.read(
                    json(group.formatted(one + "," + one)), json("{\"profiles\":[]}")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("stands twice");
    assertThatThrownBy(
            () ->
                CatalogueReader.read(
                    json(group.formatted(one)),
                    json(
                        "{\"profiles\":[{\"id\":\"p\",\"title\":\"t\",\"requirements\":[\"SK-B-01\"]}]}")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no such id");
  }

  private static DataView json(String text) {
    return DataReader.json().view("x.json", text);
  }
}
