package se.byggsten.testidp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.crypto.Cipher;
import org.apache.xml.security.encryption.XMLCipher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Severity;
import se.byggsten.core.finding.Verdict;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.testidp.AttackResult.Ending;
import se.byggsten.testidp.attack.Attack;
import se.byggsten.testidp.protocol.internal.Names;
import se.byggsten.testidp.protocol.internal.Xml;
import se.byggsten.testidp.protocol.internal.XmlSignatures;

/** Services with holes: the run must find them, or it is worth nothing. */
class WeakServiceTest {
  private static TestIdp idp;

  @BeforeAll
  static void start() {
    idp = Keys.idp().start();
  }

  @AfterAll
  static void stop() {
    idp.close();
  }

  @Test
  void whoChecksNothingLetsAlmostEverythingIn() throws Exception {
    try (WeakService service = WeakService.accepting(idp, WeakService::claimsSuccess)) {
      AttackReport report = service.attack().run();
      assertThat(report.problem()).isEmpty();
      Map<String, Ending> endings = endings(report);
      assertThat(endings)
          .containsEntry("xsw-1-response", Ending.GOT_IN)
          .containsEntry("signature-removed-response", Ending.GOT_IN)
          .containsEntry("xxe-entity", Ending.GOT_IN)
          .containsEntry("xxe-external-dtd", Ending.GOT_IN)
          .containsEntry("replay", Ending.GOT_IN)
          .containsEntry("replay-assertion-id", Ending.GOT_IN)
          .containsEntry("unsolicited", Ending.GOT_IN)
          .containsEntry("other-browser", Ending.GOT_IN)
          .containsEntry("relay-state-redirect", Ending.GOT_IN)
          .containsEntry("decryption-oracle", Ending.GOT_IN)
          .containsEntry("decryption-time", Ending.GOT_IN)
          .containsEntry("level-downgrade", Ending.GOT_IN)
          .containsEntry("error-with-assertion", Ending.REFUSED)
          .containsEntry("status-missing", Ending.REFUSED);
      assertThat(report.count(Ending.GOT_IN)).isGreaterThan(80);
      assertThat(report.withstood()).isFalse();
      assertThat(report.checks(Locale.ENGLISH))
          .filteredOn(check -> check.verdict() == Verdict.FAIL)
          .extracting(CheckResult::requirement)
          .extracting(Object::toString)
          .contains("SC-36", "SC-38", "SC-46", "SC-50");
    }
  }

  @Test
  void anExternalEntityThatIsFetchedHasGotInEvenWhenTheLoginIsRefused() throws Exception {
    try (WeakService service =
        WeakService.accepting(
            idp, answer -> answer.getDoctype() == null && WeakService.claimsSuccess(answer))) {
      AttackReport report =
          service.attack().only(Set.of("xxe-external-dtd", "dtd", "billion-laughs")).run();
      AttackResult entity =
          report.results().stream()
              .filter(result -> result.attack().id().equals("xxe-external-dtd"))
              .findFirst()
              .orElseThrow();
      assertThat(entity.ending()).isEqualTo(Ending.GOT_IN);
      assertThat(entity.evidence()).extracting(AttackResult.Evidence::key).contains("fetched");
      assertThat(endings(report)).containsEntry("dtd", Ending.REFUSED);
      assertThat(
              report.results().stream()
                  .filter(result -> result.attack().id().equals("billion-laughs"))
                  .allMatch(AttackResult::isShaken))
          .as("a server error is told beside the refusal")
          .isTrue();
    }
  }

  @Test
  void whoTakesAnySignatureInTheMessageFallsForWrapping() throws Exception {
    try (WeakService service =
        WeakService.accepting(
            idp, answer -> WeakService.claimsSuccess(answer) && holdsSomewhere(answer))) {
      Set<String> fooled =
          Set.of(
              "xsw-2-response",
              "xsw-4-response",
              "xsw-7-response",
              "xsw-8-response",
              "xsw-3-assertion",
              "xsw-4-assertion",
              "xsw-5-assertion",
              "xsw-7-assertion",
              "xsw-8-assertion",
              "assertion-appended",
              "namespace-confusion",
              "unsigned-reread",
              "plain-beside-encrypted");
      Set<String> refused =
          Set.of(
              "signature-removed-response",
              "certificate-faked-response",
              "certificate-borrowed",
              "hmac-public-key",
              "sha1-signature",
              "stolen-signature",
              "algorithm-none");
      Set<String> all = new TreeSet<>(fooled);
      all.addAll(refused);
      Map<String, Ending> endings = endings(service.attack().only(all).run());
      fooled.forEach(id -> assertThat(endings).containsEntry(id, Ending.GOT_IN));
      refused.forEach(id -> assertThat(endings).containsEntry(id, Ending.REFUSED));
    }
  }

