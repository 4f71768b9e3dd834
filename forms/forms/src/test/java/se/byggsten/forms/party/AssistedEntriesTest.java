package se.byggsten.forms.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.forms.draft.DraftKeys;
import se.byggsten.forms.draft.DraftOwner;
import se.byggsten.testsupport.MovableClock;

class AssistedEntriesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final PersonIdentifier ASA =
      PersonIdentifier.parse("19121212-1212", LocalDate.of(2026, 11, 22));

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final AssistedEntries entries =
      AssistedEntries.in(InMemoryStore.with(clock), DraftKeys.of("nu", new byte[32]), clock);

  private AssistedEntry open(Instant arrivedAt) {
    return entries.open(
        "karin1", ASA, "Åsa", "Ek", Identification.SIGNATURE, Arrival.PAPER, arrivedAt);
  }

  @Test
  void both_identities_and_the_arrival_are_kept() {
    AssistedEntry entry = open(NOW.minus(Duration.ofDays(2)));
    AssistedEntry found = entries.find(entry.id(), "karin1").orElseThrow();
    assertThat(found).isEqualTo(entry);
    assertThat(found.person()).isEqualTo(ASA);
    assertThat(found.official()).isEqualTo("karin1");
    assertThat(found.identification()).isEqualTo(Identification.SIGNATURE);
    assertThat(found.arrival()).isEqualTo(Arrival.PAPER);
    assertThat(found.arrivedAt()).isEqualTo(NOW.minus(Duration.ofDays(2)));
    assertThat(found.owner())
        .isEqualTo(DraftOwner.assisted(found.id(), ASA))
        .isNotEqualTo(DraftOwner.person(ASA));
    assertThat(found.toString()).doesNotContain("Åsa", "1212", "karin1");
    assertThat(found.id()).doesNotContain("1212");
  }

  @Test
  void another_official_does_not_find_it() {
    String id = open(NOW).id();
    assertThat(entries.find(id, "kurt2")).isEmpty();
    assertThat(entries.find("../" + id, "karin1")).isEmpty();
    assertThat(entries.find(null, "karin1")).isEmpty();
  }

  @Test
  void an_arrival_is_neither_in_the_future_nor_long_ago() {
    assertThat(entries.isArrival(NOW)).isTrue();
    assertThat(entries.isArrival(NOW.plusSeconds(1))).isFalse();
    assertThat(entries.isArrival(NOW.minus(Duration.ofDays(61)))).isFalse();
    assertThatThrownBy(() -> open(NOW.plusSeconds(1))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_closed_entry_is_gone() {
    AssistedEntry entry = open(NOW);
    entries.close(entry);
    assertThat(entries.find(entry.id(), "karin1")).isEmpty();
  }

  @Test
  void two_entries_for_one_person_are_two_drafts_and_both_are_found_again() {
    AssistedEntry paper = open(NOW.minus(Duration.ofDays(3)));
    AssistedEntry phone =
        entries.open(
            "karin1", ASA, "Åsa", "Ek", Identification.IDENTITY_DOCUMENT, Arrival.COUNTER, NOW);
    assertThat(paper.owner()).isNotEqualTo(phone.owner());
    assertThat(entries.begun("karin1")).containsExactly(phone, paper);
    assertThat(entries.begun("kurt2")).isEmpty();
    entries.close(phone);
    assertThat(entries.begun("karin1")).containsExactly(paper);
  }

  @Test
  void an_entry_that_is_worked_on_lives_on_and_one_that_is_not_goes_away() {
    MovableClock time = MovableClock.at(NOW);
    AssistedEntries longLived =
        AssistedEntries.in(InMemoryStore.with(time), DraftKeys.of("nu", new byte[32]), time);
    AssistedEntry entry =
        longLived.open("karin1", ASA, "Åsa", "Ek", Identification.SIGNATURE, Arrival.PAPER, NOW);
    for (int year = 0; year < 3; year++) {
      time.move(Duration.ofDays(366));
      assertThat(longLived.find(entry.id(), "karin1")).isPresent();
    }
    time.move(Duration.ofDays(401));
    assertThat(longLived.find(entry.id(), "karin1")).isEmpty();
    assertThat(longLived.begun("karin1")).isEmpty();
  }
}
