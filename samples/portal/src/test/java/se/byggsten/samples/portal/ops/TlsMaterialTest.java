package se.byggsten.samples.portal.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
@Timeout(60)
class TlsMaterialTest {
  // The handshake looks at the machine's own time, so these tests start from it.
  private final Instant now = Clock.systemUTC().instant();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
  void aClientThatTrustsTheCaReachesTheServerByEachOfItsNames(String name) throws Exception {
    assertThat(handshake(material(now), folder.resolve("ca.pem"), name)).startsWith("TLSv1.");
  }

  @Test
  void aClientThatTrustsAnotherCaDoesNot(@TempDir Path other) {
    TlsMaterial.in(other, Clock.fixed(now, ZoneOffset.UTC));
    assertThatThrownBy(() -> handshake(material(now), other.resolve("ca.pem"), "localhost"))
        .isInstanceOf(SSLException.class);
  }

  @Test
  void nobodyIsReachedUnderANameOfTheWorld() {
    assertThatThrownBy(() -> handshake(material(now), folder.resolve("ca.pem"), "eksta.se"))
        .isInstanceOf(SSLException.class);
  }

  @Test
  void theSameCertificateServesFromStartToStart() throws Exception {
    byte[] first = Files.readAllBytes(material(now).keyStore().file());
    assertThat(material(now.plus(Duration.ofDays(300))).keyStore().file()).hasBinaryContent(first);
  }

  @Test
  void isRenewedByTheSameCaBeforeItEnds() throws Exception {
    TlsMaterial old = material(now);
    String authority = Files.readString(old.caFile());
    Instant later = now.plus(Duration.ofDays(380));
    TlsMaterial renewed = material(later);
    assertThat(renewed.expires()).isAfter(later.plus(Duration.ofDays(390)));
    assertThat(renewed.caFile()).hasContent(authority);
  }

  @Test
  void aCaThatWouldEndBeforeItsNextCertificateIsReplaced() throws Exception {
    String authority = Files.readString(material(now).caFile());
    TlsMaterial renewed = material(now.plus(Duration.ofDays(4 * 365)));
    assertThat(Files.readString(renewed.caFile())).isNotEqualTo(authority);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has access lists instead of modes")
  void keysAndPasswordAreTheOwnersAlone() throws Exception {
    TlsMaterial material = material(now);
    for (String name : new String[] {"password", "ca.p12", "server.p12"}) {
      assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
          .as(name)
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    assertThat(material.toString()).doesNotContain(material.keyStore().password());
  }

  @Test
  void aDamagedFileGivesACodeAndSaysWhatToDo() throws Exception {
    Files.writeString(material(now).keyStore().file(), "not a key");
    assertThatThrownBy(() -> material(now))
        .isInstanceOf(PortalStartException.class)
        .hasMessageContaining("PORTAL-TLS-UNUSABLE")
        .hasMessageContaining("delete the folder");
  }

  private TlsMaterial material(Instant at) {
    return TlsMaterial.in(folder, Clock.fixed(at, ZoneOffset.UTC));
  }

  /** Meets the server on the loopback address, but expects the given name in its certificate. */
  private static String handshake(TlsMaterial material, Path caFile, String expectedName)
      throws Exception {
    char[] password = material.keyStore().password().toCharArray();
    KeyStore keys = KeyStore.getInstance(material.keyStore().file().toFile(), password);
    KeyManagerFactory keyManagers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(keys, password);
    SSLContext server = SSLContext.getInstance("TLS");
    server.init(keyManagers.getKeyManagers(), null, null);

    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream pem = Files.newInputStream(caFile)) {
      trusted.setCertificateEntry(
          "ca", (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext client = SSLContext.getInstance("TLS");
    client.init(null, trust.getTrustManagers(), null);

    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (SSLServerSocket listening =
        (SSLServerSocket) server.getServerSocketFactory().createServerSocket(0, 1, loopback)) {
      CompletableFuture<Void> served = CompletableFuture.runAsync(() -> acceptOne(listening));
      try (java.net.Socket plain = new java.net.Socket(loopback, listening.getLocalPort());
          SSLSocket socket =
              (SSLSocket)
                  client
                      .getSocketFactory()
                      .createSocket(plain, expectedName, plain.getPort(), true)) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket.getSession().getProtocol();
      } finally {
        served.get(10, TimeUnit.SECONDS);
      }
    }
  }

  private static void acceptOne(SSLServerSocket listening) {
    try (SSLSocket socket = (SSLSocket) listening.accept()) {
      socket.startHandshake();
    } catch (java.io.IOException clientRefused) {
      // The client's side of the story is the one that is asserted.
    }
  }
}
