package se.byggsten.expression;

import java.util.Map;
import java.util.TreeMap;
import se.byggsten.core.ErrorCode;
import se.byggsten.expression.internal.CelEngine;
import se.byggsten.expression.internal.CelIssueException;
import se.byggsten.expression.internal.CelProgram;

/**
 * Compiles conditions and calculations in the Common Expression Language (CEL).
 *
 * <p>An expression reads the declared variables and nothing else: it has no clock, no input or
 * output and no way to call code. Names and types are checked when it is compiled. Safe for use by
 * many threads.
 *
 * <p>Source: the CEL specification, <a href="https://cel.dev">cel.dev</a>, standard functions and
 * macros.
 */
public final class ExpressionCompiler {
  private final CelEngine engine;
  private final Map<String, ValueType> variables;

  private ExpressionCompiler(Map<String, ValueType> variables, ExpressionLimits limits) {
    this.variables = Map.copyOf(variables);
    Map<String, String> specs = new TreeMap<>();
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
    return new Expression(source, program, variables);
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
}
