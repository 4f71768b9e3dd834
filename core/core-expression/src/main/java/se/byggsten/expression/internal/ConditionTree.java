package se.byggsten.expression.internal;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.expression.Domain;
import se.byggsten.expression.Outcomes;

/**
 * A condition seen as comparisons of terms with constants, joined by and, or, not.
 *
 * <p>A term is a variable or any other part that is not understood further. Terms are taken to be
 * independent of each other, so a contradiction that is found is one, but not all are found.
 */
final class ConditionTree {
  private static final Map<String, String> TURNED =
      Map.of(
          "_==_", "_==_", "_!=_", "_!=_", "_<_", "_>_", "_<=_", "_>=_", "_>_", "_<_", "_>=_",
          "_<=_");

  private final CelAbstractSyntaxTree ast;
  private final CelTypes types;
  private final Map<String, Domain> domains;
  private final Map<String, String> locals;
  private final Map<String, Term> terms = new LinkedHashMap<>();

  /** A part that is true, false or not known yet. */
  sealed interface Node {}

  record Fixed(boolean value) implements Node {}

  record Both(Node one, Node other) implements Node {}

  record Either(Node one, Node other) implements Node {}

  record Not(Node node) implements Node {}

  record Flag(Term term) implements Node {}

  record Compared(Term term, String operator, Object constant) implements Node {}

  record Same(Term one, Term other) implements Node {}

  private ConditionTree(
      CelAbstractSyntaxTree ast,
      CelTypes types,
      Map<String, Domain> domains,
      Map<String, String> locals) {
    this.ast = ast;
    this.types = types;
    this.domains = domains;
    this.locals = locals;
  }

  /**
   * Returns what a condition can evaluate to.
   *
   * @param ast a checked tree
   * @param types the types of the engine
   * @param domains what variables and fields can be
   * @return the outcomes
   */
  static Outcomes outcomes(CelAbstractSyntaxTree ast, CelTypes types, Map<String, Domain> domains) {
    return outcomes(ast, ast.getExpr(), types, domains, Map.of());
  }

  private static Outcomes outcomes(
      CelAbstractSyntaxTree ast,
      CelExpr expr,
      CelTypes types,
      Map<String, Domain> domains,
      Map<String, String> locals) {
    ConditionTree tree = new ConditionTree(ast, types, domains, locals);
    Node root = tree.node(expr);
    return OutcomeSearch.of(root, List.copyOf(tree.terms.values()));
  }

  private Node node(CelExpr expr) {
    if (expr.getKind() == ExprKind.Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE) {
      return new Fixed(expr.constant().booleanValue());
    }
    if (expr.getKind() == ExprKind.Kind.COMPREHENSION) {
      return loop(expr);
    }
    return expr.getKind() == ExprKind.Kind.CALL ? call(expr, expr.call()) : flag(expr);
  }

  private Node call(CelExpr expr, CelCall call) {
    List<CelExpr> args = call.args();
    return switch (call.function()) {
      case "_&&_" -> new Both(node(args.get(0)), node(args.get(1)));
      case "_||_" -> new Either(node(args.get(0)), node(args.get(1)));
      case "!_" -> new Not(node(args.get(0)));
      case "_?_:_" -> {
        Node condition = node(args.get(0));
        yield new Either(
            new Both(condition, node(args.get(1))),
            new Both(new Not(condition), node(args.get(2))));
      }
      case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_" ->
          comparison(expr, call.function(), args.get(0), args.get(1));
      case "@in" -> member(expr, args.get(0), args.get(1));
      default -> flag(expr);
    };
  }

