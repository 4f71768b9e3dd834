package se.byggsten.archive.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import se.byggsten.archive.ContentSource;

/** Writes a package as a folder. */
final class FolderSink implements PackageSink {
  private final Path root;

  FolderSink(Path root) throws IOException {
    this.root = Files.createDirectory(root).toRealPath();
  }

  @Override
  public OutputStream begin(String path, boolean packed, ContentSource source) throws IOException {
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root)) {
      throw new IOException("A file would leave the package");
    }
    Files.createDirectories(file.getParent());
    return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  @Override
  public void close() {
    // Every file was closed by its writer.
  }
}
