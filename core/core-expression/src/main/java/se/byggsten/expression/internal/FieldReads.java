package se.byggsten.expression.internal;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds which variables and which fields of typed rows an expression reads.
 *
 * <p>Never too few. A row that is used as a whole, as when it is compared with another, reads all
 * its fields; {@code size} and going through the rows reads none by itself.
 */
final class FieldReads {
  private static final Set<String> EQUALITY = Set.of("_==_", "_!=_");

  private final CelAbstractSyntaxTree ast;
  private final Map<String, TypeSpec> variables;
  private final CelTypes types;
  private final Set<String> reads = new TreeSet<>();

  private FieldReads(CelAbstractSyntaxTree ast, Map<String, TypeSpec> variables, CelTypes types) {
    this.ast = ast;
    this.variables = variables;
    this.types = types;
  }

  /**
   * Returns what an expression reads.
   *
   * @param ast a checked tree
   * @param variables the declared variables
   * @param types the types of the engine
   * @return names, and paths such as {@code barn.alder}
   */
  static Set<String> of(
      CelAbstractSyntaxTree ast, Map<String, TypeSpec> variables, CelTypes types) {
    FieldReads finder = new FieldReads(ast, variables, types);
    finder.visit(ast.getExpr(), Map.of(), true);
    return finder.reads;
  }

  /**
   * Visits a part.
   *
   * @param expr the part
   * @param locals what the variables of the loops around it stand for
   * @param whole whether its value is used as a whole
   * @return the paths that its value comes from, when it is a row or rows
   */
  private Set<String> visit(CelExpr expr, Map<String, Set<String>> locals, boolean whole) {
    Set<String> paths =
        switch (expr.getKind()) {
          case IDENT -> name(expr.ident().name(), locals);
          case SELECT -> select(expr, locals);
          case CALL -> call(expr.call(), locals, whole);
          case LIST -> all(expr.list().elements(), locals, whole);
          case STRUCT -> {
            expr.struct().entries().forEach(entry -> visit(entry.value(), locals, true));
            yield Set.of();
          }
          case MAP -> {
            expr.map()
                .entries()
                .forEach(
                    entry -> {
                      visit(entry.key(), locals, true);
                      visit(entry.value(), locals, true);
                    });
            yield Set.of();
          }
          case COMPREHENSION -> comprehension(expr.comprehension(), locals, whole);
          default -> Set.of();
        };
    if (whole) {
      CelType type = type(expr);
      paths.forEach(path -> readAll(path, types.spec(type)));
    }
    return paths;
  }

  private CelType type(CelExpr expr) {
    return ast.getTypeOrThrow(expr.id());
  }

  private Set<String> name(String name, Map<String, Set<String>> locals) {
    Set<String> local = locals.get(name);
    if (local != null) {
      return local;
    }
    if (!variables.containsKey(name)) {
      return Set.of();
    }
    reads.add(name);
    return Set.of(name);
  }

  private Set<String> select(CelExpr expr, Map<String, Set<String>> locals) {
    Set<String> of = visit(expr.select().operand(), locals, false);
    TypeSpec row = types.spec(type(expr.select().operand()));
    if (row.kind() != TypeSpec.Kind.RECORD) {
      return Set.of();
    }
    Set<String> paths = new HashSet<>();
    for (String path : of.isEmpty() ? types.pathsOf(row) : of) {
      paths.add(path + "." + expr.select().field());
    }
    reads.addAll(paths);
    return paths;
  }

  private Set<String> call(CelCall call, Map<String, Set<String>> locals, boolean whole) {
    if ("size".equals(call.function())) {
      call.target().ifPresent(target -> visit(target, locals, false));
      all(call.args(), locals, false);
      return Set.of();
    }
    if ("_[_]".equals(call.function())) {
      visit(call.args().get(1), locals, true);
      return visit(call.args().get(0), locals, false);
    }
    boolean withEmptyList =
        EQUALITY.contains(call.function())
            && call.args().stream().anyMatch(FieldReads::isEmptyList);
    if (withEmptyList) {
      all(call.args(), locals, false);
      return Set.of();
    }
    if ("_?_:_".equals(call.function())) {
      visit(call.args().get(0), locals, true);
      return all(call.args().subList(1, call.args().size()), locals, whole);
    }
    if ("_+_".equals(call.function())) {
      return all(call.args(), locals, whole);
    }
    call.target().ifPresent(target -> visit(target, locals, true));
    all(call.args(), locals, true);
    return Set.of();
  }

  private static boolean isEmptyList(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.LIST && expr.list().elements().isEmpty();
  }

  private Set<String> all(List<CelExpr> parts, Map<String, Set<String>> locals, boolean whole) {
    Set<String> paths = new HashSet<>();
    parts.forEach(part -> paths.addAll(visit(part, locals, whole)));
    return paths;
  }

  private Set<String> comprehension(
      CelComprehension loop, Map<String, Set<String>> locals, boolean whole) {
    Set<String> rows = visit(loop.iterRange(), locals, false);
    Set<String> start = visit(loop.accuInit(), locals, whole);
    Map<String, Set<String>> inner = new HashMap<>(locals);
    boolean list = type(loop.iterRange()) instanceof ListType;
    boolean indexed = !loop.iterVar2().isEmpty();
    inner.put(loop.accuVar(), start);
    inner.put(loop.iterVar(), list && !indexed ? rows : Set.of());
    if (indexed) {
      inner.put(loop.iterVar2(), list ? rows : Set.of());
    }
    visit(loop.loopCondition(), inner, true);
    Set<String> collected = new HashSet<>(visit(loop.loopStep(), inner, whole));
    collected.addAll(start);
    Map<String, Set<String>> after = new HashMap<>(locals);
    after.put(loop.accuVar(), collected);
    return visit(loop.result(), after, whole);
  }

  private void readAll(String path, TypeSpec type) {
    TypeSpec row = type.element() == null ? type : type.element();
    row.fields()
        .forEach(
            (field, fieldType) -> {
              if (reads.add(path + "." + field) || !fieldType.fields().isEmpty()) {
                readAll(path + "." + field, fieldType);
              }
            });
  }
}
