package se.byggsten.archive.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path to elements, as much of XPath as the tables need.
 *
 * <p>Steps are names, {@code .} or, after {@code //}, any descendant; predicates are {@code [@A]},
 * {@code [@A='v']}, {@code [@A^='v']} for the beginning of a value, {@code [@A=v,w]} for one of
 * several, and {@code [name]} for a child.
 */
final class ElementPath {
  private static final Pattern STEP = Pattern.compile("(//?)?([A-Za-z.]+)((?:\\[[^\\]]*\\])*)");
  private static final Pattern PREDICATE =
      Pattern.compile("\\[(?:@([\\w:]+)(?:(\\^?=)([^\\]]*))?|(\\w+))\\]");

  private record Predicate(String attribute, String operator, List<String> values, String child) {
    boolean holds(Element element) {
      if (!child.isEmpty()) {
        return element.children().stream().anyMatch(c -> c.name().equals(child));
      }
      String actual = element.attribute(attribute);
      if (actual == null) {
        return false;
      }
      return switch (operator) {
        case "" -> true;
        case "=" -> values.contains(actual);
        default -> values.stream().anyMatch(actual::startsWith);
      };
    }
  }

  private record Step(boolean deep, String name, List<Predicate> predicates) {
    boolean matches(Element element) {
      return element.name().equals(name) && predicates.stream().allMatch(p -> p.holds(element));
    }
  }

  private final List<Step> steps;

  private ElementPath(List<Step> steps) {
    this.steps = steps;
  }

  static ElementPath parse(String text) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      List<Predicate> predicates = new ArrayList<>();
      Matcher predicate = PREDICATE.matcher(matcher.group(3));
      while (predicate.find()) {
        predicates.add(
            new Predicate(
                orEmpty(predicate.group(1)),
                orEmpty(predicate.group(2)),
                Arrays.asList(orEmpty(predicate.group(3)).replace("'", "").split(",")),
                orEmpty(predicate.group(4))));
      }
      steps.add(new Step("//".equals(matcher.group(1)), matcher.group(2), predicates));
      end = matcher.end();
    }
    if (end != text.length() || steps.isEmpty()) {
      throw new IllegalArgumentException("Not a path to elements: " + text);
    }
    return new ElementPath(steps);
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String group) {
    return group == null ? "" : group;
  }

  List<Element> in(Element from) {
    List<Element> found = List.of(from);
    for (Step step : steps) {
      List<Element> next = new ArrayList<>();
      for (Element element : found) {
        if (step.name().equals(".")) {
          if (step.predicates().stream().allMatch(p -> p.holds(element))) {
            next.add(element);
          }
        } else {
          collect(element, step, next);
        }
      }
      found = next;
    }
    return found;
  }

  private static void collect(Element element, Step step, List<Element> found) {
    for (Element child : element.children()) {
      if (step.matches(child)) {
        found.add(child);
      }
      if (step.deep()) {
        collect(child, step, found);
      }
    }
  }
}
