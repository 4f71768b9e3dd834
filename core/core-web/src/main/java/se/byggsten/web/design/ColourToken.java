package se.byggsten.web.design;

import java.util.Locale;

/** The colours of the look, each with its value in light and in dark. */
public enum ColourToken {
  /** Text. */
  INK("#14213d", "#e9eef6"),
  /** Text of less weight, such as hints. */
  INK_SOFT("#465266", "#b6c2d2"),
  /** The card. */
  PAPER("#ffffff", "#172231"),
  /** What lies behind the card. */
  MIST("#f2f5f9", "#0d1520"),
  /** Lines that only separate. */
  LINE("#cdd6e1", "#37485e"),
  /** The border of fields, which must be seen. */
  FIELD("#566579", "#93a5bb"),
  /** What is typed in. */
  FIELD_PAPER("#ffffff", "#101a27"),
  /** Links, buttons and the mark of the municipality. */
  BRAND("#0b4f8a", "#8fc7fa"),
  /** The same when pointed at. */
  BRAND_STRONG("#083a66", "#bcdffd"),
  /** A breath of the brand behind text. */
  BRAND_TINT("#e9f1f9", "#1a3048"),
  /** Text on the brand. */
  ON_BRAND("#ffffff", "#0a1828"),
  /** Links that were followed. */
  VISITED("#5b2a86", "#cdb4f5"),
  /** What has focus. */
  FOCUS("#ffcb05", "#ffd84d"),
  /** Text on what has focus. */
  ON_FOCUS("#14213d", "#0d1520"),
  /** What went well. */
  OK("#0b6b3a", "#7fd8a5"),
  /** A breath of it behind text. */
  OK_TINT("#e6f4ec", "#11342a"),
  /** What is wrong. */
  ERROR("#b3261e", "#ff9f96"),
  /** A breath of it behind text. */
  ERROR_TINT("#fdf1f0", "#391b1f"),
  /** Text on a button that takes away. */
  ON_ERROR("#ffffff", "#2a0808"),
  /** What waits for the citizen. */
  WAIT("#5f4500", "#ffe08a"),
  /** A breath of it behind text. */
  WAIT_TINT("#fff3cc", "#3b3012"),
  /** A breath of grey behind text. */
  GREY_TINT("#e6ebf2", "#273649"),
  /** Text of a violet tag. */
  VIOLET("#4f2a7a", "#d9c4fa"),
  /** A breath of violet behind text. */
  VIOLET_TINT("#f1eaf9", "#2f2345"),
  /** Text of a teal tag. */
  TEAL("#0d4f4c", "#8adad4"),
  /** A breath of teal behind text. */
  TEAL_TINT("#def1ef", "#10353a"),
  /** Text of a rose tag. */
  ROSE("#7a1f4b", "#fbb8d4"),
  /** A breath of rose behind text. */
  ROSE_TINT("#fae9f1", "#411f32");

  private final String light;
  private final String dark;

  ColourToken(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  /** Returns the value in light. */
  public Colour light() {
    return Colour.of(light);
  }

  /** Returns the value in dark. */
  public Colour dark() {
    return Colour.of(dark);
  }

  /** Returns the name of the custom property, such as {@code --b-ink-soft}. */
  public String property() {
    return "--b-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
