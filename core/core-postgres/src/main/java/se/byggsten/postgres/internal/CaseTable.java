package se.byggsten.postgres.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.cases.Authority;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.CaseStatus;
import se.byggsten.core.cases.Decision;
import se.byggsten.core.cases.Diarienummer;
import se.byggsten.core.cases.FormReference;
import se.byggsten.core.cases.RetentionRule;
import se.byggsten.core.cases.SecrecyMark;
import se.byggsten.core.cases.SupplementRequest;
import se.byggsten.core.identifier.Organisationsnummer;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.ProtectedIdentity;

/** The SQL of the cases. */
final class CaseTable {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final String SELECT = "SELECT * FROM byggsten.cases ";

  private CaseTable() {}

  /** Adds the case unless its key is taken; waits for whoever is just taking it. */
  static boolean insert(Handle handle, Case added, String key) {
    return handle
            .createUpdate(
                "INSERT INTO byggsten.cases (id, submission_key, e_service, form_id, form_version,"
                    + " form_sha256, authority_code, authority_name, authority_org, status,"
                    + " applicant, applicant_name, protection, language, title, public_title,"
                    + " classification, disposal, retention_basis, mark_provision, mark_date,"
                    + " mark_authority, received_at, registered_at)"
                    + " VALUES (:id, :key, :eService, :formId, :formVersion, :formSha256, :code,"
                    + " :authority, :org, :status, :applicant, :applicantName, :protection,"
                    + " :language, :title, :publicTitle, :classification, :disposal, :basis,"
                    + " :markProvision, :markDate, :markAuthority, :receivedAt, :registeredAt)"
                    + " ON CONFLICT (submission_key) DO NOTHING")
            .bind("id", added.id().value())
            .bind("key", key)
            .bind("eService", added.eService())
            .bind("formId", added.form().id())
            .bind("formVersion", added.form().version())
            .bind("formSha256", added.form().sha256())
            .bind("code", added.authority().code())
            .bind("authority", added.authority().name())
            .bind("org", added.authority().organisation().canonical())
            .bind("status", added.status().name())
            .bind("applicant", added.applicant().map(PersonIdentifier::canonical).orElse(null))
            .bind("applicantName", added.applicantName())
            .bind("protection", added.protection().name())
            .bind("language", added.language().toLanguageTag())
            .bind("title", added.title())
            .bind("publicTitle", added.publicTitle())
            .bind("classification", added.retention().classification())
            .bind("disposal", added.retention().disposal().map(Period::toString).orElse(null))
            .bind("basis", added.retention().basis())
            .bind("markProvision", added.secrecyMark().map(SecrecyMark::provision).orElse(null))
            .bind("markDate", added.secrecyMark().map(SecrecyMark::date).orElse(null))
            .bind("markAuthority", added.secrecyMark().map(SecrecyMark::authorityCode).orElse(null))
            .bind("receivedAt", Database.utc(added.receivedAt()))
            .bind("registeredAt", Database.utc(added.registeredAt()))
            .execute()
        == 1;
  }

  static Optional<Case> find(Handle handle, CaseId id) {
    return handle
        .createQuery(SELECT + "WHERE id = :id")
        .bind("id", id.value())
        .map(CaseTable::read)
        .findOne();
  }

  static Optional<Case> find(Handle handle, CaseId id, PersonIdentifier applicant) {
    return handle
        .createQuery(SELECT + "WHERE id = :id AND applicant = :applicant")
        .bind("id", id.value())
        .bind("applicant", applicant.canonical())
        .map(CaseTable::read)
        .findOne();
  }

  /** Finds and locks the case until the transaction ends: changes to a case come one at a time. */
  static Optional<Case> lock(Handle handle, CaseId id) {
    return handle
        .createQuery(SELECT + "WHERE id = :id FOR UPDATE")
        .bind("id", id.value())
        .map(CaseTable::read)
        .findOne();
  }

  static Optional<Case> findByKey(Handle handle, String key) {
    return handle
        .createQuery(SELECT + "WHERE submission_key = :key")
        .bind("key", key)
        .map(CaseTable::read)
        .findOne();
  }

  static List<Case> listOf(Handle handle, PersonIdentifier applicant) {
    return handle
        .createQuery(SELECT + "WHERE applicant = :applicant ORDER BY received_at DESC, id")
        .bind("applicant", applicant.canonical())
        .map(CaseTable::read)
        .list();
  }

  static List<Case> listFor(Handle handle, String authorityCode, int limit) {
    return handle
        .createQuery(
            SELECT
                + "WHERE authority_code = :code"
                + " ORDER BY (status = 'CLOSED'), received_at, id LIMIT :limit")
        .bind("code", authorityCode)
        .bind("limit", limit)
        .map(CaseTable::read)
        .list();
  }

