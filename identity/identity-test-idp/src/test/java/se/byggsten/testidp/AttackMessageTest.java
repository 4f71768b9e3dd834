package se.byggsten.testidp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.encryption.XMLCipher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.testidp.attack.Attack;
import se.byggsten.testidp.attack.internal.AttackList;
import se.byggsten.testidp.attack.internal.Scene;
import se.byggsten.testidp.protocol.internal.Names;
import se.byggsten.testidp.protocol.internal.Request;
import se.byggsten.testidp.protocol.internal.ServiceMetadata;
import se.byggsten.testidp.protocol.internal.Xml;
import se.byggsten.testidp.protocol.internal.XmlSignatures;

/** Each message does what it says: an attack that is only broken would prove nothing. */
class AttackMessageTest {
  private static final URI LISTENER = URI.create("http://127.0.0.1:9/lyssnar/");
  private static final String NUMBER = "198401042380";
  private static Scene scene;
  private static TestIdentityProvider second;

  @BeforeAll
  static void begin() {
    TestIdentityProvider idp =
        TestIdentityProvider.builder()
            .baseUrl(URI.create("https://idp.example"))
            .clock(
                java.time.Clock.fixed(
                    Instant.parse("2026-11-22T10:15:30Z"), java.time.ZoneOffset.UTC))
            .key(Keys.IDP.privateKey(), Keys.IDP.certificate())
            .build();
    second = idp.second();
    ServiceMetadata service =
        ServiceMetadata.read(WeakService.metadata("https://sp.example")).get(0);
    Request request =
        new Request(
            "_request",
            service,
            service.defaultAcsUrl(),
            "state",
            List.of(AssuranceLevel.LOA3.uri()),
            true,
            Map.of(),
            Map.of(),
            List.of());
    scene =
        idp.scene(new ReceivedRequest(request), TestPersons.ANNA, AssuranceLevel.LOA3, LISTENER);
  }

