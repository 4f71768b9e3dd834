package se.byggsten.samples.judges.keycloaksaml;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType.ASTChoiceType;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.rotation.HardcodedKeyLocator;
import org.keycloak.saml.SAMLRequestParser;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;
import org.keycloak.saml.processing.api.saml.v2.sig.SAML2Signature;
import org.keycloak.saml.processing.core.saml.v2.common.SAMLDocumentHolder;
import org.keycloak.saml.processing.core.saml.v2.util.AssertionUtil;
import org.keycloak.saml.validators.ConditionsValidator;
import org.keycloak.saml.validators.DestinationValidator;

/**
 * A service provider made with Keycloak's SAML library, which checks what Keycloak's own service
 * provider does: destination, request, status, signature of the document, issuer, and the
 * conditions of the assertion.
 *
 * <p>Takes {@code request-id base64}, and returns {@code ACCEPTED} with what it reads, or {@code
 * REFUSED} with its reason. Of the JDK's types alone, so that a benchmark can load it apart.
 */
public final class KeycloakSaml implements Function<String, String> {
  private static final int SKEW = 30_000;

  private final String acs;
  private final String idp;
  private final URI sp;
  private final boolean encrypted;
  private final HardcodedKeyLocator keys;
  private final PrivateKey decryption;
  private final DestinationValidator destinations =
      DestinationValidator.forProtocolMap(new String[] {"http=8080", "https=8443"});

  /**
   * Creates the service provider of a scene.
   *
   * @param scene the names, addresses, keys and certificates; {@code encrypted} says whether
   *     assertions must be
   * @throws GeneralSecurityException when a key cannot be read
   */
  public KeycloakSaml(Map<String, String> scene) throws GeneralSecurityException {
    acs = scene.get("acs");
    idp = scene.get("idp");
    sp = URI.create(scene.get("sp"));
    encrypted = Boolean.parseBoolean(scene.get("encrypted"));
    byte[] certificate = Base64.getDecoder().decode(scene.get("idpCertificate"));
    keys =
        new HardcodedKeyLocator(
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate))
                .getPublicKey());
    decryption =
        KeyFactory.getInstance("RSA")
            .generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(scene.get("spKey"))));
  }

  @Override
  public String apply(String requestAndResponse) {
    String[] parts = requestAndResponse.split(" ", 2);
    try {
      return verify(parts[0], parts[1]);
    } catch (Exception | StackOverflowError | NoClassDefFoundError e) {
      // Too deep a message ends in an error, and is not accepted.
      return "REFUSED " + String.valueOf(e).replaceAll("\\s+", " ");
    }
  }

  private String verify(String requestId, String response) throws Exception {
    SAMLDocumentHolder holder = SAMLRequestParser.parseResponsePostBinding(response);
    if (holder == null || !(holder.getSamlObject() instanceof ResponseType)) {
      return "REFUSED no response";
    }
    ResponseType said = (ResponseType) holder.getSamlObject();
    if (!destinations.validate(acs, said.getDestination())) {
      return "REFUSED destination";
    }
    if (!requestId.equals(said.getInResponseTo())) {
      return "REFUSED in response to";
    }
    if (!new SAML2Signature().validate(holder.getSamlDocument(), keys)) {
      return "REFUSED signature";
    }
    if (said.getIssuer() == null || !idp.equals(said.getIssuer().getValue())) {
      return "REFUSED issuer";
    }
    if (!JBossSAMLURIConstants.STATUS_SUCCESS
        .getUri()
        .equals(said.getStatus().getStatusCode().getValue())) {
      return "REFUSED status";
    }
    if (encrypted && !AssertionUtil.isAssertionEncrypted(said)) {
      return "REFUSED not encrypted";
    }
    AssertionType assertion = AssertionUtil.getAssertion(holder, said, decryption);
    if (assertion.getIssuer() == null || !idp.equals(assertion.getIssuer().getValue())) {
      return "REFUSED issuer of the assertion";
    }
    boolean valid =
        new ConditionsValidator.Builder(
                assertion.getID(), assertion.getConditions(), destinations)
            .clockSkewInMillis(SKEW)
            .addAllowedAudience(sp)
            .build()
            .isValid();
    return valid ? "ACCEPTED" + facts(assertion) : "REFUSED conditions";
  }

  private static String facts(AssertionType assertion) {
    Map<String, String> found = new TreeMap<>();
    for (AttributeStatementType statement : assertion.getAttributeStatements()) {
      for (ASTChoiceType choice : statement.getAttributes()) {
        found.put(
            choice.getAttribute().getName(),
            String.valueOf(choice.getAttribute().getAttributeValue()));
      }
    }
    StringBuilder text = new StringBuilder();
    found.forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    return text.toString().replaceAll("\\s+", " ");
  }
}
