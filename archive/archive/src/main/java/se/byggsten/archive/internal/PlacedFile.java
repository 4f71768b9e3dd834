package se.byggsten.archive.internal;

import java.time.Instant;
import java.util.Optional;

/**
 * A file that has been written into the package.
 *
 * @param path its path from the package's root folder
 * @param mediaType its media type
 * @param createdAt when it was made
 * @param originalName its owner's name for it
 * @param size its size in bytes
 * @param sha256 its SHA-256 in hexadecimal
 */
record PlacedFile(
    String path,
    String mediaType,
    Instant createdAt,
    Optional<String> originalName,
    long size,
    String sha256) {

  /** The id in METS: an xsd:ID, so it begins with a letter. */
  String id() {
    return "file-" + uuid();
  }

  String uuid() {
    return Digests.uuid(path + '\n' + sha256).toString();
  }
}
