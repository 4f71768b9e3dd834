package se.byggsten.saml.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.ErrorCode;
import se.byggsten.saml.protocol.SamlException;

/** Finds keys that live in a hardware security module and never leave it (PKCS#11). */
public final class TokenKeys {
  private static final ErrorCode CODE = ErrorCode.of("SAML-KEYS");

  private TokenKeys() {}

  /** Finds the key of an alias; its certificate comes from the token unless another is given. */
  public static <T> T load(
      Path configuration,
      char[] pin,
      String alias,
      Optional<X509Certificate> certificate,
      BiFunction<PrivateKey, X509Certificate, T> maker) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", provider(configuration));
      store.load(null, pin);
      Key key = store.getKey(alias, pin);
      X509Certificate certified = certificate.orElseGet(() -> certificateOf(store, alias));
      if (key instanceof PrivateKey privateKey && certified != null) {
        return maker.apply(privateKey, certified);
      }
      throw new SamlException(CODE, "The token has no private key of that alias");
    } catch (IOException | GeneralSecurityException | InvalidParameterException e) {
      throw new SamlException(
          CODE, "The token cannot be used: check its configuration file and the PIN", e);
    }
  }

  private static @Nullable X509Certificate certificateOf(KeyStore store, String alias) {
    try {
      return store.getCertificate(alias) instanceof X509Certificate found ? found : null;
    } catch (GeneralSecurityException notLoaded) {
      return null;
    }
  }

  /**
   * The provider of a token. It joins the others of the machine, because a signature is made by the
   * first provider that knows the key.
   */
  private static synchronized Provider provider(Path configuration) {
    Provider general = Security.getProvider("SunPKCS11");
    if (general == null) {
      throw new SamlException(CODE, "This JDK has no provider for PKCS#11");
    }
    Provider ours = general.configure(configuration.toString());
    Provider known = Security.getProvider(ours.getName());
    if (known != null) {
      return known;
    }
    Security.addProvider(ours);
    return ours;
  }
}
