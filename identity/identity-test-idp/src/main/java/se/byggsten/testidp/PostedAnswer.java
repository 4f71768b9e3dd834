package se.byggsten.testidp;

import java.net.URI;

/**
 * What the browser is to post to the service (HTTP-POST binding).
 *
 * @param action where to
 * @param samlResponse the field {@code SAMLResponse}
 * @param relayState the field {@code RelayState}
 */
public record PostedAnswer(URI action, String samlResponse, String relayState) {
  @Override
  public String toString() {
    return "PostedAnswer[" + action + "]";
  }
}
