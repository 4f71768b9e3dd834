package se.byggsten.diary.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.Diarienummer;
import se.byggsten.core.cases.SecrecyMark;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.person.ProtectedIdentity;
import se.byggsten.diary.DiarienummerTemplate;
import se.byggsten.diary.Direction;

/** Writes entries in somebody else's transaction. */
public final class Registrar {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private Registrar() {}

  /**
   * Returns the day in Sweden of an instant.
   *
   * @param instant the instant
   * @return the day on a Swedish calendar
   */
  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, SWEDEN);
  }

  /**
   * Gives the next number of a series; the series is held until the transaction ends.
   *
   * @param transaction the open transaction
   * @param authorityCode whose series
   * @param year the year of the series
   * @return the place in the series, from 1
   * @throws SQLException when the database refuses
   */
  public static long next(Connection transaction, String authorityCode, int year)
      throws SQLException {
    try (PreparedStatement statement =
        transaction.prepareStatement(
            "INSERT INTO byggsten_diary.series AS s (authority_code, year, last) VALUES (?, ?, 1)"
                + " ON CONFLICT (authority_code, year) DO UPDATE SET last = s.last + 1"
                + " RETURNING last")) {
      statement.setString(1, authorityCode);
      statement.setInt(2, year);
      return one(statement);
    }
  }

  /**
   * Gives the next document number of a case, whose row the caller holds.
   *
   * @param transaction the open transaction
   * @param number the case's number
   * @return the number, from 1
   * @throws SQLException when the database refuses
   */
  public static int nextDocument(Connection transaction, Diarienummer number) throws SQLException {
    try (PreparedStatement statement =
        transaction.prepareStatement(
            "SELECT coalesce(max(document_number), 0) + 1 FROM byggsten_diary.entry"
                + " WHERE authority_code = ? AND year = ? AND sequence = ?")) {
      statement.setString(1, number.series());
      statement.setInt(2, number.year());
      statement.setLong(3, number.sequence());
      return Math.toIntExact(one(statement));
    }
  }

  /**
   * Adds an entry.
   *
   * @param transaction the open transaction
   * @param subject the case
   * @param number its number
   * @param template how the authority writes numbers
   * @param document the document number
   * @param kind what stands before the subject, such as {@code Beslut: }
   * @param direction which way it went
   * @param documents the documents
   * @param at when it came in or was drawn up
   * @param now when it is registered
   * @throws SQLException when the database refuses
   */
  public static void add(
      Connection transaction,
      Case subject,
      Diarienummer number,
      DiarienummerTemplate template,
      int document,
      String kind,
      Direction direction,
      List<StoredDocument> documents,
      Instant at,
      Instant now)
      throws SQLException {
    Optional<SecrecyMark> mark =
        subject
            .secrecyMark()
            .or(() -> documents.stream().flatMap(d -> d.secrecyMark().stream()).findFirst());
    try (PreparedStatement statement =
        transaction.prepareStatement(
            "INSERT INTO byggsten_diary.entry (authority_code, year, sequence, number,"
                + " document_number, document_text, case_id, entry_date, registered_at, direction,"
                + " counterparty, subject, public_subject, protected, mark_provision, mark_date,"
                + " mark_authority, document_ids)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setString(1, number.series());
      statement.setInt(2, number.year());
      statement.setLong(3, number.sequence());
      statement.setString(4, number.text());
      statement.setInt(5, document);
      statement.setString(6, template.format(number, document));
      statement.setObject(7, subject.id().value());
      statement.setObject(8, day(at));
      statement.setObject(9, now.atOffset(ZoneOffset.UTC));
      statement.setString(10, direction.name());
      statement.setString(11, subject.applicantName());
      statement.setString(12, kind + subject.title());
      statement.setString(13, kind + subject.publicTitle());
      statement.setBoolean(14, isSenderHidden(subject));
      if (mark.isPresent()) {
        statement.setString(15, mark.get().provision());
        statement.setObject(16, mark.get().date());
        statement.setString(17, mark.get().authorityCode());
      } else {
        statement.setNull(15, Types.VARCHAR);
        statement.setNull(16, Types.DATE);
        statement.setNull(17, Types.VARCHAR);
      }
      UUID[] ids = documents.stream().map(StoredDocument::id).toArray(UUID[]::new);
      statement.setArray(18, transaction.createArrayOf("uuid", ids));
      statement.executeUpdate();
    }
  }

  /** Of somebody who only stated a name nobody knows who it is, nor whether they are protected. */
  private static boolean isSenderHidden(Case subject) {
    return subject.protection() != ProtectedIdentity.NONE || subject.applicant().isEmpty();
  }

  private static long one(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
