package se.byggsten.expression.internal;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelMutableAst;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableCall;
import dev.cel.common.ast.CelMutableExpr.CelMutableComprehension;
import dev.cel.common.ast.CelReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes both branches of a choice decimal where one is whole, as in {@code many ? 0 : fee * 0.5}.
 *
 * <p>CEL has no common type of the two. The checker is told that there is one, and here the whole
 * branch gets the conversion that makes it true.
 */
final class MixedChoices {
  private static final int FIRST_BRANCH = 1;
  private static final int SECOND_BRANCH = 2;

  private final Map<Long, Integer> wholeBranches;
  private long nextId;

  private MixedChoices(Map<Long, Integer> wholeBranches, long nextId) {
    this.wholeBranches = wholeBranches;
    this.nextId = nextId;
  }

  /**
   * Returns the tree with the conversions, to be checked again.
   *
   * @param ast a checked tree
   * @return a tree that is only parsed, or empty when there is nothing to convert
   */
  static Optional<CelAbstractSyntaxTree> convert(CelAbstractSyntaxTree ast) {
    Map<Long, Integer> branches = new HashMap<>();
    ast.getReferenceMap().forEach((id, reference) -> branches.putAll(branch(id, reference)));
    if (branches.isEmpty()) {
      return Optional.empty();
    }
    long highest = ast.getTypeMap().keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    CelMutableAst mutable = CelMutableAst.fromCelAst(ast);
    new MixedChoices(branches, highest + 1).visit(mutable.expr());
    return Optional.of(mutable.toParsedAst());
  }

  private static Map<Long, Integer> branch(long id, CelReference reference) {
    if (reference.overloadIds().size() != 1) {
      return Map.of();
    }
    return switch (reference.overloadIds().get(0)) {
      case CelFunctions.CHOICE_INT_DOUBLE -> Map.of(id, FIRST_BRANCH);
      case CelFunctions.CHOICE_DOUBLE_INT -> Map.of(id, SECOND_BRANCH);
      default -> Map.of();
    };
  }

  private void visit(CelMutableExpr expr) {
    switch (expr.getKind()) {
      case SELECT -> visit(expr.select().operand());
      case CALL -> visit(expr.id(), expr.call());
      case LIST -> expr.list().elements().forEach(this::visit);
      case STRUCT -> expr.struct().entries().forEach(entry -> visit(entry.value()));
      case MAP ->
          expr.map()
              .entries()
              .forEach(
                  entry -> {
                    visit(entry.key());
                    visit(entry.value());
                  });
      case COMPREHENSION -> visit(expr.comprehension());
      default -> {
        // A constant or a name has no parts.
      }
    }
  }

  private void visit(CelMutableComprehension loop) {
    visit(loop.iterRange());
    visit(loop.accuInit());
    visit(loop.loopCondition());
    visit(loop.loopStep());
    visit(loop.result());
  }

  private void visit(long id, CelMutableCall call) {
    call.target().ifPresent(this::visit);
    call.args().forEach(this::visit);
    Integer branch = wholeBranches.get(id);
    if (branch != null) {
      CelMutableExpr whole = call.args().get(branch);
      boolean constant = whole.getKind() == CelExpr.ExprKind.Kind.CONSTANT;
      call.setArg(
          branch,
          constant
              ? CelMutableExpr.ofConstant(
                  whole.id(), CelConstant.ofValue((double) whole.constant().int64Value()))
              : CelMutableExpr.ofCall(nextId++, CelMutableCall.create("double", whole)));
    }
  }
}
