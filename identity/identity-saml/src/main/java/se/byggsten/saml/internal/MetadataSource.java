package se.byggsten.saml.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.saml.protocol.internal.XmlLimits;

/** Where a metadata document comes from. */
public interface MetadataSource {
  /** As large as any document may be. */
  int LIMIT = XmlLimits.METADATA.bytes();

  /**
   * Fetches the document, unless it is as it was.
   *
   * @throws se.byggsten.saml.protocol.SamlException when it cannot be fetched or is too large
   */
  Fetched fetch(Version held);

  /** Returns what the log calls the source, without anything secret of its address. */
  String name();

  /**
   * How a source tells one version of a document from another.
   *
   * @param tag the entity tag, or a file's size and time
   * @param modified the date as the server wrote it
   */
  record Version(Optional<String> tag, Optional<String> modified) {
    static final Version NONE = new Version(Optional.empty(), Optional.empty());
  }

  /** A document, or that nothing has changed. */
  final class Fetched {
    private final byte @Nullable [] content;
    private final Version version;

    private Fetched(byte @Nullable [] content, Version version) {
      this.content = content;
      this.version = version;
    }

    static Fetched unchanged(Version version) {
      return new Fetched(null, version);
    }

    static Fetched of(byte[] content, Version version) {
      return new Fetched(content, version);
    }

    byte @Nullable [] content() {
      return content;
    }

    Version version() {
      return version;
    }
  }
}
