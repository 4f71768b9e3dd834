package se.byggsten.web.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The look of one municipality: about ten values, from which all others follow.
 *
 * <p>Values and their keys, all optional: the colours {@code brand}, {@code text}, {@code paper}
 * (the card and fields), {@code background} (behind the card), {@code focus}, {@code visited},
 * {@code ok}, {@code error} and {@code wait}, as {@code #rrggbb}; {@code font}, font names with
 * commas; {@code radius}, the roundness of corners in pixels, 0 to 24. Hover, tints, text on
 * colours and the dark look follow from them.
 *
 * <p>Every pair of colours that meets on a page has the contrast that WCAG 2.2 (1.4.3, 1.4.11) asks
 * for, in light and in dark, or there is no theme: what follows from the values is moved until it
 * passes, and the values themselves are never changed in silence.
 */
public final class Theme {
  private static final Map<String, ColourToken> COLOURS =
      Map.of(
          "brand", ColourToken.BRAND,
          "text", ColourToken.INK,
          "paper", ColourToken.PAPER,
          "background", ColourToken.MIST,
          "focus", ColourToken.FOCUS,
          "visited", ColourToken.VISITED,
          "ok", ColourToken.OK,
          "error", ColourToken.ERROR,
          "wait", ColourToken.WAIT);

  /** A font name, in quotes or not. */
  private static final Pattern FONT =
      Pattern.compile("([\"']?)([\\p{L}0-9][\\p{L}0-9 -]{0,60})\\1");

  /** Kinds of fonts that CSS knows; in quotes they would be names. */
  private static final Set<String> KINDS =
      Set.of("serif", "sans-serif", "monospace", "system-ui", "ui-sans-serif", "ui-serif");

  private static final int MOST_FONTS = 10;
  private static final int MAX_RADIUS = 24;
  private static final Theme STANDARD = new Theme(Map.of(), null, null);

  private final Palette light;
  private final Palette dark;
  private final @Nullable String font;
  private final @Nullable Integer radius;

  private Theme(Map<ColourToken, Colour> given, @Nullable String font, @Nullable Integer radius) {
    this.light = Palette.light(given);
    this.dark = Palette.dark(light, given);
    this.font = font;
    this.radius = radius;
  }

  /** Returns Byggsten's own look. */
  public static Theme standard() {
    return STANDARD;
  }

  /**
   * Makes a theme of its values, as a properties or YAML file has them.
   *
   * @param values key to value; what is left out is as in {@link #standard()}
   * @return the theme
   * @throws ThemeException with {@code WEB-THEME-VALUE} when a key is unknown or a value not of its
   *     kind, and with {@code WEB-THEME-CONTRAST} when two colours are too alike; the message lists
   *     each pair with its ratio, what it needs, and the nearest colour that passes
   */
  public static Theme of(Map<String, String> values) {
    Map<ColourToken, Colour> given = new EnumMap<>(ColourToken.class);
    List<String> wrong = new ArrayList<>();
    String font = null;
    Integer radius = null;
    for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
      String key = value.getKey();
      String text = value.getValue().strip();
      ColourToken token = COLOURS.get(key);
      if (token != null) {
        try {
          given.put(token, Colour.of(text));
        } catch (IllegalArgumentException e) {
          wrong.add(key + " must be a colour such as #0b4f8a");
        }
      } else if (key.equals("font")) {
        font = fonts(text);
        if (font == null) {
          wrong.add("font must be font names with commas between");
        }
      } else if (key.equals("radius")) {
        boolean whole = text.matches("[0-9]{1,2}");
        radius = whole ? Integer.valueOf(text) : null;
        if (!whole || Integer.parseInt(text) > MAX_RADIUS) {
          wrong.add("radius must be a whole number from 0 to " + MAX_RADIUS);
        }
      } else {
        wrong.add(
            "[" + key + "] is none of " + new TreeMap<>(COLOURS).keySet() + ", font and radius");
      }
    }
    if (!wrong.isEmpty()) {
      throw new ThemeException(ThemeException.VALUE, String.join("; ", wrong) + ".");
    }
    Theme theme = new Theme(given, font, radius);
    List<String> pale = new ArrayList<>(theme.light.problems("light", given.keySet()));
    pale.addAll(theme.dark.problems("dark", given.keySet()));
    if (!pale.isEmpty()) {
      throw new ThemeException(ThemeException.CONTRAST, String.join("; ", pale) + ".");
    }
    return theme;
  }

  /**
   * Returns a colour in light.
   *
   * @param token the colour's place
   * @return the colour
   */
  public Colour light(ColourToken token) {
    return light.get(token);
  }

  /**
   * Returns a colour in dark.
   *
   * @param token the colour's place
   * @return the colour
   */
  public Colour dark(ColourToken token) {
    return dark.get(token);
  }

  /** The names as CSS has them: unquoted, a name such as Source Sans 3 is none. */
  private static @Nullable String fonts(String text) {
    List<String> fonts = new ArrayList<>();
    for (String name : text.split(",", MOST_FONTS + 1)) {
      Matcher matcher = FONT.matcher(name.strip());
      if (!matcher.matches() || fonts.size() == MOST_FONTS) {
        return null;
      }
      String bare = matcher.group(2).strip();
      fonts.add(KINDS.contains(bare) ? bare : "\"" + bare + "\"");
    }
    return String.join(",", fonts);
  }

  /**
   * Returns the theme as CSS custom properties, to stand after the sheet.
   *
   * @return the rules: light, dark when the system asks for it, and light again on paper
   */
  public String css() {
    StringBuilder root = new StringBuilder(":root{");
    if (font != null) {
      root.append("--b-font:").append(font).append(",sans-serif;");
    }
    if (radius != null) {
      root.append("--b-radius:").append(radius).append("px;--b-radius-card:");
      root.append(2 * radius).append("px;");
    }
    String day = properties(light);
    return root
        + day
        + "}@media (prefers-color-scheme:dark){:root{"
        + properties(dark)
        + "}}@media print{:root{"
        + day
        + "}}";
  }

  private static String properties(Palette palette) {
    StringBuilder all = new StringBuilder();
    for (ColourToken token : ColourToken.values()) {
      all.append(token.property()).append(':').append(palette.get(token)).append(';');
    }
    return all.toString();
  }

  /** Returns the keys of the colours, with the place that each is given. */
  public static Map<String, ColourToken> colourKeys() {
    return Collections.unmodifiableMap(new TreeMap<>(COLOURS));
  }

  static String key(ColourToken token) {
    return COLOURS.entrySet().stream()
        .filter(e -> e.getValue() == token)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(token.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  @Override
  public String toString() {
    return "Theme[" + light.get(ColourToken.BRAND) + "]";
  }
}
