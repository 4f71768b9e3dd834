package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.byggsten.identity.LoginResult;

/** Answers whose signature does not say what it seems to say. */
class SignatureAttackTest {
  private static final String FORGED = "197901052394";

  private final Scene scene = Scene.lenient();
  private final String right = scene.plain(scene.answer());

  @Test
  void acceptsWhatTheIdentityProviderSigned() {
    scene.accepts(right);
  }

  @Test
  void refusesAnAnswerWithoutSignature() {
    Answer answer = scene.answer();
    scene.refuses(answer.response(answer.assertion()), "SAML-SIGNATURE-MISSING");
  }

  @Test
  void refusesAnAnswerWhoseSignatureWasTakenAway() {
    scene.refuses(
        right.replaceAll("(?s)<ds:Signature .*?</ds:Signature>", ""), "SAML-SIGNATURE-MISSING");
  }

  @Test
  void refusesASignedAssertionInAnUnsignedResponse() {
    Scene swedish = Scene.strict();
    swedish.refuses(assertionSigned(swedish.answer()), "SAML-SIGNATURE-MISSING");
  }

  @Test
  void outsideTheSwedishProfileASignedAssertionIsEnoughAndTheResponseCanOnlySpeakAgainstIt() {
    scene.accepts(assertionSigned(scene.answer()));
    scene.start(LoginRequest.person("/"));
    Answer elsewhere = scene.answer();
    elsewhere.destination = "https://other.example/acs";
    scene.refuses(assertionSigned(elsewhere), "SAML-DESTINATION");
    scene.start(LoginRequest.person("/"));
    Answer cancelled = scene.answer();
    cancelled.status = "urn:oasis:names:tc:SAML:2.0:status:Responder";
    scene.refuses(assertionSigned(cancelled), "SAML-STATUS");
    scene.start(LoginRequest.person("/"));
    Answer byAnother = scene.answer();
    byAnother.issuer = "https://other.example/idp";
    scene.refuses(assertionSigned(byAnother), "SAML-ISSUER");
  }

  @Test
  void outsideTheSwedishProfileNothingIsDecryptedForAnUnsignedResponse() {
    Answer answer = scene.answer();
    scene.refuses(
        answer.response(
            Crypto.encrypt(answer.assertion(), Scene.SP_NEW, Crypto.GCM256, Crypto.OAEP)),
        "SAML-SIGNATURE-MISSING");
  }

  @Test
  void refusesASignatureBySomebodyElseWhateverKeyTheMessageNames() {
    Answer answer = scene.answer();
    scene.refuses(
        Crypto.sign(answer.response(answer.assertion()), Scene.OTHER_KEY),
        "SAML-SIGNATURE-INVALID");
  }

  @Test
  void refusesASignatureBySomebodyElseThatNamesTheRightCertificate() {
    Answer answer = scene.answer();
    scene.refuses(
        Crypto.sign(
            answer.response(answer.assertion()),
            Scene.OTHER_KEY.privateKey(),
            Scene.IDP_KEY,
            SignatureMethod.RSA_SHA256,
            DigestMethod.SHA256,
            true),
        "SAML-SIGNATURE-INVALID");
  }

  @Test
  void refusesAChangedNumber() {
    scene.refuses(right.replace(Answer.NUMBER, FORGED), "SAML-SIGNATURE-INVALID");
  }

  @Test
  void refusesSha1() {
    Answer answer = scene.answer();
    scene.refuses(
        Crypto.sign(
            answer.response(answer.assertion()),
            Scene.IDP_KEY.privateKey(),
            Scene.IDP_KEY,
            SignatureMethod.RSA_SHA1,
            DigestMethod.SHA1,
            true),
        "SAML-ALGORITHM");
  }

  @Test
  void refusesASha1DigestUnderAGoodSignature() {
    Answer answer = scene.answer();
    scene.refuses(
        Crypto.sign(
            answer.response(answer.assertion()),
            Scene.IDP_KEY.privateKey(),
            Scene.IDP_KEY,
            SignatureMethod.RSA_SHA256,
            DigestMethod.SHA1,
            true),
        "SAML-ALGORITHM");
  }

  @Test
  void refusesThePublicKeyAsASharedSecret() {
    Answer answer = scene.answer();
    scene.refuses(
        Crypto.sign(
            answer.response(answer.assertion()),
            new SecretKeySpec(
                Scene.IDP_KEY.certificate().getPublicKey().getEncoded(), "HmacSHA256"),
            Scene.IDP_KEY,
            SignatureMethod.HMAC_SHA256,
            DigestMethod.SHA256,
            true),
        "SAML-ALGORITHM");
  }

  @Test
  void refusesTheAlgorithmNone() {
    scene.refuses(
        right.replace(SignatureMethod.RSA_SHA256, "http://www.w3.org/2000/09/xmldsig#none"),
        "SAML-ALGORITHM");
  }

