package se.byggsten.forms.party;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.core.store.StoredValue;
import se.byggsten.forms.draft.DraftKeys;
import se.byggsten.forms.draft.internal.Pack;
import se.byggsten.forms.draft.internal.Sealing;

/**
 * Keeps, sealed, for whom staff is filling in, until it is sent.
 *
 * <p>The form's rules are the same as for the person's own application. Only the official who began
 * an entry finds it again.
 *
 * <pre>{@code
 * AssistedEntry entry = entries.open(official, person, "Åsa", "Ek",
 *     Identification.IDENTITY_DOCUMENT, Arrival.COUNTER, clock.instant());
 * Draft draft = drafts.open(entry.owner(), "kolloplats", known);
 * }</pre>
 */
public final class AssistedEntries {
  private static final String NAMESPACE = "form-assisted";
  private static final String OF_OFFICIAL = "form-assisted-of";
  private static final String PURPOSE = "assisted";

  /** From when it was last found: longer than any draft lives untouched. */
  private static final Duration LIFE = Duration.ofDays(400);

  private static final Duration PROLONGED_DAILY = Duration.ofDays(1);
  private static final int MOST_BEGUN = 100;
  private static final int TRIES = 20;
  private static final Duration EARLIEST = Duration.ofDays(60);
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final int ID_BYTES = 16;
  private static final int FORMAT = 1;

  private final ExpiringStore store;
  private final Clock clock;

  private AssistedEntries(ExpiringStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Returns the entries of a store.
   *
   * @param store where they lie
   * @param keys seal them
   * @param clock the time
   * @return the entries
   */
  public static AssistedEntries in(ExpiringStore store, DraftKeys keys, Clock clock) {
    return new AssistedEntries(keys.sealing(store, PURPOSE), clock);
  }

  /**
   * Tells whether an arrival can be stated: not later than now, and at most 60 days ago.
   *
   * @param arrivedAt when it is said to have arrived
   * @return true when it can
   */
  public boolean isArrival(Instant arrivedAt) {
    Instant now = clock.instant();
    return !arrivedAt.isAfter(now) && !arrivedAt.isBefore(now.minus(EARLIEST));
  }

  /**
   * Begins to fill in for somebody.
   *
   * @param official the official's id at the authority
   * @param person for whom
   * @param givenName the person's given names
   * @param surname the person's surname
   * @param identification how the official made sure of who it is
   * @param arrival which way it came
   * @param arrivedAt when it reached the authority
   * @return the entry
   * @throws IllegalArgumentException when {@link #isArrival} says no
   */
  public AssistedEntry open(
      String official,
      PersonIdentifier person,
      String givenName,
      String surname,
      Identification identification,
      Arrival arrival,
      Instant arrivedAt) {
    if (!isArrival(arrivedAt)) {
      throw new IllegalArgumentException("An arrival is not later than now nor 60 days ago");
    }
    String id = HexFormat.of().formatHex(Sealing.random(ID_BYTES));
    byte[] bytes =
        new Pack.Writer()
            .number(FORMAT)
            .text(official)
            .text(person.canonical())
            .text(givenName)
            .text(surname)
            .text(identification.name())
            .text(arrival.name())
            .number(arrivedAt.toEpochMilli())
            .done();
    store.putIfAbsent(NAMESPACE, id, bytes, clock.instant().plus(LIFE));
    remember(official, id);
    return find(id, official).orElseThrow();
  }

  /**
   * Returns what an official has begun and neither sent nor given up.
   *
   * @param official the official's id at the authority
   * @return the last begun first, at most a hundred
   */
  public List<AssistedEntry> begun(String official) {
    Optional<StoredValue> known = store.find(OF_OFFICIAL, official);
    known.ifPresent(value -> prolong(OF_OFFICIAL, official, value));
    List<String> ids = known.map(AssistedEntries::ids).orElse(List.of());
    return ids.stream().flatMap(id -> find(id, official).stream()).toList();
  }

  private static List<String> ids(StoredValue value) {
    return Pack.read(value.bytes(), Pack::texts).orElse(List.of());
  }

  private void remember(String official, String id) {
    for (int i = 0; i < TRIES; i++) {
      Optional<StoredValue> known = store.find(OF_OFFICIAL, official);
      List<String> ids = new ArrayList<>(List.of(id));
      known.map(AssistedEntries::ids).orElse(List.of()).stream()
          .filter(one -> find(one, official).isPresent())
          .limit(MOST_BEGUN - 1)
          .forEach(ids::add);
      byte[] bytes = new Pack.Writer().texts(ids).done();
      Instant until = clock.instant().plus(LIFE);
      boolean stored =
          known.isPresent()
              ? store
                  .replace(OF_OFFICIAL, official, known.get().version(), bytes, until)
                  .isPresent()
              : store.putIfAbsent(OF_OFFICIAL, official, bytes, until);
      if (stored) {
        return;
      }
    }
  }

  /**
   * Finds an entry.
   *
   * @param id its id; null is none
   * @param official who asks
   * @return the entry; empty when there is none or another official began it
   */
  public Optional<AssistedEntry> find(@Nullable String id, String official) {
    if (id == null || !ID.matcher(id).matches()) {
      return Optional.empty();
    }
    Optional<StoredValue> stored = store.find(NAMESPACE, id);
    Optional<AssistedEntry> found =
        stored
            .flatMap(value -> Pack.read(value.bytes(), in -> read(id, in)))
            .flatMap(entry -> entry)
            .filter(entry -> entry.official().equals(official));
    found.flatMap(entry -> stored).ifPresent(value -> prolong(NAMESPACE, id, value));
    return found;
  }

  /** It outlives the draft, whose life counts from its last change. */
  private void prolong(String namespace, String key, StoredValue value) {
    Instant until = clock.instant().plus(LIFE);
    if (value.expiresAt().isBefore(until.minus(PROLONGED_DAILY))) {
      store.replace(namespace, key, value.version(), value.bytes(), until);
    }
  }

  private static Optional<AssistedEntry> read(String id, Pack in) {
    if (in.number() != FORMAT) {
      return Optional.empty();
    }
    String official = in.text();
    String person = in.text();
    String given = in.text();
    String surname = in.text();
    Identification identification = Identification.valueOf(in.text());
    Arrival arrival = Arrival.valueOf(in.text());
    Instant at = Instant.ofEpochMilli(in.number());
    PersonIdentifier identifier = PersonIdentifier.parse(person, ApprovedContent.day(at));
    return Optional.of(
        new AssistedEntry(id, official, identifier, given, surname, identification, arrival, at));
  }

  /**
   * Removes an entry that was sent or given up.
   *
   * @param entry the entry
   */
  public void close(AssistedEntry entry) {
    store.remove(NAMESPACE, entry.id());
  }

  @Override
  public String toString() {
    return "AssistedEntries";
  }
}
