package se.byggsten.core.cases;

import java.time.Instant;

/**
 * The archive's receipt for a package of a case.
 *
 * @param packageId the id of the package; also the idempotency key
 * @param location where it lies, as the archive names it; not personal data
 * @param sha256 the SHA-256 of the package, 64 lower-case hexadecimal digits
 * @param size its size in bytes
 * @param deliveredAt when the archive had it
 */
public record ArchiveDelivery(
    String packageId, String location, String sha256, long size, Instant deliveredAt) {}
