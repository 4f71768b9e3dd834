package se.byggsten.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.core.store.StoredValue;
import se.byggsten.testsupport.MovableClock;

class SessionsTest {
  private final MovableClock clock = MovableClock.at(Instant.parse("2026-11-22T10:15:30.123456Z"));
  private final Spy store = new Spy(InMemoryStore.with(clock));
  private final Sessions sessions =
      Sessions.builder()
          .store(store)
          .clock(clock)
          .inactivity(Duration.ofMinutes(30))
          .maximum(Duration.ofHours(2))
          .build();

  private OpenedSession open() {
    return sessions.open(TestPeople.citizen(), Set.of("citizen"), Map.of("case", "42"), null);
  }

  @Test
  void givesBackAllThatWasPutIn() {
    Session session = sessions.find(open().token()).orElseThrow();
    AuthenticatedPerson person = session.person();
    assertThat(person.identifier()).isEqualTo(TestPeople.citizen().identifier());
    assertThat(person.displayName()).isEqualTo("Åsa Öberg");
    assertThat(person.level()).isEqualTo(TestPeople.citizen().level());
    assertThat(person.authenticatedAt()).isEqualTo(TestPeople.citizen().authenticatedAt());
    assertThat(person.identityProvider()).isEqualTo("https://idp.example");
    assertThat(person.protectedIdentity()).isEqualTo(TestPeople.citizen().protectedIdentity());
    assertThat(session.roles()).containsExactly("citizen");
    assertThat(session.hasRole("case-handler")).isFalse();
    assertThat(session.attribute("case")).contains("42");
    assertThat(session.openedAt()).isEqualTo(clock.instant());
  }

  @Test
  void givesBackAnEmployee() {
    SessionToken token =
        sessions.open(TestPeople.employee(), Set.of("case-handler"), Map.of(), null).token();
    AuthenticatedPerson person = sessions.find(token).orElseThrow().person();
    assertThat(person.affiliation()).isEqualTo(TestPeople.employee().affiliation());
    assertThat(person.identifier()).isEmpty();
  }

  @Test
  void givesBackSomebodyWhoWorksInTwoPlacesUnderNoNameOfTheirOwn() {
    SessionToken token =
        sessions.open(TestPeople.anonymousOfTwo(), Set.of(), Map.of(), null).token();
    AuthenticatedPerson person = sessions.find(token).orElseThrow().person();
    assertThat(person.affiliations()).isEqualTo(TestPeople.anonymousOfTwo().affiliations());
    assertThat(person.affiliations()).hasSize(2);
    assertThat(person.displayName()).isEqualTo("Handläggare 7");
    assertThat(person.givenName() + person.surname()).isEmpty();
  }

  @Test
  void givesBackSomebodyFromAnotherCountryWhoHasAlsoBeenGivenANumber() {
    SessionToken token = sessions.open(TestPeople.norwegian(), Set.of(), Map.of(), null).token();
    AuthenticatedPerson person = sessions.find(token).orElseThrow().person();
    assertThat(person.foreign()).isEqualTo(TestPeople.norwegian().foreign());
    assertThat(person.previousIdentifier()).isEqualTo(TestPeople.norwegian().previousIdentifier());
    assertThat(person.identifier()).isEmpty();
  }

  @Test
  void theStoreKnowsNeitherTheTokenNorThePerson() {
    OpenedSession opened = open();
    assertThat(store.keys).noneMatch(key -> key.contains(opened.token().cookieValue()));
    for (byte[] value : store.values) {
      String text = new String(value, StandardCharsets.UTF_8);
      assertThat(text).doesNotContain(TestPeople.NUMBER, "Öberg", "citizen", "idp.example");
    }
  }

  @Test
  void aValueMovedToAnotherKeyOpensNoSession() {
    OpenedSession mine = open();
    OpenedSession other =
        sessions.open(TestPeople.employee(), Set.of("case-handler"), Map.of(), null);
    StoredValue foreign = store.find("session", other.token().storeKey()).orElseThrow();
    store.remove("session", mine.token().storeKey());
    store.putIfAbsent(
        "session", mine.token().storeKey(), foreign.bytes(), clock.instant().plusSeconds(60));
    assertThat(sessions.find(mine.token())).isEmpty();
  }

  @Test
  void theMarkOfASessionEndsItButOpensNothing() {
    OpenedSession opened = open();
    String mark = opened.token().mark();
    assertThat(mark).matches("[0-9a-f]{64}").isNotEqualTo(opened.token().cookieValue());
    assertThat(SessionToken.parse(mark)).isEmpty();
    sessions.closeMarked("nothing");
    assertThat(sessions.find(opened.token())).isPresent();
    sessions.closeMarked(mark);
    assertThat(sessions.find(opened.token())).isEmpty();
  }

  @Test
  void aLoginMakesThePreviousTokenWorthless() {
    OpenedSession before = open();
    OpenedSession after = sessions.open(TestPeople.citizen(), Set.of(), Map.of(), before.token());
    assertThat(after.token()).isNotEqualTo(before.token());
    assertThat(sessions.find(before.token())).isEmpty();
    assertThat(sessions.find(after.token())).isPresent();
  }

  @Test
  void otherRolesComeWithAnotherToken() {
    OpenedSession before = open();
    OpenedSession after =
        sessions.changeRoles(before.token(), Set.of("case-handler")).orElseThrow();
    assertThat(sessions.find(before.token())).isEmpty();
    assertThat(sessions.find(after.token()).orElseThrow().roles()).containsExactly("case-handler");
    assertThat(sessions.changeRoles(before.token(), Set.of("admin"))).isEmpty();
  }

