package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.expression.ExpressionException;
import se.byggsten.expression.TextPattern;

/**
 * Judges Jakarta's {@link Pattern} with RE2 instead of java.util.regex, whose time and stack may
 * grow without bound with the text.
 */
public final class SafePatternValidator implements ConstraintValidator<Pattern, CharSequence> {
  private @Nullable TextPattern pattern;

  @Override
  public void initialize(Pattern constraint) {
    List<String> flags = new ArrayList<>();
    for (Pattern.Flag flag : constraint.flags()) {
      flags.add(flag.name());
    }
    pattern = pattern(constraint.regexp(), flags);
  }

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    return value == null || Objects.requireNonNull(pattern).matches(value);
  }

  /**
   * Finds what is wrong with the parameters of a pattern.
   *
   * @param parameters those of the constraint, as a rule has them
   * @return what it is and what to write instead; empty when it can be used
   */
  public static Optional<String> fault(Map<String, Object> parameters) {
    List<String> flags =
        parameters.get("flags") instanceof List<?> all
            ? all.stream().map(String::valueOf).toList()
            : List.of();
    try {
      pattern(String.valueOf(parameters.get("regexp")), flags);
      return Optional.empty();
    } catch (ExpressionException e) {
      String message = String.valueOf(e.getMessage());
      return Optional.of(message.replaceFirst("^" + e.code().value() + ": ", ""));
    } catch (IllegalArgumentException e) {
      return Optional.of(
          "The flag " + e.getMessage() + " of a pattern cannot be used; write the pattern out");
    }
  }

  private static TextPattern pattern(String regexp, List<String> flags) {
    Set<TextPattern.Option> options = EnumSet.noneOf(TextPattern.Option.class);
    for (String flag : flags) {
      switch (flag) {
        case "CASE_INSENSITIVE" -> options.add(TextPattern.Option.CASE_INSENSITIVE);
        case "MULTILINE" -> options.add(TextPattern.Option.MULTILINE);
        case "DOTALL" -> options.add(TextPattern.Option.DOTALL);
        case "UNICODE_CASE", "UNIX_LINES" -> {
          // RE2 is like that always.
        }
        default -> throw new IllegalArgumentException(flag);
      }
    }
    return TextPattern.of(regexp, options);
  }
}
