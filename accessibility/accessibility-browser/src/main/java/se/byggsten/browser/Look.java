package se.byggsten.browser;

import java.util.List;

/**
 * Colours and fonts that belong to somebody else and must not be on a page.
 *
 * @param name whose they are
 * @param colours as {@code rgb(r, g, b)}, the way a browser tells them
 * @param fonts parts of font names, in lower case
 */
public record Look(String name, List<String> colours, List<String> fonts) {
  /** The look of GOV.UK, whose markup we use but whose colours and font are its own. */
  public static final Look GOVUK =
      new Look(
          "GOV.UK",
          List.of(
              "rgb(11, 12, 12)",
              "rgb(29, 112, 184)",
              "rgb(0, 48, 120)",
              "rgb(0, 112, 60)",
              "rgb(0, 90, 48)",
              "rgb(0, 45, 24)",
              "rgb(255, 221, 0)",
              "rgb(212, 53, 28)",
              "rgb(177, 180, 182)",
              "rgb(243, 242, 241)",
              "rgb(80, 90, 95)",
              "rgb(76, 44, 146)"),
          List.of("gds transport", "nta", "arial"));

  /** Keeps copies. */
  public Look {
    colours = List.copyOf(colours);
    fonts = List.copyOf(fonts);
  }
}
