package se.byggsten.saml.internal;

import java.util.List;
import java.util.Set;
import net.shibboleth.utilities.java.support.xml.ParserPool;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.EncryptedAssertion;
import org.opensaml.saml.saml2.encryption.Decrypter;
import org.opensaml.saml.saml2.encryption.EncryptedElementTypeEncryptedKeyResolver;
import org.opensaml.security.credential.Credential;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.encryption.support.ChainingEncryptedKeyResolver;
import org.opensaml.xmlsec.encryption.support.DecryptionException;
import org.opensaml.xmlsec.encryption.support.EncryptedKeyResolver;
import org.opensaml.xmlsec.encryption.support.InlineEncryptedKeyResolver;
import org.opensaml.xmlsec.keyinfo.KeyInfoCredentialResolver;
import org.opensaml.xmlsec.keyinfo.impl.StaticKeyInfoCredentialResolver;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.byggsten.saml.protocol.SamlProfile;
import se.byggsten.saml.protocol.SamlRefusal;

/**
 * Decrypts an assertion whose response's signature has been verified, with any of our keys.
 *
 * <p>Before the engine sees it, everything is refused that is not plain cipher values under
 * accepted algorithms: OpenSAML 4.0.1 alone would fetch a {@code CipherReference} and run the
 * transforms in it (OpenSAML advisory of 12 December 2022).
 */
final class AssertionDecryption {
  /** Accepted block ciphers; the GCM ones are declared in our metadata. */
  static final List<String> BLOCK =
      List.of(
          "http://www.w3.org/2009/xmlenc11#aes256-gcm",
          "http://www.w3.org/2009/xmlenc11#aes192-gcm",
          "http://www.w3.org/2009/xmlenc11#aes128-gcm",
          "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
          "http://www.w3.org/2001/04/xmlenc#aes192-cbc",
          "http://www.w3.org/2001/04/xmlenc#aes128-cbc");

  private static final String OAEP = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
  private static final String OAEP_11 = "http://www.w3.org/2009/xmlenc11#rsa-oaep";

  private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
  private static final String XENC11 = "http://www.w3.org/2009/xmlenc11#";
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final Set<String> OAEP_DIGESTS =
      Set.of("http://www.w3.org/2000/09/xmldsig#sha1", "http://www.w3.org/2001/04/xmlenc#sha256");
  private static final Set<String> OAEP_MGFS =
      Set.of(
          "http://www.w3.org/2009/xmlenc11#mgf1sha1", "http://www.w3.org/2009/xmlenc11#mgf1sha256");
  private static final Set<String> XENC_NAMES =
      Set.of(
          "EncryptedData",
          "EncryptedKey",
          "EncryptionMethod",
          "CipherData",
          "CipherValue",
          "KeySize",
          "OAEPparams",
          "ReferenceList",
          "DataReference");
  private static final Set<String> DS_NAMES =
      Set.of(
          "KeyInfo",
          "X509Data",
          "X509Certificate",
          "X509IssuerSerial",
          "X509IssuerName",
          "X509SerialNumber",
          "X509SubjectName",
          "X509SKI",
          "KeyName",
          "KeyValue",
          "RSAKeyValue",
          "Modulus",
          "Exponent",
          "RetrievalMethod",
          "DigestMethod");

  private final List<Credential> credentials;
  private final List<CertifiedKey> tokens;
  private final List<String> transports;

  AssertionDecryption(List<CertifiedKey> pairs, SamlProfile profile) {
    OpenSaml.parsers();
    transports = transports(profile);
    credentials =
        pairs.stream()
            .filter(pair -> !TokenDecryption.isNeededFor(pair.privateKey()))
            .<Credential>map(pair -> new BasicX509Credential(pair.certificate(), pair.privateKey()))
            .toList();
    tokens = pairs.stream().filter(pair -> TokenDecryption.isNeededFor(pair.privateKey())).toList();
  }

  /**
   * Accepted key transports. RSA 1.5 is not among them, and the newer OAEP is outside the Swedish
   * profile, which knows the older one alone, with several digests (Deployment Profile 8.4).
   */
  static List<String> transports(SamlProfile profile) {
    return profile.isSwedish() ? List.of(OAEP) : List.of(OAEP, OAEP_11);
  }

  Assertion decrypt(EncryptedAssertion encrypted) {
    Element element = encrypted.getDOM();
    if (element == null
        || Signatures.children(element, XENC, "EncryptedData").size() != 1
        || element.getElementsByTagNameNS(XENC, "EncryptedKey").getLength() > 2) {
      throw new RefusedException(SamlRefusal.ENCRYPTION_FORM);
    }
    requirePlain(element);
    try {
      // The engine's decrypter is made for one thread.
      Decrypter decrypter = tokens.isEmpty() ? withKeys() : withTokens(element);
      decrypter.setRootInNewDocument(true);
      return decrypter.decrypt(encrypted);
    } catch (DecryptionException | RuntimeException e) {
      // One answer for all reasons, so that nobody learns which step failed (padding oracles).
      throw new RefusedException(SamlRefusal.DECRYPTION, e);
    }
  }

  private Decrypter withKeys() {
    return new LimitedDecrypter(
        null,
        new StaticKeyInfoCredentialResolver(credentials),
        new ChainingEncryptedKeyResolver(
            List.of(
                new InlineEncryptedKeyResolver(), new EncryptedElementTypeEncryptedKeyResolver())));
  }

  /** A decrypter that has the session key already, where a token could decrypt it. */
  private Decrypter withTokens(Element encrypted) {
    List<Credential> sessionKeys = TokenDecryption.sessionKeys(encrypted, tokens);
    return sessionKeys.isEmpty() && !credentials.isEmpty()
        ? withKeys()
        : new LimitedDecrypter(new StaticKeyInfoCredentialResolver(sessionKeys), null, null);
  }

  private void requirePlain(Element parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        String namespace = element.getNamespaceURI();
        String name = element.getLocalName();
        boolean known =
            XENC.equals(namespace)
                ? XENC_NAMES.contains(name)
                : DS.equals(namespace)
                    ? DS_NAMES.contains(name)
                    : XENC11.equals(namespace) && "MGF".equals(name);
        if (!known || !hasAcceptedAlgorithm(element)) {
          throw new RefusedException(SamlRefusal.ENCRYPTION_FORM);
        }
        requirePlain(element);
      }
    }
  }

  private boolean hasAcceptedAlgorithm(Element element) {
    String algorithm = element.getAttribute("Algorithm");
    return switch (element.getLocalName()) {
      case "EncryptionMethod" ->
          "EncryptedKey".equals(element.getParentNode().getLocalName())
              ? transports.contains(algorithm)
              : BLOCK.contains(algorithm);
      case "RetrievalMethod" -> element.getAttribute("URI").startsWith("#");
      case "DigestMethod" -> OAEP_DIGESTS.contains(algorithm);
      case "MGF" -> OAEP_MGFS.contains(algorithm);
      default -> true;
    };
  }

  /** The engine's decrypter reads what it has decrypted without any limit. */
  private static final class LimitedDecrypter extends Decrypter {
    LimitedDecrypter(
        @Nullable KeyInfoCredentialResolver sessionKeys,
        @Nullable KeyInfoCredentialResolver keys,
        @Nullable EncryptedKeyResolver encryptedKeys) {
      super(sessionKeys, keys, encryptedKeys);
    }

    /** To register a pool, as the engine now wishes, would bind its other users in this JVM too. */
    @Override
    @SuppressWarnings("deprecation")
    protected ParserPool buildParserPool() {
      return new DecryptedXml();
    }
  }
}
