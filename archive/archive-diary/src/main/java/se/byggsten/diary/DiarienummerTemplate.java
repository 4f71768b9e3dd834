package se.byggsten.diary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.core.cases.Diarienummer;

/**
 * How an authority writes its numbers, such as <code>{authority} {year}-{seq:4}[-{doc}]</code>.
 *
 * <p>The parts: <code>{authority}</code> the authority's code; <code>{year}</code> four digits, or
 * <code>{yy}</code> two digits of this century; <code>{seq}</code> or <code>{seq:n}</code> the
 * place in the series, with zeros in front up to n digits; and last, in brackets, what is added for
 * a document in the case (<i>handlingsnummer</i>), with <code>{doc}</code> or <code>{doc:n}</code>.
 * Between two parts stands at least one of space, {@code -}, {@code /}, {@code .}, {@code :} and
 * {@code _}, so that every number can be read in one way only: {@code parse} gives back what {@code
 * format} was given.
 */
public final class DiarienummerTemplate {
  /** For example {@code KFN 2026-0001}, and {@code KFN 2026-0001-2} for a document. */
  public static final DiarienummerTemplate STANDARD = of("{authority} {year}-{seq:4}[-{doc}]");

  private static final int MAX_WIDTH = 9;
  private static final int LONGEST = 100;
  private static final String SEPARATORS = "[ \\-/.:_]+";

  private enum Kind {
    AUTHORITY("([A-ZÅÄÖ][A-ZÅÄÖ0-9]{1,9})"),
    YEAR("([1-9][0-9]{3})"),
    YY("([0-9]{2})"),
    SEQ("([0-9]{1,18})"),
    DOC("([0-9]{1,9})");

    private final String regex;

    Kind(String regex) {
      this.regex = regex;
    }
  }

  private record Part(Kind kind, int width, String before) {}

  /**
   * What a written number says.
   *
   * @param number the number of the case
   * @param document the place of the document in the case, or empty for the case itself
   */
  public record Parsed(Diarienummer number, OptionalInt document) {}

  private final String pattern;
  private final List<Part> parts;
  private final Pattern form;

  private DiarienummerTemplate(String pattern, List<Part> parts) {
    this.pattern = pattern;
    this.parts = List.copyOf(parts);
    StringBuilder regex = new StringBuilder();
    for (Part part : parts) {
      String piece = Pattern.quote(part.before()) + part.kind().regex;
      regex.append(part.kind() == Kind.DOC ? "(?:" + piece + ")?" : piece);
    }
    this.form = Pattern.compile(regex.toString());
  }

  /**
   * Reads a template.
   *
   * @param pattern the template, in the form that the class describes
   * @return the template
   * @throws IllegalArgumentException when a part is unknown, missing, doubled or not set apart
   */
  public static DiarienummerTemplate of(String pattern) {
    Matcher optional = Pattern.compile("([^\\[\\]]+)(?:\\[([^\\[\\]]+)])?").matcher(pattern);
    if (!optional.matches()) {
      throw wrong(pattern, "has one part in brackets at the most, and it is last");
    }
    List<Part> parts = new ArrayList<>(read(pattern, optional.group(1)));
    if (optional.group(2) != null) {
      List<Part> last = read(pattern, optional.group(2));
      if (last.size() != 1 || last.get(0).kind() != Kind.DOC) {
        throw wrong(pattern, "has {doc} in the brackets");
      }
      parts.addAll(last);
    }
    check(pattern, parts, optional.group(2) != null);
    return new DiarienummerTemplate(pattern, parts);
  }

  /**
   * Writes the number of a case.
   *
   * @param authorityCode the authority's code
   * @param year the year of the series, 1000 to 9999; 2000 to 2099 with <code>{yy}</code>
   * @param sequence the place in the series, from 1
   * @return the number
   * @throws IllegalArgumentException when the template cannot write that year, code or sequence
   */
  public Diarienummer format(String authorityCode, int year, long sequence) {
    String text = write(authorityCode, year, sequence, 0);
    return new Diarienummer(authorityCode, year, sequence, text);
  }

  /**
   * Writes the number of a document in a case; without a bracketed part, that of the case.
   *
   * @param number the number of the case
   * @param document the place of the document in the case, from 1
   * @return the number
   */
  public String format(Diarienummer number, int document) {
    if (document < 1) {
      throw new IllegalArgumentException("Documents are numbered from 1");
    }
    return write(number.series(), number.year(), number.sequence(), document);
  }

  /**
   * Reads a written number.
   *
   * @param text the number
   * @return what it says
   * @throws DiaryException code {@code DIARY-NUMBER-FORMAT} when it is not of this template
   */
  public Parsed parse(String text) {
    return tryParse(text)
        .orElseThrow(
            () -> new DiaryException(DiaryException.FORMAT, "Write the number like " + pattern));
  }

