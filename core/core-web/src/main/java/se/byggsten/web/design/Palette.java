package se.byggsten.web.design;

import static se.byggsten.web.design.ColourToken.*;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.design.DesignTokens.Pair;

/** All colours of one look, worked out from those that were given. */
final class Palette {
  private static final Colour WHITE = new Colour(255, 255, 255);
  private static final Colour BLACK = new Colour(0, 0, 0);
  private static final List<Pair> PAIRS = DesignTokens.pairs();
  private static final int STEPS = 100;

  private final Map<ColourToken, Colour> colours = new EnumMap<>(ColourToken.class);

  /** Colours of the light look. */
  static Palette light(Map<ColourToken, Colour> given) {
    Palette palette = new Palette();
    for (ColourToken token : List.of(PAPER, MIST, INK, BRAND, FOCUS, VISITED, OK, ERROR, WAIT)) {
      palette.colours.put(token, given.getOrDefault(token, token.light()));
    }
    if (given.isEmpty()) {
      for (ColourToken token : ColourToken.values()) {
        palette.colours.put(token, token.light());
      }
      return palette;
    }
    palette.follow(given.containsKey(PAPER) ? given.get(PAPER) : FIELD_PAPER.light(), 0.9);
    return palette;
  }

  /** Colours of the dark look: its surfaces are ours, the rest is lifted until it can be read. */
  static Palette dark(Palette light, Map<ColourToken, Colour> given) {
    Palette palette = new Palette();
    if (given.isEmpty()) {
      for (ColourToken token : ColourToken.values()) {
        palette.colours.put(token, token.dark());
      }
      return palette;
    }
    for (ColourToken token : List.of(PAPER, MIST, INK, FOCUS)) {
      palette.colours.put(token, token.dark());
    }
    for (ColourToken token : List.of(BRAND, VISITED, OK, ERROR, WAIT)) {
      Colour start = given.containsKey(token) ? mix(light.get(token), WHITE, 0.45) : token.dark();
      palette.settle(token, start);
    }
    palette.follow(FIELD_PAPER.dark(), 0.85);
    return palette;
  }

  /** Works out what follows from surfaces, text and the named colours. */
  private void follow(Colour fieldPaper, double tint) {
    Colour paper = get(PAPER);
    Colour ink = get(INK);
    boolean bright = paper.luminance() > ink.luminance();
    colours.put(FIELD_PAPER, fieldPaper);
    colours.put(LINE, mix(ink, paper, 0.82));
    settle(INK_SOFT, mix(ink, paper, 0.25));
    settle(FIELD, mix(ink, paper, 0.4));
    settle(BRAND_STRONG, mix(get(BRAND), bright ? BLACK : WHITE, 0.3));
    settle(ON_BRAND, best(get(BRAND)));
    settle(BRAND_TINT, mix(get(BRAND), paper, tint));
    settle(OK_TINT, mix(get(OK), paper, tint));
    settle(ERROR_TINT, mix(get(ERROR), paper, tint));
    settle(WAIT_TINT, mix(get(WAIT), paper, tint));
    settle(GREY_TINT, mix(ink, paper, tint));
    settle(ON_ERROR, best(get(ERROR)));
    settle(ON_FOCUS, best(get(FOCUS)));
    for (ColourToken token : List.of(VIOLET, TEAL, ROSE)) {
      colours.put(token, bright ? token.light() : token.dark());
    }
    for (ColourToken token : List.of(VIOLET_TINT, TEAL_TINT, ROSE_TINT)) {
      settle(token, bright ? token.light() : token.dark());
    }
  }

  /** Takes the nearest colour, towards white or black, that passes beside all taken so far. */
  private void settle(ColourToken token, Colour start) {
    colours.put(token, start);
    for (int i = 0; i <= STEPS; i++) {
      for (Colour end : List.of(WHITE, BLACK)) {
        colours.put(token, mix(start, end, (double) i / STEPS));
        if (failing(token).isEmpty()) {
          return;
        }
      }
    }
    colours.put(token, start);
  }

  private List<Pair> failing(@Nullable ColourToken token) {
    List<Pair> failing = new ArrayList<>();
    for (Pair pair : PAIRS) {
      Colour front = colours.get(pair.front());
      Colour back = colours.get(pair.back());
      boolean concerns = token == null || pair.front() == token || pair.back() == token;
      if (concerns
          && front != null
          && back != null
          && Contrast.ratio(front, back) < pair.minimum()) {
        failing.add(pair);
      }
    }
    return failing;
  }

  /** Returns a line for each pair that is too alike. */
  List<String> problems(String look, Set<ColourToken> given) {
    List<String> lines = new ArrayList<>();
    for (Pair pair : failing(null)) {
      Colour front = get(pair.front());
      Colour back = get(pair.back());
      boolean moveFront = given.contains(pair.front()) || !given.contains(pair.back());
      Colour better =
          moveFront ? nearest(front, back, pair.minimum()) : nearest(back, front, pair.minimum());
      lines.add(
          String.format(
              Locale.ROOT,
              "%s %s on %s %s (%s) has contrast %.2f and needs %.1f; the nearest %s that passes is"
                  + " %s",
              Theme.key(pair.front()),
              front,
              Theme.key(pair.back()),
              back,
              look,
              // Never rounded up to what it needs.
              Math.floor(Contrast.ratio(front, back) * 100) / 100,
              pair.minimum(),
              Theme.key(moveFront ? pair.front() : pair.back()),
              better));
    }
    return lines;
  }

  /** The least step from a colour towards white or black that gives the contrast. */
  static Colour nearest(Colour colour, Colour other, double minimum) {
    for (int i = 0; i <= 10 * STEPS; i++) {
      for (Colour end : List.of(WHITE, BLACK)) {
        Colour moved = mix(colour, end, i / (10.0 * STEPS));
        if (Contrast.ratio(moved, other) >= minimum) {
          return moved;
        }
      }
    }
    // Every colour has 4.5 to white or to black.
    return best(other);
  }

  private static Colour best(Colour back) {
    return Contrast.ratio(WHITE, back) >= Contrast.ratio(BLACK, back) ? WHITE : BLACK;
  }

  static Colour mix(Colour one, Colour other, double part) {
    return new Colour(
        mix(one.red(), other.red(), part),
        mix(one.green(), other.green(), part),
        mix(one.blue(), other.blue(), part));
  }

  private static int mix(int one, int other, double part) {
    return (int) Math.round(one + (other - one) * part);
  }

  Colour get(ColourToken token) {
    Colour colour = colours.get(token);
    if (colour == null) {
      throw new IllegalArgumentException("No colour yet for " + token);
    }
    return colour;
  }
}
