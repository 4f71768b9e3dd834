package se.byggsten.archive;

import java.nio.file.Path;

/**
 * A package as it was written to disk.
 *
 * @param file where it lies
 * @param objectId the package's id
 * @param sha256 the SHA-256 of the file, 64 lower-case hexadecimal digits
 * @param size its size in bytes
 */
public record WrittenPackage(Path file, String objectId, String sha256, long size) {}
