package se.byggsten.saml.lint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses as metadata give them. */
final class WebAddress {
  private WebAddress() {}

  /** The address, when it is one on the web. */
  static Optional<URI> web(String text) {
    try {
      URI uri = new URI(text.strip());
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getRawAuthority() != null && !uri.getRawAuthority().isEmpty()
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static boolean isTls(String text) {
    return web(text).filter(uri -> "https".equalsIgnoreCase(uri.getScheme())).isPresent();
  }
}
