package se.byggsten.web;

import se.byggsten.web.internal.Hash;

/** A static file, named after its content so that it can be kept for ever. */
public final class WebAsset {
  private final String fileName;
  private final String mediaType;
  private final byte[] content;

  WebAsset(String name, String mediaType, byte[] content) {
    int dot = name.lastIndexOf('.');
    this.fileName = name.substring(0, dot) + "." + Hash.of(content) + name.substring(dot);
    this.mediaType = mediaType;
    this.content = content.clone();
  }

  /** Returns the name with the hash in it, such as {@code byggsten.0a1b2c3d4e5f.css}. */
  public String fileName() {
    return fileName;
  }

  /** Returns the value of the header {@code Content-Type}. */
  public String mediaType() {
    return mediaType;
  }

  /** Returns the value of the header {@code Cache-Control} (RFC 9111, RFC 8246). */
  public String cacheControl() {
    return "public, max-age=31536000, immutable";
  }

  /** Returns a copy of the content. */
  public byte[] content() {
    return content.clone();
  }

  @Override
  public String toString() {
    return fileName;
  }
}
