package se.byggsten.browser;

import java.util.List;
import java.util.Map;

/** What the page is shown on and how the reader wants it. */
public enum Media {
  /** A light screen. */
  LIGHT("screen", "light", "none"),
  /** A dark screen. */
  DARK("screen", "dark", "none"),
  /** Paper. */
  PRINT("print", "light", "none"),
  /** High contrast, with the reader's own colours. */
  FORCED_COLORS("screen", "dark", "active");

  private final String type;
  private final String scheme;
  private final String forcedColors;

  Media(String type, String scheme, String forcedColors) {
    this.type = type;
    this.scheme = scheme;
    this.forcedColors = forcedColors;
  }

  Map<String, Object> emulation() {
    return Map.of(
        "media",
        type,
        "features",
        List.of(
            Map.of("name", "prefers-color-scheme", "value", scheme),
            Map.of("name", "forced-colors", "value", forcedColors),
            // So that no picture or measurement falls in the middle of a movement.
            Map.of("name", "prefers-reduced-motion", "value", "reduce")));
  }
}
