package se.byggsten.testidp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Verdict;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.protocol.SamlRefusal;
import se.byggsten.testidp.AttackResult.Ending;
import se.byggsten.testidp.AttackResult.Evidence;
import se.byggsten.testidp.attack.Attack;
import se.byggsten.testidp.protocol.TestIdpException;
import se.byggsten.testidp.protocol.internal.IdpKey;

/** Every attack of the list against our own service provider, over HTTP. */
class AttackRunTest {
  private static final Locale SWEDISH = Locale.forLanguageTag("sv");

  /** Which refusal each attack meets; what is let in has done no harm. */
  private static final Map<String, String> CODES = new TreeMap<>();

  static {
    refused("SAML-SIGNATURE-FORM", "xsw-1-response xsw-2-response xsw-8-response");
    refused("SAML-SIGNATURE-FORM", "xsw-5-assertion xsw-6-assertion xsw-8-assertion");
    refused("SAML-SIGNATURE-FORM", "multiple-signed-info namespace-confusion unsigned-reread");
    refused("SAML-SIGNATURE-FORM", "reference-to-fetch transform-in-signature");
    refused("SAML-SIGNATURE-MISSING", "xsw-4-response xsw-7-response");
    refused("SAML-SIGNATURE-MISSING", "xsw-3-assertion xsw-4-assertion xsw-7-assertion");
    refused("SAML-SIGNATURE-MISSING", "xsw-3-encrypted xsw-4-encrypted xsw-5-encrypted");
    refused("SAML-SIGNATURE-MISSING", "xsw-6-encrypted xsw-7-encrypted xsw-8-encrypted");
    refused("SAML-SIGNATURE-MISSING", "signature-removed-response signature-removed-assertion");
    refused("SAML-SIGNATURE-MISSING", "signed-assertion-only certificate-faked-assertion");
    refused("SAML-SIGNATURE-MISSING", "assertion-appended assertion-appended-encrypted");
    refused("SAML-SIGNATURE-MISSING", "digest-smuggling stolen-signature-encrypted");
    refused("SAML-SIGNATURE-MISSING", "cipher-reference-unsigned");
    refused("SAML-SIGNATURE-INVALID", "certificate-faked-response certificate-borrowed");
    refused("SAML-SIGNATURE-INVALID", "other-entity-key signature-empty");
    refused("SAML-SIGNATURE-INVALID", "digest-comment void-canonicalization stolen-signature");
    refused("SAML-SIGNATURE-INVALID", "key-to-fetch xinclude");
    refused("SAML-ALGORITHM", "sha1-signature sha1-digest hmac-public-key algorithm-none");
    refused("SAML-DUPLICATE-ID", "duplicate-id");
    refused("SAML-DTD", "id-by-dtd dtd xxe-entity xxe-parameter-entity xxe-external-dtd");
    refused("SAML-DTD", "billion-laughs parser-differential");
    refused("SAML-ATTRIBUTE-INVALID", "comment-in-number instruction-in-number cdata-in-number");
    refused("SAML-ATTRIBUTE-INVALID", "two-values");
    refused("SAML-TOO-LARGE", "large deep");
    refused("SAML-UNENCRYPTED", "unencrypted plain-beside-encrypted");
    refused("SAML-ENCRYPTION-FORM", "cipher-reference cipher-transform encrypted-key-to-fetch");
    refused("SAML-ENCRYPTION-FORM", "rsa-1-5 triple-des");
    refused("SAML-DECRYPTION", "decryption-oracle");
    // Decrypted only what is signed, so the time tells nothing.
    refused("SAML-SIGNATURE-MISSING", "decryption-time");
    refused("SAML-ASSERTION-FORM", "encrypted-id encrypted-attribute two-authn-statements");
    refused("SAML-ASSERTION-FORM", "two-attribute-statements two-confirmations");
    refused("SAML-ASSERTION-COUNT", "two-assertions");
    refused("SAML-ISSUER", "other-entity-issuer wrong-response-issuer wrong-assertion-issuer");
    refused("SAML-ISSUER", "other-entity-answer");
    refused("SAML-RECIPIENT", "wrong-recipient");
    refused("SAML-AUDIENCE", "wrong-audience no-conditions no-audience");
    refused("SAML-DESTINATION", "wrong-destination");
    refused("SAML-IN-RESPONSE-TO", "wrong-response-in-response-to no-in-response-to");
    refused("SAML-IN-RESPONSE-TO", "wrong-assertion-in-response-to replay-assertion");
    refused("SAML-LEVEL", "level-not-asked level-downgrade level-missing");
    refused("SAML-ISSUED-IN-FUTURE", "response-in-future assertion-in-future");
    refused("SAML-EXPIRED", "response-old all-old assertion-expired confirmation-expired");
    refused("SAML-NOT-YET-VALID", "assertion-not-yet-valid");
    refused("SAML-AUTHN-TOO-OLD", "authentication-old");
    refused("SAML-CANCELLED", "error-with-assertion");
    refused("SAML-STATUS", "status-missing");
    refused("SAML-UNSOLICITED", "unsolicited relay-state-redirect");
    refused("SAML-REPLAYED", "replay replay-assertion-id");
    refused("SAML-OTHER-BROWSER", "other-browser");
    // Let in, and nothing was fetched.
    refused("Hej Anna Lindström", "schema-location stylesheet");
    // Nothing takes answers by GET.
    refused("405", "deflate-bomb");
  }

