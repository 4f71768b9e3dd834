package se.byggsten.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The version of the kit. */
public final class KitVersion {
  private KitVersion() {}

  /**
   * Returns the version of the kit, as built.
   *
   * @return the version, such as {@code 0.1.0}
   */
  public static String current() {
    Properties properties = new Properties();
    try (InputStream stream = KitVersion.class.getResourceAsStream("version.properties")) {
      if (stream == null) {
        throw new AssertionError("The module lacks its version.properties");
      }
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "");
  }
}
