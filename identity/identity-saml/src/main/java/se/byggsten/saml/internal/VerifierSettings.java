package se.byggsten.saml.internal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import se.byggsten.saml.protocol.SamlProfile;

/**
 * What a service requires of every answer.
 *
 * @param entityId the service's name
 * @param acsUrl where answers are posted
 * @param profile the rules of the federation
 * @param skew by how much the clocks may differ
 * @param maxAuthenticationAge how long ago somebody may have identified themselves
 * @param requiredAttributes the attributes that every answer must hold
 * @param decryptionKeys the keys to try, newest first
 */
public record VerifierSettings(
    String entityId,
    String acsUrl,
    SamlProfile profile,
    Duration skew,
    Duration maxAuthenticationAge,
    Set<String> requiredAttributes,
    List<CertifiedKey> decryptionKeys) {}
