package se.byggsten.testidp;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.testidp.AttackResult.Ending;
import se.byggsten.testidp.AttackResult.Evidence;
import se.byggsten.testidp.attack.Attack;
import se.byggsten.testidp.internal.Listener;
import se.byggsten.testidp.protocol.TestIdpException;
import se.byggsten.testidp.protocol.internal.ServiceMetadata;

/**
 * Attacks a real service over HTTP, and tells which attacks got in.
 *
 * <p>First comes a control: a right login must open the protected page, otherwise nothing is
 * verified. Then each attack has a browser of its own, begins a login, posts its message and asks
 * for the protected page. Only the hosts of the pages that are given and of the service's own
 * metadata are visited. The service must trust the test identity provider's key, so this is for
 * test environments alone.
 *
 * <p>The run ends by itself: each request waits at most 20 seconds, and no attack begins after the
 * time limit.
 */
public final class AttackRun {
  private final TestIdp idp;
  private final String spMetadata;
  private final URI protectedPage;
  private final URI start;
  private final URI secondStart;
  private final TestPerson person;
  private final Set<String> only;
  private final Clock clock;
  private final Duration limit;

  private AttackRun(Builder builder) {
    idp = Objects.requireNonNull(builder.idp, "identityProvider");
    spMetadata = Objects.requireNonNull(builder.spMetadata, "spMetadata");
    protectedPage = Objects.requireNonNull(builder.protectedPage, "protectedPage");
    URI given = builder.start;
    start = given == null ? protectedPage : given;
    URI other = builder.secondStart;
    secondStart = other == null ? start : other;
    person = builder.person;
    only = Set.copyOf(builder.only);
    clock = builder.clock;
    limit = builder.limit;
  }

  /**
   * Returns a builder; the identity provider, the service's metadata and a protected page are
   * needed.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Runs the attacks.
   *
   * @return what came of them
   * @throws TestIdpException when the service's metadata cannot be read
   */
  public AttackReport run() {
    List<Attack> attacks =
        Attack.all().stream()
            .filter(attack -> only.isEmpty() || only.contains(attack.id()))
            .toList();
    Set<String> acsUrls = new HashSet<>();
    List<ServiceMetadata> services = ServiceMetadata.read(spMetadata);
    services.forEach(one -> acsUrls.addAll(one.acsUrls().values()));
    idp.trust(spMetadata);
    TestIdentityProvider first = idp.identityProvider();
    AttackedService service = new AttackedService(first, protectedPage, start, acsUrls);
    AttackedService second =
        new AttackedService(first.second(), protectedPage, secondStart, acsUrls);
    try (Listener listener = Listener.open()) {
      Attacker attacker = new Attacker(first, service, second, person, listener);
      List<Evidence> problem = attacker.control();
      Instant end = clock.instant().plus(limit);
      List<AttackResult> results = new ArrayList<>();
      for (Attack attack : attacks) {
        if (!problem.isEmpty()) {
          results.add(new AttackResult(attack, Ending.NOT_VERIFIED, problem));
        } else if (clock.instant().isAfter(end)) {
          Evidence late = new Evidence("time-limit", limit.toString());
          results.add(new AttackResult(attack, Ending.NOT_VERIFIED, List.of(late)));
        } else {
          results.add(attacker.attack(attack));
        }
      }
      return new AttackReport(
          protectedPage,
          services.stream().map(ServiceMetadata::entityId).toList(),
          problem,
          results);
    }
  }

  /** Gathers the parts of an {@link AttackRun}. */
  public static final class Builder {
    private @Nullable TestIdp idp;
    private @Nullable String spMetadata;
    private @Nullable URI protectedPage;
    private @Nullable URI start;
    private @Nullable URI secondStart;
    private TestPerson person = TestPersons.ANNA;
    private Set<String> only = Set.of();
    private Clock clock = Clock.systemUTC();
    private Duration limit = Duration.ofMinutes(10);

    private Builder() {}

    /**
     * Sets the identity provider, whose key the service trusts.
     *
     * @param value a running one
     * @return this builder
     */
    public Builder identityProvider(TestIdp value) {
      idp = value;
      return this;
    }

    /**
     * Sets the metadata of the service.
     *
     * @param value the XML
     * @return this builder
     */
    public Builder spMetadata(String value) {
      spMetadata = value;
      return this;
    }

    /**
     * Sets a page that opens only after a login, and that changes nothing when it is asked for.
     *
     * @param value the address, absolute
     * @return this builder
     */
    public Builder protectedPage(URI value) {
      protectedPage = value;
      return this;
    }

    /**
     * Sets where a login begins; the protected page when nothing is said.
     *
     * @param value the address, which leads to the identity provider by redirects, by a form, or by
     *     a page on which it is chosen: a link or a form that takes its entityID
     * @return this builder
     */
    public Builder start(URI value) {
      start = value;
      return this;
    }

    /**
     * Sets where a login by the {@linkplain TestIdentityProvider#second() second} identity provider
     * begins; the start of the others when nothing is said, which does when both can be chosen
     * there.
     *
     * @param value the address
     * @return this builder
     */
    public Builder secondStart(URI value) {
      secondStart = value;
      return this;
    }

    /**
     * Sets who logs in: somebody whom the service lets in; {@link TestPersons#ANNA} when nothing is
     * said.
     *
     * @param value the person
     * @return this builder
     */
    public Builder person(TestPerson value) {
      person = value;
      return this;
    }

    /**
     * Sets which attacks to run; all when nothing is said.
     *
     * @param ids the ids of attacks
     * @return this builder
     * @throws IllegalArgumentException when there is no such attack
     */
    public Builder only(Set<String> ids) {
      for (String id : ids) {
        if (Attack.find(id).isEmpty()) {
          throw new IllegalArgumentException("There is no attack " + id);
        }
      }
      only = Set.copyOf(ids);
      return this;
    }

    /**
     * Sets after how long no further attack begins; ten minutes when nothing is said.
     *
     * @param value the time
     * @return this builder
     */
    public Builder timeLimit(Duration value) {
      limit = value;
      return this;
    }

    /**
     * Builds the run.
     *
     * @return the run, which nothing has begun
     */
    public AttackRun build() {
      return new AttackRun(this);
    }

    /**
     * Runs the attacks.
     *
     * @return what came of them
     */
    public AttackReport run() {
      return build().run();
    }
  }
}
