package se.byggsten.archive.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.archive.ArchiveException;
import se.byggsten.archive.internal.FileDigest;
import se.byggsten.archive.spi.PackageDelivery;
import se.byggsten.core.cases.ArchiveDelivery;

/**
 * Delivers packages to a folder, such as a share that the archive fetches from.
 *
 * <p>Each package becomes {@code ID.zip} with a receipt {@code ID.receipt} beside it. Both are
 * written under another name, forced to disk and then renamed: whoever sees the name sees the whole
 * file. The receipt comes last, so a package with a receipt is delivered and one without is not
 * yet. Delivering again after a crash at any point ends with one package and one receipt.
 */
public final class FolderDelivery implements PackageDelivery {
  private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{2,99}");
  private static final int RECEIPT_LIMIT = 4_096;

  private final Path folder;
  private final Clock clock;

  private FolderDelivery(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Returns a delivery to a folder, which is made when it is not there.
   *
   * @param folder the folder; on one file system, since files are renamed in it
   * @param clock tells when a package was delivered
   * @return the delivery
   * @throws ArchiveException with {@code ARCHIVE-DELIVERY-FAILED} when the folder cannot be made
   */
  public static FolderDelivery to(Path folder, Clock clock) {
    try {
      return new FolderDelivery(Files.createDirectories(folder).toRealPath(), clock);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public Optional<ArchiveDelivery> find(String packageId) {
    Path receipt = folder.resolve(checked(packageId) + ".receipt");
    try {
      if (!Files.isRegularFile(receipt) || Files.size(receipt) > RECEIPT_LIMIT) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(receipt, StandardCharsets.UTF_8);
      if (lines.size() != 4) {
        return Optional.empty();
      }
      return Optional.of(
          new ArchiveDelivery(
              packageId,
              lines.get(0),
              lines.get(1),
              Long.parseLong(lines.get(2)),
              Instant.parse(lines.get(3))));
    } catch (IOException e) {
      throw failed(e);
    } catch (NumberFormatException | DateTimeException e) {
      // A receipt that cannot be read is none: delivering again writes it anew.
      return Optional.empty();
    }
  }

  @Override
  public ArchiveDelivery deliver(String packageId, Path file, String sha256) {
    String name = checked(packageId) + ".zip";
    Optional<ArchiveDelivery> before = find(packageId);
    if (before.isPresent()) {
      if (!before.get().sha256().equals(sha256)) {
        throw conflict();
      }
      return before.get();
    }
    try {
      Path target = folder.resolve(name);
      if (!Files.exists(target) || !FileDigest.sha256(target).equals(sha256)) {
        // Without a receipt it was never delivered: what lies there is a crash's leaving.
        copy(file, target, sha256);
      }
      ArchiveDelivery receipt =
          new ArchiveDelivery(packageId, name, sha256, Files.size(target), clock.instant());
      writeReceipt(receipt);
      return receipt;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void copy(Path file, Path target, String sha256) throws IOException {
    Path part = folder.resolve(target.getFileName() + ".part");
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = Files.newOutputStream(part)) {
      in.transferTo(out);
    }
    force(part);
    if (!FileDigest.sha256(part).equals(sha256)) {
      Files.deleteIfExists(part);
      throw new ArchiveException(
          ArchiveException.DELIVERY_FAILED, "The copy differs from the package; deliver again.");
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder();
  }

  private void writeReceipt(ArchiveDelivery receipt) throws IOException {
    Path part = folder.resolve(receipt.packageId() + ".receipt.part");
    Files.write(
        part,
        List.of(
            receipt.location(),
            receipt.sha256(),
            Long.toString(receipt.size()),
            receipt.deliveredAt().toString()),
        StandardCharsets.UTF_8);
    force(part);
    Files.move(
        part,
        folder.resolve(receipt.packageId() + ".receipt"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    forceFolder();
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /**
   * A rename is on disk only when its folder is; some systems cannot open folders, and need not.
   */
  private void forceFolder() {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }

  private static String checked(String packageId) {
    if (!ID.matcher(packageId).matches() || packageId.contains("..")) {
      throw new IllegalArgumentException("Not the id of a package");
    }
    return packageId;
  }

  private static ArchiveException conflict() {
    return new ArchiveException(
        ArchiveException.PACKAGE_CONFLICT,
        "The archive has another package with this id; give the package a new one.");
  }

  private static ArchiveException failed(@Nullable Throwable cause) {
    return new ArchiveException(
        ArchiveException.DELIVERY_FAILED, "Check the delivery folder, then deliver again.", cause);
  }
}
