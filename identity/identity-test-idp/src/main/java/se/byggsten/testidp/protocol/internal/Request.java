package se.byggsten.testidp.protocol.internal;

import java.util.List;
import java.util.Map;

/**
 * A request whose signature has been verified.
 *
 * @param id the id of the request
 * @param service who asks
 * @param acsUrl where the answer goes
 * @param relayState what goes back with the answer, or an empty text when nothing came
 * @param levels the URIs of the levels that are asked for
 * @param forceAuthn whether the person must identify themselves anew
 * @param principal the attributes of the person whom the service expects, by name
 * @param messages what the service wants to tell the person, by language
 * @param scoping the identity providers that the request names, as an agent between would read it
 */
public record Request(
    String id,
    ServiceMetadata service,
    String acsUrl,
    String relayState,
    List<String> levels,
    boolean forceAuthn,
    Map<String, String> principal,
    Map<String, String> messages,
    List<String> scoping) {
  @Override
  public String toString() {
    return "Request[" + id + "]";
  }
}