  static void number(Handle handle, CaseId id, Diarienummer number) {
    handle
        .createUpdate(
            "UPDATE byggsten.cases SET diary_series = :series, diary_year = :year,"
                + " diary_sequence = :sequence, diary_text = :text WHERE id = :id")
        .bind("id", id.value())
        .bind("series", number.series())
        .bind("year", number.year())
        .bind("sequence", number.sequence())
        .bind("text", number.text())
        .execute();
  }

  static void keep(Handle handle, CaseId id, RetentionRule rule) {
    handle
        .createUpdate("UPDATE byggsten.cases SET disposal = :disposal WHERE id = :id")
        .bind("id", id.value())
        .bind("disposal", rule.disposal().map(Period::toString).orElse(null))
        .execute();
  }

  /** Changes status, and what belongs to the status, and the version. */
  static void update(
      Handle handle,
      CaseId id,
      CaseStatus status,
      Optional<SupplementRequest> request,
      Optional<Decision> decision) {
    handle
        .createUpdate(
            "UPDATE byggsten.cases SET version = version + 1, status = :status,"
                + " supplement_text = :supplementText, supplement_due = :supplementDue,"
                + " decision_outcome = :outcome, decision_reasons = :reasons, decision_by = :by,"
                + " decision_at = :at, decision_appeal = :appeal, decision_automated = :automated"
                + " WHERE id = :id")
        .bind("id", id.value())
        .bind("status", status.name())
        .bind("supplementText", request.map(SupplementRequest::text).orElse(null))
        .bind("supplementDue", request.map(SupplementRequest::dueDate).orElse(null))
        .bind("outcome", decision.map(d -> d.outcome().name()).orElse(null))
        .bind("reasons", decision.map(Decision::reasons).orElse(null))
        .bind("by", decision.map(Decision::decidedBy).orElse(null))
        .bind("at", decision.map(d -> Database.utc(d.decidedAt())).orElse(null))
        .bind("appeal", decision.map(Decision::howToAppeal).orElse(null))
        .bind("automated", decision.map(Decision::automated).orElse(null))
        .execute();
  }

  private static Case read(ResultSet row, StatementContext context) throws SQLException {
    Instant registeredAt = instant(row, "registered_at");
    // What was valid when it came in is valid: the day is only what the parser needs.
    LocalDate day = LocalDate.ofInstant(registeredAt, SWEDEN).plusDays(1);
    return new Case(
        new CaseId(row.getObject("id", UUID.class)),
        row.getLong("version"),
        row.getString("e_service"),
        new FormReference(
            row.getString("form_id"), row.getString("form_version"), row.getString("form_sha256")),
        new Authority(
            row.getString("authority_code"),
            row.getString("authority_name"),
            Organisationsnummer.parse(row.getString("authority_org"), day)),
        number(row),
        CaseStatus.valueOf(row.getString("status")),
        Optional.ofNullable(row.getString("applicant"))
            .map(number -> PersonIdentifier.parse(number, day, PersonIdentifier.Option.INTERIM)),
        row.getString("applicant_name"),
        ProtectedIdentity.valueOf(row.getString("protection")),
        Locale.forLanguageTag(row.getString("language")),
        row.getString("title"),
        row.getString("public_title"),
        new RetentionRule(
            row.getString("classification"),
            Optional.ofNullable(row.getString("disposal")).map(Period::parse),
            row.getString("retention_basis")),
        mark(row),
        instant(row, "received_at"),
        registeredAt,
        request(row),
        decision(row));
  }

  private static Optional<Diarienummer> number(ResultSet row) throws SQLException {
    String text = row.getString("diary_text");
    return text == null
        ? Optional.empty()
        : Optional.of(
            new Diarienummer(
                row.getString("diary_series"),
                row.getInt("diary_year"),
                row.getLong("diary_sequence"),
                text));
  }

  static Optional<SecrecyMark> mark(ResultSet row) throws SQLException {
    String provision = row.getString("mark_provision");
    return provision == null
        ? Optional.empty()
        : Optional.of(
            new SecrecyMark(
                provision,
                row.getObject("mark_date", LocalDate.class),
                row.getString("mark_authority")));
  }

  private static Optional<SupplementRequest> request(ResultSet row) throws SQLException {
    String text = row.getString("supplement_text");
    return text == null
        ? Optional.empty()
        : Optional.of(
            new SupplementRequest(text, row.getObject("supplement_due", LocalDate.class)));
  }

  private static Optional<Decision> decision(ResultSet row) throws SQLException {
    @Nullable String outcome = row.getString("decision_outcome");
    return outcome == null
        ? Optional.empty()
        : Optional.of(
            new Decision(
                Decision.Outcome.valueOf(outcome),
                row.getString("decision_reasons"),
                row.getString("decision_by"),
                instant(row, "decision_at"),
                row.getString("decision_appeal"),
                row.getBoolean("decision_automated")));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
