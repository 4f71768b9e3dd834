package se.byggsten.samples.portal.ops;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the server's key and certificate lie: a PKCS#12 file and the password that opens it.
 *
 * @param file the PKCS#12 file with one key entry: the server's key, its certificate and the CA's
 *     certificate
 * @param password the password of the file and of the key
 */
public record TlsKeyStore(Path file, String password) {

  /** Checks that both parts are given. */
  public TlsKeyStore {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(password, "password");
  }

  /** Returns the file alone: the password is never written out. */
  @Override
  public String toString() {
    return "TlsKeyStore[" + file + "]";
  }
}
