package se.byggsten.expression.internal;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The functions that are added to those of the CEL specification. */
@SuppressWarnings("Immutable") // The functions that the lambdas close over have no state.
final class CelFunctions {
  /** Overloads of the choice operator whose one branch is whole and the other decimal. */
  static final String CHOICE_INT_DOUBLE = "byggsten_choice_int_double";

  static final String CHOICE_DOUBLE_INT = "byggsten_choice_double_int";

  private static final ListType INTS = ListType.create(INT);
  private static final ListType DOUBLES = ListType.create(DOUBLE);
  private static final ListType STRINGS = ListType.create(STRING);

  private final Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
  private final Map<String, List<CelFunctionBinding>> grouped = new LinkedHashMap<>();
  private final List<CelFunctionBinding> single = new ArrayList<>();

  CelFunctions() {
    mixedArithmetic();
    numbers();
    days();
  }

  List<CelFunctionDecl> declarations() {
    return overloads.entrySet().stream()
        .map(entry -> CelFunctionDecl.newFunctionDeclaration(entry.getKey(), entry.getValue()))
        .toList();
  }

  List<CelFunctionBinding> bindings() {
    List<CelFunctionBinding> all = new ArrayList<>(single);
    grouped.forEach((name, list) -> all.addAll(CelFunctionBinding.fromOverloads(name, list)));
    return all;
  }

  /** The names that an author can write, to suggest one for a misspelt one. */
  Set<String> names() {
    return overloads.keySet().stream()
        .filter(name -> Character.isLetter(name.charAt(0)))
        .collect(Collectors.toSet());
  }

  private void mixedArithmetic() {
    mixed("_+_", Double::sum);
    mixed("_-_", (a, b) -> a - b);
    mixed("_*_", (a, b) -> a * b);
    mixed("_/_", (a, b) -> a / b);
    mixedEquality("_==_", true);
    mixedEquality("_!=_", false);
    // Bound to nothing: MixedChoices turns the whole branch into a decimal one.
    declare("_?_:_", CHOICE_INT_DOUBLE, DOUBLE, BOOL, INT, DOUBLE);
    declare("_?_:_", CHOICE_DOUBLE_INT, DOUBLE, BOOL, DOUBLE, INT);
  }

  private void mixed(String operator, DoubleBinaryOperator operation) {
    binary(operator, DOUBLE, INT, DOUBLE, (Long a, Double b) -> operation.applyAsDouble(a, b));
    binary(operator, DOUBLE, DOUBLE, INT, (Double a, Long b) -> operation.applyAsDouble(a, b));
  }

  private void mixedEquality(String operator, boolean equal) {
    String one = id(operator, INT, DOUBLE);
    String other = id(operator, DOUBLE, INT);
    declare(operator, one, BOOL, INT, DOUBLE);
    declare(operator, other, BOOL, DOUBLE, INT);
    single.add(
        CelFunctionBinding.from(
            one, Long.class, Double.class, (a, b) -> (a.doubleValue() == b) == equal));
    single.add(
        CelFunctionBinding.from(
            other, Double.class, Long.class, (a, b) -> (a == b.doubleValue()) == equal));
  }

  private void numbers() {
    unary("sum", INT, INTS, (List<?> list) -> NumberFunctions.sum(list));
    unary("sum", DOUBLE, DOUBLES, (List<?> list) -> NumberFunctions.sumOfDecimals(list));
    extremes("min", -1);
    extremes("max", 1);
    unary("round", INT, DOUBLE, (Double x) -> NumberFunctions.round(x, RoundingMode.HALF_UP));
    unary("round", INT, INT, (Long x) -> x);
    binary("round", DOUBLE, DOUBLE, INT, (Double x, Long d) -> NumberFunctions.round(x, d));
    binary("round", DOUBLE, INT, INT, (Long x, Long d) -> NumberFunctions.round(x, d));
    unary("floor", INT, DOUBLE, (Double x) -> NumberFunctions.round(x, RoundingMode.FLOOR));
    unary("floor", INT, INT, (Long x) -> x);
    unary("ceil", INT, DOUBLE, (Double x) -> NumberFunctions.round(x, RoundingMode.CEILING));
    unary("ceil", INT, INT, (Long x) -> x);
    unary("abs", DOUBLE, DOUBLE, (Double x) -> Math.abs(x));
    unary("abs", INT, INT, (Long x) -> Math.absExact(x));
  }

