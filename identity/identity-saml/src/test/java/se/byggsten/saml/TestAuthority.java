package se.byggsten.saml;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that vouches for servers; the JDK's TLS has a clock of its own: that of today. */
final class TestAuthority {
  private static final char[] PASSWORD = {'x'};
  private static final X500Name NAME = new X500Name("CN=Test authority");

  private final KeyPair pair = pair();
  private final X509Certificate certificate;

  TestAuthority() throws Exception {
    Instant now = Instant.now();
    certificate =
        certificate(pair, NAME, now.plus(Duration.ofDays(1)), Extension.basicConstraints, true);
  }

  /** What a client needs to trust the authority. */
  SSLContext trusted() throws Exception {
    KeyStore store = emptyStore();
    store.setCertificateEntry("authority", certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /** What a server needs that is to be known by this address or name. */
  SSLContext server(String host, Instant until) throws Exception {
    KeyPair own = pair();
    boolean number = Character.isDigit(host.charAt(0));
    GeneralNames names =
        new GeneralNames(
            new GeneralName(number ? GeneralName.iPAddress : GeneralName.dNSName, host));
    X509Certificate its =
        certificate(own, new X500Name("CN=server"), until, Extension.subjectAlternativeName, names);
    KeyStore store = emptyStore();
    store.setKeyEntry("server", own.getPrivate(), PASSWORD, new Certificate[] {its, certificate});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private X509Certificate certificate(
      KeyPair of,
      X500Name name,
      Instant until,
      org.bouncycastle.asn1.ASN1ObjectIdentifier extension,
      Object value)
      throws Exception {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            NAME,
            BigInteger.valueOf(until.toEpochMilli() + name.hashCode()),
            Date.from(until.minus(Duration.ofDays(30))),
            Date.from(until),
            name,
            of.getPublic());
    if (value instanceof GeneralNames names) {
      builder.addExtension(extension, false, names);
    } else {
      builder.addExtension(extension, true, new BasicConstraints(true));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
  }

  private static KeyStore emptyStore() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
