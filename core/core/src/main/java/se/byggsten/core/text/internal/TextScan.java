package se.byggsten.core.text.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text cut into sentences and words, in one pass.
 *
 * <p>Addresses and placeholders in braces are blanked out, letter by letter so that places stay.
 *
 * @param text the text with addresses and placeholders blanked
 * @param sentences its sentences, each with at least one word
 */
public record TextScan(String text, List<Sentence> sentences) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}’'-]*+");
  private static final int LONGEST_PLACEHOLDER = 60;
  private static final int QUOTED = 60;

  /**
   * A word and where it stands.
   *
   * @param text the word
   * @param lower the word in small letters
   * @param at where it begins
   */
  public record Word(String text, String lower, int at) {
    /** Returns where the word ends. */
    int end() {
      return at + text.length();
    }

    /** Returns how many letters it has. */
    public int letters() {
      return (int) text.codePoints().filter(Character::isLetter).count();
    }
  }

  /**
   * A sentence.
   *
   * @param words its words, at least one
   */
  public record Sentence(List<Word> words) {
    Word first() {
      return words.get(0);
    }
  }

  /** Cuts a text. */
  public static TextScan of(String text) {
    String plain = blanked(text);
    List<Sentence> sentences = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(plain);
    int end = 0;
    while (matcher.find()) {
      if (!words.isEmpty() && endsBetween(plain, end, matcher.start())) {
        sentences.add(new Sentence(List.copyOf(words)));
        words.clear();
      }
      String word = matcher.group();
      words.add(new Word(word, word.toLowerCase(Locale.ROOT), matcher.start()));
      end = matcher.end();
    }
    if (!words.isEmpty()) {
      sentences.add(new Sentence(List.copyOf(words)));
    }
    return new TextScan(plain, List.copyOf(sentences));
  }

  /** Returns what stands between two words. */
  String between(Word a, Word b) {
    return text.substring(a.end(), b.at());
  }

  /** Returns whether nothing but space stands between two words. */
  boolean isSpaceBetween(Word a, Word b) {
    return between(a, b).isBlank();
  }

  /** Returns the text from one word to another, shortened when it is long. */
  String quote(Word from, Word to) {
    return shortened(text.substring(from.at(), to.end()));
  }

  static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= QUOTED) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(QUOTED - 1)) ? QUOTED - 1 : QUOTED;
    return line.substring(0, end) + "…";
  }

  private static String blanked(String text) {
    StringBuilder plain = new StringBuilder(text);
    int from = 0;
    while (from < text.length()) {
      if (Character.isWhitespace(text.charAt(from))) {
        from++;
        continue;
      }
      int to = from;
      while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
        to++;
      }
      blankAddress(text, from, to, plain);
      from = to;
    }
    blankPlaceholders(text, plain);
    return plain.toString();
  }

  /** Blanks the address in a run of characters without space. */
  private static void blankAddress(String text, int from, int to, StringBuilder plain) {
    String run = text.substring(from, to);
    String lower = run.toLowerCase(Locale.ROOT);
    int at = lower.length() == run.length() ? lower.indexOf("http://") : -1;
    for (String start : new String[] {"https://", "www."}) {
      int other = lower.length() == run.length() ? lower.indexOf(start) : -1;
      at = at < 0 || (other >= 0 && other < at) ? other : at;
    }
    int sign = run.indexOf('@');
    if (at >= 0) {
      blank(plain, from + at, to);
    } else if (sign > 0 && sign < run.length() - 1) {
      int begin = sign;
      while (begin > 0 && isMail(run.charAt(begin - 1))) {
        begin--;
      }
      int end = sign + 1;
      while (end < run.length() && isMail(run.charAt(end))) {
        end++;
      }
      if (begin < sign && end > sign + 1) {
        blank(plain, from + begin, from + end);
      }
    }
  }

  private static boolean isMail(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '+' || c == '-';
  }

  private static void blankPlaceholders(String text, StringBuilder plain) {
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
        open = -1;
      } else if (c == '{') {
        open = i;
      } else if (c == '}' && open >= 0 && i - open <= LONGEST_PLACEHOLDER) {
        blank(plain, open, i + 1);
        open = -1;
      }
    }
  }

  private static void blank(StringBuilder plain, int from, int to) {
    for (int i = from; i < to; i++) {
      plain.setCharAt(i, ' ');
    }
  }

  /**
   * Tells whether a sentence ends between two words: at a line break, or at a mark followed by
   * space. After a full stop or colon neither a small letter nor a digit begins a sentence, so that
   * {@code t.ex.} and {@code kl. 8} end nothing.
   */
  private static boolean endsBetween(String text, int from, int to) {
    boolean weak = false;
    boolean strong = false;
    boolean space = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
        return true;
      }
      if (Character.isWhitespace(c) || c == '\u00A0') {
        space |= weak || strong;
      }
      weak |= c == '.' || c == '…' || c == ':';
      strong |= c == '!' || c == '?';
    }
    int next = text.codePointAt(to);
    boolean begins = !Character.isLowerCase(next) && (strong || !Character.isDigit(next));
    return space && begins;
  }
}
