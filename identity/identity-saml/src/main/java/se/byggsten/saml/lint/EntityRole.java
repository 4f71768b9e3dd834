package se.byggsten.saml.lint;

/** What a party does in the federation. */
public enum EntityRole {
  /** A service that people log in to. */
  SP("SPSSODescriptor"),
  /** A provider of identities. */
  IDP("IDPSSODescriptor");

  private final String descriptor;

  EntityRole(String descriptor) {
    this.descriptor = descriptor;
  }

  /** The element of metadata that describes the role. */
  String descriptor() {
    return descriptor;
  }
}
