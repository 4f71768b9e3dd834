package se.byggsten.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataProblem;
import se.byggsten.core.manifest.EServiceManifest;
import se.byggsten.core.manifest.Ownership;
import se.byggsten.core.manifest.Representation;
import se.byggsten.core.manifest.Retention;
import se.byggsten.core.person.AssuranceLevel;

class EServiceManifestTest {
  private static final String LEAST =
      """
      schema: 1
      service:
        id: mina-fakturor
        name: {sv: Mina fakturor}
        municipality: Eksta kommun
      participants:
        - {code: KS, name: Kommunstyrelsen}
      """;

  @Test
  void leavesOutWhatIsNotDeclared() {
    EServiceManifest manifest = read(LEAST);

    assertThat(manifest.ownership()).isEqualTo(Ownership.NONE);
    assertThat(manifest.retention()).isEqualTo(Retention.NONE);
    assertThat(manifest.goals()).isEmpty();
    assertThat(manifest.verification()).isEmpty();
    assertThat(manifest.decision("osl-10-2a")).isEmpty();
  }

  @Test
  void readsEachSection() {
    EServiceManifest manifest =
        read(
            LEAST
                + """
                assuranceLevels: [loa3, http://id.swedenconnect.se/loa/1.0/uncertified-loa3]
                representations: [{kind: custodian, supported: true}]
                evidence:
                  - {id: dpia, title: Gammal, date: 2024-01-01, reference: A, expires: 2025-01-01}
                  - {id: dpia, title: Ny, date: 2026-01-01, reference: B, expires: 2027-01-01}
                contents:
                  - {id: c, title: t, source: s, responsible: r, lastChecked: 2026-11-01, maxAgeDays: 30}
                verification:
                  start: /start
                  loginOrigins: ["https://localhost:8444"]
                  persons: [{label: Tolvan, login: {person: "191212121212"}}]
                  answers: {kollo: [a, b], namn: x}
                  archiveWait: PT30S
                """);

    assertThat(manifest.assuranceLevels())
        .containsExactly(AssuranceLevel.LOA3, AssuranceLevel.UNCERTIFIED_LOA3);
    assertThat(manifest.representations().get(0).kind()).isEqualTo(Representation.Kind.CUSTODIAN);
    assertThat(manifest.evidence("dpia").orElseThrow().title()).isEqualTo("Ny");
    assertThat(manifest.evidence("dpia").orElseThrow().isValid(LocalDate.of(2027, 1, 2))).isFalse();
    assertThat(manifest.evidence("dpia").orElseThrow().isValid(LocalDate.of(2027, 1, 1))).isTrue();
    assertThat(manifest.contents().get(0).isFresh(LocalDate.of(2026, 12, 1))).isTrue();
    assertThat(manifest.contents().get(0).isFresh(LocalDate.of(2026, 12, 2))).isFalse();
    assertThat(manifest.verification().orElseThrow().answers().get("kollo"))
        .containsExactly("a", "b");
    assertThat(manifest.toString()).doesNotContain("191212121212");
  }

  @Test
  void refusesAnotherSchemaBeforeAnythingElse() {
    assertThatThrownBy(() -> read("schema: 2\nnonsense: 1"))
        .hasMessageContaining("DATA-UNKNOWN-VERSION")
        .hasMessageContaining("1:9");
  }

  @Test
  void tellsAllProblemsAtOnceInTheOrderOfTheText() {
    DataException e =
        catchThrowableOfType(
            DataException.class,
            () ->
                read(
                    LEAST
                        + """
                        gaols: []
                        channels:
                          - {kind: wbe, details: x}
                          - {kind: web, details: x}
                          - {kind: fax, details: x}
                        hosting: {country: Sverige, supplier: x}
                        ownership:
                          systemOwner: {role: Chef, contact: x@y, nextReveiw: 2027-01-01}
                        """));

    assertThat(e.problems())
        .extracting(DataProblem::path, p -> p.position().line())
        .containsExactly(
            tuple("", 8),
            tuple("channels[1].kind", 10),
            tuple("channels[3].kind", 12),
            tuple("hosting.country", 13),
            tuple("ownership.systemOwner", 15));
    assertThat(e)
        .hasMessageContaining("did you mean 'goals'?")
        .hasMessageContaining("did you mean 'web'?")
        .hasMessageContaining("did you mean 'nextReview'?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service: 1 | DATA-DUPLICATE-KEY",
        "feedback: {path: //evil.example/x, followedUpBy: r} | DATA-BAD-VALUE",
        "feedback: {path: https://evil.example, followedUpBy: r} | DATA-BAD-VALUE",
        "feedback: {path: /a/../../etc, followedUpBy: r} | DATA-BAD-VALUE",
        "verification: {start: /, packagesFolder: ../../etc} | DATA-BAD-VALUE",
        "verification: {start: /, packagesFolder: /etc} | DATA-BAD-VALUE",
        "verification: {start: /, loginOrigins: ['javascript:alert(1)']} | DATA-BAD-VALUE",
        "verification: {start: /, archiveWait: PT5H} | DATA-BAD-VALUE",
        "verification: {start: /, httpPort: 70000} | DATA-BAD-VALUE",
        "retention: {rules: [{id: a, documentType: b, classification: c, action: dispose}]} | DATA-BAD-VALUE",
        "representations: [{kind: self, supported: false}] | DATA-MISSING-KEY",
        "allowedHosts: [{host: 'https://x', purpose: p, decision: d}] | DATA-BAD-VALUE",
        "reachBaseline: {from: 2026-02-01, to: 2026-01-01, source: s} | DATA-BAD-VALUE",
        "evidence: [{id: a, title: b, date: 2026-02-01, reference: r, expires: 2026-01-01}] | DATA-BAD-VALUE",
        "goals: {id: x} | DATA-WRONG-KIND",
        "deviations: [{requirement: '<script>', reason: r, decision: d, date: 2026-01-01, expires: 2026-01-02}] | DATA-BAD-VALUE",
        "assuranceLevels: [loa5] | DATA-BAD-VALUE"
      })
  void refusesWhatIsWrittenWrong(String line, String code) {
    assertThatThrownBy(() -> read(LEAST + line + "\n"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(code);
  }

  @Test
  void refusesAnAuthorityThatStandsTwice() {
    assertThatThrownBy(
            () -> read(LEAST.replace("  - {code: KS", "  - {code: KS, name: X}\n  - {code: KS")))
        .hasMessageContaining("same code");
  }

  @Property(tries = 100)
  void refusesATruncatedManifestOrReadsAllOfIt(@ForAll @IntRange(max = 150) int length) {
    String text = LEAST.substring(0, Math.min(length, LEAST.length()));
    try {
      assertThat(read(text).service().name().sv()).isNotBlank();
    } catch (DataException e) {
      assertThat(e.code().value().toUpperCase(Locale.ROOT)).startsWith("DATA-");
    }
  }

  private static EServiceManifest read(String text) {
    return EServiceManifest.from(DataReader.yaml().view("byggsten.yaml", text));
  }
}
