package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.identity.LoginResult;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.saml.protocol.SamlProfile;
import se.byggsten.testsupport.MovableClock;
import se.byggsten.testsupport.Pem;

/** Keys from files and from tokens. */
class KeyMaterialTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");
  private static final char[] PASSWORD = "hemligt".toCharArray();

  @TempDir Path folder;

  @Test
  void keepsAKeyInAFileThatOnlyTheOwnerReads() throws IOException {
    Path file = folder.resolve("keys").resolve("sp.p12");
    Scene.SP_NEW.store(file, "hemligt".toCharArray());
    KeyMaterial read = KeyMaterial.load(file, "hemligt".toCharArray());
    assertThat(read.certificate()).isEqualTo(Scene.SP_NEW.certificate());
    assertThat(read.privateKey()).isEqualTo(Scene.SP_NEW.privateKey());
    assertThat(Files.getPosixFilePermissions(file).toString()).doesNotContain("GROUP", "OTHERS");
    assertThat(read.toString()).isEqualTo("KeyMaterial[CN=sp encryption new]");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
    assertCode(() -> KeyMaterial.load(file, "fel".toCharArray()), "SAML-KEYS");
    assertCode(() -> KeyMaterial.load(folder.resolve("none"), new char[0]), "SAML-KEYS");
    Files.write(file, new byte[] {1, 2, 3});
    assertCode(() -> KeyMaterial.load(file, "hemligt".toCharArray()), "SAML-KEYS");
  }

  @Test
  void refusesKeysThatAreWeakOrDoNotBelongTogether() throws Exception {
    assertCode(
        () -> KeyMaterial.of(Scene.SP_NEW.privateKey(), Scene.SP_OLD.certificate()), "SAML-KEYS");
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    assertCode(
        () -> KeyMaterial.of(generator.generateKeyPair().getPrivate(), Scene.SP_OLD.certificate()),
        "SAML-KEYS");
  }

  @Test
  void aNewKeyIsStrongAndValidForAsLongAsAsked() {
    KeyMaterial key =
        KeyMaterial.generate(
            "åäö, \"x\"",
            MovableClock.at(Instant.parse("2026-11-22T10:15:30.123Z")),
            Duration.ofDays(7));
    assertThat(key.certificate().getSigAlgName()).isEqualTo("SHA256withRSA");
    assertThat(key.certificate().getNotAfter().toInstant())
        .isBetween(NOW.plus(Duration.ofDays(7)).minusSeconds(1), NOW.plus(Duration.ofDays(7)));
  }

  @Test
  void readsAKeyAndItsCertificateFromFilesOfText() throws Exception {
    Path certificate =
        write("sp.crt", "Bag Attributes\n" + Pem.of("CERTIFICATE", certificateDer()));
    Path key = write("sp.key", Pem.of("PRIVATE KEY", Scene.SP_NEW.privateKey().getEncoded()));
    assertThat(KeyMaterial.pem(key, certificate).privateKey()).isEqualTo(Scene.SP_NEW.privateKey());
    Path older = write("old.key", written(Scene.SP_NEW.privateKey()));
    assertThat(Files.readString(older)).contains("BEGIN RSA PRIVATE KEY");
    assertThat(KeyMaterial.pem(older, certificate).certificate())
        .isEqualTo(Scene.SP_NEW.certificate());
  }

  @Test
  void readsAnEncryptedKeyWithItsPassword() throws Exception {
    Path certificate = write("sp.crt", Pem.of("CERTIFICATE", certificateDer()));
    Path key = write("sp.key", encrypted(Scene.SP_NEW.privateKey()));
    assertThat(KeyMaterial.pem(key, PASSWORD, certificate).privateKey())
        .isEqualTo(Scene.SP_NEW.privateKey());
    refused(() -> KeyMaterial.pem(key, certificate), "password");
    refused(() -> KeyMaterial.pem(key, "fel".toCharArray(), certificate), "password");
  }

  @Test
  void saysWhatIsWrongWithAFile() throws Exception {
    Path certificate = write("sp.crt", Pem.of("CERTIFICATE", certificateDer()));
    Path key = write("sp.key", Pem.of("PRIVATE KEY", Scene.SP_NEW.privateKey().getEncoded()));
    refused(() -> KeyMaterial.pem(certificate, certificate), "BEGIN PRIVATE KEY");
    refused(() -> KeyMaterial.pem(key, key), "BEGIN CERTIFICATE");
    refused(() -> KeyMaterial.pem(folder.resolve("none"), certificate), "path");
    refused(() -> KeyMaterial.pem(write("large", "x".repeat(70_000)), certificate), "too large");
    refused(
        () -> KeyMaterial.pem(key, write("other.crt", Pem.of("CERTIFICATE", other()))), "another");
  }

  @Property(tries = 50)
  void neverFailsInAnotherWay(@ForAll @Size(max = 300) byte[] noise) throws Exception {
    Path file = Files.createTempFile("noise", ".pem");
    try {
      Files.writeString(file, Pem.of("PRIVATE KEY", noise));
      refused(() -> KeyMaterial.pem(file, file), "");
      Files.write(file, noise);
      refused(() -> KeyMaterial.pem(file, file), "");
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void decryptsAndSignsWithAKeyThatNeverLeavesItsToken() {
    try (FakeToken token = FakeToken.holding(Scene.SP_NEW)) {
      loginWith(token.key());
    }
  }

  /** What a token can do must be enough for a whole login, with every padding that is known. */
  static void loginWith(KeyMaterial key) {
    assertThat(key.privateKey().getEncoded()).as("the key stays where it is").isNull();
    Scene scene =
        Scene.with(
            ServiceProviderConfig.builder(Scene.SP, java.net.URI.create(Scene.ACS))
                .profile(SamlProfile.GENERIC)
                .signingKey(key)
                .encryptionKey(key)
                .encryptionKey(Scene.SP_OLD)
                .description(Scene.description())
                .build(),
            Scene.idp());
    String sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    for (String[] way :
        new String[][] {
          {Crypto.OAEP, null, null},
          {Crypto.OAEP, sha256, null},
          {"http://www.w3.org/2009/xmlenc11#rsa-oaep", sha256, XENC11 + "mgf1sha256"},
          {"http://www.w3.org/2009/xmlenc11#rsa-oaep", sha256, XENC11 + "mgf1sha1"}
        }) {
      scene.start(LoginRequest.person("/"));
      Answer answer = scene.answer();
      String assertion =
          Crypto.encrypt(answer.assertion(), key, Crypto.GCM256, way[0], way[1], way[2]);
      assertThat(scene.post(scene.signed(answer.response(assertion))))
          .as("%s with %s and %s", (Object[]) way)
          .isInstanceOf(LoginResult.Success.class);
    }
    scene.start(LoginRequest.person("/"));
    Answer old = scene.answer();
    scene.accepts(
        scene.signed(
            old.response(
                Crypto.encrypt(old.assertion(), Scene.SP_OLD, Crypto.GCM256, Crypto.OAEP))));
    scene.start(LoginRequest.person("/"));
    Answer foreign = scene.answer();
    scene.refuses(
        scene.signed(
            foreign.response(
                Crypto.encrypt(foreign.assertion(), Scene.OTHER_KEY, Crypto.GCM256, Crypto.OAEP))),
        "SAML-DECRYPTION");
  }

  private static final String XENC11 = "http://www.w3.org/2009/xmlenc11#";

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.US_ASCII);
  }

  private static byte[] certificateDer() throws GeneralSecurityException {
    return Scene.SP_NEW.certificate().getEncoded();
  }

  private static byte[] other() throws GeneralSecurityException {
    return Scene.SP_OLD.certificate().getEncoded();
  }

  private static String written(Object object) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString();
  }

  private static String encrypted(PrivateKey key) throws IOException, OperatorCreationException {
    return written(
        new JcaPKCS8Generator(
            key,
            new JceOpenSSLPKCS8EncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                .setPRF(PKCS8Generator.PRF_HMACSHA256)
                .setProvider(new BouncyCastleProvider())
                .setRandom(new SecureRandom())
                .setPassword(PASSWORD)
                .build()));
  }

  private static void refused(ThrowingCallable load, String because) {
    assertThatThrownBy(load)
        .isInstanceOf(SamlException.class)
        .hasMessageContainingAll("SAML-KEYS", because)
        .hasMessageNotContaining("hemligt");
  }

  private static void assertCode(ThrowingCallable load, String code) {
    assertThatThrownBy(load).isInstanceOf(SamlException.class).hasMessageContaining(code);
  }
}
