package se.byggsten.samples.portal.ops.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

/** Reads and writes PKCS#12 files that hold one key. */
public final class KeyFiles {
  private static final String ALIAS = "key";

  private KeyFiles() {}

  /** Writes a key with its chain, private to its owner. */
  public static void write(Path file, String password, PrivateKey key, X509Certificate... chain)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(ALIAS, key, password.toCharArray(), chain);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, password.toCharArray());
    PrivateFiles.write(file, bytes.toByteArray());
  }

  /** Reads the key and its own certificate. */
  public static LocalCertificates.Issued read(Path file, String password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password.toCharArray());
    }
    Key key = store.getKey(ALIAS, password.toCharArray());
    Certificate certificate = store.getCertificate(ALIAS);
    if (!(key instanceof PrivateKey privateKey) || !(certificate instanceof X509Certificate x509)) {
      throw new GeneralSecurityException("The file " + file + " does not hold the expected key");
    }
    return new LocalCertificates.Issued(privateKey, x509);
  }
}
