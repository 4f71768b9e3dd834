package se.byggsten.diary;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.Diarienummer;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.spi.CaseHook;
import se.byggsten.diary.internal.Register;
import se.byggsten.diary.internal.Registrar;
import se.byggsten.postgres.StoreException;

/**
 * The diary (<i>diariet</i>) of one or many authorities, in PostgreSQL.
 *
 * <p>As a {@link CaseHook} it registers in the transaction in which the case is accepted: each
 * authority has one series a year, without gaps, and the year and the date are those of the receipt
 * in Sweden (22 § förvaltningslagen). Entries are only ever added; a number that is not to be used
 * is annulled and says why. Source: offentlighets- och sekretesslagen (2009:400) 5 kap. 1–5 §§.
 */
public final class PostgresDiary implements CaseHook {
  private static final RequirementId SERIES = RequirementId.of("DIARY-SERIES");
  private static final ErrorCode GAP = ErrorCode.of("DIARY-GAP");
  private static final int LONGEST_REASON = 1_000;

  private final Register register;
  private final Clock clock;
  private final Map<String, DiarienummerTemplate> templates;

  private PostgresDiary(Builder builder) {
    this.register = new Register(builder.dataSource);
    this.clock = builder.clock;
    this.templates = Map.copyOf(builder.templates);
  }

  /**
   * Begins a diary on a migrated database; see {@link DiarySchema}.
   *
   * @param dataSource where connections for reading come from
   * @param clock the time of registration
   * @return a builder
   */
  public static Builder on(DataSource dataSource, Clock clock) {
    return new Builder(dataSource, clock);
  }

  @Override
  public HookResult onAccepted(
      Case accepted, List<StoredDocument> documents, Connection transaction) throws SQLException {
    String code = accepted.authority().code();
    DiarienummerTemplate template = template(code);
    int year = Registrar.day(accepted.receivedAt()).getYear();
    long sequence = Registrar.next(transaction, code, year);
    Diarienummer number = template.format(code, year, sequence);
    Registrar.add(
        transaction,
        accepted,
        number,
        template,
        1,
        "",
        Direction.IN,
        documents,
        accepted.receivedAt(),
        now());
    return new HookResult(Optional.of(number), List.of());
  }

  @Override
  public HookResult onDocuments(
      Case changed, List<StoredDocument> documents, Connection transaction) throws SQLException {
    Diarienummer number =
        changed
            .diarienummer()
            .orElseThrow(
                () ->
                    new DiaryException(
                        DiaryException.UNREGISTERED, "Register the case before its documents"));
    for (boolean decision : new boolean[] {false, true}) {
      List<StoredDocument> alike =
          documents.stream().filter(d -> (d.role() == DocumentRole.DECISION) == decision).toList();
      if (!alike.isEmpty()) {
        Registrar.add(
            transaction,
            changed,
            number,
            template(number.series()),
            Registrar.nextDocument(transaction, number),
            decision ? "Beslut: " : "Komplettering: ",
            decision ? Direction.OUT : Direction.IN,
            alike,
            alike.get(0).addedAt(),
            now());
      }
    }
    return HookResult.NOTHING;
  }

  /**
   * Reads a number as its authority writes it.
   *
   * @param text the number of a case or of a document in it
   * @return what it says
   * @throws DiaryException code {@code DIARY-NUMBER-FORMAT} when no authority writes so
   */
  public DiarienummerTemplate.Parsed parse(String text) {
    List<DiarienummerTemplate> all = new ArrayList<>(templates.values());
    all.add(DiarienummerTemplate.STANDARD);
    for (DiarienummerTemplate template : all) {
      Optional<DiarienummerTemplate.Parsed> parsed =
          template.tryParse(text).filter(read -> template(read.number().series()).equals(template));
      if (parsed.isPresent()) {
        return parsed.get();
      }
    }
    throw new DiaryException(DiaryException.FORMAT, "No authority here writes numbers like that");
  }

  /**
   * Lists the entries of a number, for staff.
   *
   * @param number the number
   * @return the entries in order; empty when there is no such number
   */
  public List<DiaryEntry> entries(Diarienummer number) {
    return register.entries(number);
  }

  /**
   * Lists the entries of a case, for staff.
   *
   * @param caseId the case
   * @return the entries in order
   */
  public List<DiaryEntry> entries(CaseId caseId) {
    return register.entries(caseId);
  }

  /**
   * Lists a series, for staff.
   *
   * @param authorityCode whose
   * @param year of which year
   * @return the entries in the order of their numbers
   */
  public List<DiaryEntry> entries(String authorityCode, int year) {
    return register.series(authorityCode, year);
  }