  static List<String> wrapped() {
    return Attack.all().stream()
        .map(Attack::id)
        .filter(id -> id.matches("xsw-[0-9]-(response|assertion|encrypted)|duplicate-id"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("wrapped")
  void aWrappedSignatureStillHoldsOverWhatWasMovedAside(String id) throws Exception {
    Element root =
        id.endsWith("encrypted")
            ? opened(message(id))
            : Xml.parse(message(id)).getDocumentElement();
    Element signature = Xml.all(root, Names.DS, "Signature").get(0);
    List<Element> signed =
        Signed.elements(root).stream().filter(over -> isSigned(signature, over)).toList();
    assertThat(signed).as("exactly one element is covered").hasSize(1);
    assertThat(text(signed.get(0))).contains("_request");
    assertThat(signed.get(0)).isNotSameAs(root);
    assertThat(firstAssertion(root))
        .as("and it is not the assertion that is read first")
        .satisfies(first -> assertThat(isSigned(signature, first)).isFalse());
  }

  @ParameterizedTest
  @ValueSource(strings = {"assertion-appended", "assertion-appended-encrypted"})
  void anAppendedAssertionFollowsOneThatIsSigned(String id) throws Exception {
    List<Element> assertions = Xml.all(opened(message(id)), Names.SAML, "Assertion");
    assertThat(assertions).hasSize(2);
    Element signature = Xml.children(assertions.get(0), Names.DS, "Signature").get(0);
    assertThat(isSigned(signature, assertions.get(0))).isTrue();
    assertThat(text(assertions.get(0))).contains(NUMBER);
    assertThat(text(assertions.get(1))).doesNotContain(NUMBER).doesNotContain("Signature>");
  }

  @Test
  void theForgedPartClaimsSomebodyElse() throws Exception {
    for (String id : List.of("signature-removed-response", "certificate-faked-response")) {
      String opened = Xml.write(opened(message(id)));
      assertThat(opened).doesNotContain(NUMBER).contains("198103302389");
    }
    assertThat(message("xsw-3-assertion")).contains(NUMBER, "198103302389");
  }

  @ParameterizedTest
  @ValueSource(strings = {"digest-comment", "multiple-signed-info", "stolen-signature"})
  void theValueOfAStolenSignatureHolds(String id) throws Exception {
    Element root = Xml.parse(message(id)).getDocumentElement();
    Element signature = Xml.all(root, Names.DS, "Signature").get(0);
    List<Element> infos = Xml.children(signature, Names.DS, "SignedInfo");
    assertThat(valueHolds(signature, infos.get(infos.size() - 1))).isTrue();
    assertThat(isSigned(signature, root)).as("but not over what the message says now").isFalse();
    if (!id.equals("stolen-signature")) {
      assertThat(Xml.write(signature))
          .as("the digest of the forged content is there, for whoever reads it")
          .contains(digestOf(root));
    }
  }

  @Test
  void aSmuggledDigestIsThatOfTheForgedAssertion() throws Exception {
    Element root = Xml.parse(message("digest-smuggling")).getDocumentElement();
    Element assertion = Xml.all(root, Names.SAML, "Assertion").get(0);
    assertThat(Xml.all(root, Names.DS, "DigestValue").get(0).getTextContent())
        .isEqualTo(digestOf(assertion));
    Element signature = Xml.children(assertion, Names.DS, "Signature").get(0);
    assertThat(valueHolds(signature, Xml.children(signature, Names.DS, "SignedInfo").get(0)))
        .isTrue();
  }

  static List<String> rightlySigned() {
    Set<String> others = Set.of("unsolicited", "replay", "id-by-dtd");
    return Attack.all().stream()
        .filter(
            attack ->
                attack.source().startsWith("Deployment Profile 6.")
                    && !attack.source().equals("Deployment Profile 6.3.1"))
        .map(Attack::id)
        .filter(
            id -> !others.contains(id) && !id.equals("dtd") && !id.equals("signed-assertion-only"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rightlySigned")
  void whatBreaksARuleOfTheProfileIsRightlySigned(String id) {
    Element root = Xml.parse(message(id)).getDocumentElement();
    X509Certificate signer =
        id.equals("other-entity-answer") ? second.certificate() : Keys.IDP.certificate();
    assertThat(XmlSignatures.covers(root, List.of(signer))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dtd", "xxe-external-dtd", "xxe-parameter-entity", "parser-differential"})
  void behindTheDocumentTypeLiesARightAnswer(String id) {
    String message = message(id);
    assertThat(message).startsWith("<!DOCTYPE");
    int start = message.lastIndexOf("<saml2p:Response");
    int end = message.lastIndexOf("</saml2p:Response>") + "</saml2p:Response>".length();
    Element root = Xml.parse(message.substring(start, end)).getDocumentElement();
    assertThat(XmlSignatures.covers(root, List.of(Keys.IDP.certificate()))).isTrue();
  }

  @Test
  void whatIsToBeFetchedIsAtTheListenersAddress() {
    for (Attack attack : Attack.all()) {
      if (attack.effect(Locale.ENGLISH).contains("fetches an address")) {
        assertThat(message(attack.id())).as(attack.id()).contains(LISTENER.toString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha1-signature", "sha1-digest"})
  void aWeakSignatureHoldsForWhoStillTakesIt(String id) throws Exception {
    Element root = Xml.parse(message(id)).getDocumentElement();
    Element signature = Xml.children(root, Names.DS, "Signature").get(0);
    DOMValidateContext lax =
        new DOMValidateContext(Keys.IDP.certificate().getPublicKey(), signature);
    lax.setProperty("org.jcp.xml.dsig.secureValidation", false);
    lax.setIdAttributeNS(root, null, "ID");
    XMLSignature read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(lax);
    assertThat(read.validate(lax)).isTrue();
    assertThat(Xml.write(signature)).contains("sha1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"comment-in-number", "instruction-in-number", "cdata-in-number"})
  void aCutValueIsCutInsideWhatIsEncrypted(String id) throws Exception {
    String opened = clearText(message(id));
    assertThat(opened)
        .containsPattern(NUMBER + "(<!-- -->|<\\?cut\\s*\\?>|<!\\[CDATA\\[)0")
        .doesNotContain(">" + NUMBER + "</");
    Element assertion = Xml.parse(opened).getDocumentElement();
    assertThat(XmlSignatures.covers(assertion, List.of(Keys.IDP.certificate())))
        .as("its own signature holds too")
        .isTrue();
  }

  @Test
  void noMessageIsMadeInVain() {
    for (Attack attack : Attack.all()) {
      assertThat(message(attack.id())).as(attack.id()).contains("Response");
      for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("sv"))) {
        assertThat(attack.title(language)).isNotBlank();
        assertThat(attack.effect(language)).endsWith(".");
      }
      assertThat(attack.requirements()).isNotEmpty();
    }
    assertThat(Attack.all()).extracting(Attack::id).doesNotHaveDuplicates();
    assertThat(Attack.all().stream().map(a -> a.title(Locale.ENGLISH))).doesNotHaveDuplicates();
  }

  private static String message(String id) {
    return AttackList.message(Attack.find(id).orElseThrow(), scene);
  }

  private static String text(Element element) {
    return Xml.write(element);
  }

  private static Element firstAssertion(Element root) {
    return Xml.all(root, Names.SAML, "Assertion").stream()
        .findFirst()
        .orElseGet(() -> Xml.all(root, Names.SAML, "EncryptedAssertion").get(0));
  }

  /** By hand, since the JDK's own reader refuses signatures with strange content. */
  private static boolean isSigned(Element signature, Element over) {
    Element info = Xml.children(signature, Names.DS, "SignedInfo").get(0);
    Element reference = Xml.all(info, Names.DS, "Reference").get(0);
    try {
      return reference.getAttribute("URI").equals("#" + over.getAttribute("ID"))
          && Xml.all(info, Names.DS, "DigestValue").get(0).getTextContent().equals(digestOf(over))
          && valueHolds(signature, info);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static boolean valueHolds(Element signature, Element info) throws Exception {
    Signature verifier = Signature.getInstance("SHA256withRSA");
    verifier.initVerify(Keys.IDP.certificate());
    verifier.update(canonical(info));
    String value = Xml.children(signature, Names.DS, "SignatureValue").get(0).getTextContent();
    return verifier.verify(Base64.getMimeDecoder().decode(value));
  }

  private static String digestOf(Element element) throws Exception {
    List<Element> signatures = Xml.children(element, Names.DS, "Signature");
    Node next = signatures.isEmpty() ? null : signatures.get(0).getNextSibling();
    signatures.forEach(element::removeChild);
    byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(canonical(element));
    signatures.forEach(signature -> element.insertBefore(signature, next));
    return Base64.getEncoder().encodeToString(digest);
  }

  private static byte[] canonical(Element element) throws Exception {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS)
        .canonicalizeSubtree(element, bytes);
    return bytes.toByteArray();
  }

  /** The message with its encrypted assertions opened in their places. */
  private static Element opened(String xml) throws Exception {
    Document document = Xml.parse(xml);
    for (Element data : Xml.all(document.getDocumentElement(), Names.XENC, "EncryptedData")) {
      XMLCipher cipher = XMLCipher.getInstance();
      cipher.init(XMLCipher.DECRYPT_MODE, null);
      cipher.setKEK(Keys.SERVICE.privateKey());
      cipher.doFinal(document, data);
    }
    return document.getDocumentElement();
  }

  private static String clearText(String xml) throws Exception {
    Document document = Xml.parse(xml);
    Element data = Xml.all(document.getDocumentElement(), Names.XENC, "EncryptedData").get(0);
    XMLCipher cipher = XMLCipher.getInstance();
    cipher.init(XMLCipher.DECRYPT_MODE, null);
    cipher.setKEK(Keys.SERVICE.privateKey());
    return new String(cipher.decryptToByteArray(data), StandardCharsets.UTF_8);
  }
}
