package se.byggsten.expression.internal;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Set;

/** A compiled expression; safe for use by many threads. */
public final class CelProgram {
  private final CelRuntime.Program program;
  private final Set<String> variables;
  private final String resultSpec;

  CelProgram(CelRuntime.Program program, Set<String> variables, String resultSpec) {
    this.program = program;
    this.variables = Set.copyOf(variables);
    this.resultSpec = resultSpec;
  }

  /**
   * Returns the declared variables that the expression reads.
   *
   * @return their names
   */
  public Set<String> variables() {
    return variables;
  }

  /**
   * Returns the type spec of the result.
   *
   * @return as in the constructor of the engine, or {@code other:} and a CEL kind
   */
  public String resultSpec() {
    return resultSpec;
  }

  /**
   * Evaluates the expression.
   *
   * @param values a value for each variable that it reads
   * @return the value
   * @throws CelIssueException when it fails or costs too much
   */
  public Object evaluate(Map<String, Object> values) {
    try {
      return program.eval(values);
    } catch (CelEvaluationException e) {
      throw CelEngine.failure(e);
    }
  }
}
