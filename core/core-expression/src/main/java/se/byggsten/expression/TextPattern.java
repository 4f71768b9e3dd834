package se.byggsten.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Set;
import se.byggsten.core.ErrorCode;
import se.byggsten.expression.internal.PatternShape;

/**
 * A pattern for texts that takes time in proportion to the text, whatever the pattern and the text.
 *
 * <p>The syntax is <a href="https://github.com/google/re2/wiki/Syntax">RE2</a>: what {@link
 * java.util.regex} has, but for what makes that one slow. There are no references back to a group,
 * no looking ahead or behind and no atomic groups; a repetition is of 1,000 at most. It is the same
 * engine that {@code matches} has in an expression. Immutable and safe for use by many threads.
 */
public final class TextPattern {
  /** The code of a pattern that cannot be used. */
  public static final ErrorCode CODE = ErrorCode.of("EXPRESSION-PATTERN");

  private final Pattern pattern;

  /** How a pattern is to be read. */
  public enum Option {
    /** Capital and small letters are the same, å, ä and ö too. */
    CASE_INSENSITIVE(Pattern.CASE_INSENSITIVE),
    /** {@code ^} and {@code $} stand at every line. */
    MULTILINE(Pattern.MULTILINE),
    /** A full stop is a line end too. */
    DOTALL(Pattern.DOTALL);

    private final int flag;

    Option(int flag) {
      this.flag = flag;
    }
  }

  private TextPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads a pattern.
   *
   * @param regexp the pattern
   * @param options how it is to be read
   * @return the pattern
   * @throws ExpressionException {@link #CODE} when it breaks the syntax, has what RE2 lacks, or
   *     would grow too large; the message says what to write instead
   */
  public static TextPattern of(String regexp, Set<Option> options) {
    PatternShape.fault(regexp).ifPresent(fault -> refuse(regexp, fault));
    int flags = options.stream().mapToInt(option -> option.flag).reduce(0, (a, b) -> a | b);
    try {
      return new TextPattern(Pattern.compile(regexp, flags));
    } catch (PatternSyntaxException e) {
      String why = e.getDescription() + (e.getPattern().isEmpty() ? "" : ": " + e.getPattern());
      throw refused(regexp, "it cannot be read: " + why);
    }
  }

  private static void refuse(String regexp, String fault) {
    throw refused(regexp, fault);
  }

  private static ExpressionException refused(String regexp, String fault) {
    return new ExpressionException(
        CODE, "The pattern " + regexp + " cannot be used: " + fault, 0, 0);
  }

  /**
   * Tells whether a text is of the pattern as a whole.
   *
   * @param text the text
   * @return true when all of it is
   */
  public boolean matches(CharSequence text) {
    return pattern.matches(text.toString());
  }

  @Override
  public String toString() {
    return pattern.pattern();
  }
}
