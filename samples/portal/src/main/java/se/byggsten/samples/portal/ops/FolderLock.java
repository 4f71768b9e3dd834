package se.byggsten.samples.portal.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import se.byggsten.samples.portal.ops.internal.PrivateFiles;

/**
 * Holds a folder for this process alone.
 *
 * <p>The operating system keeps the lock, so it is gone the moment the process is, however it
 * ended. The number of the holding process stands in a file beside the lock: on some systems a
 * locked file cannot be read.
 */
public final class FolderLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock of a folder, which is made when missing and left to its owner alone.
   *
   * @param folder the folder to hold
   * @return the lock, held until closed
   * @throws PortalStartException {@code PORTAL-DATA-IN-USE} when another process (or another portal
   *     in this one) holds it, {@code PORTAL-DATA-UNUSABLE} when the folder cannot be written
   */
  public static FolderLock take(Path folder) {
    Path pidFile = folder.resolve("portal.pid");
    @Nullable FolderLock taken;
    try {
      PrivateFiles.folder(folder);
      taken = tryTake(folder.resolve("portal.lock"));
      if (taken != null) {
        PrivateFiles.write(pidFile, Long.toString(ProcessHandle.current().pid()));
        return taken;
      }
    } catch (IOException cannotWrite) {
      throw unusable(folder, cannotWrite);
    }
    throw new PortalStartException(
        "PORTAL-DATA-IN-USE",
        "Datamappen används av en annan portal (process "
            + holder(pidFile)
            + "). Avsluta den eller välj en annan mapp med --data. / Another portal (process "
            + holder(pidFile)
            + ") uses the data folder; stop it or choose another with --data: "
            + folder);
  }

  /** Waits for the lock of one file, for work that one process at a time may do. */
  static FolderLock await(Path file, long seconds) throws IOException {
    long deadline = System.nanoTime() + seconds * 1_000_000_000L;
    while (true) {
      @Nullable FolderLock taken = tryTake(file);
      if (taken != null) {
        return taken;
      }
      if (System.nanoTime() - deadline > 0) {
        throw new IOException("Another process held " + file + " for " + seconds + " seconds");
      }
      LockSupport.parkNanos(50_000_000L);
    }
  }

  private static @Nullable FolderLock tryTake(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      return null;
    }
    return new FolderLock(channel, lock);
  }

  private static String holder(Path pidFile) {
    try {
      return Files.readString(pidFile, StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      return "?";
    }
  }

  /** Tells whether a file of the held folder belongs to the lock. */
  boolean isOwn(Path file) {
    return String.valueOf(file.getFileName()).matches("portal\\.(lock|pid)");
  }

  static PortalStartException unusable(Path folder, IOException cause) {
    return new PortalStartException(
        "PORTAL-DATA-UNUSABLE",
        "Datamappen går inte att använda. / The data folder cannot be used: "
            + folder
            + " ("
            + cause.getClass().getSimpleName()
            + ": "
            + cause.getMessage()
            + ")",
        cause);
  }

  /**
   * Lets the folder go. The lock file stays: deleting it would let two processes lock two files.
   */
  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException cannotRelease) {
      throw new UncheckedIOException(cannotRelease);
    }
  }
}
