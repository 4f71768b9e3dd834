package se.byggsten.samples.benchmarks.saml;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.AssertionVerifier;
import se.byggsten.saml.ExpectedResponse;
import se.byggsten.saml.Verification;
import se.byggsten.samples.benchmarks.WarmUp;
import se.byggsten.samples.benchmarks.saml.peer.Apart;
import se.byggsten.samples.benchmarks.saml.peer.RawOpenSaml;

/** From the form field that the browser posts to the attributes of a verified assertion. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class VerifyResponse {
  /** Names the folder of the keys, which all processes of a run share. */
  static final String KEYS = "byggsten.benchmark.keys";

  /** Names the folder {@code samples/judges}. */
  static final String JUDGES = "byggsten.benchmark.judges";

  /** Who verifies. */
  public enum Verifier {
    /** The service provider of this project. */
    BYGGSTEN,
    /** Written straight on OpenSAML. */
    OPENSAML,
    /** java-saml-core of OneLogin. */
    JAVA_SAML,
    /** keycloak-saml-core. */
    KEYCLOAK;

    Function<String, String> in(LoginScene scene, Path judges) {
      return switch (this) {
        case BYGGSTEN -> byggsten(scene);
        case OPENSAML ->
            new RawOpenSaml(
                scene.facts(),
                scene.identityProvider().signingCertificates().get(0),
                scene.encryption());
        case JAVA_SAML ->
            Apart.load(
                judges, "java-saml", "se.byggsten.samples.judges.javasaml.JavaSaml", scene.facts());
        case KEYCLOAK ->
            Apart.load(
                judges,
                "keycloak-saml",
                "se.byggsten.samples.judges.keycloaksaml.KeycloakSaml",
                scene.facts());
      };
    }

    private static Function<String, String> byggsten(LoginScene scene) {
      AssertionVerifier verifier =
          AssertionVerifier.of(scene.config(), new ForgetfulStore(), Clock.systemUTC());
      return requestAndResponse -> {
        int space = requestAndResponse.indexOf(' ');
        Verification said =
            verifier.verify(
                requestAndResponse.substring(space + 1),
                ExpectedResponse.to(
                        requestAndResponse.substring(0, space), scene.identityProvider())
                    .withLevels(Set.of(AssuranceLevel.LOA3)));
        return said instanceof Verification.Accepted accepted
            ? "ACCEPTED " + new TreeMap<>(accepted.assertion().attributes())
            : "REFUSED " + said;
      };
    }
  }

  /** Who verifies. */
  @Param public Verifier verifier = Verifier.BYGGSTEN;

  /** How the answer is protected. */
  @Param public LoginScene.Kind kind = LoginScene.Kind.ENCRYPTED;

  private Function<String, String> provider = question -> "";
  private String question = "";

  /** Makes the service provider, and refuses to measure one that judges otherwise. */
  @Setup
  public void prepare() {
    LoginScene scene = LoginScene.of(kind, Path.of(System.getProperty(KEYS, "target/keys")));
    provider = verifier.in(scene, Path.of(System.getProperty(JUDGES, "samples/judges")));
    question = scene.question();
    requireSound(provider, scene);
    WarmUp.until(this::verify);
  }

  /** All must accept the one and refuse the other, or it is not the same work. */
  static void requireSound(Function<String, String> provider, LoginScene scene) {
    String right = provider.apply(scene.question());
    if (!right.startsWith("ACCEPTED ") || !right.contains("urn:oid:1.2.752.29.4.13=")) {
      throw new IllegalStateException("It does not accept what is right: " + right);
    }
    String wrong = provider.apply(scene.tampered());
    if (!wrong.startsWith("REFUSED ")) {
      throw new IllegalStateException("It accepts what is tampered with");
    }
  }

  /**
   * Verifies the answer.
   *
   * @return what it says
   */
  @Benchmark
  public String verify() {
    return provider.apply(question);
  }
}
