package se.byggsten.saml.lint;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates, good and bad, made once for all tests of the lint. */
final class LintKeys {
  static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

  private static final KeyPair EC = ec("secp256r1");
  private static final KeyPair RSA = rsa(3072);
  private static final KeyPair RSA_2048 = rsa(2048);

  static final String SIGNING = certificate(EC, "SHA256withECDSA");
  static final String ENCRYPTION = certificate(RSA, "SHA256withRSA");
  static final String RSA_3072_OTHER = certificate(sibling(RSA), "SHA256withRSA");
  static final String RSA_2048_BITS = certificate(RSA_2048, "SHA256withRSA");
  static final String RSA_1024_BITS = certificate(rsa(1024), "SHA256withRSA");
  static final String OTHER_CURVE = certificate(ec("secp256k1"), "SHA256withECDSA");
  static final String OF_SHA1 = certificate(RSA, "SHA1withRSA");
  static final String EXPIRED =
      certificate(EC, EC.getPrivate(), "SHA256withECDSA", NOW.minus(Duration.ofDays(1)), "me");
  static final String ISSUED_BY_OTHER =
      certificate(
          EC, RSA_2048.getPrivate(), "SHA256withRSA", NOW.plus(Duration.ofDays(900)), "other");

  private LintKeys() {}

  private static String certificate(KeyPair pair, String algorithm) {
    return certificate(pair, pair.getPrivate(), algorithm, NOW.plus(Duration.ofDays(900)), "me");
  }

  private static String certificate(
      KeyPair pair, PrivateKey signer, String algorithm, Instant until, String issuer) {
    try {
      byte[] der =
          new JcaX509v3CertificateBuilder(
                  new X500Name("CN=" + issuer),
                  BigInteger.ONE,
                  Date.from(NOW.minus(Duration.ofDays(30))),
                  Date.from(until),
                  new X500Name("CN=me"),
                  pair.getPublic())
              .build(
                  new JcaContentSignerBuilder(algorithm)
                      .setProvider(new BouncyCastleProvider())
                      .build(signer))
              .getEncoded();
      return Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    } catch (OperatorCreationException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Another key of the same modulus, which takes no time to make, and is as good for a lint. */
  private static KeyPair sibling(KeyPair pair) {
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair.getPrivate();
    BigInteger one = BigInteger.ONE;
    BigInteger totient = key.getPrimeP().subtract(one).multiply(key.getPrimeQ().subtract(one));
    BigInteger exponent = key.getPublicExponent().nextProbablePrime();
    while (!exponent.gcd(totient).equals(one)) {
      exponent = exponent.nextProbablePrime();
    }
    try {
      KeyFactory factory = KeyFactory.getInstance("RSA");
      BigInteger modulus = key.getModulus();
      return new KeyPair(
          factory.generatePublic(new RSAPublicKeySpec(modulus, exponent)),
          factory.generatePrivate(new RSAPrivateKeySpec(modulus, exponent.modInverse(totient))));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair ec(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
