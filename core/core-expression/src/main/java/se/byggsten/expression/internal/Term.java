package se.byggsten.expression.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.byggsten.expression.Domain;

/**
 * A part of a condition whose value is compared with constants or is itself true or false.
 *
 * <p>Its candidates are enough values to tell apart all that its comparisons can tell apart: each
 * constant, and something between, below and above them.
 */
final class Term {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** The ranges of functions that have one. */
  private static final Map<String, Domain> RANGES =
      Map.of(
          "size", numbers(0, Integer.MAX_VALUE),
          "age", numbers(0, 150),
          "year", numbers(0, 9_999),
          "month", numbers(0, 12),
          "day", numbers(0, 31),
          "dayOfWeek", numbers(0, 7));

  private final TypeSpec.Kind kind;
  private final @Nullable Domain domain;
  private final NavigableSet<BigDecimal> numbers = new TreeSet<>();
  private final NavigableSet<String> texts = new TreeSet<>();

  Term(TypeSpec.Kind kind, @Nullable Domain domain) {
    this.kind = kind;
    this.domain = domain;
  }

  static Domain numbers(long min, long max) {
    return new Domain.Numbers(
        Optional.of(BigDecimal.valueOf(min)), Optional.of(BigDecimal.valueOf(max)), true);
  }

  static @Nullable Domain range(String function) {
    return RANGES.get(function);
  }

  void comparedWith(Object constant) {
    if (constant instanceof BigDecimal number) {
      numbers.add(number);
    } else if (constant instanceof String text) {
      texts.add(text);
    }
  }

  boolean hasFewTexts() {
    return domain instanceof Domain.Texts;
  }

  List<Object> candidates() {
    return switch (kind) {
      case BOOLEAN -> List.of(true, false);
      case INTEGER -> numbers(true);
      case DECIMAL -> numbers(domain instanceof Domain.Numbers limits && limits.whole());
      default ->
          domain instanceof Domain.Texts few
              ? List.copyOf(new TreeSet<>(few.values()))
              : domain instanceof Domain.Days ? days() : texts();
    };
  }

  private List<Object> numbers(boolean whole) {
    NavigableSet<BigDecimal> marks = new TreeSet<>(numbers);
    marks.add(BigDecimal.ZERO);
    if (domain instanceof Domain.Numbers limits) {
      limits.min().ifPresent(marks::add);
      limits.max().ifPresent(marks::add);
    }
    NavigableSet<BigDecimal> all = new TreeSet<>();
    BigDecimal before = null;
    for (BigDecimal mark : marks) {
      if (whole) {
        BigDecimal below = mark.setScale(0, RoundingMode.FLOOR);
        for (int step = -1; step <= 2; step++) {
          all.add(below.add(BigDecimal.valueOf(step)));
        }
      } else {
        all.add(mark);
        all.add(mark.subtract(BigDecimal.ONE));
        all.add(mark.add(BigDecimal.ONE));
        if (before != null) {
          all.add(before.add(mark).divide(TWO));
        }
        before = mark;
      }
    }
    List<Object> candidates = new ArrayList<>();
    for (BigDecimal number : all) {
      if (!(domain instanceof Domain.Numbers limits) || limits.contains(number)) {
        candidates.add(number);
      }
    }
    return candidates;
  }

  private List<Object> texts() {
    NavigableSet<String> all = new TreeSet<>();
    all.add("");
    for (String text : texts) {
      all.add(text);
      // The very next text in order, so it stands between this constant and the one after it.
      all.add(text + "\u0000");
    }
    return List.copyOf(all);
  }

  private List<Object> days() {
    NavigableSet<String> all = new TreeSet<>();
    all.add("");
    for (String text : texts) {
      try {
        LocalDate day = LocalDate.parse(text);
        all.add(text);
        all.add(day.minusDays(1).toString());
        all.add(day.plusDays(1).toString());
      } catch (DateTimeException e) {
        // No day is equal to it, and the days around it are not known.
        return texts();
      }
    }
    return List.copyOf(all);
  }
}