  private static final Set<String> OF_TWO = Set.of("other-entity-key", "other-entity-answer");

  private static final String CHOICE =
      "<a href='/chosen?idp=IDP'>Test</a><a href='/chosen?idp=OTHER'>Test 2</a>";

  @Test
  void whoTakesEveryKeyOfTheFederationIsFooledByTheOtherOne() throws Exception {
    TestIdentityProvider second = idp.identityProvider().second();
    Predicate<Document> isOfEither =
        answer -> signedBy(answer, idp.certificate()) || signedBy(answer, second.certificate());
    try (WeakService service = WeakService.choosing(idp, isOfEither, CHOICE)) {
      AttackReport report = service.attack().only(OF_TWO).run();
      assertThat(report.problem()).isEmpty();
      assertThat(endings(report)).hasSize(2).containsValue(Ending.GOT_IN);
      assertThat(report.count(Ending.GOT_IN)).isEqualTo(2);
    }
  }

  @Test
  void whoTrustsOneAloneHasNotShownThatItTellsTwoApart() throws Exception {
    for (String choice : List.of(CHOICE, "<a href='/chosen?idp=IDP'>Test</a>")) {
      try (WeakService service =
          WeakService.choosing(idp, answer -> signedBy(answer, idp.certificate()), choice)) {
        AttackReport report = service.attack().only(OF_TWO).run();
        assertThat(report.problem()).isEmpty();
        assertThat(report.count(Ending.NOT_VERIFIED)).isEqualTo(2);
        assertThat(report.withstood()).isFalse();
        assertThat(report.results().get(0).evidence().get(0).text(Locale.ENGLISH))
            .contains("saml test-idp --with-second");
        assertThat(report.checks(Locale.ENGLISH))
            .extracting(CheckResult::verdict)
            .containsOnly(Verdict.NOT_VERIFIED);
      }
    }
  }

  private static boolean signedBy(Document answer, X509Certificate certificate) {
    Element root = answer.getDocumentElement();
    List<Element> signatures = Xml.children(root, Names.DS, "Signature");
    return !signatures.isEmpty() && XmlSignatures.holds(signatures.get(0), root, certificate);
  }

  @Test
  void whoDecryptsBeforeTheSignatureIsVerifiedIsToldApartByTime() throws Exception {
    Predicate<Document> decryptsFirst =
        answer -> {
          opensTheKey(answer);
          return signedBy(answer, idp.certificate());
        };
    try (WeakService service = WeakService.accepting(idp, decryptsFirst)) {
      AttackReport report = service.attack().only(Set.of("decryption-time")).run();
      assertThat(report.problem()).isEmpty();
      List<AttackResult.Evidence> seen = report.results().get(0).evidence();
      AttackResult.Evidence last = seen.get(seen.size() - 1);
      // 50 ms are seen, unless the machine is so busy that less than that is said to be unseen.
      assertThat(
              last.key().equals("told-apart-by-time")
                  || Double.parseDouble(last.value().replaceFirst(".*/", "")) > 25)
          .as(last.toString())
          .isTrue();
    }
  }

