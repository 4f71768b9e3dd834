package se.byggsten.testidp.attack.internal;

import se.byggsten.testidp.attack.Attack.Manner;
import se.byggsten.testidp.attack.Attack.Target;
import se.byggsten.testidp.protocol.internal.AnswerWriter;

/** The attacks on signatures. */
final class SignatureAttacks {
  private SignatureAttacks() {}

  static void addTo(AttackList.Adder list) {
    list.add(
        "xsw-1-response",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012)",
        "36",
        scene -> Wrapping.response(scene, 1));
    list.add(
        "xsw-2-response",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012)",
        "36",
        scene -> Wrapping.response(scene, 2));
    list.add(
        "xsw-4-response",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012)",
        "36",
        scene -> Wrapping.response(scene, 4));
    list.add(
        "xsw-7-response",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012)",
        "36",
        scene -> Wrapping.response(scene, 7));
    list.add(
        "xsw-8-response",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012)",
        "36",
        scene -> Wrapping.response(scene, 8));
    list.add(
        "xsw-3-assertion",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012); CVE-2025-47949",
        "36 37",
        scene -> Wrapping.assertion(scene, 3));
    list.add(
        "xsw-4-assertion",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012)",
        "36 37",
        scene -> Wrapping.assertion(scene, 4));
    list.add(
        "xsw-5-assertion",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012)",
        "36 37",
        scene -> Wrapping.assertion(scene, 5));
    list.add(
        "xsw-6-assertion",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012)",
        "36 37",
        scene -> Wrapping.assertion(scene, 6));
    list.add(
        "xsw-7-assertion",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012)",
        "36 37",
        scene -> Wrapping.assertion(scene, 7));
    list.add(
        "xsw-8-assertion",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012)",
        "36 37",
        scene -> Wrapping.assertion(scene, 8));
    list.add(
        "xsw-3-encrypted",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012); CVE-2024-6800",
        "36",
        scene -> Wrapping.encrypted(scene, 3));
    list.add(
        "xsw-4-encrypted",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012); CVE-2024-6800",
        "36",
        scene -> Wrapping.encrypted(scene, 4));
    list.add(
        "xsw-5-encrypted",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012); CVE-2024-6800",
        "36",
        scene -> Wrapping.encrypted(scene, 5));
    list.add(
        "xsw-6-encrypted",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012); CVE-2024-6800",
        "36",
        scene -> Wrapping.encrypted(scene, 6));
    list.add(
        "xsw-7-encrypted",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012); CVE-2024-6800",
        "36",
        scene -> Wrapping.encrypted(scene, 7));
    list.add(
        "xsw-8-encrypted",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012); CVE-2024-6800",
        "36",
        scene -> Wrapping.encrypted(scene, 8));
    list.add(
        "assertion-appended",
        Target.ASSERTION,
        Manner.MESSAGE,
        "CVE-2020-5407, CVE-2022-41912",
        "36 37",
        Wrapping::appended);
    list.add(
        "assertion-appended-encrypted",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "CVE-2020-5407, CVE-2022-41912",
        "36",
        Wrapping::appendedEncrypted);
    list.add(
        "signature-removed-response",
        Target.RESPONSE,
        Manner.MESSAGE,
        "SAML Raider, signature exclusion",
        "36",
        scene -> scene.encrypted(scene.victim()));
    list.add(
        "signature-removed-assertion",
        Target.ASSERTION,
        Manner.MESSAGE,
        "SAML Raider, signature exclusion",
        "36 37",
        scene -> AnswerWriter.unencrypted(scene.victim()));
    list.add(
        "signed-assertion-only",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.1",
        "36 37",
        scene -> scene.assertionSigned(scene.draft()));
    list.add(
        "certificate-faked-response",
        Target.RESPONSE,
        Manner.MESSAGE,
        "SAML Raider, certificate faking",
        "36",
        SignatureForgery::byStranger);
    list.add(
        "certificate-faked-assertion",
        Target.ASSERTION,
        Manner.MESSAGE,
        "SAML Raider, certificate faking",
        "36",
        SignatureForgery::assertionByStranger);
    list.add(
        "certificate-borrowed",
        Target.RESPONSE,
        Manner.MESSAGE,
        "SAML Raider, certificate faking",
        "36",
        SignatureForgery::underRightCertificate);
    list.add(
        "other-entity-key",
        Target.RESPONSE,
        Manner.SECOND,
        "Deployment Profile 6.3.1",
        "36",
        SignatureForgery::bySibling);
    list.add(
        "sha1-signature",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Deployment Profile 8",
        "58 59",
        SignatureForgery::sha1Signature);
    list.add(
        "sha1-digest",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Deployment Profile 8",
        "58 59",
        SignatureForgery::sha1Digest);
    list.add(
        "hmac-public-key",
        Target.RESPONSE,
        Manner.MESSAGE,
        "XML Signature Best Practices",
        "58 59",
        SignatureForgery::hmac);
    list.add(
        "algorithm-none",
        Target.RESPONSE,
        Manner.MESSAGE,
        "XML Signature Best Practices",
        "58 59",
        scene -> SignatureForgery.rewritten(scene, "none", ""));
    list.add(
        "signature-empty",
        Target.RESPONSE,
        Manner.MESSAGE,
        "XML Signature Best Practices",
        "36",
        scene -> SignatureForgery.rewritten(scene, scene.maker().method(), ""));
    list.add(
        "ecdsa-zero",
        Target.RESPONSE,
        Manner.MESSAGE,
        "CVE-2022-21449",
        "36",
        SignatureForgery::ecdsaZero);
    list.add(
        "duplicate-id",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Somorovsky and others, On Breaking SAML (2012)",
        "36",
        Wrapping::responseOfTheSameId);
    list.add(
        "multiple-signed-info",
        Target.RESPONSE,
        Manner.MESSAGE,
        "CVE-2025-29774",
        "36",
        SignatureForgery::twoSignedInfos);
    list.add(
        "digest-comment",
        Target.RESPONSE,
        Manner.MESSAGE,
        "CVE-2025-29775",
        "36",
        SignatureForgery::commentInDigest);
    list.add(
        "digest-smuggling",
        Target.ASSERTION,
        Manner.MESSAGE,
        "CVE-2024-45409",
        "36",
        SignatureForgery::smuggledDigest);
    list.add(
        "void-canonicalization",
        Target.RESPONSE,
        Manner.MESSAGE,
        "CVE-2025-66568",
        "36",
        SignatureForgery::voidCanonicalization);
    list.add(
        "namespace-confusion",
        Target.RESPONSE,
        Manner.MESSAGE,
        "CVE-2025-66567",
        "36",
        SignatureForgery::namespaceConfusion);
    list.add(
        "stolen-signature",
        Target.RESPONSE,
        Manner.MESSAGE,
        "XML Signature Best Practices",
        "36",
        SignatureForgery::stolen);
    list.add(
        "stolen-signature-encrypted",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "CVE-2024-6800, CVE-2024-9487",
        "36",
        SignatureForgery::stolenInEncrypted);
    list.add(
        "unsigned-reread",
        Target.ASSERTION,
        Manner.MESSAGE,
        "CVE-2025-54419, CVE-2025-54369",
        "36",
        Wrapping::unsignedReread);
    list.add(
        "reference-to-fetch",
        Target.RESPONSE,
        Manner.MESSAGE,
        "XML Signature Best Practices",
        "36",
        SignatureForgery::externalReference);
    list.add(
        "transform-in-signature",
        Target.RESPONSE,
        Manner.MESSAGE,
        "XML Signature Best Practices",
        "36",
        SignatureForgery::transform);
    list.add(
        "key-to-fetch",
        Target.RESPONSE,
        Manner.MESSAGE,
        "XML Signature Best Practices",
        "36",
        SignatureForgery::keyToFetch);
  }
}
