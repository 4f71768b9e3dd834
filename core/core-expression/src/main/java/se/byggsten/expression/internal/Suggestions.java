package se.byggsten.expression.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the engine's messages about names into ones that say what to write instead. */
final class Suggestions {
  private static final Pattern UNKNOWN_NAME =
      Pattern.compile("undeclared reference to '([^']{1,200})'.*", Pattern.DOTALL);
  private static final Pattern UNKNOWN_FIELD =
      Pattern.compile("undefined field '([^']{1,200})'.*", Pattern.DOTALL);
  private static final Pattern NO_OVERLOAD =
      Pattern.compile(
          "found no matching overload for '([^']{1,60})' applied to '([^']{1,2000})'.*",
          Pattern.DOTALL);
  private static final Pattern SYNTAX =
      Pattern.compile("^(mismatched|extraneous|missing|no viable|token recognition|Syntax error)");
  private static final Pattern QUOTED = Pattern.compile("'[^'\\n]*'|\"[^\"\\n]*\"");
  private static final Pattern WORDS =
      Pattern.compile("\\b(and|och|or|eller|not|inte)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern SINGLE = Pattern.compile("(?<![=!<>])=(?!=)");
  private static final Map<String, String> SIGNS =
      Map.of("and", "&&", "och", "&&", "or", "||", "eller", "||", "not", "!", "inte", "!");
  private static final int LONGEST_COMPARED = 60;

  private final Set<String> names;
  private final Set<String> fields;

  Suggestions(Set<String> names, Set<String> fields) {
    this.names = new TreeSet<>(names);
    this.fields = new TreeSet<>(fields);
  }

  /**
   * Improves a message.
   *
   * @param message the engine's
   * @param source the expression that it is about
   * @return ours where there is one
   */
  String improve(String message, String source) {
    Matcher name = UNKNOWN_NAME.matcher(message);
    if (name.matches()) {
      return "There is no name '" + name.group(1) + "'" + hint(name.group(1), names);
    }
    Matcher field = UNKNOWN_FIELD.matcher(message);
    if (field.matches()) {
      return "The row has no field '" + field.group(1) + "'" + hint(field.group(1), fields);
    }
    Matcher overload = NO_OVERLOAD.matcher(message);
    if (overload.matches()) {
      return "'"
          + overload.group(1).replace("_", "")
          + "' cannot be used on "
          + overload.group(2).replaceAll("\\bstring\\b", "text").replace("double", "decimal");
    }
    return SYNTAX.matcher(message).find() ? message + operator(source) : message;
  }

  /** What stands in the source of other languages where CEL has a sign. */
  private static String operator(String source) {
    String bare = QUOTED.matcher(source).replaceAll("''");
    Matcher word = WORDS.matcher(bare);
    if (word.find()) {
      return "; write "
          + SIGNS.get(word.group(1).toLowerCase(Locale.ROOT))
          + " for "
          + word.group();
    }
    return SINGLE.matcher(bare).find() ? "; write == to compare" : "";
  }

  private static String hint(String wrong, Set<String> known) {
    return nearest(wrong, known).map(right -> "; did you mean '" + right + "'?").orElse("");
  }

  /**
   * Returns the known name that is written most alike, when one is alike enough.
   *
   * @param wrong what was written
   * @param known the names
   * @return the nearest
   */
  static Optional<String> nearest(String wrong, Set<String> known) {
    if (wrong.length() > LONGEST_COMPARED) {
      return Optional.empty();
    }
    String lower = wrong.toLowerCase(Locale.ROOT);
    String best = null;
    int least = Math.max(1, wrong.length() / 3) + 1;
    for (String name : known) {
      int distance =
          Math.abs(name.length() - wrong.length()) >= least
              ? least
              : distance(lower, name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Insertions, deletions, changes and swaps of neighbours. */
  private static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        least = Math.min(least, cost[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
      }
    }
    return cost[one.length()][other.length()];
  }
}
