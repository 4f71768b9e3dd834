package se.byggsten.samples.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.saml.AssertionVerifier;
import se.byggsten.saml.ExpectedResponse;
import se.byggsten.saml.SamlMetadata;
import se.byggsten.saml.Verification;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.protocol.SamlRefusal;
import se.byggsten.samples.judges.RecordingService.Posted;
import se.byggsten.testidp.AttackRun;
import se.byggsten.testidp.TestIdp;
import se.byggsten.testidp.attack.Attack;
import se.byggsten.testsupport.Judge;

/**
 * What java-saml and Keycloak's SAML library say of every message of the attack list and of right
 * answers changed at random.
 *
 * <p>Where one of them says otherwise than we do, {@code second-opinions.txt} explains it, by the
 * code of our refusal and the messages; a difference that it does not explain fails the test. The
 * page is written to {@code target/saml-second-opinions.md}.
 */
@Tag("judges")
class SecondOpinionsTest {
  /** Answers hold for three minutes, so they are judged in batches. */
  private static final int BATCH = 25;

  private static final int CHANGED = 400;
  private static final String ACCEPTED = "ACCEPTED";
  private static final Clock CLOCK = Clock.systemUTC();

  private final Map<String, Judge> judges =
      Map.of("java-saml", Judge.javaSaml(), "keycloak-saml-core", Judge.keycloakSaml());
  private final Map<Difference, Set<String>> differences = new TreeMap<>();
  private int judged;
  @TempDir Path folder;

  /** A judge who says otherwise: whether it accepts, and our code. */
  private record Difference(String judge, boolean accepts, String ourCode)
      implements Comparable<Difference> {
    String key() {
      return judge + "|" + (accepts ? "accepts" : "refuses") + "|" + ourCode;
    }

    @Override
    public int compareTo(Difference other) {
      return key().compareTo(other.key());
    }
  }

  /** Why a judge says otherwise, and of which messages. */
  private record Explanation(Set<String> messages, String why) {
    static final Explanation NONE = new Explanation(Set.of(), "**not explained**");
  }

  private record Message(String name, Posted posted) {}

  @Test
  void every_difference_is_explained() throws Exception {
    try (TestIdp idp = TestIdp.start()) {
      IdentityProviderMetadata metadata =
          SamlMetadata.readOne(idp.metadataXml().getBytes(StandardCharsets.UTF_8), CLOCK.instant());
      try (RecordingService service = new RecordingService(metadata, CLOCK)) {
        Files.write(folder.resolve("scene.txt"), scene(service, idp));
        List<Attack> attacks = Attack.all();
        for (int from = 0; from < attacks.size(); from += BATCH) {
          List<Message> batch = new ArrayList<>();
          for (Attack attack : attacks.subList(from, Math.min(attacks.size(), from + BATCH))) {
            batch.addAll(messages(attack, idp, service));
          }
          judge(batch);
        }
        judge(changed(idp, service, metadata));
      }
    }
    assertThat(judged).isGreaterThan(CHANGED);
    Map<String, Explanation> explanations = explanations();
    Files.writeString(Path.of("target", "saml-second-opinions.md"), page(explanations));
    differences.forEach(
        (difference, names) ->
            assertThat(explanations.getOrDefault(difference.key(), Explanation.NONE).messages())
                .as(difference.key() + " is explained for these messages")
                .containsAll(names));
  }

  private static List<Message> messages(Attack attack, TestIdp idp, RecordingService service) {
    AttackRun.builder()
        .identityProvider(idp)
        .spMetadata(service.metadataXml())
        .protectedPage(service.protectedPage())
        .only(Set.of(attack.id()))
        .run();
    List<Message> messages = new ArrayList<>();
    List<Posted> posted = service.takePosted();
    for (int i = 0; i < posted.size(); i++) {
      messages.add(new Message(i == 0 ? "right" : attack.id(), posted.get(i)));
    }
    return messages;
  }

  /** A right answer, changed at random in one or two places of its text. */
  private static List<Message> changed(
      TestIdp idp, RecordingService service, IdentityProviderMetadata metadata) {
    Posted right = messages(Attack.find("dtd").orElseThrow(), idp, service).get(0).posted();
    String xml =
        new String(Base64.getDecoder().decode(right.samlResponse()), StandardCharsets.UTF_8);
    List<Message> messages = new ArrayList<>();
    for (int seed = 0; seed < CHANGED; seed++) {
      String response =
          Base64.getEncoder()
              .encodeToString(
                  ChangedText.of(xml, new SplittableRandom(seed)).getBytes(StandardCharsets.UTF_8));
      Verification said =
          AssertionVerifier.of(service.config(), InMemoryStore.with(CLOCK), CLOCK)
              .verify(
                  response,
                  ExpectedResponse.to(right.requestId(), metadata)
                      .withLevels(Set.of(AssuranceLevel.LOA3, AssuranceLevel.UNCERTIFIED_LOA3)));
      String verdict =
          said instanceof Verification.Refused refused
              ? refused.refusal().code().value()
              : ACCEPTED;
      messages.add(new Message("changed", new Posted(right.requestId(), response, verdict)));
    }
    return messages;
  }

