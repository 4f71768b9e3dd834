package se.byggsten.data.internal;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.DataProblem;
import se.byggsten.core.data.Position;
import se.byggsten.data.DataLimits;

/** Counts values and levels of one text, and refuses what is too much. */
final class NodeBudget {
  /** A longer number, or one with a larger exponent, is an attack or a slip, never a fact. */
  private static final Pattern SANE_NUMBER =
      Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,2})?");

  private final String resource;
  private final DataLimits limits;
  private int nodes;

  NodeBudget(String resource, DataLimits limits) {
    this.resource = resource;
    this.limits = limits;
  }

  void count(Position where) {
    nodes++;
    if (nodes > limits.nodes()) {
      throw problem(
          DataException.TOO_LARGE, where, "more than " + limits.nodes() + " values in one text");
    }
  }

  void enter(int depth, Position where) {
    if (depth > limits.depth()) {
      throw problem(
          DataException.TOO_DEEP,
          where,
          "more than " + limits.depth() + " lists and maps inside each other");
    }
  }

  DataNode.Numeric number(String text, Position where) {
    if (!SANE_NUMBER.matcher(text).matches()) {
      throw problem(
          DataException.SYNTAX, where, "a number of at most 40 digits is expected; quote a text");
    }
    return new DataNode.Numeric(new BigDecimal(text), where);
  }

  DataException duplicate(Position where) {
    return problem(DataException.DUPLICATE_KEY, where, "the key stands twice in the same map");
  }

  DataException problem(ErrorCode code, Position where, String message) {
    return new DataException(new DataProblem(code, resource, where, "", message));
  }
}
