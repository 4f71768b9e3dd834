package se.byggsten.saml.metadata;

import se.byggsten.core.ErrorCode;

/**
 * Is told what happens to the metadata that a service fetches, to raise alarms.
 *
 * <p>Called by the thread that fetches: return soon. What is thrown is logged and otherwise
 * ignored.
 */
public interface MetadataListener {
  /**
   * Metadata were fetched, or found unchanged.
   *
   * @param health how it stands now
   */
  default void refreshed(MetadataHealth health) {}

  /**
   * Metadata could not be fetched or were refused; the last good copy stays in use.
   *
   * @param code what went wrong, beginning with {@code SAML-METADATA}
   * @param health how it stands now
   */
  default void failed(ErrorCode code, MetadataHealth health) {}

  /**
   * An identity provider signs with other keys than when it was last seen.
   *
   * @param change which
   */
  default void keysChanged(KeyChange change) {}
}
