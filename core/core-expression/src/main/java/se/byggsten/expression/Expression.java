package se.byggsten.expression;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.ErrorCode;
import se.byggsten.expression.internal.CelIssueException;
import se.byggsten.expression.internal.CelProgram;

/** A compiled, type-checked expression; immutable and safe for use by many threads. */
public final class Expression {
  private final String source;
  private final CelProgram program;
  private final ValueType resultType;

  Expression(String source, CelProgram program) {
    this.source = source;
    this.program = program;
    this.resultType = ValueType.of(program.resultType());
  }

  /**
   * Returns the source.
   *
   * @return the expression as written
   */
  public String source() {
    return source;
  }

  /**
   * Returns the declared variables that the expression reads.
   *
   * @return their names
   */
  public Set<String> variables() {
    return program.variables();
  }

  /**
   * Returns all that can change the value: the variables, and the fields of typed rows by path.
   *
   * <p>{@code barn.exists(b, b.alder < 7)} reads {@code barn} and {@code barn.alder}. The name of a
   * group stands for which rows there are; a row that is used as a whole, as in a comparison, reads
   * all its fields. A path has no row numbers. Fields of an untyped {@link ValueType#ROW} are not
   * listed: its variable stands for all of it. The set may hold a field too many, never one too
   * few.
   *
   * @return names and dotted paths
   */
  public Set<String> reads() {
    return program.reads();
  }

  /**
   * Returns the type of the result.
   *
   * @return the type
   */
  public ValueType resultType() {
    return resultType;
  }

  /**
   * Returns what the expression is made of, to be read out or analysed.
   *
   * @return the tree
   */
  public Syntax syntax() {
    return program.syntax();
  }

  /**
   * Evaluates the expression.
   *
   * @param values values by variable; one that is missing or null is the empty value of its type,
   *     names that the expression does not read are ignored
   * @return the value: String, Boolean, Long, Double, List or Map
   * @throws ExpressionException {@code EXPRESSION-FAILED}, which a decimal result that is infinite
   *     or no number is too, or {@code EXPRESSION-TOO-COSTLY}
   * @throws IllegalArgumentException when a value has another type than its variable; a wrong field
   *     of a row is met only when it is read, and is then {@code EXPRESSION-FAILED}
   */
  public Object evaluate(Map<String, ? extends @Nullable Object> values) {
    try {
      return program.evaluate(values);
    } catch (CelIssueException issue) {
      throw ExpressionException.of(issue);
    }
  }

  /**
   * Evaluates a condition.
   *
   * @param values as for {@link #evaluate(Map)}
   * @return what it evaluates to
   * @throws ExpressionException as {@link #evaluate(Map)}, and {@code EXPRESSION-NOT-A-CONDITION}
   *     when the value is neither true nor false
   */
  public boolean test(Map<String, ? extends @Nullable Object> values) {
    if (evaluate(values) instanceof Boolean bool) {
      return bool;
    }
    throw new ExpressionException(
        ErrorCode.of("EXPRESSION-NOT-A-CONDITION"), "The value is neither true nor false", 0, 0);
  }

  @Override
  public String toString() {
    return source;
  }
}