  @Test
  void refusesATransformThatComputes() {
    scene.refuses(
        right.replaceFirst(
            "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>",
            "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"/>"),
        "SAML-ALGORITHM");
  }

  @Test
  void refusesASecondSignedInfo() {
    Matcher info = Pattern.compile("(?s)<ds:SignedInfo>.*?</ds:SignedInfo>").matcher(right);
    assertThat(info.find()).isTrue();
    scene.refuses(
        right.substring(0, info.end()) + info.group() + right.substring(info.end()),
        "SAML-SIGNATURE-FORM");
  }

  @Test
  void refusesAReferenceToTheWholeDocument() {
    scene.refuses(right.replaceFirst("URI=\"#_[^\"]*\"", "URI=\"\""), "SAML-SIGNATURE-FORM");
  }

  @Test
  void refusesAnEmptySignatureValue() {
    scene.refuses(
        right.replaceAll(
            "(?s)<ds:SignatureValue>.*?</ds:SignatureValue>",
            "<ds:SignatureValue></ds:SignatureValue>"),
        "SAML-SIGNATURE-INVALID");
  }

  @Test
  void refusesAnElementInsideASignatureValue() {
    scene.refuses(
        right.replace("<ds:SignatureValue>", "<ds:SignatureValue><x/>"), "SAML-SIGNATURE-FORM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "AAAAA", "=", "å", "&#1234;"})
  void refusesASignatureValueThatIsNotBase64(String value) {
    scene.refuses(
        right.replaceAll(
            "(?s)<ds:SignatureValue>.*?</ds:SignatureValue>",
            "<ds:SignatureValue>" + value + "</ds:SignatureValue>"),
        "SAML-SIGNATURE-INVALID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "AAAAA", "=", "å"})
  void refusesADigestThatIsNotBase64(String value) {
    LoginResult result =
        scene.post(
            right.replaceAll(
                "(?s)<ds:DigestValue>.*?</ds:DigestValue>",
                "<ds:DigestValue>" + value + "</ds:DigestValue>"));
    assertThat(result).isInstanceOf(LoginResult.Refused.class);
    assertThat(((LoginResult.Refused) result).code().value())
        .isIn("SAML-SIGNATURE-INVALID", "SAML-SIGNATURE-FORM", "SAML-XML");
  }

  @Test
  void refusesTheSameIdTwice() {
    Answer answer = scene.answer();
    answer.assertionId = answer.responseId;
    scene.refuses(answer.response(answer.assertion()), "SAML-DUPLICATE-ID");
  }

  @Test
  void refusesAnAssertionSignatureBySomebodyElseInASignedResponse() {
    Answer answer = scene.answer();
    String inner =
        Crypto.sign(
            answer.response(answer.assertion()),
            Scene.OTHER_KEY.privateKey(),
            Scene.OTHER_KEY,
            SignatureMethod.RSA_SHA256,
            DigestMethod.SHA256,
            false);
    scene.refuses(scene.signed(inner), "SAML-SIGNATURE-INVALID");
  }

  @Test
  void acceptsASignedAssertionInASignedResponse() {
    scene.accepts(scene.signed(assertionSigned(scene.answer())));
  }

  @Test
  void refusesAnAssertionAfterTheSignedOne() {
    Answer forged = scene.answer();
    forged.attributes.put(Answer.PNR, FORGED);
    String appended =
        assertionSigned(scene.answer())
            .replace("</saml2p:Response>", forged.assertion() + "</saml2p:Response>");
    scene.refuses(appended, "SAML-ASSERTION-COUNT");
    Scene swedish = Scene.strict();
    swedish.refuses(
        assertionSigned(swedish.answer())
            .replace("</saml2p:Response>", forged.assertion() + "</saml2p:Response>"),
        "SAML-SIGNATURE-MISSING");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void refusesEachWayToWrapASignature(int shape) {
    String original = shape <= 2 ? right : assertionSigned(scene.answer());
    String wrapped = wrap(shape, original);
    assertThat(wrapped).contains(FORGED);
    LoginResult result = scene.post(wrapped);
    assertThat(result).isInstanceOf(LoginResult.Refused.class);
    assertThat(((LoginResult.Refused) result).code().value())
        .isIn(
            "SAML-SIGNATURE-FORM",
            "SAML-ASSERTION-COUNT",
            shape <= 2 ? "SAML-SIGNATURE-FORM" : "SAML-SIGNATURE-MISSING");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7, 8})
  void refusesEachWayToWrapASignedAssertionWhereTheResponseMustBeSigned(int shape) {
    Scene swedish = Scene.strict();
    LoginResult result = swedish.post(wrap(shape, assertionSigned(swedish.answer())));
    assertThat(result).isInstanceOf(LoginResult.Refused.class);
    assertThat(((LoginResult.Refused) result).code().value())
        .isIn("SAML-SIGNATURE-FORM", "SAML-SIGNATURE-MISSING");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7, 8})
  void refusesToWrapAnAssertionInsideASignedResponse(int shape) {
    String both = scene.signed(assertionSigned(scene.answer()));
    LoginResult result = scene.post(wrap(shape, both));
    assertThat(result).isInstanceOf(LoginResult.Refused.class);
    assertThat(((LoginResult.Refused) result).code().value())
        .isIn("SAML-SIGNATURE-INVALID", "SAML-SIGNATURE-FORM");
  }

  @Test
  void refusesAWrappedResponseThatKeepsItsId() {
    Document document = Dom.parse(right);
    Element root = document.getDocumentElement();
    Element copy = (Element) root.cloneNode(true);
    forge(root);
    Dom.first(root, Dom.DS, "Signature").appendChild(copy);
    scene.refuses(Dom.write(document), "SAML-DUPLICATE-ID");
  }

  @Test
  void aCommentNeverCutsAValueShort() {
    // Canonicalization drops comments, so the signature holds; the value must be whole.
    String split = right.replace(Answer.NUMBER, "19840104<!-- x -->2380");
    LoginResult result = scene.post(split);
    assertThat(result).isInstanceOf(LoginResult.Success.class);
    assertThat(((LoginResult.Success) result).person().identifier())
        .hasValueSatisfying(n -> assertThat(n.canonical()).isEqualTo(Answer.NUMBER));
  }

  @Test
  void everyChangedByteOfTheSignatureIsRefused() {
    Matcher value =
        Pattern.compile("(?s)<ds:SignatureValue>(.*?)</ds:SignatureValue>").matcher(right);
    assertThat(value.find()).isTrue();
    byte[] bytes = Base64.getMimeDecoder().decode(value.group(1));
    for (int i = 0; i < bytes.length; i += 61) {
      bytes[i] ^= 1;
      String changed =
          right.replace(
              value.group(1),
              new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII));
      Scene.assertRefused(scene.post(changed), "SAML-SIGNATURE-INVALID");
      bytes[i] ^= 1;
      scene.start(LoginRequest.person("/"));
    }
  }

  private static String assertionSigned(Answer answer) {
    return Crypto.sign(
        answer.response(answer.assertion()),
        Scene.IDP_KEY.privateKey(),
        Scene.IDP_KEY,
        SignatureMethod.RSA_SHA256,
        DigestMethod.SHA256,
        false);
  }

  /** The eight shapes of "On Breaking SAML" (Somorovsky and others, 2012). */
  private static String wrap(int shape, String xml) {
    Document document = Dom.parse(xml);
    Element root = document.getDocumentElement();
    Element signed = shape <= 2 ? root : Dom.first(root, Dom.SAML, "Assertion");
    Element copy = (Element) signed.cloneNode(true);
    Element signature = childSignature(signed);
    copy.removeChild(childSignature(copy));
    switch (shape) {
      case 1 -> {
        evil(Dom.first(root, Dom.SAML, "Assertion"));
        signature.appendChild(copy);
        root.setAttribute("ID", "_evil-response");
      }
      case 2 -> {
        evil(Dom.first(root, Dom.SAML, "Assertion"));
        root.insertBefore(copy, signature);
        root.setAttribute("ID", "_evil-response");
      }
      case 3 -> {
        evil(copy);
        root.insertBefore(copy, signed);
      }
      case 4 -> {
        evil(copy);
        root.appendChild(copy);
        copy.appendChild(signed);
      }
      case 5 -> {
        evil(signed);
        root.appendChild(copy);
      }
      case 6 -> {
        evil(signed);
        signature.appendChild(copy);
      }
      case 7 -> {
        evil(copy);
        Element extensions = document.createElementNS(Dom.SAMLP, "saml2p:Extensions");
        root.insertBefore(extensions, signed);
        extensions.appendChild(copy);
        copy.appendChild(signed);
      }
      default -> {
        evil(signed);
        Element object = document.createElementNS(Dom.DS, "ds:Object");
        object.appendChild(copy);
        signature.appendChild(object);
      }
    }
    return Dom.write(document);
  }

  private static Element childSignature(Element element) {
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if ("Signature".equals(child.getLocalName())) {
        return (Element) child;
      }
    }
    throw new AssertionError("not signed");
  }

  private static void evil(Element assertion) {
    forge(assertion);
    assertion.setAttribute("ID", "_evil");
  }

  private static void forge(Node node) {
    if (node.getNodeType() == Node.TEXT_NODE && Answer.NUMBER.equals(node.getNodeValue())) {
      node.setNodeValue(FORGED);
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      forge(child);
    }
  }
}
