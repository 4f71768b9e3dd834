package se.byggsten.core.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InformationFactsTest {
  private static final RetentionRule TWO_YEARS = rule("P2Y");

  @ParameterizedTest
  @CsvSource({
    "P2Y, P5Y, P5Y",
    "P2Y, P1Y, P2Y",
    "P2Y, P25M, P25M",
    "P2Y, P24M, P2Y",
    "P1M, P30D, P1M",
    "P1M, P32D, P32D",
    "P1Y, P53W, P371D",
    "P1000Y, P1Y, P1000Y"
  })
  void the_longest_term_holds_for_the_whole(Period plan, Period field, Period whole) {
    RetentionRule rule = new RetentionRule("3.7.2", Optional.of(plan), "Plan");
    assertThat(rule.covering(List.of(disposed(field))).disposal()).contains(whole);
  }

  @Test
  void what_is_to_be_preserved_makes_the_whole_preserved_in_any_order() {
    InformationFacts kept = facts(RetentionAction.PRESERVE, Optional.empty());
    InformationFacts unsaid = facts(RetentionAction.UNSTATED, Optional.empty());
    InformationFacts later = disposed(Period.ofYears(9));
    assertThat(TWO_YEARS.covering(List.of(kept, later, unsaid)).preserved()).isTrue();
    assertThat(TWO_YEARS.covering(List.of(later, unsaid, kept)).preserved()).isTrue();
    assertThat(TWO_YEARS.covering(List.of(unsaid))).isSameAs(TWO_YEARS);
    RetentionRule preserved = new RetentionRule("3.7.2", Optional.empty(), "Plan");
    assertThat(preserved.covering(List.of(later))).isSameAs(preserved);
    assertThat(TWO_YEARS.covering(List.of(later)))
        .isEqualTo(new RetentionRule("3.7.2", Optional.of(Period.ofYears(9)), "Plan"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P0D", "P-1Y", "P2Y-1M", "P1001Y", "P999999999Y", "P2147483647D"})
  void a_term_that_nobody_means_is_refused_without_a_crash(String text) {
    Period period = Period.parse(text);
    assertThat(RetentionRule.isTerm(period)).isFalse();
    assertThatThrownBy(() -> rule(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> disposed(period)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_term_belongs_to_disposal_and_only_there() {
    Optional<Period> term = Optional.of(Period.ofYears(1));
    assertThatThrownBy(() -> facts(RetentionAction.PRESERVE, term))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> facts(RetentionAction.UNSTATED, term))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> facts(RetentionAction.DISPOSE, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_hash_knows_every_part_and_the_order() {
    InformationFacts one = facts(RetentionAction.PRESERVE, Optional.empty());
    InformationFacts other = disposed(Period.ofYears(1));
    assertThat(
            List.of(
                InformationFacts.sha256(List.of()),
                InformationFacts.sha256(List.of(one)),
                InformationFacts.sha256(List.of(other)),
                InformationFacts.sha256(List.of(one, other)),
                InformationFacts.sha256(List.of(other, one)),
                InformationFacts.sha256(List.of(disposed(Period.ofYears(2)))),
                InformationFacts.sha256(List.of(named("a", "bc"))),
                InformationFacts.sha256(List.of(named("ab", "c")))))
        .doesNotHaveDuplicates()
        .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    assertThat(InformationFacts.sha256(List.of(one)))
        .isEqualTo(
            InformationFacts.sha256(List.of(facts(RetentionAction.PRESERVE, Optional.empty()))));
  }

  @Test
  void a_submission_is_kept_for_as_long_as_its_information_whatever_the_caller_said() {
    Submission.Builder submission =
        Submission.builder()
            .key("k".repeat(16))
            .eService("kolloplats")
            .form(new FormReference("kolloplats", "1", "ab".repeat(32)))
            .unidentified("")
            .receivedAt(Instant.EPOCH)
            .titles("Ansökan", "Ansökan")
            .retention(TWO_YEARS)
            .documents(
                List.of(
                    NewDocument.of(DocumentRole.ANSWERS, "a", "text/plain", "a".getBytes(UTF_8))));
    assertThat(submission.build().retention()).isEqualTo(TWO_YEARS);
    InformationFacts kept = facts(RetentionAction.PRESERVE, Optional.empty());
    Submission built = submission.information(List.of(kept)).build();
    assertThat(built.retention().preserved()).isTrue();
    assertThat(built.information()).containsExactly(kept);
  }

  private static RetentionRule rule(String term) {
    return new RetentionRule("3.7.2", Optional.of(Period.parse(term)), "Plan");
  }

  private static InformationFacts disposed(Period term) {
    return facts(RetentionAction.DISPOSE, Optional.of(term));
  }

  private static InformationFacts facts(RetentionAction action, Optional<Period> term) {
    return new InformationFacts(
        "namn", "Namn", "Dela ut", "Avtal", PersonalData.ORDINARY, "", action, term, "3.7.2");
  }

  private static InformationFacts named(String field, String label) {
    return new InformationFacts(
        field,
        label,
        "",
        "",
        PersonalData.NONE,
        "",
        RetentionAction.UNSTATED,
        Optional.empty(),
        "");
  }
}
