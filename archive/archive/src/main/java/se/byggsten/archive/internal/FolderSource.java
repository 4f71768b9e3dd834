package se.byggsten.archive.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.byggsten.core.finding.Location;

/** A package that lies as a folder; links are told of and not followed. */
final class FolderSource implements PackageSource {
  private static final int MAX_DEPTH = 64;

  private final Path root;
  private final NavigableMap<String, Long> files = new TreeMap<>();
  private final Set<String> folders = new TreeSet<>();

  FolderSource(Path folder, Findings findings) throws IOException {
    root = folder.toRealPath();
    Files.walkFileTree(
        root,
        Set.of(),
        MAX_DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            if (!path.equals(root)) {
              folders.add(name(path));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (files.size() >= MAX_ENTRIES) {
              findings.error(
                  Findings.TOO_LARGE,
                  "PKG-SIZE",
                  Location.WHOLE,
                  "The package has more than " + MAX_ENTRIES + " files; the rest was not read",
                  "Split the package");
              return FileVisitResult.TERMINATE;
            }
            if (attributes.isRegularFile()) {
              files.put(name(path), attributes.size());
            } else {
              findings.error(
                  Findings.UNSAFE_PATH,
                  "PKG-PATH",
                  Location.in(name(path)),
                  "This is a link, a device or a folder too deep, and not a file",
                  "Put the file itself in the package");
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException e) {
            findings.error(
                Findings.UNREADABLE,
                "PKG-READ",
                Location.in(name(path)),
                "The file cannot be read",
                "Check the rights of the file");
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private String name(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  @Override
  public String rootName() {
    return String.valueOf(root.getFileName());
  }

  @Override
  public NavigableMap<String, Long> files() {
    return files;
  }

  @Override
  public Set<String> folders() {
    return folders;
  }

  @Override
  public InputStream open(String path) throws IOException {
    return Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
