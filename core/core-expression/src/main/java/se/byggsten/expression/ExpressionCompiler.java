package se.byggsten.expression;

import java.util.Map;
import java.util.TreeMap;
import se.byggsten.core.ErrorCode;
import se.byggsten.expression.internal.CelEngine;
import se.byggsten.expression.internal.CelIssueException;
import se.byggsten.expression.internal.CelProgram;
import se.byggsten.expression.internal.TypeSpec;

/**
 * Compiles conditions and calculations in the Common Expression Language (CEL).
 *
 * <p>An expression reads the declared variables and nothing else: it has no clock, no input or
 * output and no way to call code. Names and types are checked when it is compiled. Safe for use by
 * many threads. An unknown name is an error that suggests the nearest known one.
 *
 * <p>Beside what CEL has ({@code && || ! == < in ?:}, {@code size}, {@code has}, {@code exists},
 * {@code all}, {@code exists_one}, {@code filter}, {@code map}, {@code contains}, {@code
 * startsWith}, {@code endsWith}, {@code matches}, {@code int}, {@code double}, {@code string}):
 *
 * <table>
 * <caption>Functions of forms</caption>
 * <tr><th>written</th><th>gives</th></tr>
 * <tr><td>{@code + - * /  == != < <= > >=  ?:}</td><td>whole and decimal numbers may be mixed, which
 *     gives a decimal. Two whole numbers divide to a whole number: {@code 7 / 2} is 3, {@code 7 /
 *     2.0} is 3.5</td></tr>
 * <tr><td>{@code sum(list)}</td><td>the sum of numbers, 0 of an empty list. Decimals are added digit
 *     by digit: {@code sum([0.1, 0.2])} is 0.3</td></tr>
 * <tr><td>{@code min(list) max(list) min(a, b) max(a, b)}</td><td>the least or greatest of numbers or
 *     texts (so the first or last day); of an empty list the empty value: 0 or {@code ''}</td></tr>
 * <tr><td>{@code round(x)}</td><td>the nearest whole number; a half goes away from zero</td></tr>
 * <tr><td>{@code round(x, decimals)}</td><td>a decimal, rounded on the digits that people see: {@code
 *     round(2.675, 2)} is 2.68; negative decimals round to tens, hundreds and so on; from -15 to 15
 *     </td></tr>
 * <tr><td>{@code floor(x) ceil(x) abs(x)}</td><td>the whole number below or above; the number without
 *     its sign</td></tr>
 * <tr><td>{@code years(from, to) months(from, to) days(from, to)}</td><td>whole years, months or days
 *     from one day to another, negative when it is the earlier; 0 when one is empty</td></tr>
 * <tr><td>{@code addYears(d, n) addMonths(d, n) addDays(d, n)}</td><td>a day; the last of the month
 *     where the month is too short; {@code ''} of an empty day or outside the years 1 to 9999
 *     </td></tr>
 * <tr><td>{@code year(d) month(d) day(d) dayOfWeek(d)}</td><td>parts of a day, Monday is 1; 0 of an
 *     empty day</td></tr>
 * <tr><td>{@code date(y, m, d)}</td><td>a day, or {@code ''} when there is none such</td></tr>
 * <tr><td>{@code birthDate(number)}</td><td>the day of birth in a personnummer or samordningsnummer of
 *     12 digits, or the day itself when it is given a day; {@code ''} when it is empty, wrong, has 10 digits (the century is not known) or is a
 *     samordningsnummer without a real date</td></tr>
 * <tr><td>{@code birthDate(number, on)}</td><td>the same, also for 10 digits, judged on a day; {@code
 *     ''} for one born later</td></tr>
 * <tr><td>{@code age(number, on)}</td><td>whole years on a day, of the person with an identity number or
 *     born on a day; 0 where {@code birthDate(number, on)} is {@code ''}, so ask for that first
 *     where it matters</td></tr>
 * </table>
 *
 * <p>A day is text such as {@code 2026-06-30}; text that is no such day counts as an empty day. No
 * day function fails. Numbers out of range and division by zero fail with {@code
 * EXPRESSION-FAILED}.
 *
 * <p>Source: the CEL specification, <a href="https://cel.dev">cel.dev</a>, standard functions and
 * macros.
 */
public final class ExpressionCompiler {
  private final CelEngine engine;

  private ExpressionCompiler(Map<String, ValueType> variables, ExpressionLimits limits) {
    Map<String, TypeSpec> specs = new TreeMap<>();
    variables.forEach((name, type) -> specs.put(name, type.spec()));
    this.engine = new CelEngine(specs, limits.length(), limits.nesting(), limits.iterations());
  }

  /**
   * Returns a compiler that knows these variables, with the default limits.
   *
   * @param variables the variables and their types
   * @return the compiler
   */
  public static ExpressionCompiler with(Map<String, ValueType> variables) {
    return with(variables, ExpressionLimits.DEFAULT);
  }

  /**
   * Returns a compiler that knows these variables.
   *
   * @param variables the variables and their types
   * @param limits what an expression may cost
   * @return the compiler
   */
  public static ExpressionCompiler with(Map<String, ValueType> variables, ExpressionLimits limits) {
    return new ExpressionCompiler(variables, limits);
  }

  /**
   * Compiles an expression of any type.
   *
   * @param source the expression
   * @return the compiled expression
   * @throws ExpressionException {@code EXPRESSION-TOO-LONG}, {@code EXPRESSION-TOO-DEEP} or {@code
   *     EXPRESSION-INVALID}, with line and column
   */
  public Expression compile(String source) {
    CelProgram program;
    try {
      program = engine.compile(source);
    } catch (CelIssueException issue) {
      throw ExpressionException.of(issue);
    }
    return new Expression(source, program);
  }

  /**
   * Compiles an expression that is true or false.
   *
   * @param source the expression
   * @return the compiled expression
   * @throws ExpressionException as {@link #compile(String)}, and {@code EXPRESSION-NOT-A-CONDITION}
   *     when it has another type
   */
  public Expression compileCondition(String source) {
    Expression expression = compile(source);
    if (!expression.resultType().equals(ValueType.BOOLEAN)) {
      throw new ExpressionException(
          ErrorCode.of("EXPRESSION-NOT-A-CONDITION"),
          "Write a condition that is true or false; this one is " + expression.resultType(),
          1,
          1);
    }
    return expression;
  }

  /**
   * Works out whether a condition can be true and whether it can be false.
   *
   * <p>A contradiction that is found is one: {@code val == 'a' && val == 'b'}, {@code alder > 12 &&
   * alder < 7}, or a comparison with a text that is not in the domain. Not every contradiction is
   * found: of two variables only that one is less, equal or greater than the other is known, and
   * what functions make of their arguments counts as free to be anything. Time is bounded.
   *
   * @param source the condition
   * @param domains what the values can be, by variable or, for fields of typed rows, by path such
   *     as {@code barn.alder}; one that is not named can be anything of its type
   * @return the outcomes
   * @throws ExpressionException as {@link #compile(String)}
   */
  public Outcomes outcomes(String source, Map<String, Domain> domains) {
    try {
      return engine.outcomes(source, Map.copyOf(domains));
    } catch (CelIssueException issue) {
      throw ExpressionException.of(issue);
    }
  }
}