  private void extremes(String name, int sign) {
    unary(name, INT, INTS, (List<?> list) -> NumberFunctions.extreme(list, sign, 0L));
    unary(name, DOUBLE, DOUBLES, (List<?> list) -> NumberFunctions.extreme(list, sign, 0.0));
    unary(name, STRING, STRINGS, (List<?> list) -> NumberFunctions.extreme(list, sign, ""));
    binary(
        name, INT, INT, INT, (Long a, Long b) -> NumberFunctions.extreme(List.of(a, b), sign, a));
    for (CelType[] pair : new CelType[][] {{DOUBLE, DOUBLE}, {INT, DOUBLE}, {DOUBLE, INT}}) {
      binary(
          name,
          DOUBLE,
          pair[0],
          pair[1],
          (Number a, Number b) ->
              NumberFunctions.extreme(List.of(a.doubleValue(), b.doubleValue()), sign, 0.0));
    }
    binary(
        name,
        STRING,
        STRING,
        STRING,
        (String a, String b) -> NumberFunctions.extreme(List.of(a, b), sign, ""));
  }

  private void days() {
    between("years", ChronoUnit.YEARS);
    between("months", ChronoUnit.MONTHS);
    between("days", ChronoUnit.DAYS);
    add("addYears", ChronoUnit.YEARS);
    add("addMonths", ChronoUnit.MONTHS);
    add("addDays", ChronoUnit.DAYS);
    part("year", LocalDate::getYear);
    part("month", LocalDate::getMonthValue);
    part("day", LocalDate::getDayOfMonth);
    part("dayOfWeek", date -> date.getDayOfWeek().getValue());
    String date = id("date", INT, INT, INT);
    declare("date", date, STRING, INT, INT, INT);
    CelFunctionOverload make =
        parts -> DateFunctions.of((Long) parts[0], (Long) parts[1], (Long) parts[2]);
    bind("date", CelFunctionBinding.from(date, List.of(Long.class, Long.class, Long.class), make));
    unary("birthDate", STRING, STRING, (String number) -> DateFunctions.birthDate(number));
    binary(
        "birthDate",
        STRING,
        STRING,
        STRING,
        (String number, String on) -> DateFunctions.birthDate(number, on));
    binary("age", INT, STRING, STRING, (String number, String on) -> DateFunctions.age(number, on));
  }

  private void between(String name, ChronoUnit unit) {
    binary(
        name,
        INT,
        STRING,
        STRING,
        (String from, String to) -> DateFunctions.between(unit, from, to));
  }

  private void add(String name, ChronoUnit unit) {
    binary(
        name,
        STRING,
        STRING,
        INT,
        (String day, Long amount) -> DateFunctions.add(unit, day, amount));
  }

  private void part(String name, ToIntFunction<LocalDate> part) {
    unary(name, INT, STRING, (String day) -> DateFunctions.part(day, part));
  }

  private <T> void unary(
      String name, CelType result, CelType type, CelFunctionOverload.Unary<T> function) {
    String id = id(name, type);
    declare(name, id, result, type);
    bind(name, CelFunctionBinding.from(id, javaType(type), function));
  }

  private <T, U> void binary(
      String name,
      CelType result,
      CelType one,
      CelType two,
      CelFunctionOverload.Binary<T, U> function) {
    String id = id(name, one, two);
    declare(name, id, result, one, two);
    bind(name, CelFunctionBinding.from(id, javaType(one), javaType(two), function));
  }

  private void declare(String name, String id, CelType result, CelType... parameters) {
    overloads
        .computeIfAbsent(name, key -> new ArrayList<>())
        .add(CelOverloadDecl.newGlobalOverload(id, result, parameters));
  }

  private void bind(String name, CelFunctionBinding binding) {
    grouped.computeIfAbsent(name, key -> new ArrayList<>()).add(binding);
  }

  private static String id(String name, CelType... types) {
    StringBuilder id = new StringBuilder("byggsten_").append(name);
    for (CelType type : types) {
      id.append('_').append(type.name());
      type.parameters().forEach(parameter -> id.append('_').append(parameter.name()));
    }
    return id.toString();
  }

  /** The checker has proved the types, so the cast to what a function takes cannot fail. */
  @SuppressWarnings("unchecked")
  private static <T> Class<T> javaType(CelType type) {
    Class<?> found =
        type instanceof ListType
            ? List.class
            : type.equals(INT) ? Long.class : type.equals(DOUBLE) ? Double.class : String.class;
    return (Class<T>) found;
  }
}
