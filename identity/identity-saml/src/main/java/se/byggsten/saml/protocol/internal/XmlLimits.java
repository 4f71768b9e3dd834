package se.byggsten.saml.protocol.internal;

/**
 * How much XML from outside is accepted.
 *
 * @param bytes how large
 * @param depth how deep
 * @param elements how many elements and processing instructions
 * @param attributes how many attributes and declarations of namespaces
 */
public record XmlLimits(int bytes, int depth, int elements, int attributes) {
  /** An answer from an identity provider: real ones have 10–30 kB and some hundred elements. */
  public static final XmlLimits RESPONSE = new XmlLimits(256 * 1024, 40, 2000, 10_000);

  /** A whole federation. */
  public static final XmlLimits METADATA =
      new XmlLimits(64 * 1024 * 1024, 60, 1_000_000, 2_000_000);
}
