package se.byggsten.samples.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own files, as they lie in the checkout. */
final class Tree {
  static final Path ROOT = Path.of(System.getProperty("byggsten.root", "")).toAbsolutePath();

  private Tree() {}

  /** Files of ours with this ending, build output left out. */
  static List<Path> files(String ending) {
    try (Stream<Path> all = Files.walk(ROOT)) {
      List<Path> found =
          all.filter(Files::isRegularFile)
              .filter(f -> f.toString().endsWith(ending))
              .filter(f -> !slashed(f).contains("/target/") && !slashed(f).startsWith(".git/"))
              .sorted()
              .toList();
      assertThat(found).as("files that end with " + ending).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path below the root, with forward slashes. */
  static String slashed(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }
}
