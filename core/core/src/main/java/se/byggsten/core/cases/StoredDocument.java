package se.byggsten.core.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a document in a case, without its bytes.
 *
 * @param id the document's id
 * @param role what it is in the case
 * @param name its file name for people; may be personal data
 * @param mediaType its IANA media type
 * @param size its size in bytes
 * @param sha256 the SHA-256 of its bytes, 64 lower-case hexadecimal digits
 * @param addedAt when it became part of the case
 * @param secrecyMark its secrecy mark
 */
public record StoredDocument(
    UUID id,
    DocumentRole role,
    String name,
    String mediaType,
    long size,
    String sha256,
    Instant addedAt,
    Optional<SecrecyMark> secrecyMark) {

  @Override
  public String toString() {
    return "StoredDocument[" + id + ", " + role + ", " + mediaType + ", " + size + " bytes]";
  }
}
