package se.byggsten.samples.benchmarks.saml.peer;

import java.io.ByteArrayInputStream;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import net.shibboleth.utilities.java.support.component.ComponentInitializationException;
import net.shibboleth.utilities.java.support.xml.BasicParserPool;
import org.opensaml.core.config.InitializationException;
import org.opensaml.core.config.InitializationService;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.schema.XSString;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.common.assertion.ValidationContext;
import org.opensaml.saml.common.assertion.ValidationResult;
import org.opensaml.saml.saml2.assertion.SAML20AssertionValidator;
import org.opensaml.saml.saml2.assertion.SAML2AssertionValidationParameters;
import org.opensaml.saml.saml2.assertion.impl.AudienceRestrictionConditionValidator;
import org.opensaml.saml.saml2.assertion.impl.AuthnStatementValidator;
import org.opensaml.saml.saml2.assertion.impl.BearerSubjectConfirmationValidator;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AttributeStatement;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.core.StatusCode;
import org.opensaml.saml.saml2.encryption.Decrypter;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.credential.Credential;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.encryption.support.InlineEncryptedKeyResolver;
import org.opensaml.xmlsec.keyinfo.KeyInfoCredentialResolver;
import org.opensaml.xmlsec.keyinfo.impl.StaticKeyInfoCredentialResolver;
import org.opensaml.xmlsec.signature.support.SignatureValidator;
import se.byggsten.saml.KeyMaterial;

/**
 * A service provider written straight on OpenSAML, by somebody who knows it: what its classes check
 * is asked for, and nothing more. It keeps no marks against replay and knows no rules of Sweden.
 */
public final class RawOpenSaml implements Function<String, String> {
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final Duration MAX_AGE = Duration.ofMinutes(3);

  private final BasicParserPool parsers;
  private final String idp;
  private final String sp;
  private final String acs;
  private final boolean encrypted;
  private final Credential signer;
  private final KeyInfoCredentialResolver keys;
  private final SAMLSignatureProfileValidator profile = new SAMLSignatureProfileValidator();
  private final SAML20AssertionValidator validator;

  /**
   * Creates the service provider of a scene.
   *
   * @param scene the names and addresses; {@code encrypted} says whether assertions must be
   * @param identityProvider the certificate of who signs
   * @param decryption the key to which assertions are encrypted
   */
  public RawOpenSaml(
      Map<String, String> scene, X509Certificate identityProvider, KeyMaterial decryption) {
    idp = Objects.requireNonNull(scene.get("idp"));
    sp = Objects.requireNonNull(scene.get("sp"));
    acs = Objects.requireNonNull(scene.get("acs"));
    encrypted = Boolean.parseBoolean(scene.get("encrypted"));
    try {
      InitializationService.initialize();
      parsers = new BasicParserPool();
      parsers.initialize();
    } catch (InitializationException | ComponentInitializationException e) {
      throw new IllegalStateException("OpenSAML does not start", e);
    }
    signer = new BasicX509Credential(identityProvider);
    keys =
        new StaticKeyInfoCredentialResolver(
            new BasicX509Credential(decryption.certificate(), decryption.privateKey()));
    validator =
        new SAML20AssertionValidator(
            List.of(new AudienceRestrictionConditionValidator()),
            List.of(new BearerSubjectConfirmationValidator()),
            List.of(new AuthnStatementValidator()),
            null,
            profile);
  }

  @Override
  public String apply(String requestAndResponse) {
    int space = requestAndResponse.indexOf(' ');
    try {
      return verify(
          requestAndResponse.substring(0, space), requestAndResponse.substring(space + 1));
    } catch (Exception e) {
      return "REFUSED " + e;
    }
  }

  private String verify(String requestId, String base64) throws Exception {
    XMLObject read =
        XMLObjectSupport.unmarshallFromInputStream(
            parsers, new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    if (!(read instanceof Response response) || response.getSignature() == null) {
      return "REFUSED no signed response";
    }
    profile.validate(response.getSignature());
    SignatureValidator.validate(response.getSignature(), signer);
    Instant now = Instant.now();
    if (!idp.equals(response.getIssuer().getValue())
        || !acs.equals(response.getDestination())
        || !requestId.equals(response.getInResponseTo())
        || response.getIssueInstant().isAfter(now.plus(SKEW))
        || response.getIssueInstant().isBefore(now.minus(MAX_AGE).minus(SKEW))
        || !StatusCode.SUCCESS.equals(response.getStatus().getStatusCode().getValue())
        || response.getAssertions().size() != (encrypted ? 0 : 1)
        || response.getEncryptedAssertions().size() != (encrypted ? 1 : 0)) {
      return "REFUSED response";
    }
    Assertion assertion =
        encrypted
            ? decrypter().decrypt(response.getEncryptedAssertions().get(0))
            : response.getAssertions().get(0);
    ValidationContext context = context(requestId);
    if (validator.validate(assertion, context) != ValidationResult.VALID) {
      return "REFUSED " + context.getValidationFailureMessage();
    }
    return "ACCEPTED " + attributes(assertion);
  }

  /** The engine's decrypter is made for one thread. */
  private Decrypter decrypter() {
    Decrypter decrypter = new Decrypter(null, keys, new InlineEncryptedKeyResolver());
    decrypter.setRootInNewDocument(true);
    return decrypter;
  }

  private ValidationContext context(String requestId) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(SAML2AssertionValidationParameters.CLOCK_SKEW, SKEW);
    parameters.put(SAML2AssertionValidationParameters.SIGNATURE_REQUIRED, false);
    parameters.put(SAML2AssertionValidationParameters.VALID_ISSUERS, Set.of(idp));
    parameters.put(SAML2AssertionValidationParameters.COND_VALID_AUDIENCES, Set.of(sp));
    parameters.put(SAML2AssertionValidationParameters.SC_VALID_RECIPIENTS, Set.of(acs));
    parameters.put(SAML2AssertionValidationParameters.SC_VALID_IN_RESPONSE_TO, requestId);
    parameters.put(SAML2AssertionValidationParameters.SC_RECIPIENT_REQUIRED, true);
    parameters.put(SAML2AssertionValidationParameters.SC_IN_RESPONSE_TO_REQUIRED, true);
    parameters.put(SAML2AssertionValidationParameters.SC_NOT_ON_OR_AFTER_REQUIRED, true);
    parameters.put(SAML2AssertionValidationParameters.SC_CHECK_ADDRESS, false);
    parameters.put(SAML2AssertionValidationParameters.STMT_AUTHN_CHECK_ADDRESS, false);
    parameters.put(SAML2AssertionValidationParameters.STMT_AUTHN_MAX_TIME, Duration.ofMinutes(60));
    return new ValidationContext(parameters);
  }

  private static Map<String, String> attributes(Assertion assertion) {
    Map<String, String> found = new TreeMap<>();
    for (AttributeStatement statement : assertion.getAttributeStatements()) {
      for (Attribute attribute : statement.getAttributes()) {
        for (XMLObject value : attribute.getAttributeValues()) {
          if (value instanceof XSString string) {
            found.put(attribute.getName(), string.getValue());
          }
        }
      }
    }
    return found;
  }
}
