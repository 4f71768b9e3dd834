package se.byggsten.forms.schema;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** What is said about each key; one's own kinds and constraints have nothing here. */
final class Descriptions {
  private static final Properties TEXTS = load();

  private Descriptions() {}

  private static Properties load() {
    Properties texts = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                Descriptions.class.getResourceAsStream("descriptions.properties")),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  static Optional<String> of(String key) {
    return Optional.ofNullable(TEXTS.getProperty(key));
  }
}
