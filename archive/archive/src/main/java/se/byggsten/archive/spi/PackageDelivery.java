package se.byggsten.archive.spi;

import java.nio.file.Path;
import java.util.Optional;
import se.byggsten.core.cases.ArchiveDelivery;

/**
 * Hands packages over to an archive.
 *
 * <p>Handing over is idempotent by the package's id: a sender that died does not know whether the
 * archive had it, asks with {@link #find} or sends again, and gets the first receipt.
 */
public interface PackageDelivery {
  /**
   * Finds the receipt of a package that was handed over before.
   *
   * @param packageId the package's id
   * @return the receipt, or empty when the archive does not have the whole of it
   */
  Optional<ArchiveDelivery> find(String packageId);

  /**
   * Hands over a package; returns when the archive has the whole of it.
   *
   * @param packageId the package's id
   * @param file the package as one ZIP file
   * @param sha256 the SHA-256 of the file, 64 lower-case hexadecimal digits
   * @return the receipt; the first one when the same bytes were handed over before
   * @throws se.byggsten.core.ByggstenException when the archive did not take it, or has another
   *     package with that id
   */
  ArchiveDelivery deliver(String packageId, Path file, String sha256);
}
