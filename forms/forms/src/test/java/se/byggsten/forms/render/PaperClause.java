package se.byggsten.forms.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A condition as it is told on a Swedish paper form, understood as a reader does. */
final class PaperClause {
  private static final Pattern TOLD =
      Pattern.compile(
          "(?:Svara bara om|Fyll i den här delen bara om|Fyll inte i mer om|Gäller om) (.*?)\\."
              + "(?: .*)?",
          Pattern.DOTALL);
  private static final Pattern QUOTED = Pattern.compile("”([^”]*)”");
  private static final Pattern CHOSEN =
      Pattern.compile("du (inte )?svarade (\\{\\d+}(?:/\\{\\d+})*) på fråga (\\d+)");
  private static final Pattern ANSWERED =
      Pattern.compile("du (inte )?(?:svarade på|kryssade i rutan i) fråga (\\d+)");
  private static final Pattern IS =
      Pattern.compile(
          "(?:svaret på fråga )?(\\d+|\\{\\d+}) (inte )?är (mindre än |mer än )?(.*?)( \\+| -)?",
          Pattern.DOTALL);
  private static final Pattern COUNTED =
      Pattern.compile(
          "du (inte )?skriver (något|(?:precis |färre än |fler än )?\\d+(?: \\+| -)?)"
              + " under (\\{\\d+})");
  private static final Pattern NUMBER = Pattern.compile("[-−]?\\d[\\d\\h]*(?:,\\d+)?");

  private final List<String> quotes = new ArrayList<>();
  private final String text;

  private PaperClause(String text) {
    Matcher matcher = QUOTED.matcher(text);
    StringBuilder plain = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(plain, "{" + quotes.size() + "}");
      quotes.add(matcher.group(1));
    }
    this.text =
        matcher
            .appendTail(plain)
            .toString()
            .replaceAll("(?<=}) eller (?=\\{)", "/")
            .replaceAll(" eller (mer|fler)\\b", " +")
            .replaceAll(" eller (mindre|färre)\\b", " -");
  }

  /** The condition; empty when the reader is to judge. */
  static Optional<PaperClause> of(String told) {
    PaperClause whole = new PaperClause(told);
    Matcher matcher = TOLD.matcher(whole.text);
    if (told.contains("gäller dig") || !matcher.matches()) {
      return Optional.empty();
    }
    PaperClause clause = new PaperClause(matcher.group(1));
    clause.quotes.addAll(whole.quotes);
    return Optional.of(clause);
  }

  /** Whether it holds for what is written as answers, by number. */
  boolean holds(Function<String, Optional<Object>> written) {
    boolean and = text.contains(", och dessutom om ");
    boolean or = text.contains(", eller om ");
    if (and && or) {
      throw new AssertionError("Nobody can tell what belongs together: " + text);
    }
    if (and) {
      return List.of(text.split(", och dessutom om ")).stream().allMatch(p -> part(p, written));
    }
    return List.of(text.split(", eller om ")).stream().anyMatch(p -> part(p, written));
  }

  private boolean part(String part, Function<String, Optional<Object>> written) {
    boolean and = part.contains(" och ");
    boolean or = part.contains(" eller ");
    if (and && or) {
      throw new AssertionError("Nobody can tell what belongs together: " + text);
    }
    return and
        ? List.of(part.split(" och ")).stream().allMatch(p -> one(p, written))
        : List.of(part.split(" eller ")).stream().anyMatch(p -> one(p, written));
  }

  private boolean one(String one, Function<String, Optional<Object>> written) {
    Matcher answered = ANSWERED.matcher(one);
    if (answered.matches()) {
      Optional<Object> value = written.apply(answered.group(2));
      boolean there = value.filter(v -> !v.equals(false) || one.contains("svarade")).isPresent();
      return there == (answered.group(1) == null);
    }
    Matcher chosen = CHOSEN.matcher(one);
    if (chosen.matches()) {
      Optional<Object> value = written.apply(chosen.group(3));
      boolean any = false;
      for (String quote : chosen.group(2).split("/", -1)) {
        any |= value.filter(v -> isChosen(v, quoted(quote))).isPresent();
      }
      return any == (chosen.group(1) == null);
    }
    Matcher counted = COUNTED.matcher(one);
    if (counted.matches()) {
      Optional<Object> rows = written.apply("under " + quoted(counted.group(3)));
      int count = rows.map(Integer.class::cast).orElse(0);
      return counted(counted.group(2), count) == (counted.group(1) == null);
    }
    Matcher is = IS.matcher(one);
    if (!is.matches()) {
      throw new AssertionError("What is meant? " + one);
    }
    String what = is.group(1);
    Optional<Object> value = written.apply(what.startsWith("{") ? quoted(what) : what);
    boolean not = is.group(2) != null;
    if (value.isEmpty()) {
      return not;
    }
    return compared(is, value.orElseThrow()) != not;
  }

  private static boolean counted(String told, int count) {
    if (told.equals("något")) {
      return count > 0;
    }
    int order = Integer.compare(count, Integer.parseInt(told.replaceAll("\\D", "")));
    if (told.endsWith("+")) {
      return order >= 0;
    }
    if (told.endsWith("-")) {
      return order <= 0;
    }
    if (told.startsWith("färre än")) {
      return order < 0;
    }
    return told.startsWith("fler än") ? order > 0 : order == 0;
  }

  private boolean compared(Matcher is, Object value) {
    String than = is.group(4);
    if (!(value instanceof BigDecimal number)) {
      return value.toString().equals(than.startsWith("{") ? quoted(than) : than);
    }
    int order = number.compareTo(withoutUnit(than));
    String how = is.group(3) == null ? "" : is.group(3).strip();
    String more = is.group(5) == null ? "" : is.group(5).strip();
    return switch (how + more) {
      case "mindre än" -> order < 0;
      case "mer än" -> order > 0;
      case "+" -> order >= 0;
      case "-" -> order <= 0;
      default -> order == 0;
    };
  }

  private static BigDecimal withoutUnit(String text) {
    Matcher number = NUMBER.matcher(text);
    assertThat(number.lookingAt()).as(text).isTrue();
    return new BigDecimal(number.group().replaceAll("\\h", "").replace(',', '.').replace('−', '-'));
  }

  private static boolean isChosen(Object value, String text) {
    if (value instanceof Boolean yes) {
      return text.equals(yes ? "Ja" : "Nej");
    }
    return value instanceof Collection<?> many && many.contains(text);
  }

  private String quoted(String mark) {
    return quotes.get(Integer.parseInt(mark.substring(1, mark.length() - 1)));
  }
}
