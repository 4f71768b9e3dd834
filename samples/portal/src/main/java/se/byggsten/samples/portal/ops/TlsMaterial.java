package se.byggsten.samples.portal.ops;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import se.byggsten.samples.portal.ops.internal.KeyFiles;
import se.byggsten.samples.portal.ops.internal.LocalCertificates;
import se.byggsten.samples.portal.ops.internal.PrivateFiles;

/**
 * The certificate of a portal on localhost, and the local CA that signed it; made at the first
 * start.
 *
 * <p>The CA may sign for {@code localhost}, {@code 127.0.0.0/8} and {@code ::1} alone. A
 * certificate with less than 30 days left is renewed by the same CA, so that trust in {@code
 * ca.pem} lasts as long as the CA: five years.
 *
 * @param keyStore the server's key, certificate and chain
 * @param caFile the CA's certificate as PEM, for {@code check --ca}
 * @param expires when the server's certificate ends
 */
public record TlsMaterial(TlsKeyStore keyStore, Path caFile, Instant expires) {
  private static final Duration CA_LIFETIME = Duration.ofDays(5 * 365);
  // Apple's and Mozilla's limit for certificates that browsers accept.
  private static final Duration SERVER_LIFETIME = Duration.ofDays(397);
  private static final Duration RENEW_BEFORE = Duration.ofDays(30);

  /** Checks that all parts are given. */
  public TlsMaterial {
    Objects.requireNonNull(keyStore, "keyStore");
    Objects.requireNonNull(caFile, "caFile");
    Objects.requireNonNull(expires, "expires");
  }

  /**
   * Reads the certificate of a folder; makes or renews it when it is missing or about to end.
   *
   * @param folder the folder of keys and certificates, left to its owner alone; made when missing
   * @param clock the source of time
   * @return the material, valid for at least 30 days
   * @throws PortalStartException {@code PORTAL-TLS-UNUSABLE} when a file in the folder is damaged
   */
  public static TlsMaterial in(Path folder, Clock clock) {
    try {
      PrivateFiles.folder(folder);
      return prepare(folder, clock.instant());
    } catch (IOException | GeneralSecurityException failed) {
      throw new PortalStartException(
          "PORTAL-TLS-UNUSABLE",
          "Certifikaten går inte att läsa; ta bort mappen så görs nya. / The certificates cannot"
              + " be read; delete the folder and new ones are made: "
              + folder,
          failed);
    }
  }

  private static TlsMaterial prepare(Path folder, Instant now)
      throws IOException, GeneralSecurityException {
    Path passwordFile = folder.resolve("password");
    Path authorityFile = folder.resolve("ca.p12");
    Path serverFile = folder.resolve("server.p12");
    Path caFile = folder.resolve("ca.pem");
    if (!Files.exists(passwordFile)) {
      // What an older password closed can never be opened again.
      Files.deleteIfExists(authorityFile);
      PrivateFiles.write(passwordFile, newPassword());
    }
    String password = Files.readString(passwordFile, StandardCharsets.UTF_8);
    if (!Files.exists(authorityFile)
        || endsSoon(KeyFiles.read(authorityFile, password), now, SERVER_LIFETIME)) {
      Files.deleteIfExists(serverFile);
      LocalCertificates.Issued made = LocalCertificates.authority(now, CA_LIFETIME);
      KeyFiles.write(authorityFile, password, made.key(), made.certificate());
    }
    LocalCertificates.Issued authority = KeyFiles.read(authorityFile, password);
    PrivateFiles.write(caFile, LocalCertificates.pem(authority.certificate()));
    if (!Files.exists(serverFile)
        || endsSoon(KeyFiles.read(serverFile, password), now, RENEW_BEFORE)) {
      LocalCertificates.Issued made = LocalCertificates.server(authority, now, SERVER_LIFETIME);
      KeyFiles.write(serverFile, password, made.key(), made.certificate(), authority.certificate());
    }
    LocalCertificates.Issued server = KeyFiles.read(serverFile, password);
    return new TlsMaterial(
        new TlsKeyStore(serverFile, password),
        caFile,
        server.certificate().getNotAfter().toInstant());
  }

  /** A CA must outlive what it signs, so it ends "soon" a whole server lifetime ahead. */
  private static boolean endsSoon(LocalCertificates.Issued issued, Instant now, Duration ahead) {
    return issued.certificate().getNotAfter().toInstant().isBefore(now.plus(ahead));
  }

  private static String newPassword() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
