package se.byggsten.saml.lint.internal;

import java.util.Map;

/** Namespaces and other fixed names of SAML metadata. */
public final class Names {
  public static final String MD = "urn:oasis:names:tc:SAML:2.0:metadata";
  public static final String MDUI = "urn:oasis:names:tc:SAML:metadata:ui";
  public static final String MDATTR = "urn:oasis:names:tc:SAML:metadata:attribute";
  public static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
  public static final String ALG = "urn:oasis:names:tc:SAML:metadata:algsupport";
  public static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  public static final String MDORGEXT = "http://id.swedenconnect.se/authn/1.0/md-org-ext/ns";
  public static final String IDPDISC =
      "urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol";
  public static final String HOKSSO =
      "urn:oasis:names:tc:SAML:2.0:profiles:holder-of-key:SSO:browser";
  public static final String SHIBMD = "urn:mace:shibboleth:metadata:1.0";
  public static final String PSC = "http://id.swedenconnect.se/authn/1.0/principal-selection/ns";
  public static final String XML = "http://www.w3.org/XML/1998/namespace";

  public static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
  public static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
  public static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
  public static final String NAME_FORMAT_URI = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";
  public static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
  public static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
  public static final String ENTITY_CATEGORY = "http://macedir.org/entity-category";
  public static final String CERTIFICATION =
      "urn:oasis:names:tc:SAML:attribute:assurance-certification";

  public static final String SIGSERVICE = "http://id.elegnamnden.se/st/1.0/sigservice";
  public static final String PUBLIC_SECTOR = "http://id.elegnamnden.se/st/1.0/public-sector-sp";
  public static final String PRIVATE_SECTOR = "http://id.elegnamnden.se/st/1.0/private-sector-sp";
  public static final String ACCEPTS_COORDINATION_NUMBER =
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
  public static String step(String namespace, String name) {
    String prefix = PREFIXES.get(namespace);
    if (prefix != null) {
      return prefix + ":" + name;
    }
    return "*[local-name()='" + name + "']";
  }

  public static String shown(String namespace, String name) {
    String prefix = PREFIXES.get(namespace);
    return prefix == null ? name : prefix + ":" + name;
  }
}
