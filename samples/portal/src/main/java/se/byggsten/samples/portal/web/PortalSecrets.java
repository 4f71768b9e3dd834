package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import se.byggsten.saml.KeyMaterial;

/** The portal's own secrets, made at the first start and kept in files that only it may read. */
final class PortalSecrets {
  private static final int BYTES = 32;

  private final Path folder;

  private PortalSecrets(Path folder) {
    this.folder = folder;
  }

  static PortalSecrets in(Path folder) {
    return new PortalSecrets(folder);
  }

  byte[] csrfKey() {
    return secret("csrf.key");
  }

  byte[] draftKey() {
    return secret("draft.key");
  }

  /** The named key pair, made once. */
  KeyMaterial key(String name, Clock clock, Duration validity) {
    Path file = folder.resolve(name + ".p12");
    char[] password = Base64.getEncoder().encodeToString(secret("keystore.key")).toCharArray();
    if (Files.exists(file)) {
      return KeyMaterial.load(file, password);
    }
    KeyMaterial key = KeyMaterial.generate(name, clock, validity);
    key.store(file, password);
    return key;
  }

  private synchronized byte[] secret(String name) {
    Path file = folder.resolve(name);
    try {
      if (Files.exists(file)) {
        return Files.readAllBytes(file);
      }
      byte[] fresh = new byte[BYTES];
      new SecureRandom().nextBytes(fresh);
      // Renamed when whole, so that a kill leaves no half secret.
      Path part = folder.resolve(name + ".part");
      Files.deleteIfExists(part);
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.createFile(
            part,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.write(part, fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      Files.move(part, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
