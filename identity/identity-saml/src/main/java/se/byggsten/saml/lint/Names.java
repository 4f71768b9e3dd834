package se.byggsten.saml.lint;

import java.util.Map;

/** Namespaces and other fixed names of SAML metadata. */
final class Names {
  static final String MD = "urn:oasis:names:tc:SAML:2.0:metadata";
  static final String MDUI = "urn:oasis:names:tc:SAML:metadata:ui";
  static final String MDATTR = "urn:oasis:names:tc:SAML:metadata:attribute";
  static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
  static final String ALG = "urn:oasis:names:tc:SAML:metadata:algsupport";
  static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  static final String MDORGEXT = "http://id.swedenconnect.se/authn/1.0/md-org-ext/ns";
  static final String IDPDISC = "urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol";
  static final String HOKSSO = "urn:oasis:names:tc:SAML:2.0:profiles:holder-of-key:SSO:browser";
  static final String SHIBMD = "urn:mace:shibboleth:metadata:1.0";
  static final String PSC = "http://id.swedenconnect.se/authn/1.0/principal-selection/ns";
  static final String XML = "http://www.w3.org/XML/1998/namespace";

  static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
  static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
  static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
  static final String NAME_FORMAT_URI = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";
  static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
  static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
  static final String ENTITY_CATEGORY = "http://macedir.org/entity-category";
  static final String CERTIFICATION = "urn:oasis:names:tc:SAML:attribute:assurance-certification";

  static final String SIGSERVICE = "http://id.elegnamnden.se/st/1.0/sigservice";
  static final String PUBLIC_SECTOR = "http://id.elegnamnden.se/st/1.0/public-sector-sp";
  static final String PRIVATE_SECTOR = "http://id.elegnamnden.se/st/1.0/private-sector-sp";
  static final String ACCEPTS_COORDINATION_NUMBER =
      "http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number";

  /** The prefixes that people know the namespaces by, for places. */
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry(MD, "md"),
          Map.entry(MDUI, "mdui"),
          Map.entry(MDATTR, "mdattr"),
          Map.entry(SAML, "saml"),
          Map.entry(ALG, "alg"),
          Map.entry(DS, "ds"),
          Map.entry(MDORGEXT, "mdorgext"),
          Map.entry(IDPDISC, "idpdisc"),
          Map.entry(HOKSSO, "hoksso"),
          Map.entry(SHIBMD, "shibmd"),
          Map.entry(PSC, "psc"));

  private Names() {}

  /** How the element is named in a place; one of a namespace nobody knows is told by a star. */
  static String step(String namespace, String name) {
    String prefix = PREFIXES.get(namespace);
    if (prefix != null) {
      return prefix + ":" + name;
    }
    return "*[local-name()='" + name + "']";
  }

  static String shown(String namespace, String name) {
    String prefix = PREFIXES.get(namespace);
    return prefix == null ? name : prefix + ":" + name;
  }
}
