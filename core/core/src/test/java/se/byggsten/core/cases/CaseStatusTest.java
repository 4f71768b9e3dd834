package se.byggsten.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CaseStatusTest {

  @Property
  void no_status_leads_to_itself_or_back_to_received(@ForAll CaseStatus status) {
    assertThat(status.mayBecome(status)).isFalse();
    assertThat(status.mayBecome(CaseStatus.RECEIVED)).isFalse();
  }

  @Test
  void every_status_but_received_can_be_reached_and_every_case_can_be_closed() {
    Set<CaseStatus> reached = EnumSet.of(CaseStatus.RECEIVED);
    for (int i = 0; i < CaseStatus.values().length; i++) {
      for (CaseStatus from : EnumSet.copyOf(reached)) {
        for (CaseStatus to : CaseStatus.values()) {
          if (from.mayBecome(to)) {
            reached.add(to);
          }
        }
      }
    }
    assertThat(reached).containsExactlyInAnyOrder(CaseStatus.values());
    assertThat(CaseStatus.DECIDED.mayBecome(CaseStatus.CLOSED)).isTrue();
    assertThat(CaseStatus.CLOSED.mayBecome(CaseStatus.IN_PROGRESS)).isFalse();
  }
}
