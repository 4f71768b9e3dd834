package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.xml.security.encryption.XMLCipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.identity.LoginResult;

/** Assertions that are encrypted, as they should be, and in other ways. */
class EncryptionTest {
  private final Scene scene = Scene.strict();

  private String encrypted(KeyMaterial recipient, String block, String transport) {
    Answer answer = scene.answer();
    return scene.signed(
        answer.response(Crypto.encrypt(answer.assertion(), recipient, block, transport)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        XMLCipher.AES_128,
        XMLCipher.AES_192,
        XMLCipher.AES_256,
        XMLCipher.AES_128_GCM,
        XMLCipher.AES_192_GCM,
        XMLCipher.AES_256_GCM
      })
  void acceptsTheBlockCiphersOfTheProfile(String block) {
    scene.accepts(encrypted(Scene.SP_NEW, block, Crypto.OAEP));
  }

  @Test
  void acceptsTheNewerKeyTransportOnlyOutsideTheSwedishProfileAndDeclaresIt() {
    String declared = "EncryptionMethod Algorithm=\"" + XMLCipher.RSA_OAEP_11 + "\"";
    Scene lenient = Scene.lenient();
    Answer answer = lenient.answer();
    String assertion =
        Crypto.encrypt(
            answer.assertion(), Scene.SP_NEW, XMLCipher.AES_256_GCM, XMLCipher.RSA_OAEP_11);
    lenient.accepts(lenient.signed(answer.response(assertion)));
    assertThat(lenient.sp.metadataXml()).contains(declared);
    scene.refuses(
        encrypted(Scene.SP_NEW, XMLCipher.AES_256_GCM, XMLCipher.RSA_OAEP_11),
        "SAML-ENCRYPTION-FORM");
    assertThat(scene.sp.metadataXml()).doesNotContain(declared);
  }

  @Test
  void decryptsWithTheOldKeyWhileKeysAreChanged() {
    scene.accepts(encrypted(Scene.SP_OLD, Crypto.GCM256, Crypto.OAEP));
  }

  @Test
  void refusesWhatIsEncryptedForSomebodyElse() {
    scene.refuses(encrypted(Scene.OTHER_KEY, Crypto.GCM256, Crypto.OAEP), "SAML-DECRYPTION");
  }

  @Test
  void refusesRsa15() {
    scene.refuses(
        encrypted(Scene.SP_NEW, Crypto.GCM256, XMLCipher.RSA_v1dot5), "SAML-ENCRYPTION-FORM");
  }

  @Test
  void refusesTripleDes() {
    scene.refuses(
        encrypted(Scene.SP_NEW, XMLCipher.TRIPLEDES, Crypto.OAEP), "SAML-ENCRYPTION-FORM");
  }

  @Test
  void refusesAPlainAssertion() {
    scene.refuses(scene.plain(scene.answer()), "SAML-UNENCRYPTED");
  }

  @Test
  void refusesAPlainAssertionBesideAnEncryptedOne() {
    Answer answer = scene.answer();
    Answer other = scene.answer();
    String both =
        other.assertion()
            + Crypto.encrypt(answer.assertion(), Scene.SP_NEW, Crypto.GCM256, Crypto.OAEP);
    scene.refuses(scene.signed(answer.response(both)), "SAML-UNENCRYPTED");
  }

  @Test
  void refusesTwoAssertions() {
    Answer answer = scene.answer();
    String one = Crypto.encrypt(answer.assertion(), Scene.SP_NEW, Crypto.GCM256, Crypto.OAEP);
    String two =
        Crypto.encrypt(scene.answer().assertion(), Scene.SP_NEW, Crypto.GCM256, Crypto.OAEP);
    scene.refuses(scene.signed(answer.response(one + two)), "SAML-ASSERTION-COUNT");
  }

  @Test
  void refusesTwoPlainAssertionsWherePlainOnesAreAllowed() {
    Scene lenient = Scene.lenient();
    Answer answer = lenient.answer();
    lenient.refuses(
        lenient.signed(answer.response(answer.assertion() + lenient.answer().assertion())),
        "SAML-ASSERTION-COUNT");
  }

  @Test
  void decryptsNothingBeforeTheSignatureIsVerified() {
    Answer answer = scene.answer();
    String response =
        answer.response(
            Crypto.encrypt(answer.assertion(), Scene.SP_NEW, Crypto.GCM256, Crypto.OAEP));
    scene.refuses(Crypto.sign(response, Scene.OTHER_KEY), "SAML-SIGNATURE-INVALID");
  }

  @Test
  void fetchesNoCipherFromAnAddressAndRunsNoTransform() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      listener.setSoTimeout(200);
      Answer answer = scene.answer();
      String reference =
          "<xenc:CipherReference URI=\"http://127.0.0.1:%d/x\"><xenc:Transforms/></xenc:CipherReference>"
              .formatted(listener.getLocalPort());
      String hostile =
          Crypto.encrypt(answer.assertion(), Scene.SP_NEW, Crypto.GCM256, Crypto.OAEP)
              .replaceFirst(
                  "(?s)(</xenc:EncryptedKey>.*?)<xenc:CipherValue>.*?</xenc:CipherValue>",
                  "$1" + reference);
      assertThat(hostile).contains("CipherReference");
      scene.refuses(scene.signed(answer.response(hostile)), "SAML-ENCRYPTION-FORM");
      assertThatCode(listener::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void givesOneAnswerForEveryReasonNotToDecrypt() {
    String right = encrypted(Scene.SP_NEW, XMLCipher.AES_256, Crypto.OAEP);
    assertThat(right).contains("CipherValue");
    for (int place : new int[] {1, 20, 200}) {
      scene.start(LoginRequest.person("/"));
      Answer answer = scene.answer();
      String content =
          Crypto.encrypt(answer.assertion(), Scene.SP_NEW, XMLCipher.AES_256, Crypto.OAEP);
      scene.refuses(scene.signed(answer.response(damaged(content, place))), "SAML-DECRYPTION");
    }
  }

  @Test
  void refusesSomethingElseThanAnAssertionInside() {
    Answer answer = scene.answer();
    String content =
        Crypto.encrypt("<x xmlns=\"urn:x\"/>", Scene.SP_NEW, Crypto.GCM256, Crypto.OAEP);
    LoginResult result = scene.post(scene.signed(answer.response(content)));
    assertThat(result).isInstanceOf(LoginResult.Refused.class);
    assertThat(((LoginResult.Refused) result).code().value()).isEqualTo("SAML-DECRYPTION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "<!DOCTYPE a [<!ENTITY b \"c\">]>%s", "<?xml version=\"1.1\"?>%s"})
  void refusesInsideWhatItRefusesOutside(String around) throws GeneralSecurityException {
    String deep = "<b>".repeat(12_000) + "</b>".repeat(12_000);
    String wide = "<c/>".repeat(3_000);
    for (String more : List.of(deep, wide)) {
      scene.start(LoginRequest.person("/"));
      Answer answer = scene.answer();
      String hostile =
          answer
              .assertion()
              .replaceFirst("<saml2:AuthnStatement", "<saml2:Advice>" + more + "</saml2:Advice>$0");
      String content = withText(around.formatted(hostile));
      LoginResult result = scene.post(scene.signed(answer.response(content)));
      assertThat(result).isInstanceOf(LoginResult.Refused.class);
      assertThat(((LoginResult.Refused) result).code().value())
          .isIn("SAML-DECRYPTION", "SAML-TOO-LARGE");
    }
  }

  /** Encrypts text that no tree of elements could become. */
  private String withText(String text) throws GeneralSecurityException {
    String encrypted =
        Crypto.encrypt(scene.answer().assertion(), Scene.SP_NEW, Crypto.GCM256, Crypto.OAEP);
    Matcher values = Pattern.compile("(?s)<xenc:CipherValue>([^<]+)<").matcher(encrypted);
    assertThat(values.find()).isTrue();
    Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
    rsa.init(Cipher.DECRYPT_MODE, Scene.SP_NEW.privateKey());
    byte[] key = rsa.doFinal(Base64.getMimeDecoder().decode(values.group(1).replace("&#13;", "")));
    assertThat(values.find()).isTrue();
    byte[] nonce = new byte[12];
    Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
    aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    byte[] sealed = aes.doFinal(text.getBytes(StandardCharsets.UTF_8));
    byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
    return encrypted.substring(0, values.start(1))
        + Base64.getEncoder().encodeToString(all)
        + encrypted.substring(values.end(1));
  }

  private static String damaged(String encrypted, int fromTheEnd) {
    int end = encrypted.lastIndexOf("</xenc:CipherValue>");
    int start = encrypted.lastIndexOf("<xenc:CipherValue>", end) + "<xenc:CipherValue>".length();
    byte[] bytes = Base64.getMimeDecoder().decode(encrypted.substring(start, end));
    bytes[bytes.length - fromTheEnd] ^= 0x41;
    return encrypted.substring(0, start)
        + Base64.getEncoder().encodeToString(bytes)
        + encrypted.substring(end);
  }
}
