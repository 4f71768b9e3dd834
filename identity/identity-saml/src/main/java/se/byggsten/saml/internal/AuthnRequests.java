package se.byggsten.saml.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnContextComparisonTypeEnumeration;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.RequestedAuthnContext;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.protocol.SamlException;

/** Writes and signs requests for the HTTP-Redirect binding (Deployment Profile 5). */
public final class AuthnRequests {
  private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

  private final String entityId;
  private final String acsUrl;
  private final CertifiedKey key;

  /** Creates the writer of a service. */
  public AuthnRequests(String entityId, String acsUrl, CertifiedKey key) {
    this.entityId = entityId;
    this.acsUrl = acsUrl;
    this.key = key;
    OpenSaml.parsers();
  }

  /** Returns the request as XML. */
  String write(
      String id,
      Instant issuedAt,
      URI destination,
      Collection<AssuranceLevel> levels,
      boolean forceAuthn) {
    AuthnRequest request = OpenSaml.build(AuthnRequest.class, AuthnRequest.DEFAULT_ELEMENT_NAME);
    request.setID(id);
    request.setVersion(SAMLVersion.VERSION_20);
    request.setIssueInstant(issuedAt);
    request.setDestination(destination.toString());
    request.setAssertionConsumerServiceURL(acsUrl);
    request.setProtocolBinding(SAMLConstants.SAML2_POST_BINDING_URI);
    request.setForceAuthn(forceAuthn);
    request.setIsPassive(false);
    Issuer issuer = OpenSaml.build(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
    issuer.setValue(entityId);
    request.setIssuer(issuer);
    RequestedAuthnContext context =
        OpenSaml.build(RequestedAuthnContext.class, RequestedAuthnContext.DEFAULT_ELEMENT_NAME);
    context.setComparison(AuthnContextComparisonTypeEnumeration.EXACT);
    levels.stream()
        .map(AssuranceLevel::uri)
        .sorted()
        .forEach(
            uri -> {
              AuthnContextClassRef reference =
                  OpenSaml.build(
                      AuthnContextClassRef.class, AuthnContextClassRef.DEFAULT_ELEMENT_NAME);
              reference.setURI(uri);
              context.getAuthnContextClassRefs().add(reference);
            });
    request.setRequestedAuthnContext(context);
    return OpenSaml.write(request);
  }

  /** Returns the address with the signed request. */
  public URI redirect(
      String id,
      Instant issuedAt,
      URI destination,
      Collection<AssuranceLevel> levels,
      boolean forceAuthn,
      String relayState) {
    String xml = write(id, issuedAt, destination, levels, forceAuthn);
    boolean rsa = "RSA".equals(key.privateKey().getAlgorithm());
    String query =
        "SAMLRequest="
            + encode(Base64.getEncoder().encodeToString(deflate(xml)))
            + "&RelayState="
            + encode(relayState)
            + "&SigAlg="
            + encode(rsa ? RSA : ECDSA);
    String all = query + "&Signature=" + encode(sign(query, rsa));
    return URI.create(destination + (destination.getRawQuery() == null ? "?" : "&") + all);
  }

  private String sign(String query, boolean rsa) {
    try {
      // XML signatures write ECDSA values as r and s side by side (RFC 4051, section 2.3.6).
      Signature signature =
          Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
      signature.initSign(key.privateKey());
      signature.update(query.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new SamlException(ErrorCode.of("SAML-KEYS"), "The signing key cannot be used", e);
    }
  }

  private static byte[] deflate(String xml) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(xml.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
