package se.byggsten.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.byggsten.conformance.Runs.BROKEN;
import static se.byggsten.conformance.Runs.MET;
import static se.byggsten.conformance.Runs.OUTSIDE;
import static se.byggsten.conformance.Runs.UNSEEN;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.byggsten.core.data.DataException;
import se.byggsten.core.finding.Check;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Verdict;
import se.byggsten.data.DataReader;

class ConformanceKitTest {
  private static final LocalDate LATER = LocalDate.of(2027, 1, 1);

  @Test
  void listsTheWholeCatalogueAndPassesNothingThatIsNotChecked() {
    ConformanceReport report = run(Runs.profile(MET), Runs.met("lang=sv"));

    assertThat(report.results()).hasSize(135);
    assertThat(report.results())
        .filteredOn(r -> !r.id().equals(MET))
        .allSatisfy(
            r -> {
              assertThat(r.verdict()).isEqualTo(Verdict.NOT_VERIFIED);
              assertThat(r.evidence().get(0)).contains("Ingen kontroll finns");
            });
    assertThat(report.conforms()).isTrue();
  }

  @Test
  void failsOnABrokenAnUnseenAndAnUncheckedRequirement() {
    assertThat(run(Runs.profile(BROKEN), Runs.broken("x")).conforms()).isFalse();
    assertThat(run(Runs.profile(UNSEEN), Runs.unseen()).conforms()).isFalse();
    assertThat(run(Runs.profile(MET)).conforms()).isFalse();
    assertThat(run(Runs.profile(OUTSIDE), Runs.outside()).conforms()).isTrue();
  }

  @Test
  void lowersNothingForWhatIsOutsideTheProfile() {
    ConformanceReport report = run(Runs.profile(MET), Runs.met("x"), Runs.broken("y"));

    assertThat(report.conforms()).isTrue();
    assertThat(result(report, BROKEN).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void letsOnlyMustRequirementsGate() {
    RequirementId should = RequirementId.of("SK-SPR-05");
    RequirementId coming = RequirementId.of("SK-TIL-02");

    assertThat(run(Runs.profile(should, coming)).conforms()).isTrue();
  }

  @Test
  void takesACheckThatBreaksAsNotVerifiedAndGoesOn() {
    Check<String> throwing =
        Runs.check(
            BROKEN,
            s -> {
              throw new IllegalStateException("hemligt 191212121212");
            });
    Check<String> overflowing =
        Runs.check(
            UNSEEN,
            s -> {
              throw new StackOverflowError("hemligt 191212121212");
            });
    Check<String> liar =
        Runs.check(OUTSIDE, s -> CheckResult.of(MET, List.of("fel krav"), List.of()));

    ConformanceReport report =
        run(Runs.profile(MET, BROKEN), throwing, overflowing, liar, Runs.met("x"));

    assertThat(List.of(BROKEN, UNSEEN, OUTSIDE))
        .allSatisfy(
            id -> {
              assertThat(result(report, id).verdict()).isEqualTo(Verdict.NOT_VERIFIED);
              assertThat(result(report, id).evidence().get(0))
                  .contains("CONFORMANCE-CHECK-BROKE")
                  .doesNotContain("191212121212");
            });
    assertThat(result(report, MET).verdict()).isEqualTo(Verdict.PASS);
    assertThat(report.conforms()).isFalse();
  }

  @Test
  void joinsSeveralChecksOfARequirementByTheWorst() {
    Check<String> unseen = Runs.check(MET, s -> CheckResult.notVerified(MET, "b"));
    Check<String> outside = Runs.check(MET, s -> CheckResult.notApplicable(MET, "c"));

    assertThat(result(run(Runs.profile(MET), Runs.met("a"), unseen), MET).verdict())
        .isEqualTo(Verdict.NOT_VERIFIED);
    assertThat(result(run(Runs.profile(MET), Runs.met("a"), outside), MET).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(result(run(Runs.profile(MET), Runs.met("a"), outside), MET).evidence())
        .containsExactly("a", "c");
  }

  @Test
  void acceptsWhatIsNotVerifiedUntilItsLastDay() {
    ConformanceReport accepted =
        Runs.run(Runs.profile(UNSEEN), accept(UNSEEN, Runs.CLOCK), List.of(Runs.unseen()));
    ConformanceReport expired =
        Runs.run(
            Runs.profile(UNSEEN),
            Acceptances.of(List.of(new Acceptance(UNSEEN, "r", LocalDate.of(2026, 11, 21)))),
            List.of(Runs.unseen()));

    assertThat(accepted.conforms()).isTrue();
    assertThat(accepted.accepted()).isEqualTo(1);
    assertThat(accepted.summary()).contains("1 godtas utan verifiering");
    assertThat(result(accepted, UNSEEN).verdict()).isEqualTo(Verdict.NOT_VERIFIED);
    assertThat(expired.conforms()).isFalse();
    assertThat(expired.notes())
        .extracting(Finding::code)
        .containsExactly(ConformanceKit.ACCEPTANCE_EXPIRED);
  }

  @Test
  void neverAcceptsWhatIsBroken() {
    ConformanceReport report =
        Runs.run(
            Runs.profile(BROKEN),
            Acceptances.of(List.of(new Acceptance(BROKEN, "r", LATER))),
            List.of(Runs.broken("x")));

    assertThat(report.conforms()).isFalse();
    assertThat(report.accepted()).isZero();
    assertThat(report.notes())
        .extracting(Finding::code)
        .containsExactly(ConformanceKit.ACCEPTANCE_UNUSED);
  }

  @Test
  void readsAcceptancesAndRefusesUnknownOnes() {
    Acceptances read =
        acceptances("accepted:\n  - {id: SK-SAK-01, reason: testmiljö, expires: 2027-01-31}\n");

    assertThat(read.find(UNSEEN).orElseThrow().expires()).isEqualTo(LocalDate.of(2027, 1, 31));
    assertThatThrownBy(
            () -> acceptances("accepted:\n  - {id: SK-SAK-99, reason: a, expires: 2027-01-31}\n"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("2:10")
        .hasMessageContaining("did you mean");
    assertThatThrownBy(() -> acceptances("accepted:\n  - {id: SK-SAK-01, reason: a}\n"))
        .hasMessageContaining("expires");
    assertThatThrownBy(
            () ->
                acceptances(
                    """
                    accepted:
                      - {id: SK-SAK-01, reason: a, expires: 2027-01-31}
                      - {id: SK-SAK-01, reason: b, expires: 2028-01-31}
                    """))
        .hasMessageContaining("stands twice");
  }

  @Test
  void refusesACheckThatTheCatalogueLacks() {
    RequirementId unknown = RequirementId.of("SK-XXX-01");

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ConformanceKit.of(
                    Catalogue.load(),
                    List.of(Runs.check(unknown, s -> CheckResult.notVerified(unknown, "x"))),
                    Runs.CLOCK));
  }

  private static Acceptances accept(RequirementId id, Clock clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Acceptances.of(List.of(new Acceptance(id, "testmiljö", today)));
  }

  private static Acceptances acceptances(String yaml) {
    return Acceptances.from(DataReader.yaml().view("allow.yaml", yaml), Catalogue.load());
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static ConformanceReport run(Profile profile, Check<String>... checks) {
    return Runs.run(profile, Acceptances.NONE, List.of(checks));
  }

  private static RequirementResult result(ConformanceReport report, RequirementId id) {
    return report.results().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }
}