  /**
   * Returns the public's view of a series.
   *
   * @param authorityCode whose
   * @param year of which year
   * @return the views, and how many numbers are withheld
   */
  public PublicRegister publicRegister(String authorityCode, int year) {
    List<DiaryEntry> entries = register.series(authorityCode, year);
    return new PublicRegister(
        views(entries),
        register.last(authorityCode, year),
        entries.stream()
            .filter(DiaryEntry::withheld)
            .mapToLong(entry -> entry.number().sequence())
            .distinct()
            .count());
  }

  /**
   * Searches the public register: what is not public is neither shown nor searched.
   *
   * @param search words and order
   * @return the views
   */
  public List<PublicView> search(DiarySearch search) {
    return views(register.search(search));
  }

  /**
   * Annuls a number (<i>makulering</i>): it stays in the diary with the reason.
   *
   * @param number the number
   * @param by who annuls it
   * @param reason why, for the public to read; without anything secret
   * @throws DiaryException code {@code DIARY-NUMBER-UNKNOWN}, {@code DIARY-ALREADY-ANNULLED} or
   *     {@code DIARY-REASON}
   */
  public void annul(Diarienummer number, Actor by, String reason) {
    if (known(number).annulment().isPresent()) {
      throw alreadyAnnulled();
    }
    try {
      register.event(number, "ANNULLED", reason(reason), by, now());
    } catch (StoreException e) {
      throw e.code().equals(StoreException.CONFLICT) ? alreadyAnnulled() : e;
    }
  }

  /**
   * Withholds a number from the public, when the number itself would tell what is secret.
   *
   * @param number the number
   * @param by who decides it
   * @param reason why; not shown to the public
   * @throws DiaryException code {@code DIARY-NUMBER-UNKNOWN} or {@code DIARY-REASON}
   */
  public void withhold(Diarienummer number, Actor by, String reason) {
    known(number);
    register.event(number, "WITHHELD", reason(reason), by, now());
  }

  /**
   * Shows a withheld number again.
   *
   * @param number the number
   * @param by who decides it
   * @param reason why; not shown to the public
   * @throws DiaryException code {@code DIARY-NUMBER-UNKNOWN} or {@code DIARY-REASON}
   */
  public void release(Diarienummer number, Actor by, String reason) {
    known(number);
    register.event(number, "RELEASED", reason(reason), by, now());
  }

  /**
   * Verifies that a series has every number from 1 to its last.
   *
   * @param authorityCode whose
   * @param year of which year
   * @return one finding for each number that is missing; empty when all is well
   */
  public List<Finding> verify(String authorityCode, int year) {
    TreeSet<Long> present = new TreeSet<>();
    register.series(authorityCode, year).forEach(e -> present.add(e.number().sequence()));
    long last =
        Math.max(register.last(authorityCode, year), present.isEmpty() ? 0 : present.last());
    List<Finding> findings = new ArrayList<>();
    for (long sequence = 1; sequence <= last; sequence++) {
      if (!present.contains(sequence)) {
        findings.add(
            Finding.error(
                GAP,
                SERIES,
                Location.in("diary " + authorityCode + " " + year, "number " + sequence),
                "The number is missing",
                "Restore the diary from a backup and find out what was taken away"));
      }
    }
    return findings;
  }

  private static List<PublicView> views(List<DiaryEntry> entries) {
    return entries.stream().flatMap(entry -> entry.publicView().stream()).toList();
  }

  private DiarienummerTemplate template(String authorityCode) {
    return templates.getOrDefault(authorityCode, DiarienummerTemplate.STANDARD);
  }

  private DiaryEntry known(Diarienummer number) {
    return register.entries(number).stream()
        .findFirst()
        .orElseThrow(() -> new DiaryException(DiaryException.UNKNOWN, "There is no such number"));
  }

  private static DiaryException alreadyAnnulled() {
    return new DiaryException(DiaryException.ANNULLED, "The number has been annulled already");
  }

  private static String reason(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new DiaryException(
          DiaryException.REASON, "Give a reason of at most " + LONGEST_REASON + " characters");
    }
    return reason;
  }

  private Instant now() {
    return clock.instant();
  }

  /** Builds a {@link PostgresDiary}. */
  public static final class Builder {
    private final DataSource dataSource;
    private final Clock clock;
    private final Map<String, DiarienummerTemplate> templates = new HashMap<>();

    private Builder(DataSource dataSource, Clock clock) {
      this.dataSource = dataSource;
      this.clock = clock;
    }

    /**
     * Sets how an authority writes its numbers; {@link DiarienummerTemplate#STANDARD} when not set.
     *
     * @param authorityCode the authority's code
     * @param template the template
     * @return this
     */
    public Builder template(String authorityCode, DiarienummerTemplate template) {
      templates.put(authorityCode, template);
      return this;
    }

    /**
     * Builds the diary.
     *
     * @return the diary
     */
    public PostgresDiary build() {
      return new PostgresDiary(this);
    }
  }
}
