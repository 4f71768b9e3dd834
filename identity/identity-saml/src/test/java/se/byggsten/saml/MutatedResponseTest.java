package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.saml.protocol.SamlProfile;

/**
 * Right answers, changed at random: none is accepted with another meaning, none makes the verifier
 * throw, hang or fill its memory.
 *
 * <p>Each case follows from its own seed, so that a run can be taken up anywhere: {@code
 * -Dbyggsten.fuzz.first=50000 -Dbyggsten.fuzz.cases=1000}. What fails is kept in {@code target}.
 */
class MutatedResponseTest {
  private static final int BASES = 16;
  private static final long MOST_NANOSECONDS = 1_000_000_000;
  private static final long MOST_GROWTH = 8L << 20;

  @Test
  void no_changed_answer_is_believed() {
    new Run(0).cases(0, 150);
  }

  @Test
  @Tag("endurance")
  void none_of_a_hundred_thousand_changed_answers_is_believed() throws IOException {
    long first = Long.getLong("byggsten.fuzz.first", 1_000_000);
    int cases = Integer.getInteger("byggsten.fuzz.cases", 100_000);
    Run run = new Run(first);
    run.cases(first, cases / 10);
    long before = heap();
    run.cases(first + cases / 10, cases - cases / 10);
    long after = heap();
    assertThat(after - before).isLessThan(MOST_GROWTH);
    String told =
        "%d cases from %d: %s; slowest %d ms of processor; heap %d kB at a tenth, %d kB at the end%n"
            .formatted(
                cases, first, run.counts, run.slowest / 1_000_000, before >> 10, after >> 10);
    Files.writeString(Path.of("target", "fuzz.txt"), told);
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** What an answer says, all of it. */
  private static String meaning(VerifiedAssertion assertion) {
    return String.join(
        "|",
        assertion.identityProvider(),
        assertion.authenticatingAuthorities().toString(),
        assertion.nameId().toString(),
        assertion.level().toString(),
        assertion.authenticatedAt().toString(),
        assertion.validUntil().toString(),
        assertion.attributes().toString());
  }

  /** A right answer. */
  private record Base(SamlProfile profile, Answer answer, String xml, String meaning) {}

  /** What the mutator may do, and so what must follow. */
  private enum Attack {
    /** Somebody changes the message on its way. */
    OUTSIDE,
    /** Somebody encrypts an assertion of their own for us; the signature stays as it was. */
    INSIDE_UNSIGNED,
    /** The same, and signs it with a key that is not the identity provider's. */
    INSIDE_FOREIGN,
    /** The identity provider itself writes nonsense: all may follow but an exception. */
    INSIDE_BY_THE_PROVIDER
  }

  private enum Outcome {
    REFUSED,
    ACCEPTED_UNCHANGED,
    ACCEPTED_AS_THE_PROVIDER_WROTE
  }

  private static final class Run {
    private final Scene scene = Scene.strict();
    private final Map<SamlProfile, ServiceProviderConfig> services =
        new EnumMap<>(SamlProfile.class);
    private final List<Base> bases = new ArrayList<>();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private long slowest;

    Run(long seed) {
      for (SamlProfile profile : List.of(SamlProfile.SWEDEN_CONNECT_1_9, SamlProfile.GENERIC)) {
        services.put(profile, Scene.configuration(profile).build());
      }
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < BASES; i++) {
        bases.add(base(i % 2 == 0, i, random));
      }
    }

    private Base base(boolean swedish, int number, SplittableRandom random) {
      Answer answer =
          new Answer(Scene.IDP, Scene.SP, Scene.ACS, "_r" + number, scene.clock.instant());
      answer.responseId = "_%016x".formatted(random.nextLong());
      answer.assertionId = "_%016x".formatted(random.nextLong());
      answer.attributes.put("urn:oid:2.5.4.42", "Åsa" + number);
      answer.attributes.put(Answer.AFFILIATION, "id" + number + "@" + Scene.SCOPE);
      SamlProfile profile = swedish ? SamlProfile.SWEDEN_CONNECT_1_9 : SamlProfile.GENERIC;
      String xml = swedish ? scene.right(answer) : scene.plain(answer);
      Base unknown = new Base(profile, answer, xml, "");
      Verification said = verify(unknown, Scene.base64(xml));
      assertThat(said).isInstanceOf(Verification.Accepted.class);
      return new Base(profile, answer, xml, meaning(((Verification.Accepted) said).assertion()));
    }

    void cases(long first, int cases) {
      int step = 1_000;
      for (int done = 0; done < cases; done += step) {
        long from = first + done;
        long to = first + Math.min(cases, done + step);
        // A thousand cases take some seconds; a case that never ends must end the run.
        assertTimeoutPreemptively(
            Duration.ofMinutes(5),
            () -> {
              for (long seed = from; seed < to; seed++) {
                one(seed);
              }
            },
            () -> "A case between the seeds " + from + " and " + to + " never ends");
      }
    }

    private void one(long seed) throws IOException {
      SplittableRandom random = new SplittableRandom(seed);
      Base base = bases.get(random.nextInt(BASES));
      Base other = bases.get(random.nextInt(BASES));
      boolean swedish = base.profile().isSwedish();
      Attack attack = swedish ? attack(random) : Attack.OUTSIDE;
      String posted = new TextMutations(random).base64(changed(attack, base, other, random));
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long start = threads.getCurrentThreadCpuTime();
      try {
        Verification said = verify(base, posted);
        long took = threads.getCurrentThreadCpuTime() - start;
        slowest = Math.max(slowest, took);
        assertThat(took).as("processor time").isLessThan(MOST_NANOSECONDS);
        counts.merge(judge(said, attack, base), 1, Integer::sum);
      } catch (RuntimeException | Error e) {
        Files.writeString(Path.of("target", "fuzz-" + seed + ".txt"), posted);
        throw new AssertionError("The answer with the seed " + seed + ", " + attack, e);
      }
    }

    private static Attack attack(SplittableRandom random) {
      int number = random.nextInt(10);
      return switch (number) {
        case 0 -> Attack.INSIDE_UNSIGNED;
        case 1 -> Attack.INSIDE_FOREIGN;
        case 2, 3, 4 -> Attack.INSIDE_BY_THE_PROVIDER;
        default -> Attack.OUTSIDE;
      };
    }

    private String changed(Attack attack, Base base, Base other, SplittableRandom random) {
      if (attack == Attack.OUTSIDE) {
        return mutated(base.xml(), other.xml(), random);
      }
      String inside = mutated(base.answer().assertion(), other.answer().assertion(), random);
      String encrypted;
      try {
        encrypted = Crypto.encrypt(inside, Scene.SP_NEW, Crypto.GCM256, Crypto.OAEP);
      } catch (AssertionError notXml) {
        return inside;
      }
      String response = base.answer().response(encrypted);
      return switch (attack) {
        case INSIDE_UNSIGNED -> {
          Matching place = Matching.of(base.xml());
          yield place.head() + encrypted + place.tail();
        }
        case INSIDE_FOREIGN -> Crypto.sign(response, Scene.OTHER_KEY);
        default -> scene.signed(response);
      };
    }

    private static String mutated(String xml, String other, SplittableRandom random) {
      TextMutations texts = new TextMutations(random);
      TreeMutations trees = new TreeMutations(random);
      String changed = xml;
      for (int left = 1 + random.nextInt(2); left > 0; left--) {
        changed = trees.mutate(changed, other);
      }
      return random.nextInt(3) == 0 ? texts.mutate(changed, other) : changed;
    }

    private Verification verify(Base base, String posted) {
      // A store of its own, so that no answer is refused because another was accepted.
      return AssertionVerifier.of(
              services.get(base.profile()), InMemoryStore.with(scene.clock), scene.clock)
          .verify(
              posted,
              ExpectedResponse.to(base.answer().inResponseTo, Scene.idp())
                  .withLevels(Set.of(AssuranceLevel.LOA3)));
    }

    private static Outcome judge(Verification said, Attack attack, Base base) {
      if (!(said instanceof Verification.Accepted accepted)) {
        return Outcome.REFUSED;
      }
      if (attack == Attack.INSIDE_BY_THE_PROVIDER) {
        return Outcome.ACCEPTED_AS_THE_PROVIDER_WROTE;
      }
      assertThat(attack).isEqualTo(Attack.OUTSIDE);
      assertThat(meaning(accepted.assertion())).isEqualTo(base.meaning());
      return Outcome.ACCEPTED_UNCHANGED;
    }
  }

  /** What stands around the encrypted assertion of an answer. */
  private record Matching(String head, String tail) {
    static Matching of(String xml) {
      String end = "</saml2:EncryptedAssertion>";
      int from = xml.indexOf("<saml2:EncryptedAssertion");
      return new Matching(xml.substring(0, from), xml.substring(xml.indexOf(end) + end.length()));
    }
  }
}