  /**
   * What no item of the profile speaks of. They are counted as attacks on the signature, whose
   * meaning they would change; the refusal names the item by which it happens to see them.
   */
  private static final Set<String> OF_NO_ITEM =
      Set.of(
          "comment-in-number",
          "instruction-in-number",
          "cdata-in-number",
          "large",
          "deep",
          "decryption-oracle");

  private static TestIdp idp;

  private static void refused(String code, String attacks) {
    List.of(attacks.split(" ")).forEach(attack -> CODES.put(attack, code));
  }

  @BeforeAll
  static void start() {
    idp = Keys.idp().start();
  }

  @AfterAll
  static void stop() {
    idp.close();
  }

  @Test
  void everyAttackIsRefusedForItsOwnReason() throws Exception {
    try (RealService service =
        RealService.start(idp, entity -> LoginRequest.person("/mina-arenden").at(entity))) {
      AttackReport report = attack(service).run();
      assertThat(report.problem()).isEmpty();
      Map<String, String> seen = new TreeMap<>();
      report.results().stream()
          .filter(result -> result.ending() == Ending.REFUSED)
          .forEach(result -> seen.put(result.attack().id(), reason(result)));
      assertThat(seen).containsExactlyEntriesOf(CODES);
      assertThat(
              report.results().stream()
                  .filter(result -> result.ending() == Ending.NOT_APPLICABLE)
                  .map(result -> result.attack().id()))
          .containsExactly("ecdsa-zero", "comment-in-name-id", "foreign-scope");
      assertThat(report.results()).hasSameSizeAs(Attack.all());
      namesWhatWasTried(report);
      assertThat(report.results()).noneMatch(AttackResult::isShaken);
      assertThat(
              report.results().stream()
                  .flatMap(result -> result.evidence().stream())
                  .filter(Evidence::isWarning))
          .isEmpty();
      assertThat(report.withstood()).isTrue();
      assertThat(report.checks(SWEDISH))
          .extracting(CheckResult::verdict)
          .containsOnly(Verdict.PASS, Verdict.NOT_APPLICABLE);
    }
  }

  /** In the profile the answer must be signed, so that the assertion's signature is never asked. */
  @Test
  void outsideTheProfileEachAttackOnASignedAssertionIsRefusedForItsOwnReason() throws Exception {
    Map<String, String> codes =
        Map.ofEntries(
            Map.entry("xsw-3-assertion", "SAML-ASSERTION-COUNT"),
            Map.entry("xsw-4-assertion", "SAML-SIGNATURE-MISSING"),
            Map.entry("xsw-5-assertion", "SAML-SIGNATURE-FORM"),
            Map.entry("xsw-6-assertion", "SAML-SIGNATURE-FORM"),
            Map.entry("xsw-7-assertion", "SAML-IN-RESPONSE-TO"),
            Map.entry("xsw-8-assertion", "SAML-SIGNATURE-FORM"),
            Map.entry("assertion-appended", "SAML-ASSERTION-COUNT"),
            Map.entry("signature-removed-assertion", "SAML-SIGNATURE-MISSING"),
            Map.entry("certificate-faked-assertion", "SAML-SIGNATURE-INVALID"),
            Map.entry("digest-smuggling", "SAML-SIGNATURE-INVALID"),
            Map.entry("unsigned-reread", "SAML-SIGNATURE-FORM"));
    try (RealService service = RealService.startOutsideTheProfile(idp)) {
      AttackReport report = attack(service).only(codes.keySet()).run();
      assertThat(report.problem()).isEmpty();
      Map<String, String> seen = new TreeMap<>();
      report.results().stream()
          .filter(result -> result.ending() == Ending.REFUSED)
          .forEach(result -> seen.put(result.attack().id(), reason(result)));
      assertThat(seen).containsExactlyInAnyOrderEntriesOf(codes);
    }
  }

  /** Each refusal names an item of the profile that the attack says it breaks. */
  private static void namesWhatWasTried(AttackReport report) {
    assertThat(report.results())
        .filteredOn(result -> reason(result).startsWith("SAML-"))
        .filteredOn(result -> !OF_NO_ITEM.contains(result.attack().id()))
        .isNotEmpty()
        .allSatisfy(
            result -> {
              SamlRefusal refusal = SamlRefusal.find(ErrorCode.of(reason(result))).orElseThrow();
              assertThat(items(refusal.requirements()))
                  .as("%s, %s", result.attack().id(), refusal.code())
                  .containsAnyElementsOf(items(result.attack().requirements()));
            });
  }

