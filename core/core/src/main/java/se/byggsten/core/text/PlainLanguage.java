package se.byggsten.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;

/**
 * Checks Swedish text for plain language (<i>klarspråk</i>, språklagen 2009:600 11 §).
 *
 * <p>Findings are warnings: plain language is judged by people, and this only shows where to look.
 * A blank line or a line break ends a sentence, so headings and labels can stand without a full
 * stop.
 *
 * <pre>{@code
 * double lix = PlainLanguage.measure(text).lix();
 * List<Finding> findings = PlainLanguage.check("start.html", text);
 * }</pre>
 */
public final class PlainLanguage {
  /** The most words of a sentence that is easy to follow. */
  public static final int LONGEST_SENTENCE = 25;

  /** The most letters of a word that is easy to see at once. */
  public static final int LONGEST_WORD = 24;

  /** The highest LIX of guiding text. */
  public static final int HIGHEST_LIX = 45;

  /** The text as a whole is heavy. */
  public static final ErrorCode HEAVY_TEXT = ErrorCode.of("PLAIN-HEAVY-TEXT");

  /** A sentence is long. */
  public static final ErrorCode LONG_SENTENCE = ErrorCode.of("PLAIN-LONG-SENTENCE");

  /** A word is very long. */
  public static final ErrorCode LONG_WORD = ErrorCode.of("PLAIN-LONG-WORD");

  /** A word or phrase of officialese that has a plainer one. */
  public static final ErrorCode OFFICIALESE = ErrorCode.of("PLAIN-OFFICIALESE");

  private static final RequirementId RULE = RequirementId.of("plain-language");
  private static final int LONG = 6;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}’'-]*+");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://|www\\.)\\S++|[\\w.+-]++@[\\w.-]++");

  private PlainLanguage() {}

  /**
   * Measures a text.
   *
   * @param text the text, without markup
   * @return its numbers
   */
  public static Readability measure(String text) {
    int words = 0;
    int longWords = 0;
    int longest = 0;
    List<Sentence> sentences = sentences(withoutAddresses(text));
    for (Sentence sentence : sentences) {
      words += sentence.words().size();
      longest = Math.max(longest, sentence.words().size());
      longWords += (int) sentence.words().stream().filter(w -> letters(w.text()) > LONG).count();
    }
    return new Readability(words, sentences.size(), longWords, longest);
  }

  /**
   * Finds what makes a text hard to read.
   *
   * @param resource the name of the text, for the findings
   * @param text the text, without markup
   * @return warnings with line and column, in the order of the text; the text as a whole first
   */
  public static List<Finding> check(String resource, String text) {
    List<Finding> findings = new ArrayList<>();
    Readability readability = measure(text);
    if (readability.isReliable() && readability.lix() > HIGHEST_LIX) {
      findings.add(
          warning(
              HEAVY_TEXT,
              Location.in(resource),
              String.format(
                  Locale.ROOT, "Texten har LIX %.0f, över %d", readability.lix(), HIGHEST_LIX),
              "Skriv kortare meningar och byt långa ord mot korta."));
    }
    String plain = withoutAddresses(text);
    Lines lines = new Lines(plain);
    List<Found> found = new ArrayList<>();
    for (Sentence sentence : sentences(plain)) {
      longSentence(sentence, found);
      sentence.words().forEach(word -> longWord(word, found));
    }
    for (Map.Entry<String, String> entry : Officialese.words().entrySet()) {
      Officialese.find(entry.getKey(), plain)
          .forEach(at -> found.add(officialese(at, entry.getKey(), entry.getValue())));
    }
    found.stream()
        .sorted((a, b) -> Integer.compare(a.at(), b.at()))
        .forEach(
            f -> findings.add(warning(f.code(), lines.at(resource, f.at()), f.what(), f.remedy())));
    return List.copyOf(findings);
  }

  private static void longSentence(Sentence sentence, List<Found> found) {
    int words = sentence.words().size();
    if (words > LONGEST_SENTENCE) {
      found.add(
          new Found(
              sentence.words().get(0).at(),
              LONG_SENTENCE,
              "Meningen har " + words + " ord",
              "Dela den, så att varje mening har högst " + LONGEST_SENTENCE + " ord."));
    }
  }

  private static void longWord(Word word, List<Found> found) {
    int letters = letters(word.text());
    if (letters > LONGEST_WORD && word.text().indexOf('-') < 0) {
      found.add(
          new Found(
              word.at(),
              LONG_WORD,
              "Ett ord har " + letters + " bokstäver",
              "Skriv om det med flera ord."));
    }
  }

  private static Found officialese(int at, String word, String plainer) {
    return new Found(
        at, OFFICIALESE, "”" + word + "” är kanslispråk", "Skriv hellre: " + plainer + ".");
  }

  private static Finding warning(ErrorCode code, Location where, String what, String remedy) {
    return Finding.warning(code, RULE, where, what, remedy);
  }

  private static int letters(String word) {
    return (int) word.codePoints().filter(Character::isLetter).count();
  }

  /** Blanks addresses out, letter by letter so that places stay. */
  private static String withoutAddresses(String text) {
    Matcher matcher = ADDRESS.matcher(text);
    StringBuilder plain = new StringBuilder(text);
    while (matcher.find()) {
      for (int i = matcher.start(); i < matcher.end(); i++) {
        plain.setCharAt(i, ' ');
      }
    }
    return plain.toString();
  }

  private static List<Sentence> sentences(String text) {
    List<Sentence> sentences = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    int end = 0;
    while (matcher.find()) {
      if (!words.isEmpty() && endsBetween(text, end, matcher.start())) {
        sentences.add(new Sentence(List.copyOf(words)));
        words.clear();
      }
      words.add(new Word(matcher.group(), matcher.start()));
      end = matcher.end();
    }
    if (!words.isEmpty()) {
      sentences.add(new Sentence(List.copyOf(words)));
    }
    return sentences;
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

  private record Word(String text, int at) {}

  private record Sentence(List<Word> words) {}

  private record Found(int at, ErrorCode code, String what, String remedy) {}

  /** Turns places into lines and columns. */
  private static final class Lines {
    private final List<Integer> starts = new ArrayList<>();

    Lines(String text) {
      starts.add(0);
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) == '\n') {
          starts.add(i + 1);
        }
      }
    }

    Location at(String resource, int place) {
      int low = 0;
      int high = starts.size() - 1;
      while (low < high) {
        int middle = (low + high + 1) / 2;
        if (starts.get(middle) <= place) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return Location.at(resource, low + 1, place - starts.get(low) + 1);
    }
  }
}