  /**
   * Reads a number that may be written in another way.
   *
   * @param text the number
   * @return what it says, or empty when it is not of this template
   */
  public Optional<Parsed> tryParse(String text) {
    Matcher matcher = form.matcher(text);
    if (text.length() > LONGEST || !matcher.matches()) {
      return Optional.empty();
    }
    String authority = "";
    int year = 0;
    long sequence = 0;
    OptionalInt document = OptionalInt.empty();
    for (int i = 0; i < parts.size(); i++) {
      String group = matcher.group(i + 1);
      switch (parts.get(i).kind()) {
        case AUTHORITY -> authority = group;
        case YEAR -> year = Integer.parseInt(group);
        case YY -> year = 2000 + Integer.parseInt(group);
        case SEQ -> sequence = Long.parseLong(group);
        case DOC ->
            document =
                group == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(group));
      }
    }
    // One way to write each number: not 0001 where the template says 1.
    if (sequence < 1
        || (document.isPresent() && document.getAsInt() < 1)
        || !write(authority, year, sequence, document.orElse(0)).equals(text)) {
      return Optional.empty();
    }
    return Optional.of(new Parsed(format(authority, year, sequence), document));
  }

  private String write(String authority, int year, long sequence, int document) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part.kind() == Kind.DOC && document == 0) {
        continue;
      }
      String piece =
          switch (part.kind()) {
            case AUTHORITY -> authority;
            case YEAR -> Integer.toString(year);
            case YY -> padded(year - 2000, 2);
            case SEQ -> padded(sequence, part.width());
            case DOC -> padded(document, part.width());
          };
      if (!Pattern.matches(part.kind().regex, piece)) {
        throw new IllegalArgumentException("The template " + pattern + " cannot write this number");
      }
      text.append(part.before()).append(piece);
    }
    return text.toString();
  }

  private static String padded(long value, int width) {
    return String.format(Locale.ROOT, "%0" + Math.max(width, 1) + "d", value);
  }

  private static List<Part> read(String pattern, String text) {
    List<Part> parts = new ArrayList<>();
    Matcher token = Pattern.compile("([^{}]*)\\{([a-z]+)(?::([0-9]))?}").matcher(text);
    int end = 0;
    while (token.lookingAt()) {
      int width = token.group(3) == null ? 1 : Integer.parseInt(token.group(3));
      Kind kind = kind(pattern, token.group(2));
      if (width < 1
          || width > MAX_WIDTH
          || (token.group(3) != null && kind != Kind.SEQ && kind != Kind.DOC)) {
        throw wrong(pattern, "has a width of 1 to 9 after seq and doc alone");
      }
      parts.add(new Part(kind, width, token.group(1)));
      end = token.end();
      token.region(end, text.length());
    }
    if (end != text.length()) {
      throw wrong(pattern, "ends with a part, and its braces match");
    }
    return parts;
  }

  private static Kind kind(String pattern, String name) {
    return switch (name) {
      case "authority" -> Kind.AUTHORITY;
      case "year" -> Kind.YEAR;
      case "yy" -> Kind.YY;
      case "seq" -> Kind.SEQ;
      case "doc" -> Kind.DOC;
      default -> throw wrong(pattern, "knows authority, year, yy, seq and doc");
    };
  }

  private static void check(String pattern, List<Part> parts, boolean bracketed) {
    Set<Kind> seen = new HashSet<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (!seen.add(part.kind())) {
        throw wrong(pattern, "has each part once");
      }
      if (i > 0 && !part.before().matches(SEPARATORS)) {
        throw wrong(pattern, "has separators, and nothing else, between its parts");
      }
    }
    boolean oneYear = seen.contains(Kind.YEAR) != seen.contains(Kind.YY);
    if (!seen.contains(Kind.AUTHORITY) || !seen.contains(Kind.SEQ) || !oneYear) {
      throw wrong(pattern, "has {authority}, {seq} and one of {year} and {yy}");
    }
    if (seen.contains(Kind.DOC) && !bracketed) {
      throw wrong(pattern, "has {doc} in brackets");
    }
    String prefix = parts.get(0).before();
    if (!prefix.isEmpty() && !prefix.matches("[A-Za-zÅÄÖåäö]*" + SEPARATORS)) {
      throw wrong(pattern, "begins with letters and a separator, if anything");
    }
  }

  private static IllegalArgumentException wrong(String pattern, String rule) {
    return new IllegalArgumentException("A number template " + rule + ": " + pattern);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DiarienummerTemplate that && pattern.equals(that.pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
