package se.byggsten.pdf.internal;

import java.util.List;

/**
 * Sets letters with points as one character where Unicode has one (block FB1D to FB4F).
 *
 * <p>The engine does not place marks over letters; Yiddish uses only points that have such a
 * character, so that nothing need be placed.
 */
final class Hebrew {
  private record Pair(String written, String set) {}

  // Yiddish orthography (YIVO): pasekh and komets alef, pointed yuds, rofe and dagesh letters.
  private static final List<Pair> PAIRS =
      List.of(
          new Pair("\u05F2\u05B7", "\uFB1F"),
          new Pair("\u05D9\u05D9\u05B7", "\uFB1F"),
          new Pair("\u05D9\u05B4", "\uFB1D"),
          new Pair("\u05D0\u05B7", "\uFB2E"),
          new Pair("\u05D0\u05B8", "\uFB2F"),
          new Pair("\u05D0\u05BC", "\uFB30"),
          new Pair("\u05D1\u05BC", "\uFB31"),
          new Pair("\u05D5\u05BC", "\uFB35"),
          new Pair("\u05DB\u05BC", "\uFB3B"),
          new Pair("\u05E4\u05BC", "\uFB44"),
          new Pair("\u05EA\u05BC", "\uFB4A"),
          new Pair("\u05D5\u05B9", "\uFB4B"),
          new Pair("\u05D1\u05BF", "\uFB4C"),
          new Pair("\u05DB\u05BF", "\uFB4D"),
          new Pair("\u05E4\u05BF", "\uFB4E"),
          new Pair("\u05E9\u05C1", "\uFB2A"),
          new Pair("\u05E9\u05C2", "\uFB2B"));

  private Hebrew() {}

  /** Returns the text with one character for a letter and its point. */
  static String composed(String text) {
    if (text.chars().noneMatch(c -> c >= 0x05B0 && c <= 0x05C2)) {
      return text;
    }
    String composed = text;
    for (Pair pair : PAIRS) {
      composed = composed.replace(pair.written(), pair.set());
    }
    return composed;
  }
}
