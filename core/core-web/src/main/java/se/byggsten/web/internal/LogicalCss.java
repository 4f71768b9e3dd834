package se.byggsten.web.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns left and right in a sheet into start and end, so that one sheet serves both directions.
 *
 * <p>Shapes that borders draw, such as ticks and arrows, are left as they are: only a whole border
 * on one side is turned.
 */
final class LogicalCss {
  private static final Pattern DECLARATION =
      Pattern.compile("(?<=[{;])\\s*([a-z-]+)\\s*:\\s*([^;{}]+?)\\s*(?=[;}])");
  private static final Pattern SIDE =
      Pattern.compile("(margin|padding|border|scroll-margin|scroll-padding)-(left|right)(.*)");
  private static final Map<String, String> PLAIN =
      Map.of(
          "left", "inset-inline-start",
          "right", "inset-inline-end",
          "border-top-left-radius", "border-start-start-radius",
          "border-top-right-radius", "border-start-end-radius",
          "border-bottom-left-radius", "border-end-start-radius",
          "border-bottom-right-radius", "border-end-end-radius");

  private LogicalCss() {}

  /** Returns the sheet with logical properties and values. */
  static String of(String css) {
    return DECLARATION
        .matcher(css)
        .replaceAll(found -> Matcher.quoteReplacement(turn(found.group(1), found.group(2))));
  }

  private static String turn(String property, String value) {
    String plain = PLAIN.get(property);
    if (plain != null) {
      return plain + ":" + value;
    }
    Matcher side = SIDE.matcher(property);
    if (side.matches()) {
      String end = side.group(2).equals("left") ? "-inline-start" : "-inline-end";
      return side.group(1) + end + side.group(3) + ":" + value;
    }
    return switch (property) {
      case "text-align" -> property + ":" + side(value, "start", "end");
      case "float", "clear" -> property + ":" + side(value, "inline-start", "inline-end");
      case "margin", "padding" -> box(property, value);
      case "border-radius" -> corners(value);
      default -> property + ":" + value;
    };
  }

  private static String side(String value, String start, String end) {
    return value.replaceFirst("^left\\b", start).replaceFirst("^right\\b", end);
  }

  private static String box(String property, String value) {
    List<String> sides = words(value);
    if (sides.size() != 4 || sides.get(1).equals(sides.get(3)) || value.contains("!")) {
      return property + ":" + value;
    }
    String block = property + "-block:" + sides.get(0) + " " + sides.get(2);
    return block + ";" + property + "-inline:" + sides.get(3) + " " + sides.get(1);
  }

  private static String corners(String value) {
    List<String> corners = words(value);
    if (corners.size() != 4) {
      return "border-radius:" + value;
    }
    return "border-start-start-radius:"
        + corners.get(0)
        + ";border-start-end-radius:"
        + corners.get(1)
        + ";border-end-end-radius:"
        + corners.get(2)
        + ";border-end-start-radius:"
        + corners.get(3);
  }

  /** The words of a value; what stands in parentheses is one. */
  private static List<String> words(String value) {
    List<String> words = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= value.length(); i++) {
      char c = i < value.length() ? value.charAt(i) : ' ';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ' ' && depth == 0) {
        if (i > from) {
          words.add(value.substring(from, i));
        }
        from = i + 1;
      }
    }
    return words;
  }
}