  private Node comparison(CelExpr expr, String operator, CelExpr left, CelExpr right) {
    Optional<Object> first = constant(left);
    Optional<Object> second = constant(right);
    if (first.isPresent() && second.isPresent()) {
      return new Fixed(OutcomeSearch.compare(first.get(), operator, second.get()));
    }
    if (first.isPresent()) {
      return comparison(expr, TURNED.getOrDefault(operator, operator), right, left);
    }
    if (second.isPresent()) {
      if (second.get() instanceof Boolean value) {
        Node node = node(left);
        boolean asItStands = operator.equals("_==_") == value;
        return operator.equals("_==_") || operator.equals("_!=_")
            ? asItStands ? node : new Not(node)
            : flag(expr);
      }
      Term term = term(left);
      term.comparedWith(second.get());
      return new Compared(term, operator, second.get());
    }
    if ((operator.equals("_==_") || operator.equals("_!=_")) && hasFewTexts(left, right)) {
      Node same = new Same(term(left), term(right));
      return operator.equals("_==_") ? same : new Not(same);
    }
    return pair(operator, left, right);
  }

  /** Two parts that are no constants: one is less than the other, the same, or more. */
  private Node pair(String operator, CelExpr left, CelExpr right) {
    String one = written(left);
    String other = written(right);
    if (one.equals(other)) {
      return new Fixed(OutcomeSearch.compare(BigDecimal.ZERO, operator, BigDecimal.ZERO));
    }
    if (one.compareTo(other) > 0) {
      return pair(TURNED.getOrDefault(operator, operator), right, left);
    }
    Term term =
        terms.computeIfAbsent(
            one + " ? " + other, key -> new Term(TypeSpec.Kind.INTEGER, Term.numbers(-1, 1)));
    return new Compared(term, operator, BigDecimal.ZERO);
  }

  private boolean hasFewTexts(CelExpr left, CelExpr right) {
    return domain(left) instanceof Domain.Texts && domain(right) instanceof Domain.Texts;
  }

  private Node member(CelExpr expr, CelExpr element, CelExpr list) {
    if (list.getKind() == ExprKind.Kind.LIST) {
      Node any = new Fixed(false);
      for (CelExpr item : list.list().elements()) {
        any = new Either(any, comparison(item, "_==_", element, item));
      }
      return any;
    }
    boolean neverThere =
        domain(list) instanceof Domain.Items items
            && !items.values().isEmpty()
            && constant(element).filter(c -> !items.values().contains(c)).isPresent();
    return neverThere ? new Fixed(false) : flag(expr);
  }

  /** Sees into {@code exists}: no row meets a condition that cannot hold. */
  private Node loop(CelExpr expr) {
    CelComprehension loop = expr.comprehension();
    String rows = path(loop.iterRange());
    CelExpr step = loop.loopStep();
    boolean collects =
        step.getKind() == ExprKind.Kind.CALL
            && step.call().args().size() == 2
            && loop.iterVar2().isEmpty()
            && isName(loop.result(), loop.accuVar())
            && isName(step.call().args().get(0), loop.accuVar());
    if (collects) {
      Map<String, String> inner = new HashMap<>(locals);
      inner.put(loop.iterVar(), rows == null ? "?" : rows);
      Outcomes each = outcomes(ast, step.call().args().get(1), types, domains, inner);
      if (step.call().function().equals("_||_") && !each.canBeTrue()) {
        return new Fixed(false);
      }
      if (step.call().function().equals("_&&_") && !each.canBeFalse()) {
        return new Fixed(true);
      }
    }
    return flag(expr);
  }

  private static boolean isName(CelExpr expr, String name) {
    return expr.getKind() == ExprKind.Kind.IDENT && expr.ident().name().equals(name);
  }

  private Node flag(CelExpr expr) {
    return new Flag(
        terms.computeIfAbsent(written(expr), key -> new Term(TypeSpec.Kind.BOOLEAN, domain(expr))));
  }

  private Term term(CelExpr expr) {
    return terms.computeIfAbsent(
        written(expr),
        key -> new Term(types.spec(ast.getTypeOrThrow(expr.id())).kind(), domain(expr)));
  }

