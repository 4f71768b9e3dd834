package se.byggsten.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.byggsten.core.finding.Finding;

class CaseJournalTest {
  private static final CaseId CASE = new CaseId(new UUID(1, 2));
  private static final Instant NOON = Instant.parse("2026-11-22T11:00:00.123456789Z");
  private static final Actor SYSTEM = Actor.system("test");

  @Test
  void an_untouched_journal_has_no_findings() {
    assertThat(journal(5).verify()).isEmpty();
    assertThat(new CaseJournal(List.of()).verify()).isEmpty();
  }

  @Property(tries = 100)
  void a_changed_entry_is_found(
      @ForAll @IntRange(min = 1, max = 8) int size, @ForAll @IntRange(max = 7) int seed) {
    List<JournalEntry> entries = new ArrayList<>(journal(size).entries());
    int index = seed % size;
    JournalEntry e = entries.get(index);
    entries.set(
        index,
        new JournalEntry(
            e.caseId(),
            e.sequence(),
            e.at(),
            e.kind(),
            e.actor(),
            Map.of("note", "changed"),
            e.previousHash(),
            e.hash()));
    assertThat(new CaseJournal(entries).verify())
        .extracting(Finding::code)
        .contains(CaseJournal.ENTRY_CHANGED);
  }

  @Property(tries = 100)
  void a_removed_entry_is_found_unless_it_is_the_last(
      @ForAll @IntRange(min = 2, max = 8) int size, @ForAll @IntRange(max = 7) int seed) {
    CaseJournal whole = journal(size);
    List<JournalEntry> entries = new ArrayList<>(whole.entries());
    entries.remove(seed % size);
    CaseJournal cut = new CaseJournal(entries);
    if (seed % size == size - 1) {
      assertThat(cut.head()).isNotEqualTo(whole.head());
    } else {
      assertThat(cut.verify()).extracting(Finding::code).contains(CaseJournal.CHAIN_BROKEN);
    }
  }

  @Test
  void moved_entries_are_found() {
    List<JournalEntry> entries = new ArrayList<>(journal(4).entries());
    Collections.swap(entries, 1, 2);
    assertThat(new CaseJournal(entries).verify())
        .extracting(Finding::code)
        .contains(CaseJournal.CHAIN_BROKEN);
  }

  @Test
  void details_cannot_flow_into_each_other() {
    JournalEntry one =
        JournalEntry.first(CASE, NOON, JournalKind.MESSAGE, SYSTEM, Map.of("ab", "c"));
    JournalEntry other =
        JournalEntry.first(CASE, NOON, JournalKind.MESSAGE, SYSTEM, Map.of("a", "bc"));
    assertThat(one.hash()).isNotEqualTo(other.hash());
  }

  @Test
  void the_text_of_an_entry_shows_no_person() {
    Actor citizen = new Actor(Actor.Kind.CITIZEN, "191212121212", "Tolvan Tolvansson");
    JournalEntry entry =
        JournalEntry.first(CASE, NOON, JournalKind.MESSAGE, citizen, Map.of("text", "hemligt"));
    assertThat(entry + "" + citizen).doesNotContain("1212").doesNotContain("Tolvan", "hemligt");
  }

  private static CaseJournal journal(int size) {
    List<JournalEntry> entries = new ArrayList<>();
    JournalEntry last =
        JournalEntry.first(CASE, NOON, JournalKind.RECEIVED, SYSTEM, Map.of("note", "first"));
    entries.add(last);
    while (entries.size() < size) {
      last = last.next(NOON, JournalKind.MESSAGE, SYSTEM, Map.of("n", "" + entries.size()));
      entries.add(last);
    }
    return new CaseJournal(entries);
  }
}
