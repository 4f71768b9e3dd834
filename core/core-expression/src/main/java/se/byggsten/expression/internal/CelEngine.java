package se.byggsten.expression.internal;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import se.byggsten.core.ErrorCode;
import se.byggsten.expression.Domain;
import se.byggsten.expression.Outcomes;
import se.byggsten.expression.Syntax;

/** A CEL compiler and runtime for one set of declared variables. */
public final class CelEngine {
  static final ErrorCode FAILED = ErrorCode.of("EXPRESSION-FAILED");
  private static final ErrorCode TOO_LONG = ErrorCode.of("EXPRESSION-TOO-LONG");
  private static final ErrorCode INVALID = ErrorCode.of("EXPRESSION-INVALID");
  private static final ErrorCode TOO_COSTLY = ErrorCode.of("EXPRESSION-TOO-COSTLY");

  /**
   * What no form needs: days are text here, and {@code duration} would need one more library.
   * Without the functions that make them, no value of these types can come about, and the checker
   * has fewer overloads to compare each time that it checks.
   */
  private static final Set<CelType> LEFT_OUT =
      Set.of(SimpleType.DURATION, SimpleType.TIMESTAMP, SimpleType.UINT, SimpleType.BYTES);

  private static final CelStandardDeclarations STANDARD =
      CelStandardDeclarations.newBuilder()
          .filterFunctions((function, overload) -> isNeeded(overload.celOverloadDecl()))
          .build();

  private static final CelFunctions FUNCTIONS = new CelFunctions();
  private static final int USUAL_ITERATIONS = 20_000;

  private final CelCompiler compiler;
  private final CelRuntime runtime;
  private final Map<String, TypeSpec> variables;
  private final CelTypes types;
  private final Suggestions suggestions;
  private final int maxLength;
  private final int maxNesting;

  /**
   * Creates an engine.
   *
   * @param variables the type of each variable
   * @param maxLength the longest source, in characters
   * @param maxNesting the deepest nesting
   * @param maxIterations the most rounds of all comprehensions of one evaluation
   */
  public CelEngine(
      Map<String, TypeSpec> variables, int maxLength, int maxNesting, int maxIterations) {
    this.variables = Map.copyOf(variables);
    this.types = new CelTypes(variables);
    this.maxLength = maxLength;
    this.maxNesting = maxNesting;
    CelOptions options = options(maxLength, maxNesting, maxIterations);
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(options)
            .setTypeProvider(types)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(STANDARD)
            .addFunctionDeclarations(FUNCTIONS.declarations())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
    new TreeMap<>(variables).forEach((name, type) -> builder.addVar(name, types.celType(type)));
    this.compiler = builder.build();
    this.runtime = maxIterations == USUAL_ITERATIONS ? Usual.RUNTIME : runtime(options);
    Set<String> names = new HashSet<>(FUNCTIONS.names());
    names.addAll(variables.keySet());
    this.suggestions = new Suggestions(names, types.fieldNames());
  }

  private static boolean isNeeded(CelOverloadDecl overload) {
    return !LEFT_OUT.contains(overload.resultType())
        && overload.parameterTypes().stream().noneMatch(LEFT_OUT::contains);
  }

  private static CelOptions options(int maxLength, int maxNesting, int maxIterations) {
    return CelOptions.current()
        .maxExpressionCodePointSize(maxLength)
        .maxParseRecursionDepth(maxNesting)
        .comprehensionMaxIterations(maxIterations)
        .enableHeterogeneousNumericComparisons(true)
        .enableRegexPartialMatch(true)
        .maxRegexProgramSize(1_000)
        .build();
  }

  private static CelRuntime runtime(CelOptions options) {
    return CelRuntimeFactory.plannerRuntimeBuilder()
        .setOptions(options)
        .addFunctionBindings(FUNCTIONS.bindings())
        .build();
  }

  /** A runtime knows no variables, so all engines with the usual limit share one. */
  private static final class Usual {
    static final CelRuntime RUNTIME = runtime(options(Integer.MAX_VALUE, 100, USUAL_ITERATIONS));
  }

  /**
   * Compiles a source.
   *
   * @param source the expression
   * @return the program
   * @throws CelIssueException when it is too long, does not parse or has a type error
   */
  public CelProgram compile(String source) {
    if (source.length() > maxLength) {
      throw new CelIssueException(
          TOO_LONG, "Shorten the expression to at most " + maxLength + " characters", 1, 1);
    }
    refuseDeepNesting(source);
    CelAbstractSyntaxTree ast = check(source, compiler.compile(source));
    Syntax syntax = SyntaxReader.of(ast.getExpr());
    Optional<CelAbstractSyntaxTree> converted = MixedChoices.convert(ast);
    if (converted.isPresent()) {
      ast = check(source, compiler.check(converted.get()));
    }
    try {
      Set<String> reads = FieldReads.of(ast, variables, types);
      return new CelProgram(
          runtime.createProgram(ast),
          variables(reads),
          reads,
          types.spec(ast.getResultType()),
          syntax);
    } catch (CelEvaluationException e) {
      throw new CelIssueException(INVALID, "The expression cannot be planned", 1, 1);
    }
  }

  /**
   * Returns what a condition can evaluate to.
   *
   * @param source a condition, which may be longer than one to be run
   * @param domains what variables, and fields of rows by path, can be
   * @return the outcomes
   * @throws CelIssueException when it does not parse or has a type error
   */
  public Outcomes outcomes(String source, Map<String, Domain> domains) {
    refuseDeepNesting(source);
    return ConditionTree.outcomes(checked(source), types, domains);
  }

  private CelAbstractSyntaxTree checked(String source) {
    CelAbstractSyntaxTree ast = check(source, compiler.compile(source));
    Optional<CelAbstractSyntaxTree> converted = MixedChoices.convert(ast);
    return converted.isPresent() ? check(source, compiler.check(converted.get())) : ast;
  }

  private CelAbstractSyntaxTree check(String source, CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      List<CelIssue> errors = e.getErrors();
      if (errors.isEmpty()) {
        throw new CelIssueException(INVALID, "The expression cannot be parsed", 1, 1);
      }
      CelIssue first = errors.get(0);
      throw new CelIssueException(
          INVALID,
          types.readable(suggestions.improve(first.getMessage(), source)),
          Math.max(1, first.getSourceLocation().getLine()),
          Math.max(0, first.getSourceLocation().getColumn()) + 1);
    }
  }

  /** The parser recurses on each bracket, so depth is bounded before it sees the source. */
  private void refuseDeepNesting(String source) {
    int depth = 0;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth = Math.max(0, depth - 1);
      }
      if (depth > maxNesting) {
        throw new CelIssueException(
            ErrorCode.of("EXPRESSION-TOO-DEEP"),
            "Nest at most " + maxNesting + " brackets in an expression",
            1,
            i + 1);
      }
    }
  }

  /** What a loop calls its own variable is no read of a declared one with that name. */
  private Map<String, TypeSpec> variables(Set<String> reads) {
    Map<String, TypeSpec> used = new TreeMap<>();
    for (String name : reads) {
      TypeSpec type = variables.get(name);
      if (type != null) {
        used.put(name, type);
      }
    }
    return used;
  }

  static CelIssueException failure(CelEvaluationException e) {
    // The engine's own message may quote values of the variables, so only its kind is passed on.
    boolean iterations = e.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED;
    return new CelIssueException(
        iterations ? TOO_COSTLY : FAILED,
        iterations
            ? "The expression goes through too many elements"
            : "The expression failed with " + e.getErrorCode(),
        0,
        0);
  }
}
