package se.byggsten.expression.internal;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The types of the engine's variables, in both vocabularies. */
@SuppressWarnings("Immutable") // Filled by the constructor and never changed.
final class CelTypes implements CelTypeProvider {
  private static final TypeSpec TEXT = TypeSpec.simple(TypeSpec.Kind.TEXT, "text", "");
  private static final TypeSpec BOOLEAN = TypeSpec.simple(TypeSpec.Kind.BOOLEAN, "bool", false);
  private static final TypeSpec INTEGER = TypeSpec.simple(TypeSpec.Kind.INTEGER, "int", 0L);
  private static final TypeSpec DECIMAL = TypeSpec.simple(TypeSpec.Kind.DECIMAL, "decimal", 0.0);
  private static final TypeSpec ROW = TypeSpec.simple(TypeSpec.Kind.ROW, "row", Map.of());

  private final Map<String, TypeSpec> rows = new HashMap<>();
  private final Map<String, CelType> structs = new HashMap<>();
  private final Map<String, Set<String>> paths = new HashMap<>();

  CelTypes(Map<String, TypeSpec> variables) {
    variables.forEach(this::register);
  }

  private void register(String path, TypeSpec type) {
    if (type.element() != null) {
      register(path, type.element());
    } else if (type.kind() == TypeSpec.Kind.RECORD) {
      paths.computeIfAbsent(type.name(), name -> new TreeSet<>()).add(path);
      type.fields().forEach((field, fieldType) -> register(path + "." + field, fieldType));
      if (rows.put(type.name(), type) == null) {
        structs.put(
            type.name(),
            StructType.create(
                type.name(),
                ImmutableSet.copyOf(type.fields().keySet()),
                field -> Optional.ofNullable(type.fields().get(field)).map(this::celType)));
      }
    }
  }

  /**
   * Returns the engine's type.
   *
   * @param type one of our types
   * @return the type
   */
  CelType celType(TypeSpec type) {
    return switch (type.kind()) {
      case TEXT -> SimpleType.STRING;
      case BOOLEAN -> SimpleType.BOOL;
      case INTEGER -> SimpleType.INT;
      case DECIMAL -> SimpleType.DOUBLE;
      case ROW -> MapType.create(SimpleType.STRING, SimpleType.DYN);
      case RECORD -> Objects.requireNonNull(structs.get(type.name()));
      case LIST -> ListType.create(celType(Objects.requireNonNull(type.element())));
      case OTHER -> throw new IllegalArgumentException("No variable has type " + type.name());
    };
  }

  /**
   * Returns our type.
   *
   * @param type one of the engine's types
   * @return the type
   */
  TypeSpec spec(CelType type) {
    return switch (type.kind()) {
      case STRING -> TEXT;
      case BOOL -> BOOLEAN;
      case INT, UINT -> INTEGER;
      case DOUBLE -> DECIMAL;
      case MAP -> ROW;
      case STRUCT -> rows.getOrDefault(type.name(), ROW);
      case LIST ->
          TypeSpec.listOf(type.parameters().isEmpty() ? ROW : spec(type.parameters().get(0)));
      default ->
          TypeSpec.simple(
              TypeSpec.Kind.OTHER, "other:" + type.kind().name().toLowerCase(Locale.ROOT), "");
    };
  }

  /** The places where rows of a type are declared, such as {@code barn.syskon}. */
  Set<String> pathsOf(TypeSpec row) {
    return paths.getOrDefault(row.name(), Set.of());
  }

  /** Every field of every typed row. */
  Set<String> fieldNames() {
    Set<String> names = new TreeSet<>();
    rows.values().forEach(row -> names.addAll(row.fields().keySet()));
    return names;
  }

  /** A message of the engine with the long names of row types made short. */
  String readable(String message) {
    String result = message;
    // The outer ones first: they hold the names of the inner ones.
    List<String> names =
        structs.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    for (String name : names) {
      result = result.replace(name, "row");
    }
    return result;
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableSet.copyOf(structs.values());
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(structs.get(name));
  }
}
