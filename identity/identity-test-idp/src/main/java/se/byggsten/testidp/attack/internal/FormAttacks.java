package se.byggsten.testidp.attack.internal;

import se.byggsten.testidp.attack.Attack.Manner;
import se.byggsten.testidp.attack.Attack.Target;

/** The attacks on the reading of XML and on encryption. */
final class FormAttacks {
  private FormAttacks() {}

  static void addTo(AttackList.Adder list) {
    list.add("dtd", Target.XML, Manner.MESSAGE, "Deployment Profile 6.2", "38", HostileXml::dtd);
    list.add(
        "xxe-entity",
        Target.XML,
        Manner.MESSAGE,
        "OWASP, XML External Entity",
        "38",
        HostileXml::entity);
    list.add(
        "xxe-parameter-entity",
        Target.XML,
        Manner.MESSAGE,
        "OWASP, XML External Entity",
        "38",
        HostileXml::parameterEntity);
    list.add(
        "xxe-external-dtd",
        Target.XML,
        Manner.MESSAGE,
        "OWASP, XML External Entity",
        "38",
        HostileXml::externalDtd);
    list.add(
        "billion-laughs",
        Target.XML,
        Manner.MESSAGE,
        "CVE-2003-1564",
        "38",
        HostileXml::billionLaughs);
    list.add(
        "parser-differential",
        Target.XML,
        Manner.MESSAGE,
        "CVE-2025-25291, CVE-2025-25292",
        "38",
        HostileXml::differential);
    list.add(
        "xinclude",
        Target.XML,
        Manner.MESSAGE,
        "OWASP, XML External Entity",
        "36",
        HostileXml::xinclude);
    list.add(
        "schema-location",
        Target.XML,
        Manner.FETCH,
        "OWASP, XML External Entity",
        "36",
        HostileXml::schemaLocation);
    list.add(
        "stylesheet",
        Target.XML,
        Manner.FETCH,
        "OWASP, XML External Entity",
        "36",
        HostileXml::styleSheet);
    list.add(
        "comment-in-number",
        Target.XML,
        Manner.MESSAGE,
        "CVE-2017-11427 and its family",
        "36",
        scene -> HostileXml.cutNumber(scene, "<!-- -->" + HostileXml.REST));
    list.add(
        "instruction-in-number",
        Target.XML,
        Manner.MESSAGE,
        "CVE-2017-11427 and its family",
        "36",
        scene -> HostileXml.cutNumber(scene, "<?cut?>" + HostileXml.REST));
    list.add(
        "cdata-in-number",
        Target.XML,
        Manner.MESSAGE,
        "CVE-2017-11427 and its family",
        "36",
        scene -> HostileXml.cutNumber(scene, "<![CDATA[" + HostileXml.REST + "]]>"));
    list.add(
        "comment-in-name-id",
        Target.XML,
        Manner.NAME,
        "CVE-2017-11427 and its family",
        "36",
        HostileXml::cutName);
    list.add("large", Target.XML, Manner.MESSAGE, "OWASP, SAML Security", "36", HostileXml::large);
    list.add("deep", Target.XML, Manner.MESSAGE, "OWASP, SAML Security", "36", HostileXml::deep);
    list.add(
        "deflate-bomb",
        Target.XML,
        Manner.DEFLATED,
        "OWASP, SAML Security",
        "36",
        HostileXml::bomb);
    list.add(
        "unencrypted",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "Deployment Profile 6.1",
        "37",
        EncryptionAttacks::clear);
    list.add(
        "plain-beside-encrypted",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "Deployment Profile 6.1",
        "37",
        EncryptionAttacks::clearBesideEncrypted);
    list.add(
        "encrypted-id",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "Deployment Profile 6.1",
        "37",
        scene -> EncryptionAttacks.part(scene, "NameID", "EncryptedID"));
    list.add(
        "encrypted-attribute",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "Deployment Profile 6.1",
        "37",
        scene -> EncryptionAttacks.part(scene, "Attribute", "EncryptedAttribute"));
    list.add(
        "cipher-reference-unsigned",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "OpenSAML advisory of 12 December 2022",
        "36",
        scene -> EncryptionAttacks.cipherReference(scene, false));
    list.add(
        "cipher-reference",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "OpenSAML advisory of 12 December 2022",
        "37",
        scene -> scene.signed(EncryptionAttacks.cipherReference(scene, false)));
    list.add(
        "cipher-transform",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "OpenSAML advisory of 12 December 2022",
        "37",
        scene -> scene.signed(EncryptionAttacks.cipherReference(scene, true)));
    list.add(
        "encrypted-key-to-fetch",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "OpenSAML advisory of 12 December 2022",
        "37",
        EncryptionAttacks::keyToFetch);
    list.add(
        "rsa-1-5",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "Deployment Profile 8",
        "59",
        EncryptionAttacks::rsa15);
    list.add(
        "triple-des",
        Target.ENCRYPTION,
        Manner.MESSAGE,
        "Deployment Profile 8",
        "59",
        EncryptionAttacks::tripleDes);
    list.add(
        "decryption-oracle",
        Target.ENCRYPTION,
        Manner.ORACLE,
        "Jager and Somorovsky, How to Break XML Encryption (2011)",
        "36",
        scene -> EncryptionAttacks.unopenable(scene).get(0));
    list.add(
        "decryption-time",
        Target.ENCRYPTION,
        Manner.TIMED,
        "Jager and Somorovsky, How to Break XML Encryption (2011)",
        "36",
        scene -> EncryptionAttacks.unsignedUnopenable(scene).get(0));
  }
}
