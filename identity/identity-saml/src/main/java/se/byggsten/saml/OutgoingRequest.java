package se.byggsten.saml;

import java.net.URI;
import java.util.Map;

/**
 * How the browser is to carry a request to the identity provider.
 *
 * <p>Source: SAML 2.0 Bindings, sections 3.4 and 3.5.
 */
public sealed interface OutgoingRequest {
  /**
   * Returns where the browser goes.
   *
   * @return the address, without the message
   */
  URI destination();

  /**
   * The browser is redirected (HTTP-Redirect binding).
   *
   * @param address the address with the signed request; not for logs
   */
  record Redirect(URI address) implements OutgoingRequest {
    @Override
    public URI destination() {
      return URI.create(address.toString().replaceFirst("[?&]SAMLRequest=.*$", ""));
    }

    @Override
    public String toString() {
      return "Redirect[" + address.getHost() + "]";
    }
  }

  /**
   * The browser posts a form (HTTP-POST binding).
   *
   * @param destination where to
   * @param fields the hidden fields by name
   */
  record Post(URI destination, Map<String, String> fields) implements OutgoingRequest {
    /** Copies the fields. */
    public Post {
      fields = Map.copyOf(fields);
    }

    @Override
    public String toString() {
      return "Post[" + destination.getHost() + "]";
    }
  }
}
