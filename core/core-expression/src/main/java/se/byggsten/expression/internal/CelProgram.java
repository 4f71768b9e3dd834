package se.byggsten.expression.internal;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.expression.Syntax;

/** A compiled expression; safe for use by many threads. */
public final class CelProgram {
  private final CelRuntime.Program program;
  private final String[] names;
  private final TypeSpec[] types;
  private final Set<String> variables;
  private final Set<String> reads;
  private final TypeSpec resultType;
  private final Syntax syntax;
  private final @Nullable Object constant;

  CelProgram(
      CelRuntime.Program program,
      Map<String, TypeSpec> variables,
      Set<String> reads,
      TypeSpec resultType,
      Syntax syntax) {
    this.program = program;
    this.names = variables.keySet().toArray(new String[0]);
    this.types = variables.values().toArray(new TypeSpec[0]);
    this.variables = Set.copyOf(variables.keySet());
    this.reads = Set.copyOf(reads);
    this.resultType = resultType;
    this.syntax = syntax;
    this.constant = variables.isEmpty() ? constant(program) : null;
  }

  /** What an expression without variables always is; one that fails keeps failing when asked. */
  private static @Nullable Object constant(CelRuntime.Program program) {
    try {
      return plain(program.eval());
    } catch (CelEvaluationException e) {
      return null;
    }
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
   * Returns the variables and the fields of typed rows that the expression reads.
   *
   * @return names and dotted paths
   */
  public Set<String> reads() {
    return reads;
  }

  /**
   * Returns the type of the result.
   *
   * @return the type
   */
  public TypeSpec resultType() {
    return resultType;
  }

  /**
   * Returns what the expression is made of.
   *
   * @return the tree
   */
  public Syntax syntax() {
    return syntax;
  }

  /**
   * Evaluates the expression.
   *
   * @param values values by variable
   * @return the value
   * @throws CelIssueException when it fails or costs too much
   * @throws IllegalArgumentException when a value has another type than its variable
   */
  public Object evaluate(Map<String, ? extends @Nullable Object> values) {
    if (constant != null) {
      return constant;
    }
    Given given = new Given(names);
    for (int i = 0; i < names.length; i++) {
      given.values[i] = types[i].accept(names[i], values.get(names[i]));
    }
    Object result;
    try {
      result = program.eval(given);
    } catch (CelEvaluationException e) {
      throw CelEngine.failure(e);
    }
    if (result instanceof Double number && !Double.isFinite(number)) {
      throw new CelIssueException(
          CelEngine.FAILED, "The expression gives no number, as when dividing by zero", 0, 0);
    }
    return plain(result);
  }

  /** Rows as maps again. */
  static Object plain(Object value) {
    if (value instanceof RowValue row) {
      return row.toMap();
    }
    if (value instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof RowValue || element instanceof List) {
          return list.stream().map(CelProgram::plain).toList();
        }
      }
    }
    return value;
  }

  /** The values of one evaluation; an expression reads few names, so a search beats a map. */
  private static final class Given implements CelVariableResolver {
    private final String[] names;
    private final Object[] values;

    private Given(String[] names) {
      this.names = names;
      this.values = new Object[names.length];
    }

    @Override
    public Optional<Object> find(String name) {
      for (int i = 0; i < names.length; i++) {
        if (names[i].equals(name)) {
          return Optional.of(values[i]);
        }
      }
      return Optional.empty();
    }
  }
}