  /** The items of the profile to which parts such as SC-59a belong. */
  private static Set<String> items(List<RequirementId> parts) {
    return parts.stream()
        .map(part -> part.value().replaceAll("[a-z]$", ""))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Test
  void aSignatureOfZerosIsTriedWithTheKeyThatItIsMadeFor() throws Exception {
    IdpKey key = IdpKey.ellipticCurve(RealService.CLOCK.instant());
    try (TestIdp curved = TestIdp.builder().key(key.privateKey(), key.certificate()).start();
        RealService service =
            RealService.start(curved, entity -> LoginRequest.person("/mina-arenden").at(entity))) {
      AttackReport report =
          AttackRun.builder()
              .identityProvider(curved)
              .spMetadata(service.metadataXml())
              .protectedPage(service.protectedPage())
              .start(service.start())
              .only(Set.of("ecdsa-zero"))
              .run();
      assertThat(report.problem()).isEmpty();
      assertThat(report.results())
          .extracting(AttackResult::ending, AttackRunTest::reason)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(Ending.REFUSED, "SAML-SIGNATURE-INVALID"));
    }
  }

  @Test
  void staffWithAForeignEmploymentAreRefused() throws Exception {
    try (RealService service = RealService.startForStaff(idp)) {
      AttackReport report =
          attack(service)
              .person(TestPersons.CASE_HANDLER)
              .only(Set.of("foreign-scope", "two-values", "authentication-old"))
              .run();
      assertThat(report.problem()).isEmpty();
      assertThat(report.results())
          .extracting(AttackResult::attack, AttackRunTest::reason)
          .contains(
              org.assertj.core.groups.Tuple.tuple(
                  Attack.find("foreign-scope").orElseThrow(), "SAML-SCOPE"));
      namesWhatWasTried(report);
    }
  }

  @Test
  void nothingIsVerifiedWhenARightLoginDoesNotGetIn() throws Exception {
    try (RealService service =
        RealService.start(idp, entity -> LoginRequest.staff("/mina-arenden").at(entity))) {
      AttackReport report = attack(service).only(Set.of("replay", "dtd")).run();
      assertThat(report.problem()).first().extracting(Evidence::key).isEqualTo("control-refused");
      assertThat(report.results()).allMatch(result -> result.ending() == Ending.NOT_VERIFIED);
      assertThat(report.withstood()).isFalse();
      assertThat(report.checks(Locale.ENGLISH))
          .extracting(CheckResult::verdict)
          .containsOnly(Verdict.NOT_VERIFIED);
    }
  }

  @Test
  void aPageThatNeedsNoLoginVerifiesNothing() throws Exception {
    try (RealService service =
        RealService.start(idp, entity -> LoginRequest.person("/mina-arenden").at(entity))) {
      AttackReport report =
          attack(service).protectedPage(service.metadata()).only(Set.of("dtd")).run();
      assertThat(report.problem()).extracting(Evidence::key).containsExactly("control-open");
    }
  }

  @Test
  void aServiceThatNobodyReachesVerifiesNothing() {
    java.net.URI nowhere = java.net.URI.create("http://127.0.0.1:9/mina-arenden");
    AttackReport report =
        AttackRun.builder()
            .identityProvider(idp)
            .spMetadata(WeakService.metadata("http://127.0.0.1:9"))
            .protectedPage(nowhere)
            .only(Set.of("dtd"))
            .run();
    assertThat(report.problem()).extracting(Evidence::key).containsExactly("control-failed");
    assertThat(report.withstood()).isFalse();
  }

  @Test
  void metadataThatCannotBeReadAreToldOf() {
    AttackRun.Builder run =
        AttackRun.builder()
            .identityProvider(idp)
            .spMetadata(WeakService.metadata("http://127.0.0.1:9 9"))
            .protectedPage(java.net.URI.create("http://127.0.0.1:9/mina-arenden"))
            .only(Set.of("dtd"));
    assertThatThrownBy(run::run)
        .isInstanceOf(TestIdpException.class)
        .hasMessageContaining("An address in the service's metadata");
  }

  @Test
  void anAttackThatIsNotOnTheListIsWrongUse() {
    assertThatThrownBy(() -> AttackRun.builder().only(Set.of("xsw-9")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("xsw-9");
  }

  private static AttackRun.Builder attack(RealService service) {
    return AttackRun.builder()
        .identityProvider(idp)
        .spMetadata(service.metadataXml())
        .protectedPage(service.protectedPage())
        .start(service.start())
        .secondStart(service.start(idp.identityProvider().second().entityId()));
  }

  /** The code on the page, or the status where the page says none. */
  private static String reason(AttackResult result) {
    Map<String, String> seen = new TreeMap<>();
    result.evidence().forEach(one -> seen.put(one.key(), one.value()));
    String said = seen.getOrDefault("said", "");
    return said.startsWith("SAML-") || said.startsWith("Hej ")
        ? said
        : seen.getOrDefault("answered", "");
  }
}
