package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.dsig.DigestMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import se.byggsten.identity.LoginResult;
import se.byggsten.saml.protocol.RequiredIdentity;

/** Strange values in an answer, by a forger and by an identity provider itself. */
class HostileAnswerTest {
  private final Scene scene = Scene.lenient();

  @Test
  void refusesASignatureOfZerosUnderAKeyForEcdsa() {
    KeyMaterial curved = Scene.ecKey("idp");
    Scene ecdsa = Scene.with(Scene.idpBuilder().signingCertificate(curved.certificate()).build());
    ecdsa.accepts(signedBy(curved, ecdsa));
    ecdsa.start(LoginRequest.person("/"));
    String zeros = Base64.getEncoder().encodeToString(new byte[64]);
    ecdsa.refuses(
        signedBy(curved, ecdsa)
            .replaceAll(
                "(?s)<ds:SignatureValue>.*?</ds:SignatureValue>",
                "<ds:SignatureValue>" + zeros + "</ds:SignatureValue>"),
        "SAML-SIGNATURE-INVALID");
  }

  private static String signedBy(KeyMaterial curved, Scene scene) {
    Answer answer = scene.answer();
    return Crypto.sign(
        answer.response(
            Crypto.encrypt(answer.assertion(), Scene.SP_NEW, Crypto.GCM256, Crypto.OAEP)),
        curved.privateKey(),
        curved,
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
        DigestMethod.SHA256,
        true);
  }

  /** The engine and what it stands on write some of what they refuse. */
  @Test
  void nothingThatAForgerWritesIsWrittenInTheLog() {
    Answer answer = scene.answer();
    String forged = Crypto.sign(answer.response(answer.assertion()), Scene.OTHER_KEY);
    List<String> all = new ArrayList<>();
    all.add(forged.replace(answer.responseId, "_a&#10;FORGED"));
    for (int i = 0; i < values(Dom.parse(forged)).size(); i++) {
      Document document = Dom.parse(forged);
      Node place = values(document).get(i);
      place.setNodeValue(place.getNodeValue() + "\nFORGED");
      all.add(Dom.write(document));
    }
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      for (String one : all) {
        assertThat(scene.post(one)).isInstanceOf(LoginResult.Refused.class);
        scene.start(LoginRequest.person("/"));
      }
    } finally {
      System.setErr(before);
    }
    assertThat(all).hasSizeGreaterThan(40);
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("Signature verification failed")
        .doesNotContain("FORGED", Answer.NUMBER);
  }

  private static List<Node> values(Node node) {
    List<Node> found = new ArrayList<>();
    if (node.getNodeType() == Node.TEXT_NODE) {
      found.add(node);
    }
    for (int i = 0; node.hasAttributes() && i < node.getAttributes().getLength(); i++) {
      found.add(node.getAttributes().item(i));
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      found.addAll(values(child));
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "9999999999",
        "+999999999-12-31T23:59:59Z",
        "\uD83D\uDE00",
        "urn:x y",
        ";;",
        "a@b@c",
        "\u202e"
      })
  void whateverAnIdentityProviderSignsEndsInARefusalOrALogin(String value) {
    Answer answer = scene.answer();
    answer.attributes.put(Answer.AFFILIATION, "a@" + Scene.SCOPE);
    answer.attributes.put("urn:oid:1.2.752.201.3.4", "NO:05068907693");
    answer.attributes.put("urn:oid:1.2.752.201.3.5", "A");
    answer.attributes.put("urn:oid:1.3.6.1.5.5.7.9.1", "1989-06-05");
    answer.attributes.put("urn:oid:2.16.840.1.113730.3.1.241", "Anna");
    answer.attributes.put("urn:oid:1.2.752.201.3.3", "a=b");
    answer.attributes.put("urn:oid:1.2.752.201.3.15", Answer.NUMBER);
    answer.attributes.put("urn:oid:1.2.752.201.3.7", "NO/SE/05068907693");
    String plain = answer.response(answer.assertion());
    for (int i = 0; i < values(Dom.parse(plain)).size(); i++) {
      scene.start(LoginRequest.person("/").withRequired(RequiredIdentity.PERSON));
      String asked = plain.replace(answer.inResponseTo, scene.requestId());
      Document document = Dom.parse(asked);
      Node place = values(document).get(i);
      if (!place.getNodeName().startsWith("xmlns") && !place.getNodeName().equals("ID")) {
        place.setNodeValue(value);
        assertThat(scene.post(scene.signed(Dom.write(document)))).isNotNull();
      }
    }
  }
}
