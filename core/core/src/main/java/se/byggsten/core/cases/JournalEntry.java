package se.byggsten.core.cases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * One event in the life of a case, chained to the one before by its hash.
 *
 * @param caseId the case
 * @param sequence the place in the journal, from 1
 * @param at when it happened, to the microsecond
 * @param kind what kind of event
 * @param actor who did it
 * @param details what more there is to know, by name; ordered by name in the hash
 * @param previousHash the hash of the entry before, 64 hexadecimal digits; zeros for the first
 * @param hash the SHA-256 over all the above, 64 hexadecimal digits
 */
public record JournalEntry(
    CaseId caseId,
    long sequence,
    Instant at,
    JournalKind kind,
    Actor actor,
    Map<String, String> details,
    String previousHash,
    String hash) {

  /** The previous hash of the first entry. */
  public static final String NO_PREVIOUS = "0".repeat(64);

  /** Copies the details. */
  public JournalEntry {
    details = Map.copyOf(details);
  }

  /**
   * Returns the first entry of a journal.
   *
   * @param caseId the case
   * @param at when it happened
   * @param kind what kind of event
   * @param actor who did it
   * @param details what more there is to know
   * @return the entry, with its hash
   */
  public static JournalEntry first(
      CaseId caseId, Instant at, JournalKind kind, Actor actor, Map<String, String> details) {
    return chained(caseId, 1, at, kind, actor, details, NO_PREVIOUS);
  }

  /**
   * Returns the entry after this one.
   *
   * @param when when it happened
   * @param what what kind of event
   * @param who who did it
   * @param more what more there is to know
   * @return the entry, with its hash
   */
  public JournalEntry next(Instant when, JournalKind what, Actor who, Map<String, String> more) {
    return chained(caseId, sequence + 1, when, what, who, more, hash);
  }

  /**
   * Tells whether the hash is that of the content.
   *
   * @return false when something in the entry has been changed
   */
  public boolean isIntact() {
    return hash.equals(hashOf(caseId, sequence, at, kind, actor, details, previousHash));
  }

  private static JournalEntry chained(
      CaseId caseId,
      long sequence,
      Instant at,
      JournalKind kind,
      Actor actor,
      Map<String, String> details,
      String previousHash) {
    // Databases keep microseconds: the hash must be the same when the entry is read back.
    Instant instant = at.truncatedTo(ChronoUnit.MICROS);
    return new JournalEntry(
        caseId,
        sequence,
        instant,
        kind,
        actor,
        details,
        previousHash,
        hashOf(caseId, sequence, instant, kind, actor, details, previousHash));
  }

  private static String hashOf(
      CaseId caseId,
      long sequence,
      Instant at,
      JournalKind kind,
      Actor actor,
      Map<String, String> details,
      String previousHash) {
    PartsHash parts =
        new PartsHash("byggsten-journal-1")
            .add(caseId.toString())
            .add(Long.toString(sequence))
            .add(at.toString())
            .add(kind.name())
            .add(actor.kind().name())
            .add(actor.id())
            .add(actor.name());
    new TreeMap<>(details).forEach((name, value) -> parts.add(name).add(value));
    return parts.add(previousHash).hex();
  }

  @Override
  public String toString() {
    return "JournalEntry[" + caseId + " #" + sequence + " " + kind + "]";
  }
}
