package se.byggsten.web.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import se.byggsten.web.design.DesignTokens;

/** Makes the served sheet in the build, from govuk-frontend's and ours. */
public final class SheetBuild {
  private SheetBuild() {}

  /**
   * Writes the sheet.
   *
   * @param arguments the sheet's address on the class path, our sheet, and the file to write
   * @throws IOException when one of them cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    String base;
    try (InputStream in = SheetBuild.class.getClassLoader().getResourceAsStream(arguments[0])) {
      if (in == null) {
        throw new IOException("Not on the class path: " + arguments[0]);
      }
      base = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String own = Files.readString(Path.of(arguments[1]), StandardCharsets.UTF_8);
    Path target = Path.of(arguments[2]);
    Files.createDirectories(target.getParent());
    Files.writeString(
        target,
        "@charset \"utf-8\";/*! From govuk-frontend, MIT; see META-INF/licenses in the jar */"
            + DesignTokens.css()
            + LogicalCss.of(Sheet.themed(base) + Sheet.tight(own))
            + "\n",
        StandardCharsets.UTF_8);
  }
}
