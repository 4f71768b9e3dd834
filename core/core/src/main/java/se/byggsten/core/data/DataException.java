package se.byggsten.core.data;

import java.util.List;
import java.util.stream.Collectors;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.RequirementId;

/**
 * Structured data that cannot be read or does not hold what it must.
 *
 * <p>Each problem has the line and column. Values are never part of a message, since data may be
 * personal; names of keys are, when they look like names.
 */
public final class DataException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** The text breaks the grammar of YAML or JSON, or ends too early. */
  public static final ErrorCode SYNTAX = ErrorCode.of("DATA-SYNTAX");

  /** The text is larger than the limit, or holds more values. */
  public static final ErrorCode TOO_LARGE = ErrorCode.of("DATA-TOO-LARGE");

  /** Values are nested deeper than the limit. */
  public static final ErrorCode TOO_DEEP = ErrorCode.of("DATA-TOO-DEEP");

  /** A map has the same key twice. */
  public static final ErrorCode DUPLICATE_KEY = ErrorCode.of("DATA-DUPLICATE-KEY");

  /** The bytes are not UTF-8. */
  public static final ErrorCode ENCODING = ErrorCode.of("DATA-ENCODING");

  /** The text uses an alias or a type tag, which are not allowed. */
  public static final ErrorCode NOT_ALLOWED = ErrorCode.of("DATA-NOT-ALLOWED");

  /** The file cannot be opened or read. */
  public static final ErrorCode UNREADABLE = ErrorCode.of("DATA-UNREADABLE");

  /** A key that must be there is missing. */
  public static final ErrorCode MISSING_KEY = ErrorCode.of("DATA-MISSING-KEY");

  /** A key that nothing reads. */
  public static final ErrorCode UNKNOWN_KEY = ErrorCode.of("DATA-UNKNOWN-KEY");

  /** A value of another kind than expected. */
  public static final ErrorCode WRONG_KIND = ErrorCode.of("DATA-WRONG-KIND");

  /** A value outside what is allowed. */
  public static final ErrorCode BAD_VALUE = ErrorCode.of("DATA-BAD-VALUE");

  /** A version of the format that this program does not know. */
  public static final ErrorCode UNKNOWN_VERSION = ErrorCode.of("DATA-UNKNOWN-VERSION");

  private static final int SHOWN = 20;

  private final transient List<DataProblem> problems;

  /**
   * Creates the exception.
   *
   * @param problems what is wrong, at least one
   */
  public DataException(List<DataProblem> problems) {
    super(first(problems).code(), describe(problems));
    this.problems = List.copyOf(problems);
  }

  /**
   * Creates the exception for a single problem.
   *
   * @param problem what is wrong
   */
  public DataException(DataProblem problem) {
    this(List.of(problem));
  }

  private static DataProblem first(List<DataProblem> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("An exception needs a problem");
    }
    return problems.get(0);
  }

  private static String describe(List<DataProblem> problems) {
    String text =
        problems.stream().limit(SHOWN).map(DataProblem::toString).collect(Collectors.joining("\n"));
    return problems.size() > SHOWN ? text + "\n… and " + (problems.size() - SHOWN) + " more" : text;
  }

  /**
   * Returns what is wrong, in the order of the text where known.
   *
   * @return at least one problem
   */
  public List<DataProblem> problems() {
    return problems;
  }

  /**
   * Returns the problems as findings.
   *
   * @param rule the requirement or rule that they break
   * @return one error for each problem
   */
  public List<Finding> findings(RequirementId rule) {
    return problems.stream().map(p -> p.finding(rule)).toList();
  }
}
