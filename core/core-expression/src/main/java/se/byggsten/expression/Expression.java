package se.byggsten.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.ErrorCode;
import se.byggsten.expression.internal.CelIssueException;
import se.byggsten.expression.internal.CelProgram;

/** A compiled, type-checked expression; immutable and safe for use by many threads. */
public final class Expression {
  private final String source;
  private final CelProgram program;
  private final Map<String, ValueType> types;
  private final ValueType resultType;

  Expression(String source, CelProgram program, Map<String, ValueType> types) {
    this.source = source;
    this.program = program;
    this.types = types;
    this.resultType = ValueType.ofSpec(program.resultSpec());
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
   * Returns the type of the result.
   *
   * @return the type
   */
  public ValueType resultType() {
    return resultType;
  }

  /**
   * Evaluates the expression.
   *
   * @param values values by variable; one that is missing or null is the empty value of its type,
   *     names that the expression does not read are ignored
   * @return the value: String, Boolean, Long, Double, List or Map
   * @throws ExpressionException {@code EXPRESSION-FAILED} or {@code EXPRESSION-TOO-COSTLY}
   * @throws IllegalArgumentException when a value has another type than its variable
   */
  public Object evaluate(Map<String, ? extends @Nullable Object> values) {
    Map<String, Object> accepted = new HashMap<>();
    for (String name : program.variables()) {
      ValueType type = Objects.requireNonNull(types.get(name));
      accepted.put(name, type.accept(name, values.get(name)));
    }
    try {
      return program.evaluate(accepted);
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