  @Test
  void endsAfterATimeWithoutRequests() {
    SessionToken token = open().token();
    clock.move(Duration.ofMinutes(29));
    assertThat(sessions.find(token)).isPresent();
    clock.move(Duration.ofMinutes(29));
    assertThat(sessions.find(token)).isPresent();
    clock.move(Duration.ofMinutes(30));
    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void endsAfterTheMaximumTimeHoweverBusy() {
    SessionToken token = open().token();
    for (int i = 0; i < 11; i++) {
      clock.move(Duration.ofMinutes(10));
      assertThat(sessions.find(token)).isPresent();
    }
    clock.move(Duration.ofMinutes(10));
    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void tellsHowMuchTimeIsLeftWithoutUsingItUp() {
    SessionToken token = open().token();
    clock.move(Duration.ofMinutes(10));
    Session session = sessions.peek(token).orElseThrow();
    assertThat(sessions.timeLeft(session)).isEqualTo(Duration.ofMinutes(20));
    assertThat(sessions.timeLeft(sessions.peek(token).orElseThrow()))
        .isEqualTo(Duration.ofMinutes(20));
    assertThat(sessions.canBeExtended(session)).isTrue();
    assertThat(sessions.timeLeft(sessions.extend(token).orElseThrow()))
        .isEqualTo(Duration.ofMinutes(30));
    clock.move(Duration.ofHours(1));
    assertThat(sessions.timeLeft(session)).isEqualTo(Duration.ZERO);
    assertThat(sessions.extend(token)).isEmpty();
  }

  @Test
  void cannotBeExtendedBeyondTheMaximumTime() {
    SessionToken token = open().token();
    for (int i = 0; i < 5; i++) {
      clock.move(Duration.ofMinutes(20));
      assertThat(sessions.extend(token)).isPresent();
    }
    Session session = sessions.peek(token).orElseThrow();
    assertThat(sessions.timeLeft(session)).isEqualTo(Duration.ofMinutes(20));
    assertThat(sessions.canBeExtended(session)).isFalse();
  }

  @Test
  void logoutEndsItForEveryone() {
    SessionToken token = open().token();
    sessions.close(token);
    assertThat(sessions.find(token)).isEmpty();
    sessions.close(token);
  }

  @Test
  void notesNotEveryRequest() {
    SessionToken token = open().token();
    int before = store.values.size();
    for (int i = 0; i < 20; i++) {
      clock.move(Duration.ofSeconds(1));
      sessions.find(token);
    }
    assertThat(store.values).hasSize(before);
  }

  @Test
  void keepsAttributesSmall() {
    SessionToken token = open().token();
    assertThat(sessions.putAttribute(token, "a", "1").orElseThrow().attribute("a")).contains("1");
    assertThatThrownBy(() -> sessions.putAttribute(token, "b", "x".repeat(5000)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(sessions.find(token).orElseThrow().attributes()).containsKeys("a", "case");
  }

  @Test
  void losesNoAttributeThatManyRequestsPutAtOnce() throws Exception {
    SessionToken token = open().token();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Optional<Session>>> puts = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        String name = "n" + i;
        puts.add(() -> sessions.putAttribute(token, name, "v"));
      }
      for (Future<Optional<Session>> put : threads.invokeAll(puts)) {
        assertThat(put.get()).isPresent();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(sessions.find(token).orElseThrow().attributes()).hasSize(13);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"x", "åäö", "../../etc/passwd", "' or 1=1"})
  void noOtherCookieIsAToken(String value) {
    assertThat(SessionToken.parse(value)).isEmpty();
  }

  @Property(tries = 200)
  void aTokenHasOneFormAlone(@ForAll @StringLength(value = 43) String value) {
    SessionToken.parse(value).ifPresent(token -> assertThat(token.cookieValue()).isEqualTo(value));
  }

  @Property(tries = 200)
  void unreadableBytesAreNoSession(@ForAll @Size(max = 300) byte[] bytes) {
    assertThat(SessionCodec.read(bytes)).isEmpty();
  }

  @Test
  void showsNothingPersonal() {
    OpenedSession opened = open();
    assertThat(opened + " " + opened.token() + " " + opened.session())
        .doesNotContain(TestPeople.NUMBER, "Öberg", "42", opened.token().cookieValue());
  }

  @Test
  void timesMustMakeSense() {
    assertThatThrownBy(
            () ->
                Sessions.builder()
                    .store(store)
                    .clock(clock)
                    .inactivity(Duration.ofHours(3))
                    .maximum(Duration.ofHours(2))
                    .build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A store that remembers what it was given. */
  private static final class Spy implements ExpiringStore {
    private final ExpiringStore real;
    private final List<String> keys = java.util.Collections.synchronizedList(new ArrayList<>());
    private final List<byte[]> values = java.util.Collections.synchronizedList(new ArrayList<>());

    private Spy(ExpiringStore real) {
      this.real = real;
    }

    @Override
    public Optional<StoredValue> find(String namespace, String key) {
      return real.find(namespace, key);
    }

    @Override
    public boolean putIfAbsent(String namespace, String key, byte[] value, Instant expiresAt) {
      keys.add(key);
      values.add(value);
      return real.putIfAbsent(namespace, key, value, expiresAt);
    }

    @Override
    public Optional<Long> replace(
        String namespace, String key, long expectedVersion, byte[] value, Instant expiresAt) {
      values.add(value);
      return real.replace(namespace, key, expectedVersion, value, expiresAt);
    }

    @Override
    public void remove(String namespace, String key) {
      real.remove(namespace, key);
    }

    @Override
    public Optional<StoredValue> take(String namespace, String key) {
      return real.take(namespace, key);
    }

    @Override
    public int removeExpired() {
      return real.removeExpired();
    }
  }
}
