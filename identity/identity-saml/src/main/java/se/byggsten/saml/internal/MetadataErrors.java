package se.byggsten.saml.internal;

import se.byggsten.core.ErrorCode;

/** The codes of what can be wrong with metadata. */
public final class MetadataErrors {
  /** No XML, or hostile XML. */
  public static final ErrorCode XML = ErrorCode.of("SAML-METADATA-XML");

  /** Larger, deeper or with more parts than any real federation. */
  public static final ErrorCode TOO_LARGE = ErrorCode.of("SAML-METADATA-TOO-LARGE");

  /** Not signed by the expected key. */
  public static final ErrorCode SIGNATURE = ErrorCode.of("SAML-METADATA-SIGNATURE");

  /** Not valid any more. */
  public static final ErrorCode EXPIRED = ErrorCode.of("SAML-METADATA-EXPIRED");

  /** Valid for longer than is believed. */
  public static final ErrorCode VALIDITY = ErrorCode.of("SAML-METADATA-VALIDITY");

  /** Older than what has been accepted before. */
  public static final ErrorCode OLDER = ErrorCode.of("SAML-METADATA-OLDER");

  /** Not metadata, or not of those asked for. */
  public static final ErrorCode CONTENT = ErrorCode.of("SAML-METADATA-CONTENT");

  /** Cannot be fetched. */
  public static final ErrorCode FETCH = ErrorCode.of("SAML-METADATA-FETCH");

  /** Comes from a server that does not prove who it is. */
  public static final ErrorCode TLS = ErrorCode.of("SAML-METADATA-TLS");

  private MetadataErrors() {}
}