  private void judge(List<Message> messages) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      Posted posted = messages.get(i).posted();
      lines.add(i + " " + posted.requestId() + " " + posted.samlResponse());
    }
    Path file = Files.write(folder.resolve("responses.txt"), lines);
    for (Map.Entry<String, Judge> judge : judges.entrySet()) {
      Map<Integer, String> verdicts = new HashMap<>();
      for (String line :
          judge
              .getValue()
              .run(folder, folder.resolve("scene.txt").toString(), file.toString())
              .lines()) {
        String[] parts = line.split(" ", 3);
        if (parts.length > 1 && Set.of(ACCEPTED, "REFUSED").contains(parts[1])) {
          verdicts.put(Integer.parseInt(parts[0]), parts[1]);
        }
      }
      assertThat(verdicts).hasSameSizeAs(messages);
      for (int i = 0; i < messages.size(); i++) {
        compare(judge.getKey(), messages.get(i), verdicts.get(i).equals(ACCEPTED));
      }
    }
    judged += messages.size();
  }

  private void compare(String judge, Message message, boolean accepts) {
    String ours = message.posted().ourVerdict();
    if ("right".equals(message.name())) {
      assertThat(accepts).as(judge + " accepts what is right").isTrue();
      assertThat(ours).isEqualTo(ACCEPTED);
    } else if (accepts != ours.equals(ACCEPTED)) {
      differences
          .computeIfAbsent(new Difference(judge, accepts, ours), d -> new TreeSet<>())
          .add(message.name());
    }
  }

  private String page(Map<String, Explanation> explanations) {
    StringBuilder page =
        new StringBuilder(
            """
            # What java-saml and Keycloak's SAML library say of the same messages

            Written by `SecondOpinionsTest` (`mvn verify -Pjudges`). Each message of the attack list, and 400 right
            answers changed at random in one or two places of their text (*changed*), went to our service, to java-saml
            2.9.0 and to a service provider on keycloak-saml-core 26.7.2. Where they differ, the table says why. The test
            fails when they differ in a way that is not here.

            | Judge | It | We | Requirement | Messages | Why |
            |---|---|---|---|---|---|
            """);
    differences.forEach(
        (difference, names) ->
            page.append("| ")
                .append(difference.judge())
                .append(difference.accepts() ? " | accepts" : " | refuses")
                .append(" | ")
                .append(
                    difference.ourCode().equals(ACCEPTED)
                        ? "accept"
                        : "`" + difference.ourCode() + "`")
                .append(" | ")
                .append(requirements(difference.ourCode()))
                .append(" | ")
                .append(String.join(", ", names))
                .append(" | ")
                .append(explanations.getOrDefault(difference.key(), Explanation.NONE).why())
                .append(" |\n"));
    return page.toString();
  }

  private static String requirements(String code) {
    return code.equals(ACCEPTED)
        ? ""
        : SamlRefusal.find(ErrorCode.of(code)).stream()
            .flatMap(refusal -> refusal.requirements().stream())
            .map(RequirementId::value)
            .collect(Collectors.joining(", "));
  }

  private static Map<String, Explanation> explanations() throws IOException {
    Map<String, Explanation> found = new HashMap<>();
    try (InputStream in = SecondOpinionsTest.class.getResourceAsStream("second-opinions.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                String[] parts = line.split(": ", 3);
                found.put(parts[0], new Explanation(Set.of(parts[1].split(", ", -1)), parts[2]));
              });
    }
    return found;
  }

  private static List<String> scene(RecordingService service, TestIdp idp)
      throws GeneralSecurityException {
    Base64.Encoder base64 = Base64.getEncoder();
    return List.of(
        "idp " + idp.entityId(),
        "idpCertificate " + base64.encodeToString(idp.certificate().getEncoded()),
        "sp " + service.config().entityId(),
        "acs " + service.config().acsUrl(),
        "spKey " + base64.encodeToString(service.encryption().privateKey().getEncoded()),
        "spCertificate " + base64.encodeToString(service.encryption().certificate().getEncoded()),
        "encrypted true");
  }
}
