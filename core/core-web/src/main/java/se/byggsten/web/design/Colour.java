package se.byggsten.web.design;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An opaque sRGB colour.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Colour(int red, int green, int blue) {
  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?");

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException when a part is not between 0 and 255
   */
  public Colour {
    if ((red | green | blue) < 0 || red > 255 || green > 255 || blue > 255) {
      throw new IllegalArgumentException("Parts are 0 to 255");
    }
  }

  /**
   * Reads {@code #rgb} or {@code #rrggbb}.
   *
   * @param hex the colour
   * @return the colour
   * @throws IllegalArgumentException when it is neither
   */
  public static Colour of(String hex) {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("Not a colour: [" + hex + "]");
    }
    int value = Integer.parseInt(hex.substring(1), 16);
    if (hex.length() == 4) {
      return new Colour((value >> 8) * 17, (value >> 4 & 15) * 17, (value & 15) * 17);
    }
    return new Colour(value >> 16, value >> 8 & 255, value & 255);
  }

  /**
   * Returns the relative luminance (WCAG 2.2, definition of relative luminance).
   *
   * @return 0 for black to 1 for white
   */
  public double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int part) {
    double s = part / 255.0;
    return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
  }

  /** Returns the colour as {@code #rrggbb}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }
}