  private @Nullable Domain domain(CelExpr expr) {
    String path = path(expr);
    if (path != null) {
      return domains.get(path);
    }
    if (expr.getKind() != ExprKind.Kind.CALL) {
      return null;
    }
    CelCall call = expr.call();
    List<CelExpr> parts = new ArrayList<>(call.args());
    call.target().ifPresent(parts::add);
    if (call.function().equals("size")
        && parts.size() == 1
        && domain(parts.get(0)) instanceof Domain.Items items) {
      return Term.numbers(0, items.most());
    }
    boolean ofDay = call.function().equals("age") && domain(parts.get(0)) instanceof Domain.Days;
    return Term.range(ofDay ? "year" : call.function());
  }

  /** The name or dotted path of a variable or field; null for all else. */
  private @Nullable String path(CelExpr expr) {
    if (expr.getKind() == ExprKind.Kind.IDENT) {
      return locals.getOrDefault(expr.ident().name(), expr.ident().name());
    }
    if (expr.getKind() == ExprKind.Kind.SELECT && !expr.select().testOnly()) {
      String of = path(expr.select().operand());
      return of == null ? null : of + "." + expr.select().field();
    }
    return null;
  }

  private static Optional<Object> constant(CelExpr expr) {
    if (expr.getKind() == ExprKind.Kind.CALL && expr.call().function().equals("date")) {
      return day(expr.call().args());
    }
    if (expr.getKind() == ExprKind.Kind.CALL
        && expr.call().function().equals("-_")
        && expr.call().args().size() == 1) {
      return constant(expr.call().args().get(0))
          .filter(BigDecimal.class::isInstance)
          .map(number -> ((BigDecimal) number).negate());
    }
    if (expr.getKind() != ExprKind.Kind.CONSTANT) {
      return Optional.empty();
    }
    CelConstant constant = expr.constant();
    return switch (constant.getKind()) {
      case BOOLEAN_VALUE -> Optional.of(constant.booleanValue());
      case INT64_VALUE -> Optional.of(BigDecimal.valueOf(constant.int64Value()));
      case DOUBLE_VALUE ->
          Double.isFinite(constant.doubleValue())
              ? Optional.of(BigDecimal.valueOf(constant.doubleValue()))
              : Optional.empty();
      case STRING_VALUE -> Optional.of(constant.stringValue());
      default -> Optional.empty();
    };
  }

  private static Optional<Object> day(List<CelExpr> parts) {
    long[] numbers = new long[parts.size()];
    for (int i = 0; i < numbers.length; i++) {
      CelExpr part = parts.get(i);
      if (part.getKind() != ExprKind.Kind.CONSTANT
          || part.constant().getKind() != CelConstant.Kind.INT64_VALUE) {
        return Optional.empty();
      }
      numbers[i] = part.constant().int64Value();
    }
    return Optional.of(DateFunctions.of(numbers[0], numbers[1], numbers[2]));
  }

  /** What tells one part from another: the same text for the same part. */
  private static String written(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT -> expr.ident().name();
      case CONSTANT -> constant(expr).map(c -> c.getClass().getSimpleName() + ':' + c).orElse("?");
      case SELECT ->
          (expr.select().testOnly() ? "has:" : "")
              + written(expr.select().operand())
              + "."
              + expr.select().field();
      case CALL ->
          expr.call().target().map(target -> written(target) + ".").orElse("")
              + expr.call().function()
              + all(expr.call().args());
      case LIST -> "list" + all(expr.list().elements());
      case COMPREHENSION -> {
        CelComprehension loop = expr.comprehension();
        yield "loop "
            + loop.iterVar()
            + " "
            + loop.iterVar2()
            + all(
                List.of(
                    loop.iterRange(),
                    loop.accuInit(),
                    loop.loopCondition(),
                    loop.loopStep(),
                    loop.result()));
      }
      // Its own number, so that it is like no other part.
      default -> "#" + expr.id();
    };
  }

  private static String all(List<CelExpr> parts) {
    StringBuilder text = new StringBuilder("(");
    parts.forEach(part -> text.append(written(part)).append('\u0001'));
    return text.append(')').toString();
  }
}