  @Test
  void whatTheTimeTellsIsAWarning() {
    AttackResult.Evidence told = new AttackResult.Evidence("told-apart-by-time", "50.0/2.0");
    Attack attack = Attack.find("decryption-time").orElseThrow();
    AttackReport report =
        new AttackReport(
            URI.create("https://sp.example/"),
            List.of("https://sp.example/metadata"),
            List.of(),
            List.of(new AttackResult(attack, Ending.REFUSED, List.of(told))));
    CheckResult check = report.checks(Locale.ENGLISH).get(0);
    assertThat(check.verdict()).isEqualTo(Verdict.PASS);
    assertThat(check.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(AttackReport.TOLD_BY_TIME);
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.message()).contains("50.0/2.0 ms");
            });
  }

  /** Opens the key before anything is verified; when that fails it tries others, for a while. */
  private static void opensTheKey(Document answer) {
    Element key = Xml.all(answer.getDocumentElement(), Names.XENC, "EncryptedKey").get(0);
    Element value = Xml.all(key, Names.XENC, "CipherValue").get(0);
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
      cipher.init(Cipher.DECRYPT_MODE, Keys.SERVICE.privateKey());
      cipher.doFinal(Base64.getMimeDecoder().decode(value.getTextContent()));
    } catch (GeneralSecurityException notOpened) {
      long until = System.nanoTime() + 50_000_000;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CUT, GOT_IN, name-cut",
    "WHOLE, REFUSED, name-whole",
    "NOTHING, NOT_VERIFIED, name-not-shown",
    "ATTRIBUTE, NOT_APPLICABLE, name-without-effect"
  })
  void aNameThatIsReadToTheCommentIsFoundWhereThePageShowsIt(
      Greeting greeting, Ending ending, String why) throws Exception {
    try (WeakService service =
        WeakService.accepting(idp, WeakService::claimsSuccess).greeting(greeting::of)) {
      AttackReport report = service.attack().only(Set.of("comment-in-name-id")).run();
      assertThat(report.problem()).isEmpty();
      AttackResult result = report.results().get(0);
      assertThat(result.ending()).isEqualTo(ending);
      assertThat(result.evidence()).extracting(AttackResult.Evidence::key).contains(why);
    }
  }

  /** By what a weak service greets. */
  enum Greeting {
    CUT,
    WHOLE,
    NOTHING,
    ATTRIBUTE;

    String of(Document answer) {
      try {
        Element data = Xml.all(answer.getDocumentElement(), Names.XENC, "EncryptedData").get(0);
        XMLCipher cipher = XMLCipher.getInstance();
        cipher.init(XMLCipher.DECRYPT_MODE, null);
        cipher.setKEK(Keys.SERVICE.privateKey());
        Element root = cipher.doFinal(answer, data).getDocumentElement();
        Element name = Xml.all(root, Names.SAML, "NameID").get(0);
        return switch (this) {
          case CUT -> name.getFirstChild().getNodeValue();
          case WHOLE -> name.getTextContent();
          case NOTHING -> "";
          case ATTRIBUTE -> name(root);
        };
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private static String name(Element root) {
      return Xml.all(root, Names.SAML, "Attribute").stream()
          .filter(one -> one.getAttribute("Name").equals("urn:oid:2.16.840.1.113730.3.1.241"))
          .findFirst()
          .orElseThrow()
          .getTextContent();
    }
  }

  @Test
  void aServiceThatAsksByPostIsAttackedToo() throws Exception {
    try (WeakService service = WeakService.posting(idp, WeakService::claimsSuccess)) {
      AttackReport report = service.attack().only(Set.of("dtd", "status-missing")).run();
      assertThat(report.problem()).isEmpty();
      assertThat(endings(report))
          .containsEntry("dtd", Ending.GOT_IN)
          .containsEntry("status-missing", Ending.REFUSED);
      TestPage page =
          TestBrowser.fresh()
              .login(service.protectedPage(), TestPersons.EIDAS, AssuranceLevel.EIDAS_NF_HIGH);
      assertThat(page.body()).isEqualTo("Hej");
    }
  }

  private static Map<String, Ending> endings(AttackReport report) {
    Map<String, Ending> endings = new TreeMap<>();
    report.results().forEach(result -> endings.put(result.attack().id(), result.ending()));
    return endings;
  }

  private static boolean holdsSomewhere(Document answer) {
    Element root = answer.getDocumentElement();
    for (Element signature : Xml.all(root, Names.DS, "Signature")) {
      for (Element over : Signed.elements(root)) {
        if (XmlSignatures.holds(signature, over, idp.certificate())) {
          return true;
        }
      }
    }
    return false;
  }
}
