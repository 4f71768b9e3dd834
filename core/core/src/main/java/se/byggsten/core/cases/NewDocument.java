package se.byggsten.core.cases;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A document that is about to become part of a case. */
public final class NewDocument {
  /** The media type of text that the service itself has written; files come without charset. */
  public static final String WRITTEN_TEXT = "text/plain; charset=utf-8";

  private final DocumentRole role;
  private final String name;
  private final String mediaType;
  private final byte[] content;
  private final Optional<SecrecyMark> secrecyMark;

  private NewDocument(
      DocumentRole role,
      String name,
      String mediaType,
      byte[] content,
      Optional<SecrecyMark> secrecyMark) {
    this.role = role;
    this.name = name;
    this.mediaType = mediaType;
    this.content = content.clone();
    this.secrecyMark = secrecyMark;
  }

  /**
   * Returns a document without a secrecy mark.
   *
   * @param role what it is in the case
   * @param name its file name for people; may be the citizen's own and thus personal data
   * @param mediaType its IANA media type
   * @param content its bytes
   * @return the document
   * @throws IllegalArgumentException when the name or media type is blank
   */
  public static NewDocument of(DocumentRole role, String name, String mediaType, byte[] content) {
    if (name.isBlank() || mediaType.isBlank()) {
      throw new IllegalArgumentException("A document has a name and a media type");
    }
    return new NewDocument(role, name, mediaType, content, Optional.empty());
  }

  /**
   * Returns a text that the service itself has written, such as what somebody typed in a message; a
   * text file that somebody has sent is none.
   *
   * @param role what it is in the case
   * @param name its file name for people
   * @param text the text
   * @return a document of the type {@link #WRITTEN_TEXT}
   * @throws IllegalArgumentException when the name is blank
   */
  public static NewDocument written(DocumentRole role, String name, String text) {
    return of(role, name, WRITTEN_TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns the same document with a secrecy mark.
   *
   * @param mark the mark
   * @return the marked document
   */
  public NewDocument marked(SecrecyMark mark) {
    return new NewDocument(role, name, mediaType, content, Optional.of(mark));
  }

  /**
   * Returns what the document is in the case.
   *
   * @return the role
   */
  public DocumentRole role() {
    return role;
  }

  /**
   * Returns the file name for people.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns the IANA media type.
   *
   * @return the type, such as {@code application/pdf}
   */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Returns the bytes.
   *
   * @return a copy
   */
  public byte[] content() {
    return content.clone();
  }

  /**
   * Returns the secrecy mark.
   *
   * @return the mark, or empty
   */
  public Optional<SecrecyMark> secrecyMark() {
    return secrecyMark;
  }

  @Override
  public String toString() {
    return "NewDocument[" + role + ", " + mediaType + ", " + content.length + " bytes]";
  }
}
