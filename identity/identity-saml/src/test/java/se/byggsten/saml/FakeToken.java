package se.byggsten.saml;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.crypto.CipherSpi;

/**
 * A token in software, which offers what the JDK's PKCS#11 provider offers: signatures, and RSA
 * without padding, by a key that cannot be read. {@link SoftHsmTest} asks a real module.
 */
final class FakeToken implements AutoCloseable {
  private static final String NAME = "FakeToken";

  private final KeyMaterial key;

  private FakeToken(KeyMaterial key) {
    this.key = key;
  }

  static FakeToken holding(KeyMaterial held) {
    Security.addProvider(new Offers());
    return new FakeToken(
        KeyMaterial.of(new Hidden((RSAPrivateKey) held.privateKey()), held.certificate()));
  }

  KeyMaterial key() {
    return key;
  }

  @Override
  public void close() {
    Security.removeProvider(NAME);
  }

  /** A key that can be used and not read. */
  private static final class Hidden implements PrivateKey {
    private static final long serialVersionUID = 1L;
    private final RSAPrivateKey secret;

    Hidden(RSAPrivateKey secret) {
      this.secret = secret;
    }

    @Override
    public String getAlgorithm() {
      return "RSA";
    }

    @Override
    public String getFormat() {
      return null;
    }

    @Override
    public byte[] getEncoded() {
      return null;
    }
  }

  private static final class Offers extends Provider {
    private static final long serialVersionUID = 1L;

    Offers() {
      super(NAME, "1", "A token in software");
      putService(new Offer(this, "Signature", "SHA256withRSA"));
      putService(new Offer(this, "Cipher", "RSA/ECB/NoPadding"));
    }
  }

  private static final class Offer extends Provider.Service {
    Offer(Provider provider, String type, String algorithm) {
      super(provider, type, algorithm, Offer.class.getName(), List.of(), Map.of());
    }

    @Override
    public boolean supportsParameter(Object parameter) {
      return parameter instanceof Hidden;
    }

    @Override
    public Object newInstance(Object parameter) {
      return getType().equals("Cipher") ? new PlainRsa() : new Signing();
    }
  }

  private static final class Signing extends SignatureSpi {
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private PrivateKey key;

    @Override
    protected void engineInitSign(PrivateKey privateKey) {
      key = ((Hidden) privateKey).secret;
    }

    @Override
    protected void engineUpdate(byte b) {
      data.write(b);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) {
      data.write(bytes, offset, length);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
      try {
        Signature real = Signature.getInstance("SHA256withRSA");
        real.initSign(key);
        real.update(data.toByteArray());
        return real.sign();
      } catch (GeneralSecurityException e) {
        throw new SignatureException(e);
      }
    }

    @Override
    protected void engineInitVerify(PublicKey publicKey) throws InvalidKeyException {
      throw new InvalidKeyException("A token signs");
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
      return false;
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
      throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new UnsupportedOperationException();
    }
  }

  /** RSA as it stands in the books: no padding at all. */
  private static final class PlainRsa extends CipherSpi {
    private RSAPrivateKey key;

    @Override
    protected void engineInit(int mode, Key given, SecureRandom random) {
      key = ((Hidden) given).secret;
    }

    @Override
    protected void engineInit(
        int mode, Key given, AlgorithmParameterSpec spec, SecureRandom random) {
      engineInit(mode, given, random);
    }

    @Override
    protected void engineInit(
        int mode, Key given, AlgorithmParameters parameters, SecureRandom random) {
      engineInit(mode, given, random);
    }

    @Override
    protected byte[] engineDoFinal(byte[] input, int offset, int length) {
      byte[] block = Arrays.copyOfRange(input, offset, offset + length);
      byte[] plain =
          new BigInteger(1, block).modPow(key.getPrivateExponent(), key.getModulus()).toByteArray();
      byte[] whole = new byte[length];
      int copied = Math.min(plain.length, length);
      System.arraycopy(plain, plain.length - copied, whole, length - copied, copied);
      return whole;
    }

    @Override
    protected int engineDoFinal(
        byte[] input, int offset, int length, byte[] output, int outputOffset) {
      byte[] whole = engineDoFinal(input, offset, length);
      System.arraycopy(whole, 0, output, outputOffset, whole.length);
      return whole.length;
    }

    @Override
    protected byte[] engineUpdate(byte[] input, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected int engineUpdate(
        byte[] input, int offset, int length, byte[] output, int outputOffset) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void engineSetMode(String mode) {}

    @Override
    protected void engineSetPadding(String padding) {}

    @Override
    protected int engineGetBlockSize() {
      return 0;
    }

    @Override
    protected int engineGetOutputSize(int length) {
      return length;
    }

    @Override
    protected byte[] engineGetIV() {
      return null;
    }

    @Override
    protected AlgorithmParameters engineGetParameters() {
      return null;
    }
  }
}
