package se.byggsten.conformance.http.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whom the kit trusts: the system's authorities, or those of a file given on the command line. */
public final class Trust {
  private Trust() {}

  /**
   * Returns a context that trusts the certificates of the file, and no others; the system's when no
   * file is given.
   */
  public static SSLContext context(Optional<Path> ca) throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    if (ca.isEmpty()) {
      context.init(null, null, null);
      return context;
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int count = 0;
    try (InputStream in = Files.newInputStream(ca.get())) {
      for (Certificate c : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("ca" + count++, c);
      }
    }
    if (count == 0) {
      throw new GeneralSecurityException("no certificate in the file");
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
