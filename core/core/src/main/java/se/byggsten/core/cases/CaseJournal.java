package se.byggsten.core.cases;

import java.util.ArrayList;
import java.util.List;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;

/**
 * The journal of a case: its events in order, each chained to the one before.
 *
 * @param entries the entries in order
 */
public record CaseJournal(List<JournalEntry> entries) {
  /** An entry is not what it was when it was written. */
  public static final ErrorCode ENTRY_CHANGED = ErrorCode.of("JOURNAL-ENTRY-CHANGED");

  /** An entry is missing, added or out of order. */
  public static final ErrorCode CHAIN_BROKEN = ErrorCode.of("JOURNAL-CHAIN-BROKEN");

  private static final RequirementId RULE = RequirementId.of("JOURNAL-CHAIN");

  /** Copies the list. */
  public CaseJournal {
    entries = List.copyOf(entries);
  }

  /**
   * Verifies that nothing in the journal has been changed, removed, added or moved.
   *
   * <p>The end of a journal can be cut off without a trace in it; compare {@link #head()} with a
   * hash kept elsewhere, such as in an archive package.
   *
   * @return what is wrong; empty when all is well
   */
  public List<Finding> verify() {
    List<Finding> findings = new ArrayList<>();
    String previousHash = JournalEntry.NO_PREVIOUS;
    long sequence = 1;
    for (JournalEntry entry : entries) {
      Location where = Location.in("journal", "entry " + sequence);
      if (!entry.isIntact()) {
        findings.add(
            Finding.error(
                ENTRY_CHANGED,
                RULE,
                where,
                "The entry is not what it was when it was written",
                "Restore the journal from a backup and find out who changed it"));
      }
      if (entry.sequence() != sequence
          || !entry.previousHash().equals(previousHash)
          || !entry.caseId().equals(entries.get(0).caseId())) {
        findings.add(
            Finding.error(
                CHAIN_BROKEN,
                RULE,
                where,
                "The entry does not follow the one before it",
                "Restore the journal from a backup and find out what is missing"));
      }
      previousHash = entry.hash();
      sequence++;
    }
    return findings;
  }

  /**
   * Returns the hash of the last entry, which vouches for all before it.
   *
   * @return 64 hexadecimal digits; zeros for an empty journal
   */
  public String head() {
    return entries.isEmpty() ? JournalEntry.NO_PREVIOUS : entries.get(entries.size() - 1).hash();
  }
}
