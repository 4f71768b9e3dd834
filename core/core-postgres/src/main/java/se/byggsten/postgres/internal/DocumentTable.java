package se.byggsten.postgres.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.NewDocument;
import se.byggsten.core.cases.SecrecyMark;
import se.byggsten.core.cases.StoredDocument;

/** The SQL of the documents. */
final class DocumentTable {
  private static final String COLUMNS =
      "SELECT id, role, name, media_type, size, sha256, added_at, mark_provision, mark_date,"
          + " mark_authority FROM byggsten.case_document ";

  private DocumentTable() {}

  static StoredDocument insert(
      Handle handle, CaseId caseId, NewDocument document, boolean submitted, Instant at) {
    byte[] content = document.content();
    UUID id = UUID.randomUUID();
    StoredDocument stored =
        new StoredDocument(
            id,
            document.role(),
            StorableText.require("A document's name", document.name(), CaseTexts.NAME),
            StorableText.require("A document's media type", document.mediaType(), CaseTexts.NAME),
            content.length,
            sha256(content),
            Database.utc(at).toInstant(),
            document.secrecyMark());
    handle
        .createUpdate(
            "INSERT INTO byggsten.case_document (id, case_id, submitted, role, name, media_type,"
                + " size, sha256, added_at, mark_provision, mark_date, mark_authority, content)"
                + " VALUES (:id, :case, :submitted, :role, :name, :mediaType, :size, :sha256, :at,"
                + " :markProvision, :markDate, :markAuthority, :content)")
        .bind("id", id)
        .bind("case", caseId.value())
        .bind("submitted", submitted)
        .bind("role", stored.role().name())
        .bind("name", stored.name())
        .bind("mediaType", stored.mediaType())
        .bind("size", stored.size())
        .bind("sha256", stored.sha256())
        .bind("at", Database.utc(at))
        .bind("markProvision", stored.secrecyMark().map(SecrecyMark::provision).orElse(null))
        .bind("markDate", stored.secrecyMark().map(SecrecyMark::date).orElse(null))
        .bind("markAuthority", stored.secrecyMark().map(SecrecyMark::authorityCode).orElse(null))
        .bind("content", content)
        .execute();
    return stored;
  }

  static List<StoredDocument> list(Handle handle, CaseId caseId) {
    return handle
        .createQuery(COLUMNS + "WHERE case_id = :case ORDER BY position")
        .bind("case", caseId.value())
        .map(DocumentTable::read)
        .list();
  }

  static List<StoredDocument> submitted(Handle handle, CaseId caseId) {
    return handle
        .createQuery(COLUMNS + "WHERE case_id = :case AND submitted ORDER BY position")
        .bind("case", caseId.value())
        .map(DocumentTable::read)
        .list();
  }

  static Optional<StoredDocument> find(Handle handle, CaseId caseId, UUID id) {
    return handle
        .createQuery(COLUMNS + "WHERE case_id = :case AND id = :id")
        .bind("case", caseId.value())
        .bind("id", id)
        .map(DocumentTable::read)
        .findOne();
  }

  static Optional<byte[]> content(Handle handle, CaseId caseId, UUID id) {
    return handle
        .createQuery(
            "SELECT content FROM byggsten.case_document WHERE case_id = :case AND id = :id")
        .bind("case", caseId.value())
        .bind("id", id)
        .map((row, context) -> row.getBytes("content"))
        .findOne();
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256", e);
    }
  }

  private static StoredDocument read(ResultSet row, StatementContext context) throws SQLException {
    return new StoredDocument(
        row.getObject("id", UUID.class),
        DocumentRole.valueOf(row.getString("role")),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size"),
        row.getString("sha256"),
        CaseTable.instant(row, "added_at"),
        CaseTable.mark(row));
  }
}
