package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole login with keys in a PKCS#11 module that nobody here wrote (SoftHSM, Debian package
 * {@code softhsm2}), in a process of its own, because the module reads where its tokens are from
 * the environment.
 */
@Tag("judges")
class SoftHsmTest {
  private static final char[] PIN = "1234".toCharArray();
  private static final String ALIAS = "saml";

  @TempDir Path folder;

  @Test
  void aKeyInAHardwareModuleSignsAndDecrypts() throws Exception {
    Path tokens = Files.createDirectory(folder.resolve("tokens"));
    Path settings =
        Files.writeString(
            folder.resolve("softhsm2.conf"),
            "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
    Path configuration =
        Files.writeString(
            folder.resolve("pkcs11.cfg"),
            """
            name = SoftHsm
            library = /usr/lib/softhsm/libsofthsm2.so
            slotListIndex = 0
            attributes(*, CKO_PRIVATE_KEY, *) = {
              CKA_SENSITIVE = true
              CKA_EXTRACTABLE = false
            }
            """);
    run(
        settings,
        List.of(
            "softhsm2-util",
            "--init-token",
            "--free",
            "--label",
            "test",
            "--so-pin",
            "5678",
            "--pin",
            new String(PIN)));
    String said =
        run(
            settings,
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                configuration.toString()));
    assertThat(said).contains("logged in with a key of SunPKCS11-SoftHsm");
  }

  private String run(Path settings, List<String> command) throws Exception {
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SOFTHSM2_CONF", settings.toString());
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    String said = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  /** What the other process does. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws Exception {
      Path configuration = Path.of(arguments[0]);
      bringKey(configuration);
      KeyMaterialTest.loginWith(KeyMaterial.pkcs11(configuration, PIN, ALIAS));
      Provider used =
          Arrays.stream(Security.getProviders())
              .filter(provider -> provider.getName().contains("SoftHsm"))
              .findFirst()
              .orElseThrow();
      System.out.println("logged in with a key of " + used.getName());
    }

    private static void bringKey(Path configuration) throws Exception {
      Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
      KeyStore token = KeyStore.getInstance("PKCS11", provider);
      token.load(null, PIN);
      KeyMaterial made = Scene.key("in the token");
      token.setKeyEntry(ALIAS, made.privateKey(), null, new X509Certificate[] {made.certificate()});
      requireKept(token);
    }

    private static void requireKept(KeyStore token) throws Exception {
      if (token.getKey(ALIAS, PIN).getEncoded() != null) {
        throw new IOException("The token gives its key away");
      }
    }
  }
}
