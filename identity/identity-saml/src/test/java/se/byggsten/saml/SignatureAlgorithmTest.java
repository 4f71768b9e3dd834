package se.byggsten.saml;

import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Right answers, signed by every algorithm of the profile, and by others. */
class SignatureAlgorithmTest {
  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
  private static final String SHA384 = "http://www.w3.org/2001/04/xmldsig-more#sha384";

  private static Scene of(KeyMaterial key) {
    return Scene.with(Scene.idpBuilder().signingCertificate(key.certificate()).build());
  }

  private static String signed(Scene scene, KeyMaterial key, String method, String digest) {
    Answer answer = scene.answer();
    String encrypted = Crypto.encrypt(answer.assertion(), Scene.SP_NEW, Crypto.GCM256, Crypto.OAEP);
    return Crypto.sign(answer.response(encrypted), key.privateKey(), key, method, digest, true);
  }

  @ParameterizedTest
  @CsvSource({
    "rsa-sha256," + DigestMethod.SHA256,
    "rsa-sha384," + SHA384,
    "rsa-sha512," + DigestMethod.SHA512,
    "rsa-sha256," + DigestMethod.SHA512
  })
  void acceptsEveryAlgorithmOfTheProfileByRsa(String method, String digest) {
    Scene scene = of(Scene.IDP_KEY);
    scene.accepts(signed(scene, Scene.IDP_KEY, MORE + method, digest));
  }

  @ParameterizedTest
  @CsvSource({
    "256,ecdsa-sha256," + DigestMethod.SHA256,
    "384,ecdsa-sha384," + SHA384,
    "521,ecdsa-sha512," + DigestMethod.SHA512
  })
  void acceptsEveryAlgorithmAndCurveOfTheProfile(int bits, String method, String digest) {
    KeyMaterial key = Scene.ecKey("idp ec", bits);
    Scene scene = of(key);
    scene.accepts(signed(scene, key, MORE + method, digest));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha224"
      })
  void refusesAlgorithmsThatTheProfileDoesNotNameAndItHasNotDeclared(String method) {
    Scene scene = of(Scene.IDP_KEY);
    scene.refuses(signed(scene, Scene.IDP_KEY, method, DigestMethod.SHA256), "SAML-ALGORITHM");
  }

  @Test
  void refusesARightSignatureByAKeyOfTheOtherKind() {
    Scene scene = of(Scene.ecKey("idp ec", 256));
    scene.refuses(
        signed(scene, Scene.IDP_KEY, SignatureMethod.RSA_SHA256, DigestMethod.SHA256),
        "SAML-SIGNATURE-INVALID");
  }
}
