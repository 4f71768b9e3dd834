package se.byggsten.samples.portal.ops.internal;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked once from the class path.
 *
 * <p>They are unpacked beside their place and then moved there in one step, so that a process
 * killed half-way leaves no half program behind.
 */
public final class PostgresBinaries {
  /** PostgreSQL's own programs; a release is about 60 MB unpacked. */
  private static final long MAX_UNPACKED_BYTES = 500_000_000L;

  private final Path home;

  private PostgresBinaries(Path home) {
    this.home = home;
  }

  /**
   * Returns the programs in a folder, unpacking them when they are not there.
   *
   * <p>The caller keeps two processes from unpacking into one folder at the same time.
   */
  public static PostgresBinaries in(Path folder) throws IOException {
    Path home = folder.resolve(homeName());
    if (!Files.isDirectory(home)) {
      PrivateFiles.folder(folder);
      try (Stream<Path> leftovers = Files.list(folder)) {
        for (Path leftover : leftovers.filter(p -> p.toString().endsWith(".new")).toList()) {
          PrivateFiles.deleteTree(leftover);
        }
      }
      Path fresh = folder.resolve(home.getFileName() + ".new");
      unpack(fresh);
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresBinaries(home);
  }

  /** Returns the command line of one of the programs. */
  public List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(home.resolve("bin").resolve(program + (isWindows() ? ".exe" : "")).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /** The name changes with the content, so that a new release never meets old files. */
  private static String homeName() throws IOException {
    try (InputStream packed = packed()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = packed.read(buffer); read >= 0; read = packed.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return "postgresql-" + HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IOException(everyJavaHasIt);
    }
  }

  private static InputStream packed() throws IOException {
    // The same archive may be there twice, from the repository and by the manifest of the portal's
    // own jar, which the resolver takes for an error.
    String name = "postgres-" + system() + "-" + ArchUtils.normalize(architecture()) + ".txz";
    InputStream first =
        PostgresBinaries.class.getClassLoader().getResourceAsStream(name.toLowerCase(Locale.ROOT));
    return first != null
        ? first
        : DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture());
  }

  private static void unpack(Path target) throws IOException {
    long left = MAX_UNPACKED_BYTES;
    try (InputStream packed = packed();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
      Files.createDirectories(target);
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = inside(target, entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
          inside(target, target.relativize(file).resolveSibling(entry.getLinkName()).toString());
          Files.createDirectories(file.getParent());
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
          left -= entry.getSize();
          if (left < 0) {
            throw new IOException("The packed PostgreSQL is larger than it can be");
          }
          Files.createDirectories(file.getParent());
          Files.copy(tar, file);
          if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true, true)) {
            throw new IOException("Could not make " + file + " executable");
          }
        } else {
          throw new IOException("The packed PostgreSQL holds something else than files");
        }
      }
    }
  }

  private static Path inside(Path target, String name) throws IOException {
    Path file = target.resolve(name).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("The packed PostgreSQL reaches outside its folder");
    }
    return file;
  }

  private static String system() throws IOException {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "Windows";
    }
    if (name.startsWith("mac")) {
      return "Darwin";
    }
    if (name.startsWith("linux")) {
      return "Linux";
    }
    throw new IOException("There is no embedded PostgreSQL for " + name);
  }

  private static String architecture() {
    String architecture = System.getProperty("os.arch", "");
    return architecture.equals("amd64") ? "x86_64" : architecture;
  }
}
