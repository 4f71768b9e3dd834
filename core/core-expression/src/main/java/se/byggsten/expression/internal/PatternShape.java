package se.byggsten.expression.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees in a regular expression what RE2 lacks or would take for something else, and how large it
 * grows when its repetitions are written out.
 */
public final class PatternShape {
  private static final int LONGEST = 2_000;
  private static final int MOST = 1_000;
  private static final long LARGEST = 20_000;
  private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(,(\\d{0,9}))?\\}");

  private final String regexp;
  private final Deque<Long> outer = new ArrayDeque<>();
  private long total;
  private long last;
  private int at;

  private PatternShape(String regexp) {
    this.regexp = regexp;
  }

  /**
   * Finds what is wrong.
   *
   * @param regexp the expression
   * @return what it has that cannot be used, and what to write instead; empty when nothing is seen
   */
  public static Optional<String> fault(String regexp) {
    return regexp.length() > LONGEST
        ? Optional.of("write it in " + LONGEST + " characters at most")
        : new PatternShape(regexp).walk();
  }

  private Optional<String> walk() {
    while (at < regexp.length()) {
      String fault =
          switch (regexp.charAt(at)) {
            case '\\' -> escape();
            case '[' -> charClass();
            case '(' -> open();
            case ')' -> close();
            case '*', '+', '?' -> repeated();
            case '{' -> counted();
            default -> atom(1);
          };
      if (!fault.isEmpty()) {
        return Optional.of(fault);
      }
      if (total > LARGEST) {
        return Optional.of("its repetitions make it too large; limit the length with size instead");
      }
    }
    return Optional.empty();
  }

  private String atom(int characters) {
    at += characters;
    last = 1;
    total++;
    return "";
  }

  private String escape() {
    char next = at + 1 < regexp.length() ? regexp.charAt(at + 1) : ' ';
    if ((next >= '1' && next <= '9') || next == 'k') {
      return "it refers back to a group at character "
          + (at + 1)
          + "; write the group again, or write a rule in CEL";
    }
    if (next == 'Q') {
      int end = regexp.indexOf("\\E", at);
      return atom((end < 0 ? regexp.length() : end + 2) - at);
    }
    if ((next == 'p' || next == 'P') && regexp.startsWith("{", at + 2)) {
      int end = regexp.indexOf('}', at);
      return atom((end < 0 ? regexp.length() : end + 1) - at);
    }
    return atom(2);
  }

  /** Java joins and cuts classes in classes; RE2 would take the signs for letters. */
  private String charClass() {
    int i = at + 1;
    if (regexp.startsWith("^", i)) {
      i++;
    }
    boolean first = true;
    while (i < regexp.length() && (first || regexp.charAt(i) != ']')) {
      first = false;
      if (regexp.startsWith("&&", i)) {
        return "it cuts one class of characters with another (&&) at character "
            + (i + 1)
            + "; write the characters that are left";
      }
      if (regexp.charAt(i) == '[' && !regexp.startsWith("[:", i)) {
        return "it has a class in a class at character " + (i + 1) + "; write \\[ for the sign";
      }
      int posix = regexp.startsWith("[:", i) ? regexp.indexOf(":]", i) : -1;
      i = posix > 0 ? posix + 2 : i + (regexp.charAt(i) == '\\' ? 2 : 1);
    }
    return atom(Math.min(i + 1, regexp.length()) - at);
  }

  private String open() {
    for (String look : new String[] {"(?=", "(?!", "(?<=", "(?<!"}) {
      if (regexp.startsWith(look, at)) {
        return "it looks ahead or behind with "
            + look
            + " at character "
            + (at + 1)
            + "; write what may stand there, or write a rule in CEL";
      }
    }
    if (regexp.startsWith("(?>", at)) {
      return "it has an atomic group at character " + (at + 1) + "; write (?: instead of (?>";
    }
    outer.push(total);
    last = 0;
    at++;
    return "";
  }

  private String close() {
    long before = outer.isEmpty() ? total : outer.pop();
    last = Math.max(1, total - before);
    at++;
    return "";
  }

  private String repeated() {
    at++;
    return possessive();
  }

  private String counted() {
    Matcher count = COUNT.matcher(regexp).region(at, regexp.length());
    if (!count.lookingAt()) {
      return atom(1);
    }
    long least = Long.parseLong(count.group(1));
    String most = count.group(3);
    long times = most == null || most.isEmpty() ? least : Math.max(least, Long.parseLong(most));
    if (times > MOST) {
      return "it repeats something more than "
          + MOST
          + " times at character "
          + (at + 1)
          + "; limit the length with size instead";
    }
    total += last * Math.max(0, times - 1);
    last *= Math.max(1, times);
    at = count.end();
    return possessive();
  }

  private String possessive() {
    if (at < regexp.length() && regexp.charAt(at) == '?') {
      at++;
    } else if (at < regexp.length() && regexp.charAt(at) == '+') {
      return "it has a possessive repetition at character "
          + (at + 1)
          + "; take the last + away, since no pattern is slow here";
    }
    return "";
  }
}
