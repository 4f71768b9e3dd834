package se.byggsten.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.byggsten.postgres.testing.Submissions.HANDLER;
import static se.byggsten.postgres.testing.Submissions.KFN;
import static se.byggsten.postgres.testing.Submissions.RECEIVED;
import static se.byggsten.postgres.testing.Submissions.TOLVAN;
import static se.byggsten.postgres.testing.Submissions.application;
import static se.byggsten.postgres.testing.Submissions.key;

import java.sql.SQLException;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.InformationFacts;
import se.byggsten.core.cases.JournalEntry;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.core.cases.RetentionAction;
import se.byggsten.core.cases.Supplement;
import se.byggsten.postgres.testing.TestDatabase;
import se.byggsten.testsupport.MovableClock;

class CaseInformationTest {
  private static final InformationFacts NAME =
      facts("namn", "Barnets namn", RetentionAction.DISPOSE, Optional.of(Period.ofYears(2)));
  private static final InformationFacts HEALTH =
      facts("halsa", "Hälsa 𝓐", RetentionAction.UNSTATED, Optional.empty());
  private static final InformationFacts LONGER =
      facts("ovrigt", "Övrigt", RetentionAction.DISPOSE, Optional.of(Period.of(3, 6, 1)));
  private static final InformationFacts KEPT =
      facts("minne", "Minne", RetentionAction.PRESERVE, Optional.empty());

  private static TestDatabase database;
  private static PostgresCases cases;

  @BeforeAll
  static void start() {
    database = TestDatabase.with("information", DatabaseSchema::migrate);
    cases =
        PostgresCases.on(database.dataSource(), MovableClock.at(RECEIVED))
            .receivedBy(submission -> KFN);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void what_is_said_of_a_submission_stays_with_its_case_and_the_journal_vouches_for_it() {
    CaseId id = accept(NAME, HEALTH);

    assertThat(cases.information(id)).containsExactly(NAME, HEALTH);
    assertThat(cases.journal(id).entries().get(0).details())
        .containsEntry("information", InformationFacts.sha256(List.of(NAME, HEALTH)));
    assertThat(cases.verify(id)).isEmpty();
    CaseId silent = cases.accept(application().build()).caseId();
    assertThat(cases.information(silent)).isEmpty();
    assertThat(cases.journal(silent).entries().get(0).details()).doesNotContainKey("information");
    assertThat(cases.verify(silent)).isEmpty();
  }

  @Test
  void a_supplement_adds_what_is_new_and_lengthens_the_retention_but_never_shortens_it() {
    CaseId id = accept(NAME);
    cases.open(id, HANDLER);
    assertThat(cases.find(id).orElseThrow().retention().disposal()).contains(Period.ofYears(2));

    supplement(id, NAME, LONGER);
    assertThat(cases.information(id)).containsExactly(NAME, LONGER);
    assertThat(cases.find(id).orElseThrow().retention().disposal()).contains(Period.of(3, 6, 1));
    assertThat(last(id))
        .containsEntry("information", InformationFacts.sha256(List.of(LONGER)))
        .containsEntry("retention", "dispose P3Y6M1D");

    supplement(id, NAME);
    assertThat(last(id)).doesNotContainKeys("information", "retention");
    assertThat(cases.find(id).orElseThrow().retention().disposal()).contains(Period.of(3, 6, 1));

    supplement(id, KEPT);
    assertThat(cases.find(id).orElseThrow().retention().preserved()).isTrue();
    assertThat(cases.find(id).orElseThrow().retention().classification()).isEqualTo("3.7.2");
    assertThat(last(id)).containsEntry("retention", "preserve");
    supplement(id, LONGER);
    assertThat(cases.find(id).orElseThrow().retention().preserved()).isTrue();
    assertThat(cases.information(id)).containsExactly(NAME, LONGER, KEPT);
    assertThat(cases.verify(id)).isEmpty();
  }

  @Test
  void the_database_refuses_to_change_it_and_what_is_changed_behind_its_back_is_found() {
    CaseId changed = accept(NAME, HEALTH);
    CaseId removed = accept(NAME, HEALTH);
    CaseId added = accept(NAME, HEALTH);
    CaseId whole = accept(NAME, HEALTH);
    String harm =
        "UPDATE byggsten.case_information SET retention = 'UNSTATED', dispose_after = NULL"
            + " WHERE case_id = '"
            + changed
            + "'";
    assertThatThrownBy(() -> database.execute(harm))
        .hasRootCauseInstanceOf(SQLException.class)
        .hasStackTraceContaining("only ever added");
    String columns =
        ", field, label, purpose, legal_basis, personal_data, secrecy, retention, dispose_after,"
            + " classification";
    database.execute(
        "ALTER TABLE byggsten.case_information DISABLE TRIGGER USER",
        harm,
        "ALTER TABLE byggsten.case_information ENABLE TRIGGER USER",
        "DELETE FROM byggsten.case_information WHERE case_id = '" + removed + "'",
        "INSERT INTO byggsten.case_information (case_id, sha256, position"
            + columns
            + ") SELECT case_id, repeat('0', 64), position"
            + columns
            + " FROM byggsten.case_information WHERE case_id = '"
            + added
            + "'");

    for (CaseId id : List.of(changed, removed, added)) {
      assertThat(cases.verify(id).stream().map(finding -> finding.code().value()))
          .containsExactly("JOURNAL-INFORMATION-CHANGED");
    }
    assertThat(cases.verify(whole)).isEmpty();
  }

  @Test
  void a_text_that_cannot_be_stored_is_refused_and_leaves_no_trace() {
    long before = database.count("SELECT count(*) FROM byggsten.cases");
    InformationFacts nul = facts("x", "a\u0000b", RetentionAction.PRESERVE, Optional.empty());
    assertThatThrownBy(() -> accept(nul))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.code()).isEqualTo(StoreException.TEXT_REFUSED));
    CaseId id = accept(NAME);
    cases.open(id, HANDLER);
    assertThatThrownBy(() -> supplement(id, nul)).isInstanceOf(StoreException.class);
    assertThat(cases.information(id)).containsExactly(NAME);
    assertThat(database.count("SELECT count(*) FROM byggsten.cases")).isEqualTo(before + 1);
  }

  private static CaseId accept(InformationFacts... facts) {
    return cases.accept(application().information(List.of(facts)).build()).caseId();
  }

  private static void supplement(CaseId id, InformationFacts... facts) {
    cases.receiveUnasked(
        id,
        Actor.citizen(TOLVAN),
        new Supplement(key(), "Mer.", List.of(), RECEIVED, List.of(facts)));
  }

  private static Map<String, String> last(CaseId id) {
    List<JournalEntry> entries = cases.journal(id).entries();
    return entries.get(entries.size() - 1).details();
  }

  private static InformationFacts facts(
      String field, String label, RetentionAction action, Optional<Period> term) {
    return new InformationFacts(
        field,
        label,
        "Fördela platser",
        "Kommunallagen (2017:725) 2 kap. 1 §",
        PersonalData.SENSITIVE,
        "26 kap. 1 § OSL",
        action,
        term,
        "3.7.2.1");
  }
}
