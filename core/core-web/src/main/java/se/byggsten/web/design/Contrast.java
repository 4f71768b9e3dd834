package se.byggsten.web.design;

/** The contrast between two colours (WCAG 2.2, definition of contrast ratio). */
public final class Contrast {
  /** What text needs (WCAG 2.2, 1.4.3). */
  public static final double TEXT = 4.5;

  /** What large text (1.4.3) and parts of controls (1.4.11) need. */
  public static final double LARGE_TEXT_AND_CONTROLS = 3.0;

  private Contrast() {}

  /**
   * Returns the ratio, whichever of the two is the lighter.
   *
   * @param one a colour
   * @param other a colour
   * @return 1 for the same colour to 21 for black and white
   */
  public static double ratio(Colour one, Colour other) {
    double first = one.luminance();
    double second = other.luminance();
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }
}
