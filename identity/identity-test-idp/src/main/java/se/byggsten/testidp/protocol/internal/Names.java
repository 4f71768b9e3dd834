package se.byggsten.testidp.protocol.internal;

/** Namespaces, algorithms and codes of the messages. */
public final class Names {
  /** Namespace of assertions. */
  public static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";

  /** Namespace of requests and responses. */
  public static final String SAMLP = "urn:oasis:names:tc:SAML:2.0:protocol";

  /** Namespace of metadata. */
  public static final String MD = "urn:oasis:names:tc:SAML:2.0:metadata";

  /** Namespace of signatures. */
  public static final String DS = "http://www.w3.org/2000/09/xmldsig#";

  /** Namespace of encryption. */
  public static final String XENC = "http://www.w3.org/2001/04/xmlenc#";

  /** Format of names of attributes. */
  public static final String URI_FORMAT = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";

  /** RSA with SHA-256. */
  public static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

  /** ECDSA with SHA-256. */
  public static final String ECDSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

  /** SHA-256. */
  public static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

  /** AES-256 in CBC, which every service knows. */
  public static final String AES256_CBC = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";

  /** RSA-OAEP with SHA-1, which every service knows. */
  public static final String RSA_OAEP = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";

  /** The status of a login that went well. */
  public static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";

  /** The status of what the service did wrong. */
  public static final String REQUESTER = "urn:oasis:names:tc:SAML:2.0:status:Requester";

  /** The status of what went wrong at the identity provider. */
  public static final String RESPONDER = "urn:oasis:names:tc:SAML:2.0:status:Responder";

  /** personalIdentityNumber. */
  public static final String NUMBER = "urn:oid:1.2.752.29.4.13";

  /** orgAffiliation. */
  public static final String AFFILIATION = "urn:oid:1.2.752.201.3.1";

  private Names() {}
}
