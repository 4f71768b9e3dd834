package se.byggsten.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file of a package: its name there, its type and where its bytes come from.
 *
 * @param name its name in its folder: lower-case letters, digits, dot, underscore and hyphen; never
 *     personal data
 * @param mediaType its IANA media type
 * @param createdAt when it was made
 * @param originalName the name that its owner gave it, recorded inside the package; may be personal
 *     data
 * @param content its bytes
 */
public record PackageFile(
    String name,
    String mediaType,
    Instant createdAt,
    Optional<String> originalName,
    ContentSource content) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,80}");

  /**
   * Checks that the name is safe on every file system and the media type well-formed.
   *
   * @throws IllegalArgumentException when one is not
   */
  public PackageFile {
    if (!NAME.matcher(name).matches() || name.contains("..") || name.endsWith(".")) {
      throw new IllegalArgumentException(
          "A file's name in a package is letters a-z, digits, dot, underscore and hyphen");
    }
    if (!MEDIA_TYPE.matcher(mediaType).matches()) {
      throw new IllegalArgumentException("Not a media type without parameters");
    }
  }

  /**
   * Returns a file with bytes in memory.
   *
   * @param name its name in its folder
   * @param mediaType its IANA media type
   * @param createdAt when it was made
   * @param bytes its bytes; not copied, so do not change them
   * @return the file
   */
  public static PackageFile of(String name, String mediaType, Instant createdAt, byte[] bytes) {
    return new PackageFile(
        name, mediaType, createdAt, Optional.empty(), () -> new ByteArrayInputStream(bytes));
  }

  /**
   * Returns a file whose bytes lie on disk.
   *
   * @param name its name in its folder
   * @param mediaType its IANA media type
   * @param createdAt when it was made
   * @param path where the bytes lie
   * @return the file
   */
  public static PackageFile of(String name, String mediaType, Instant createdAt, Path path) {
    return new PackageFile(
        name,
        mediaType,
        createdAt,
        Optional.empty(),
        () -> {
          try {
            return Files.newInputStream(path);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /**
   * Returns this file with the name that its owner gave it.
   *
   * @param original the owner's name; recorded in PREMIS, never used as a path
   * @return a file
   */
  public PackageFile originallyNamed(String original) {
    return new PackageFile(name, mediaType, createdAt, Optional.of(original), content);
  }

  @Override
  public String toString() {
    return "PackageFile[" + name + ", " + mediaType + "]";
  }
}
