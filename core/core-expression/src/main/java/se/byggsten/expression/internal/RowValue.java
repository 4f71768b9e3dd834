package se.byggsten.expression.internal;

import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.values.SelectableValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A typed row as the engine sees it: a view of a map, in which an absent field is the empty value
 * of its type.
 *
 * <p>It is no {@link Map}, since the engine walks through every map each time that one is read.
 */
final class RowValue implements SelectableValue<String> {
  private final TypeSpec type;
  private final Map<?, ?> values;

  RowValue(TypeSpec type, Map<?, ?> values) {
    this.type = type;
    this.values = values;
  }

  @Override
  public Object select(String field) {
    TypeSpec fieldType = type.fields().get(field);
    if (fieldType == null) {
      throw CelAttributeNotFoundException.forFieldResolution(field);
    }
    return fieldType.accept(field, values.get(field));
  }

  /** What {@code has(row.field)} asks: empty texts and lists are no answers. */
  @Override
  public Optional<Object> find(String field) {
    Object value = values.get(field);
    boolean absent =
        value == null
            || (value instanceof String text && text.isEmpty())
            || (value instanceof Collection<?> list && list.isEmpty());
    return absent ? Optional.empty() : Optional.of(select(field));
  }

  /** The row as a plain map, empty values included. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new HashMap<>();
    type.fields().keySet().forEach(field -> map.put(field, CelProgram.plain(select(field))));
    return map;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RowValue row && row.type.equals(type) && row.toMap().equals(toMap());
  }

  @Override
  public int hashCode() {
    return toMap().hashCode();
  }

  @Override
  public String toString() {
    return "RowValue[" + type.name() + "]";
  }
}
