package se.byggsten.expression.internal;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.byggsten.expression.Syntax;

/** Turns the tree of the engine into the library's own. */
final class SyntaxReader {
  private static final Map<String, String> UNUSUAL =
      Map.of("@in", "in", "_?_:_", "?:", "_[_]", "[]", "-_", "-", "!_", "!");

  private SyntaxReader() {}

  static Syntax of(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT -> new Syntax.Name(expr.ident().name());
      case CONSTANT -> constant(expr.constant());
      case SELECT ->
          expr.select().testOnly()
              ? new Syntax.Other()
              : new Syntax.Field(of(expr.select().operand()), expr.select().field());
      case LIST -> new Syntax.Items(all(expr.list().elements()));
      case CALL -> call(expr.call());
      default -> new Syntax.Other();
    };
  }

  private static Syntax constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> new Syntax.Literal(constant.stringValue());
      case BOOLEAN_VALUE -> new Syntax.Literal(constant.booleanValue());
      case INT64_VALUE -> new Syntax.Literal(constant.int64Value());
      case DOUBLE_VALUE -> new Syntax.Literal(constant.doubleValue());
      default -> new Syntax.Other();
    };
  }

  private static Syntax call(CelCall call) {
    List<Syntax> arguments = new ArrayList<>();
    call.target().ifPresent(target -> arguments.add(of(target)));
    arguments.addAll(all(call.args()));
    String name = call.function();
    boolean binary = name.length() > 2 && name.startsWith("_") && name.endsWith("_");
    return new Syntax.Call(
        UNUSUAL.getOrDefault(name, binary ? name.substring(1, name.length() - 1) : name),
        arguments);
  }

  private static List<Syntax> all(List<CelExpr> parts) {
    return parts.stream().map(SyntaxReader::of).toList();
  }
}
