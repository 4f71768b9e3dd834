package se.byggsten.web.design;

import static se.byggsten.web.design.ColourToken.*;

import java.util.ArrayList;
import java.util.List;

/** The tokens that the sheet is made of, and which of them meet on a page. */
public final class DesignTokens {
  /** The fonts, none of which is fetched. */
  public static final String FONT =
      "\"Source Sans 3\",\"Source Sans Pro\",\"Segoe UI\",system-ui,-apple-system,\"Noto Sans\","
          + "Roboto,\"Helvetica Neue\",\"Liberation Sans\",sans-serif";

  private static final List<ColourToken> SURFACES = List.of(PAPER, MIST);

  private DesignTokens() {}

  /**
   * Two colours that meet.
   *
   * @param front the text or the control
   * @param back what is behind
   * @param minimum the least contrast
   */
  public record Pair(ColourToken front, ColourToken back, double minimum) {}

  /**
   * Returns all that meet on a page.
   *
   * @return the pairs
   */
  public static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (ColourToken back : SURFACES) {
      for (ColourToken front : List.of(INK, INK_SOFT, BRAND, BRAND_STRONG, VISITED, ERROR, OK)) {
        text(pairs, front, back);
      }
      control(pairs, FIELD, back);
      control(pairs, BRAND, back);
      control(pairs, ERROR, back);
      // The yellow ring lies inside an ink one, which carries the contrast.
      control(pairs, INK, back);
    }
    for (ColourToken front : List.of(INK, INK_SOFT)) {
      text(pairs, front, FIELD_PAPER);
    }
    control(pairs, FIELD, FIELD_PAPER);
    for (ColourToken tint : List.of(BRAND_TINT, OK_TINT, ERROR_TINT, WAIT_TINT, GREY_TINT)) {
      text(pairs, INK, tint);
      text(pairs, BRAND, tint);
    }
    text(pairs, INK_SOFT, BRAND_TINT);
    text(pairs, ON_BRAND, BRAND);
    text(pairs, ON_BRAND, BRAND_STRONG);
    text(pairs, ON_ERROR, ERROR);
    text(pairs, ON_FOCUS, FOCUS);
    text(pairs, ERROR, ERROR_TINT);
    text(pairs, OK, OK_TINT);
    text(pairs, WAIT, WAIT_TINT);
    text(pairs, INK_SOFT, GREY_TINT);
    text(pairs, VIOLET, VIOLET_TINT);
    text(pairs, TEAL, TEAL_TINT);
    text(pairs, ROSE, ROSE_TINT);
    return List.copyOf(pairs);
  }

  private static void text(List<Pair> pairs, ColourToken front, ColourToken back) {
    pairs.add(new Pair(front, back, Contrast.TEXT));
  }

  private static void control(List<Pair> pairs, ColourToken front, ColourToken back) {
    pairs.add(new Pair(front, back, Contrast.LARGE_TEXT_AND_CONTROLS));
  }

  /**
   * Returns the tokens as CSS custom properties: light, dark when the system asks for it, and light
   * again on paper.
   *
   * @return the rules
   */
  public static String css() {
    StringBuilder light = new StringBuilder();
    StringBuilder dark = new StringBuilder();
    for (ColourToken token : ColourToken.values()) {
      light.append(token.property()).append(':').append(token.light()).append(';');
      dark.append(token.property()).append(':').append(token.dark()).append(';');
    }
    return ":root{color-scheme:light dark;--b-font:"
        + FONT
        + ";"
        + light
        + "}@media (prefers-color-scheme:dark){:root{"
        + dark
        + "}}@media print{:root{color-scheme:light;"
        + light
        + "}}";
  }
}
