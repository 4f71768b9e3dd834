package se.byggsten.saml.metadata;

import java.util.Set;

/**
 * An identity provider signs with other keys than before.
 *
 * <p>Mostly a planned change. It is also the only trace that somebody leaves who has taken over an
 * identity provider's metadata, so let somebody ask.
 *
 * @param entityId the identity provider's name
 * @param added the new keys, each as the SHA-256 of the public key in hexadecimal
 * @param removed the keys that are gone
 */
public record KeyChange(String entityId, Set<String> added, Set<String> removed) {
  /** Copies the sets. */
  public KeyChange {
    added = Set.copyOf(added);
    removed = Set.copyOf(removed);
  }
}
