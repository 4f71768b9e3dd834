package se.byggsten.diary.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementContext;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.Diarienummer;
import se.byggsten.core.cases.SecrecyMark;
import se.byggsten.diary.Annulment;
import se.byggsten.diary.DiaryEntry;
import se.byggsten.diary.DiarySearch;
import se.byggsten.diary.Direction;
import se.byggsten.postgres.StoreException;

/** Reads the diary, and adds what happens to its numbers afterwards. */
public final class Register {
  private static final String SELECT = "SELECT * FROM byggsten_diary.register r ";

  private static final Pattern LOOSE_HYPHENS = Pattern.compile("-(?![\\p{L}\\p{N}\"])");
  private static final Pattern PLAIN_WORDS =
      Pattern.compile(" *[\\p{L}\\p{N}]{3,}( +[\\p{L}\\p{N}]{3,})* *");
  private static final int MOST_WORDS = 16;

  private final Jdbi jdbi;

  /**
   * Reads from a data source.
   *
   * @param dataSource the database
   */
  public Register(DataSource dataSource) {
    this.jdbi = Jdbi.create(dataSource);
  }

  /**
   * Lists a series.
   *
   * @param authorityCode whose
   * @param year of which year
   * @return the entries in the order of their numbers
   */
  public List<DiaryEntry> series(String authorityCode, int year) {
    return with(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "WHERE r.authority_code = :code AND r.year = :year"
                        + " ORDER BY r.sequence, r.document_number")
                .bind("code", authorityCode)
                .bind("year", year)
                .map(Register::read)
                .list());
  }

  /**
   * Lists the entries of a number.
   *
   * @param number the number
   * @return the entries in order; empty when there is no such number
   */
  public List<DiaryEntry> entries(Diarienummer number) {
    return with(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "WHERE r.authority_code = :code AND r.year = :year"
                        + " AND r.sequence = :sequence ORDER BY r.document_number")
                .bind("code", number.series())
                .bind("year", number.year())
                .bind("sequence", number.sequence())
                .map(Register::read)
                .list());
  }

  /**
   * Lists the entries of a case.
   *
   * @param caseId the case
   * @return the entries in order
   */
  public List<DiaryEntry> entries(CaseId caseId) {
    return with(
        handle ->
            handle
                .createQuery(SELECT + "WHERE r.case_id = :case ORDER BY r.id")
                .bind("case", caseId.value())
                .map(Register::read)
                .list());
  }

  /**
   * Reads the last number given in a series.
   *
   * @param authorityCode whose
   * @param year of which year
   * @return the number; 0 when none has been given
   */
  public long last(String authorityCode, int year) {
    return with(
        handle ->
            handle
                .createQuery(
                    "SELECT last FROM byggsten_diary.series"
                        + " WHERE authority_code = :code AND year = :year")
                .bind("code", authorityCode)
                .bind("year", year)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  /**
   * Finds entries by what is public of them.
   *
   * @param search the search
   * @return the entries, none of them withheld
   */
  public List<DiaryEntry> search(DiarySearch search) {
    String open = "NOT (r.protected OR r.mark_provision IS NOT NULL)";
    String order =
        switch (search.order()) {
          case LATEST -> "r.entry_date DESC, r.id DESC";
          case SUBJECT ->
              open
                  + " DESC, CASE WHEN "
                  + open
                  + " THEN r.public_subject END"
                  + " COLLATE \"sv-SE-x-icu\", r.id";
          case COUNTERPARTY ->
              open
                  + " DESC, CASE WHEN "
                  + open
                  + " THEN r.counterparty END"
                  + " COLLATE \"sv-SE-x-icu\", r.id";
        };
    return with(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "WHERE NOT r.withheld"
                        + " AND (:code::text IS NULL OR r.authority_code = :code)"
                        + " AND (r.public_search @@ websearch_to_tsquery('swedish', "
                        + lower(":text")
                        + ") OR r.public_search @@ websearch_to_tsquery('simple', "
                        + lower(":text")
                        + ") OR r.public_search @@ to_tsquery('simple', "
                        + lower(":beginnings")
                        + "))"
                        + " ORDER BY "
                        + order
                        + " LIMIT :limit")
                .bind("code", search.authorityCode().orElse(null))
                .bind("text", words(search.text()))
                .bind("beginnings", beginnings(words(search.text())))
                .bind("limit", search.limit())
                .map(Register::read)
                .list());
  }

  /**
   * Adds an event to a number.
   *
   * @param number the number
   * @param kind {@code ANNULLED}, {@code WITHHELD} or {@code RELEASED}
   * @param reason why
   * @param by who
   * @param at when
   */
  public void event(Diarienummer number, String kind, String reason, Actor by, Instant at) {
    with(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO byggsten_diary.event (authority_code, year, sequence, kind,"
                        + " reason, at, actor_kind, actor_id, actor_name) VALUES (:code, :year,"
                        + " :sequence, :kind, :reason, :at, :actorKind, :actorId, :actorName)")
                .bind("code", number.series())
                .bind("year", number.year())
                .bind("sequence", number.sequence())
                .bind("kind", kind)
                .bind("reason", reason)
                .bind("at", at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .bind("actorKind", by.kind().name())
                .bind("actorId", by.id())
                .bind("actorName", by.name())
                .execute());
  }

  private <T> T with(Function<Handle, T> work) {
    try {
      return jdbi.withHandle(work::apply);
    } catch (JdbiException e) {
      throw StoreException.of(e);
    }
  }

  /**
   * PostgreSQL takes no NUL and the driver no half surrogate pair; neither is in any entry. A heap
   * of hyphens overflows the stack of PostgreSQL's own reader of searches.
   */
  private static String words(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .map(
            c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? ' ' : c)
        .forEach(clean::appendCodePoint);
    return LOOSE_HYPHENS
        .matcher(clean)
        .replaceAll(" ")
        .lines()
        .flatMap(line -> Arrays.stream(line.split(" +")))
        .limit(MOST_WORDS)
        .collect(Collectors.joining(" "));
  }

  /** As in the table: the parser's own lower case depends on the locale of the cluster. */
  private static String lower(String parameter) {
    return "lower(" + parameter + " COLLATE \"sv-SE-x-icu\")";
  }

  /**
   * Plain words are also found as beginnings of words, since the stemmer leaves forms such as
   * <i>förskolan</i> whole; with quotes or hyphens the searcher has said more exactly what is
   * meant.
   */
  private static String beginnings(String words) {
    return PLAIN_WORDS.matcher(words).matches()
        ? words.strip().replaceAll(" +", ":* & ") + ":*"
        : "";
  }

  private static DiaryEntry read(ResultSet row, StatementContext context) throws SQLException {
    String annulled = row.getString("annulled_reason");
    String provision = row.getString("mark_provision");
    return new DiaryEntry(
        new Diarienummer(
            row.getString("authority_code"),
            row.getInt("year"),
            row.getLong("sequence"),
            row.getString("number")),
        row.getInt("document_number"),
        row.getString("document_text"),
        new CaseId(row.getObject("case_id", UUID.class)),
        row.getObject("entry_date", LocalDate.class),
        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
        Direction.valueOf(row.getString("direction")),
        row.getString("counterparty"),
        row.getString("subject"),
        row.getString("public_subject"),
        row.getBoolean("protected"),
        provision == null
            ? Optional.empty()
            : Optional.of(
                new SecrecyMark(
                    provision,
                    row.getObject("mark_date", LocalDate.class),
                    row.getString("mark_authority"))),
        List.of((UUID[]) row.getArray("document_ids").getArray()),
        annulled == null
            ? Optional.empty()
            : Optional.of(
                new Annulment(
                    annulled, row.getObject("annulled_at", OffsetDateTime.class).toInstant())),
        row.getBoolean("withheld"));
  }
}
