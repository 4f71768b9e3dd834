package se.byggsten.saml.metadata;

import java.util.Optional;

/**
 * The ways in which a request can go to an identity provider.
 *
 * <p>Source: SAML 2.0 Bindings 3.4 and 3.5; Deployment Profile 5.2 allows no other.
 */
public enum SamlBinding {
  /** In the query of an address that the browser is sent to. */
  REDIRECT("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"),
  /** In a form that the browser posts. */
  POST("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST");

  private final String uri;

  SamlBinding(String uri) {
    this.uri = uri;
  }

  /**
   * Returns the binding with this URI.
   *
   * @param uri the URI, as in the attribute {@code Binding} of metadata
   * @return the binding, or empty when it is another
   */
  public static Optional<SamlBinding> of(String uri) {
    return REDIRECT.uri.equals(uri)
        ? Optional.of(REDIRECT)
        : POST.uri.equals(uri) ? Optional.of(POST) : Optional.empty();
  }

  /**
   * Returns the URI by which metadata name the binding.
   *
   * @return the URI
   */
  public String uri() {
    return uri;
  }
}
